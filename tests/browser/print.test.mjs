// Printed pages: nothing that a reader needs is lost on paper.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { addressOf, kinds, launch, picture } from './support.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Letters and digits only: line breaks, hyphens and ligatures of the print are not at issue. */
const letters = (text) => text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

for (const kind of ['start', 'service', 'credential', 'runbook', 'diagnosis', 'plain page']) {
  test(`the printed ${kind} says all of it`, async () => {
    const page = await browser.newPage({ colorScheme: 'dark' });
    await page.goto(addressOf('everything', kinds[kind]));
    const wanted = await page.evaluate(() => ({
      title: document.querySelector('h1').textContent,
      // Crumbs and contents are for screens.
      steps: [...document.querySelectorAll('main ol > li, main tr, main dd')]
        .filter((item) => !item.closest('nav'))
        .map((item) => item.innerText),
    }));
    const path = picture('print', `${kind.replaceAll(' ', '-')}.pdf`);
    await page.pdf({ path, format: 'A4' });
    await page.close();
    const printed = letters(execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));
    assert.ok(printed.includes(letters(wanted.title)), `the title is missing: ${wanted.title}`);
    // Word by word: a narrow column breaks lines where it likes, and a word only where nothing else is left.
    for (const word of wanted.steps.join(' ').split(/\s+/).map(letters)) {
      assert.ok(printed.includes(word), `missing in print: ${word}`);
    }
  });
}
