// Whether somebody can take over: the page follows the calendar with its own list of days, and says the same without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, smallTargets, tooWide, violations } from './audit.mjs';
import { addressOf, launch, picture, watch } from './support.mjs';

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser.close());

async function open(page, { day, ...options } = {}) {
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  if (day) await tab.clock.setFixedTime(new Date(`${day}T12:00:00`));
  const faults = watch(tab, () => true);
  await tab.goto(addressOf('story', page));
  return { context, tab, faults };
}

const verdict = (tab) =>
  tab.evaluate(() => ({
    headline: document.querySelector('.headline').textContent,
    counts: [...document.querySelectorAll('[data-count]')].map((count) => Number(count.textContent)),
    gates: Object.fromEntries(
      [...document.querySelectorAll('[data-gate]')].map((gate) => [gate.dataset.gate, !gate.querySelector('.level-no')]),
    ),
    data: document.querySelector('[data-service="service:rocketchat"] [data-cell="data"]').textContent,
    passed: document.querySelectorAll('.forecast > .passed').length,
  }));

test('on the day of the build nothing is changed', async () => {
  const built = await open('readiness.html', { javaScriptEnabled: false });
  const expected = await verdict(built.tab);
  assert.deepEqual(expected.counts, [1, 7, 0, 0]);
  assert.equal(expected.data, 'Probable');
  await built.context.close();
  const { context, tab, faults } = await open('readiness.html', { day: '2026-11-22' });
  assert.deepEqual(await verdict(tab), expected);
  assert.deepEqual(faults, []);
  await context.close();
});

test('later the page says what has become of it by itself', async () => {
  const { context, tab, faults } = await open('readiness.html', { day: '2027-12-01' });
  const now = await verdict(tab);
  assert.equal(now.gates.domains, false, 'a domain ends that nobody renews');
  assert.equal(now.gates.repository, false, 'the last commit is too old');
  assert.equal(now.gates.reachable, true);
  assert.equal(now.data, 'Sur le papier', 'that restore is too old');
  assert.ok(now.passed >= 3, `${now.passed} days`);
  assert.equal(now.headline, 'Pas aujourd’hui\u00a0: un verrou est fermé.');
  assert.equal(await tab.locator('[data-of-then]').count(), 0, 'the figure of the build is not shown any more');
  assert.deepEqual(faults, []);
  await context.close();
});

for (const page of ['readiness.html', 'en/readiness.html', 'departures.html', 'recovery/index.html', 'findings.html', 'rules/index.html', 'rules/access.html', 'service/nextcloud.html']) {
  test(`${page} is read by everybody, on every screen`, async () => {
    for (const width of [320, 1200]) {
      const { context, tab, faults } = await open(page, { viewport: { width, height: 800 }, bypassCSP: true, day: '2026-11-22' });
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        await tab.evaluate(axe);
        faults.push(...(await tab.evaluate(violations)));
      }
      faults.push(...(await tab.evaluate(tooWide)), ...(await tab.evaluate(smallTargets)));
      await tab.screenshot({ path: picture('story', `${page.replaceAll('/', '-')}-${width}.png`), fullPage: true });
      assert.deepEqual(faults, [], `at ${width}`);
      await context.close();
    }
  });
}

test('a drawing leads where its nodes say, by keyboard too', async () => {
  const { context, tab, faults } = await open('service/nextcloud.html');
  const node = tab.locator('svg.map a', { hasText: 'srv1' });
  await node.focus();
  await tab.keyboard.press('Enter');
  await tab.waitForURL(/host\/srv1\.html$/);
  assert.deepEqual(faults, []);
  await context.close();
});
