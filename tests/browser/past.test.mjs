// A site with a past in Chromium: earlier versions, histories, what was proven. The example with nine months of a past has them all.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, tooWide, violations } from './audit.mjs';
import { addressOf, launch, picture, stem, watch } from './support.mjs';

const pages = {
  'earlier versions': 'versions.html',
  'page of a version': 'versions/handover-2026-06/rocketchat/restaurer.html',
  'start of a version': 'versions/handover-2026-03/index.html',
  'about a version': 'versions/handover-2026-03/about.html',
  'history of a page': 'history/mail/refuse-par-gmail-ou-outlook.html',
  'history of a thing': 'history/service/nextcloud.html',
  'page that was followed': 'rocketchat/restaurer.html',
  'address of a page that is gone': 'applis/pad.html',
  'what changed': 'changes.html',
  'exercises and acknowledgements': 'exercises/index.html',
  'an exercise': 'exercises/2026-11-24-nextcloud.html',
  'an exercise that failed': 'exercises/2026-11-23-bureau-des-noms.html',
  'an acknowledgement': 'acknowledgements/2026-11-23-premiere-heure.html',
  incidents: 'incidents/index.html',
  'an incident': 'incidents/2026-11-23-disque-plein.html',
  'thing with days of its own': 'service/nextcloud.html',
};

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const colorScheme of ['light', 'dark']) {
  for (const width of [320, 1280]) {
    test(`pages of the past have no fault that axe knows, ${colorScheme}, ${width} wide`, async () => {
      // Past the pages' own policy, so that axe can be put in.
      const tab = await browser.newPage({
        bypassCSP: true, offline: true, colorScheme, viewport: { width, height: 800 },
      });
      const faults = watch(tab);
      for (const [kind, page] of Object.entries(pages)) {
        await tab.goto(addressOf('story', page));
        faults.push(...(await tab.evaluate(tooWide)).map((fault) => `${page}: ${fault}`));
        await tab.evaluate(axe);
        faults.push(...(await tab.evaluate(violations)).map((fault) => `${page}: ${fault}`));
        await tab.screenshot({ path: picture('story', `${stem(kind)}-${width}-${colorScheme}.png`), fullPage: true });
      }
      assert.deepEqual(faults, []);
      await tab.close();
    });
  }
}

test('pages of the past open without a complaint and without a request to anywhere', async () => {
  const tab = await browser.newPage();
  const faults = watch(tab);
  const requests = [];
  tab.on('request', (request) => { if (!request.url().startsWith('file:')) requests.push(request.url()); });
  for (const page of Object.values(pages)) await tab.goto(addressOf('story', page));
  assert.deepEqual([...faults, ...requests], []);
  await tab.close();
});

test('a page of a version leads to the page as it is now, without scripts', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr' });
  const tab = await context.newPage();
  await tab.goto(addressOf('story', pages['page of a version']));
  assert.match(await tab.textContent('.banner'), /Voici la version handover-2026-06/);
  // A link in a version stays in it.
  await tab.click('.helps .help-services a');
  assert.equal(tab.url(), addressOf('story', 'versions/handover-2026-06/service/index.html'));
  await tab.goBack();
  await tab.click('.banner a');
  assert.equal(tab.url(), addressOf('story', 'rocketchat/restaurer.html'));
  await context.close();
});

test('the old address of a page leads on, and that of one that is gone to where it was', async () => {
  const tab = await browser.newPage();
  await tab.goto(addressOf('story', 'mail/gmail-refuse.html'));
  await tab.waitForURL(addressOf('story', 'mail/refuse-par-gmail-ou-outlook.html'));
  await tab.goto(addressOf('story', 'applis/pad.html'));
  await tab.click('main a >> nth=0');
  assert.equal(tab.url(), addressOf('story', 'versions/handover-2026-06/applis/pad.html'));
  // From there, "as it is now" says that it is gone.
  await tab.click('.banner a');
  assert.equal(tab.url(), addressOf('story', 'applis/pad.html'));
  await tab.close();
});

test('a version prints its banner', async () => {
  const tab = await browser.newPage();
  await tab.goto(addressOf('story', pages['page of a version']));
  await tab.emulateMedia({ media: 'print' });
  assert.ok(await tab.isVisible('.banner strong'));
  await tab.close();
});
