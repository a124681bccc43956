// The same bytes served by a web server on loopback.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { content, smallTargets, tooWide } from './audit.mjs';
import { addressOf, kinds, launch, serve, watch } from './support.mjs';

let browser;
let site;
before(async () => {
  site = await serve('everything');
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

for (const javaScriptEnabled of [true, false]) {
  describe(javaScriptEnabled ? 'with scripts' : 'without scripts', { concurrency: 3 }, () => {
    let context;
    let local;
    before(async () => {
      context = await browser.newContext({ javaScriptEnabled, viewport: { width: 320, height: 640 } });
      local = await browser.newContext({ javaScriptEnabled, offline: true });
    });

    for (const [kind, address] of Object.entries(kinds)) {
      test(`${kind}: works when served, as it does from the disk`, async () => {
        const [tab, twin] = [await context.newPage(), await local.newPage()];
        const faults = watch(tab, (url) => url.startsWith(`${site.origin}/`) || url.startsWith('data:'));
        const [answer] = await Promise.all([
          tab.goto(`${site.origin}/${address}`),
          twin.goto(addressOf('everything', address)),
        ]);
        assert.equal(answer.status(), 200);
        assert.deepEqual(await tab.evaluate(content), await twin.evaluate(content));
        assert.deepEqual(await tab.evaluate(tooWide), []);
        assert.deepEqual(await tab.evaluate(smallTargets), []);
        assert.deepEqual(faults, []);
        await Promise.all([tab.close(), twin.close()]);
      });
    }
  });
}
