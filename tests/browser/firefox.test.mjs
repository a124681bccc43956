// Stock Firefox, which treats every local file as an origin of its own.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launchFirefox } from './stock-firefox.mjs';
import { addressOf, kinds } from './support.mjs';

let browser;
before(async () => { browser = await launchFirefox(); });
after(() => browser.close());

test('pages open from the disk without a complaint', async () => {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  for (const kind of ['start', 'something is broken', 'service', 'restore runbook', 'plain page', 'about']) {
    await page.goto(addressOf('everything', kinds[kind]), { waitUntil: 'load' });
    const seen = await page.evaluate(() => ({
      heading: document.querySelector('h1').textContent.trim(),
      styled: getComputedStyle(document.querySelector('main')).display !== '' && document.styleSheets.length,
    }));
    assert.ok(seen.heading, kind);
    assert.ok(seen.styled > 0, `${kind} has no style`);
    assert.deepEqual(faults, [], kind);
  }
});
