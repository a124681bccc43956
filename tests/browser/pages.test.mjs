// One page of every kind in Chromium, opened from the disk: accessible, narrow, dark, by keyboard, without scripts.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { axe, content, focused, smallTargets, tooWide, violations } from './audit.mjs';
import { addressOf, kinds, launch, picture, watch } from './support.mjs';

const sizes = { narrow: { width: 320, height: 640 }, wide: { width: 1280, height: 800 } };

let browser;
const contexts = new Map();
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Opens a page, and closes it afterwards. Pages with equal options share a context, so that a visit costs little. */
async function visit(address, options, look) {
  const key = JSON.stringify(options);
  if (!contexts.has(key)) contexts.set(key, browser.newContext({ offline: true, locale: 'fr-FR', ...options }));
  const page = await (await contexts.get(key)).newPage();
  try {
    const faults = watch(page);
    await page.goto(address);
    const seen = await look(page);
    assert.deepEqual(faults, []);
    return seen;
  } finally {
    await page.close();
  }
}

/** For looking into a page with tools that its own policy would not let in. Never used to judge what a reader meets. */
const laboratory = { bypassCSP: true };

for (const [kind, page] of Object.entries(kinds)) {
  describe(kind, () => {
    const address = () => addressOf('everything', page);

    test('has no fault that axe knows, light and dark, narrow and wide', () =>
      visit(address(), laboratory, async (tab) => {
        await tab.evaluate(axe);
        for (const [colorScheme, size] of [['light', 'wide'], ['dark', 'wide'], ['dark', 'narrow'], ['light', 'narrow']]) {
          const name = `${kind.replaceAll(' ', '-')}-${size}-${colorScheme}`;
          await tab.setViewportSize(sizes[size]);
          await tab.emulateMedia({ colorScheme });
          await tab.screenshot({ path: picture('everything', `${name}.png`), fullPage: true });
          assert.deepEqual(await tab.evaluate(tooWide), [], name);
          assert.deepEqual(await tab.evaluate(violations), [], name);
        }
      }));

    test('never scrolls sideways, whatever the reader does to the text', () =>
      visit(address(), laboratory, async (tab) => {
        await tab.setViewportSize({ width: 360, height: 740 });
        assert.deepEqual(await tab.evaluate(tooWide), [], 'at 360 px');
        assert.deepEqual(await tab.evaluate(smallTargets), []);
        // WCAG 1.4.12, at the width of 1.4.10.
        await tab.setViewportSize(sizes.narrow);
        await tab.addStyleTag({
          content: `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
            p { margin-bottom: 2em !important }`,
        });
        assert.deepEqual(await tab.evaluate(tooWide), [], 'with wider text spacing');
        await tab.setViewportSize(sizes.wide);
        await tab.addStyleTag({ content: 'html { font-size: 200% !important }' });
        assert.deepEqual(await tab.evaluate(tooWide), [], 'with text of twice the size');
      }));

    test('shows where the keyboard is', () =>
      // Without motion, so that the page stands still when it is looked at.
      visit(address(), { reducedMotion: 'reduce' }, async (tab) => {
        await tab.setViewportSize(sizes.narrow);
        const faults = [];
        let stops = 0;
        for (; stops < 80; stops += 1) {
          await tab.keyboard.press('Tab');
          const focus = await tab.evaluate(focused);
          if (focus.end) break;
          faults.push(...focus.faults);
        }
        assert.deepEqual(faults, []);
        assert.ok(stops > 1, `only ${stops} places to go`);
        await tab.emulateMedia({ forcedColors: 'active' });
        await tab.screenshot({ path: picture('forced-colours', `${kind.replaceAll(' ', '-')}.png`) });
      }));

    test('says the same without scripts', async () => {
      const withScripts = await visit(address(), {}, (tab) => tab.evaluate(content));
      // Scripts are off for the page only; the test itself may still look.
      const without = await visit(address(), { javaScriptEnabled: false }, (tab) => tab.evaluate(content));
      assert.deepEqual(without, withScripts);
      assert.ok(without.text && without.links.length > 1);
    });
  });
}
