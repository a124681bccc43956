// Printed pages: nothing that a reader needs is lost on paper, and no sheet is wasted.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { addressOf, kinds, launch, picture, stem } from './support.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Letters and digits only: line breaks, hyphens and ligatures of the print are not at issue. */
const letters = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The words of the page's main part, without what is for screens: ways to other pages, marks of headings, buttons. */
function wanted() {
  const screen = 'nav, .anchor, button, .visually-hidden, script, template, details:not([open]) > :not(summary)';
  const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const words = [];
  while (texts.nextNode()) {
    if (!texts.currentNode.parentElement.closest(screen)) words.push(...texts.currentNode.data.split(/\s+/));
  }
  const text = (selector) => document.querySelector(selector)?.textContent ?? '';
  return { title: text('h1'), proof: text('.proof'), steps: document.querySelectorAll('.step').length, words };
}

/** A sheet, which questions about its width are asked of, and the room for words on it: 210 mm less the margins of 25 and 15 mm. */
const sheet = { width: 794, height: 1123 };
const room = '643px';

/** The tables that are wider than the sheet: what scrolls on a screen is cut off there, and stays in the text of the file all the same. */
async function cutOff(tab) {
  await tab.emulateMedia({ media: 'print' });
  await tab.setViewportSize(sheet);
  return tab.evaluate((width) => {
    document.body.style.width = width;
    const tables = [...document.querySelectorAll('.table')].filter((box) => box.scrollWidth > box.clientWidth + 1);
    return tables.map((box) => `${box.scrollWidth} in ${box.clientWidth}: ${box.textContent.trim().slice(0, 60)}`);
  }, room);
}

test('the widest table of the example fits the sheet', async () => {
  const tab = await browser.newPage();
  await tab.goto(addressOf('example', 'mail.html'));
  assert.deepEqual(await cutOff(tab), []);
  await tab.close();
});

describe('paper', { concurrency: 2 }, () => {
  for (const [kind, address] of Object.entries(kinds)) {
    test(`the printed ${kind} says all of it`, async () => {
      const tab = await browser.newPage({ colorScheme: 'dark' });
      await tab.goto(addressOf('everything', address));
      const page = await tab.evaluate(wanted);
      assert.deepEqual(await cutOff(tab), []);
      const path = picture('print', `${stem(kind)}.pdf`);
      await tab.pdf({ path, format: 'A4', preferCSSPageSize: true });
      await tab.close();
      const read = (...how) => execFileSync('pdftotext', [...how, path, '-'], { encoding: 'utf8' });
      const sheets = read('-layout').split('\f').slice(0, -1);
      // Line by line, and column by column: a word that is broken in a narrow column is whole in one of them.
      const printed = letters(sheets.join(' ')) + letters(read());

      assert.ok(printed.includes(letters(page.title)), `the title is missing: ${page.title}`);
      assert.ok(printed.includes(letters(page.proof)), `the date, or the name of the page, is missing: ${page.proof}`);
      // Word by word: a narrow column breaks lines where it likes, and a word only where nothing else is left.
      const missing = page.words.filter((word) => !printed.includes(letters(word)));
      assert.deepEqual(missing, []);

      const lines = sheets.map((sheet) => sheet.split('\n').filter((line) => letters(line)).length);
      assert.ok(lines.slice(0, -1).every((count) => count >= 5), `lines on each sheet: ${lines}`);
      // A step may ask for a third of a sheet, for its box, its time and its command; a hundred words for as much.
      const most = 1 + Math.ceil(page.words.length / 150 + page.steps / 4);
      assert.ok(sheets.length <= most, `${sheets.length} sheets, not ${most}`);
    });
  }
});
