// One page of every kind in Chromium, opened from the disk: accessible, narrow, dark, by keyboard, without scripts, in the
// reader's own colours. (Progress and values in commands will be looked at here when pages keep them.)
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  axe, content, focused, lostBoxes, markBoxes, moving, shown, smallTargets, tooWide, violations,
} from './audit.mjs';
import { addressOf, kinds, launch, picture, stem, watch } from './support.mjs';

const widths = { 320: { width: 320, height: 640 }, 360: { width: 360, height: 740 }, 1000: { width: 1000, height: 700 },
  1280: { width: 1280, height: 800 } };
/** WCAG 1.4.12, "Text Spacing". */
const spaced = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;
const doubled = 'html { font-size: 225% !important }';
const most = 1500;

let browser;
const contexts = new Map();
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Opens a page, and closes it afterwards. Pages with equal options share a context, so that a visit costs little. */
async function visit(address, options, look) {
  const key = JSON.stringify(options);
  if (!contexts.has(key)) contexts.set(key, browser.newContext({ offline: true, locale: 'fr-FR', ...options }));
  const tab = await (await contexts.get(key)).newPage();
  try {
    const faults = watch(tab);
    await tab.goto(address);
    const seen = await look(tab);
    assert.deepEqual(faults, []);
    return seen;
  } finally {
    await tab.close();
  }
}

/** For looking into a page with tools that its own policy would not let in. Never used to judge what a reader meets. */
const laboratory = { bypassCSP: true };

/** The faults that a look finds, each with where it was found. */
const found = async (tab, look, where) => (await tab.evaluate(look)).map((fault) => `${where}: ${fault}`);

/** What is wrong with the size of things, at each width. */
async function misfits(tab, where = '') {
  const faults = [];
  for (const [width, size] of Object.entries(widths)) {
    await tab.setViewportSize(size);
    faults.push(...await found(tab, tooWide, `${width} px${where}`), ...await found(tab, smallTargets, `${width} px${where}`));
  }
  return faults;
}

/** What is wrong with each stop of the tab key, from one end of the page to the other. */
async function stops(tab, key) {
  const faults = [];
  for (let count = 0; count < most; count += 1) {
    await tab.keyboard.press(key);
    const focus = await tab.evaluate(focused);
    if (focus.end) return { count, faults };
    faults.push(...focus.faults.map((fault) => `${key}: ${fault}`));
  }
  throw new Error(`the keyboard is still in the page after ${most} stops`);
}

for (const [kind, page] of Object.entries(kinds)) {
  describe(kind, { concurrency: true }, () => {
    const address = () => addressOf('everything', page);

    test('has no fault that axe knows, light and dark, narrow and wide', () =>
      visit(address(), laboratory, async (tab) => {
        await tab.evaluate(axe);
        const faults = [];
        for (const [colorScheme, width] of [['light', 1280], ['dark', 1280], ['dark', 320], ['light', 320]]) {
          await tab.setViewportSize(widths[width]);
          await tab.emulateMedia({ colorScheme });
          faults.push(...await found(tab, violations, `${width} px, ${colorScheme}`));
          if ((width === 1280) === (colorScheme === 'light')) {
            await tab.screenshot({ path: picture('everything', `${stem(kind)}-${width}.png`), fullPage: true });
          }
        }
        assert.deepEqual(faults, []);
      }));

    test('fits every width, whatever the reader does to the text', () =>
      visit(address(), laboratory, async (tab) => {
        const faults = await misfits(tab);
        for (const [what, content] of [['wider spacing', spaced], ['text of twice the size', doubled]]) {
          const style = await tab.addStyleTag({ content });
          faults.push(...await misfits(tab, `, ${what}`));
          await style.evaluate((element) => element.remove());
        }
        assert.deepEqual(faults, []);
      }));

    test('shows where the keyboard is, forwards and backwards', () =>
      // Without motion, so that the page stands still when it is looked at.
      visit(address(), { reducedMotion: 'reduce' }, async (tab) => {
        await tab.setViewportSize(widths[320]);
        const narrow = await stops(tab, 'Tab');
        await tab.setViewportSize(widths[1280]);
        const wide = await stops(tab, 'Shift+Tab');
        assert.deepEqual([...narrow.faults, ...wide.faults], []);
        assert.ok(narrow.count > 1, `only ${narrow.count} places to go`);
      }));

    test('says the same without scripts, and fits', async () => {
      const look = async (tab) => ({ ...await tab.evaluate(content), shown: await tab.evaluate(shown) });
      const withScripts = await visit(address(), {}, look);
      // Scripts are off for the page only; the test itself may still look.
      await visit(address(), { javaScriptEnabled: false }, async (tab) => {
        const without = await look(tab);
        assert.deepEqual(without, withScripts);
        assert.ok(without.text && without.links.length > 1);
        assert.deepEqual(await misfits(tab), []);
      });
    });

    test('loses nothing in colours of the reader, and stands still', () =>
      visit(address(), {}, async (tab) => {
        const words = await tab.evaluate(shown);
        await tab.evaluate(markBoxes);
        await tab.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
        assert.equal(await tab.evaluate(shown), words);
        assert.deepEqual(await tab.evaluate(lostBoxes), []);
        assert.deepEqual(await tab.evaluate(moving), []);
        await tab.screenshot({ path: picture('forced-colours', `${stem(kind)}.png`), fullPage: true });
      }));
  });
}
