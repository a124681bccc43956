// What changed: since a version, a day, or the last visit. The site `story` has nine months of a past.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, smallTargets, tooWide, violations } from './audit.mjs';
import { addressOf, launch, picture, serve, watch } from './support.mjs';

let browser;
let site;
before(async () => {
  site = await serve('story');
  browser = await launch();
});
after(async () => {
  await browser.close();
  site.close();
});

const shown = (tab) => tab.locator('section.day:visible h2').allTextContents();

async function open(context, address, day) {
  const tab = await context.newPage();
  await tab.clock.setFixedTime(new Date(`${day}T12:00:00`));
  const faults = watch(tab, () => true);
  await tab.goto(address);
  return { tab, faults };
}

for (const way of ['from the disk', 'served']) {
  const address = () => (way === 'served' ? `${site.origin}/changes.html` : addressOf('story', 'changes.html'));

  test(`${way}: older days are hidden, and come back`, async () => {
    const context = await browser.newContext();
    const { tab, faults } = await open(context, address(), '2026-11-22');
    const all = await shown(tab);
    assert.ok(all.length > 4, all.join(', '));
    const select = tab.locator('form.since select');
    assert.equal(await select.locator('option[value=visit]').count(), 0, 'nobody was here before');

    const version = select.locator('option', { hasText: 'handover-2026-06' });
    await select.selectOption(await version.getAttribute('value'));
    const since = await shown(tab);
    assert.ok(since.length > 0 && since.length < all.length);
    const marked = tab.locator('section.day', { hasText: 'version handover-2026-06' });
    assert.equal(await marked.isVisible(), false, 'that version is what is compared with');

    await select.selectOption('day');
    await tab.locator('form.since input').fill('2026-10-01');
    const days = await tab.locator('section.day:visible').evaluateAll((all) => all.map((day) => day.dataset.day));
    assert.ok(days.length > 0 && days.every((day) => day >= '2026-10-01'), days.join(', '));
    await tab.locator('form.since input').fill('2027-01-01');
    assert.notEqual(await tab.locator('form.since [role=status]').textContent(), '');

    await select.selectOption('');
    assert.deepEqual(await shown(tab), all);
    assert.deepEqual(faults, []);
    await context.close();
  });

  test(`${way}: a second visit knows what the first one saw`, async () => {
    const context = await browser.newContext();
    let { tab } = await open(context, address(), '2026-11-22');
    // As if the newest day had come after that visit.
    const second = await tab.locator('section.day h2').nth(1).getAttribute('id');
    await tab.evaluate((id) => {
      const key = Object.keys(localStorage).find((name) => name.endsWith(':changes'));
      localStorage.setItem(key, `2026-11-20 ${id} `);
    }, second);
    await tab.close();
    ({ tab } = await open(context, address(), '2026-11-22'));
    // Read again on the same day it is the same visit.
    for (const _ of [1, 2]) {
      await tab.locator('form.since select').selectOption('visit');
      assert.equal((await shown(tab)).length, 1);
      await tab.reload();
    }
    await context.close();
  });
}

test('where nothing may be remembered the page is as useful', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new Error('refused');
      },
    });
  });
  const { tab, faults } = await open(context, addressOf('story', 'changes.html'), '2026-11-22');
  await tab.locator('form.since select').selectOption('day');
  await tab.locator('form.since input').fill('2026-10-01');
  assert.ok((await shown(tab)).length > 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test('without scripts, on a narrow screen and in the dark everything is there', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 800 },
    colorScheme: 'dark',
  });
  for (const page of ['changes.html', 'history/service/nextcloud.html']) {
    const tab = await context.newPage();
    await tab.goto(addressOf('story', page));
    assert.equal(await tab.locator('form.since').count(), 0);
    assert.ok((await tab.locator('ins, del').count()) > 0);
    await tab.screenshot({ path: picture('story', `${page.replaceAll('/', '-')}.png`), fullPage: true });
    await tab.close();
  }
  await context.close();
});

for (const page of ['changes.html', 'en/changes.html', 'history/service/nextcloud.html', 'reprise/premiere-heure.html']) {
  test(`${page} is read by everybody, on every screen`, async () => {
    for (const width of [320, 1200]) {
      const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
      const { tab, faults } = await open(context, addressOf('story', page), '2026-11-22');
      for (const colorScheme of ['light', 'dark']) {
        await tab.emulateMedia({ colorScheme });
        await tab.evaluate(axe);
        faults.push(...(await tab.evaluate(violations)));
      }
      faults.push(...(await tab.evaluate(tooWide)), ...(await tab.evaluate(smallTargets)));
      assert.deepEqual(faults, [], `at ${width}`);
      await context.close();
    }
  });
}
