// Whole sites in Chromium: the example, and a book made for mdBook.
import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { after, before, test } from 'node:test';
import { axe, tooWide, violations } from './audit.mjs';
import { addressOf, everyPage, launch, picture, watch } from './support.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

for (const site of ['example', 'mdbook']) {
  test(`every page of ${site} fits a telephone, and one in each folder is accessible`, async () => {
    // Past the pages' own policy, so that axe can be put in; `served` and `pages` look at what the policy does.
    const tab = await browser.newPage({
      bypassCSP: true,
      offline: true,
      colorScheme: 'dark',
      viewport: { width: 320, height: 640 },
    });
    const faults = watch(tab);
    const folders = new Set();
    for (const page of everyPage(site)) {
      await tab.goto(addressOf(site, page));
      faults.push(...(await tab.evaluate(tooWide)).map((fault) => `${page}: ${fault}`));
      if (folders.has(posix.dirname(page))) continue;
      folders.add(posix.dirname(page));
      await tab.evaluate(axe);
      faults.push(...(await tab.evaluate(violations)).map((fault) => `${page}: ${fault}`));
      await tab.screenshot({ path: picture(site, `${page.replaceAll('/', '-').replace('.html', '')}.png`), fullPage: true });
    }
    assert.deepEqual(faults, []);
  });
}
