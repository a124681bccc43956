// The site in its second language: the way there and back, and every word said to be in the language it is in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { voices } from './audit.mjs';
import { addressOf, everyPage, kinds, launch, sites } from './support.mjs';

const main = everyPage('everything').filter((page) => !page.startsWith('fr/') && page !== '404.html');

/** The words of the interface in a language, by their ids. */
function messages(language) {
  const folder = new URL(`../../src/words/${language}/`, import.meta.url);
  const texts = readdirSync(folder).filter((name) => name.endsWith('.ftl')).map((name) => readFileSync(new URL(name, folder), 'utf8'));
  return new Map(texts.flatMap((text) => [...text.matchAll(/^([\w-]+) = (.+)$/gm)].map(([, id, words]) => [id, words.toLowerCase()])));
}

/** Words of the interface that are the same in both languages: one cannot tell which is meant. */
const alike = new Set();
const inFrench = messages('fr');
for (const [id, words] of messages('en')) if (inFrench.get(id) === words) alike.add(words);

/** Short names, alerts, abbreviations and the names of firms and charters; and a word that means one thing in English (who pays) and another in French (the country). */
const names = new Set(['plots', 'smtp', 'MailQueueGrows', 'RPO', 'recovery point objective', 'Relève 0.1.0', 'fr, en', 'Pays', 'TXT', 'CHATONS',
  'CHATONS, version 2', 'Gmail', 'Yahoo', 'Outlook']);

/** Whoever wrote a commit. */
const authors = new Set(execFileSync('git', ['log', '--format=%an'], { encoding: 'utf8' }).split('\n'));

/** Addresses, durations and names of machines are of no language; nor are words with nothing but a point between them and others. */
const isName = (words) => isNameAlone(words.replace(/^· | ·$/g, ''));
const isNameAlone = (words) => names.has(words) || authors.has(words) || alike.has(words.toLowerCase())
  || /^\S*[@./_:\d]\S*$/.test(words) || /^\d+ (\p{L}+|\p{L}.*\d{5}.*)$/u.test(words);

let browser;
let tab;
before(async () => {
  browser = await launch();
  tab = await browser.newPage({ viewport: { width: 1280, height: 800 }, offline: true });
});
after(() => browser.close());

/** Opens a page; nothing that only scripts say is there. */
const open = (page) => tab.goto(addressOf('everything', page));
const place = () => tab.evaluate(() => [document.documentElement.lang, location.href]);

describe('the switch of languages', () => {
  for (const [kind, page] of Object.entries(kinds).filter(([, page]) => main.includes(page))) {
    test(`leads from ${kind} to the same page in French, and back`, async () => {
      const french = posix.join('fr', page);
      await open(page);
      await tab.click('.languages a[hreflang="fr"]');
      assert.deepEqual(await place(), ['fr', addressOf('everything', french)]);
      await tab.click('.languages a[hreflang="en"]');
      assert.deepEqual(await place(), ['en', addressOf('everything', page)]);
    });
  }
});

test('pages name their twins in the other language, and only pages that are there', () => {
  for (const page of main) {
    for (const [from, to, lang] of [[page, `fr/${page}`, 'fr'], [`fr/${page}`, page, 'en']]) {
      const html = readFileSync(join(sites, 'everything', from), 'utf8');
      const twins = [...html.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]*)">/g)]
        .map(([, language, href]) => [language, posix.join(posix.dirname(from), href)]);
      assert.deepEqual(twins, [[lang, to]], from);
    }
  }
});

test('a page that has no twin promises none', async () => {
  await open('404.html');
  const promised = await tab.evaluate(() =>
    [...document.querySelectorAll('link[hreflang], .languages a')].filter(({ href }) => href === location.href).map(({ outerHTML }) => outerHTML));
  assert.deepEqual(promised.filter((html) => !html.includes('aria-current')), []);
});

// What stands in both trees is a word of the project, and of one language; what stands in one is a word of the interface or a
// translation, and of that tree's language. A sentence made of both kinds counts as the interface's.
describe('words are in the language that they are said to be in', () => {
  for (const page of main) {
    test(page, async () => {
      await open(page);
      const english = await tab.evaluate(voices);
      await open(`fr/${page}`);
      const french = await tab.evaluate(voices);
      const faults = new Set();
      const languages = (voices) => {
        const said = new Map();
        for (const [words, lang] of voices) said.set(words, (said.get(words) ?? new Set()).add(lang));
        return said;
      };
      const [inEnglish, inFrench] = [languages(english), languages(french)];
      for (const [words, lang, where] of french.filter(([words]) => !isName(words))) {
        // Words of ours that follow the author's stand in an element of their own only where the languages differ.
        const twins = inEnglish.get(words) ?? inEnglish.get(english.map(([whole]) => whole).find((whole) => whole.startsWith(`${words} (`)));
        if (!twins && lang !== 'fr') faults.add(`“${words}” is French and said to be ${lang}: ${where}`);
        if (twins && !twins.has(lang)) faults.add(`“${words}” is said to be ${[...twins]} in English, and here ${lang}: ${where}`);
      }
      for (const [words, lang, where] of english.filter(([words]) => !isName(words))) {
        if (!inFrench.has(words) && lang !== 'en') faults.add(`“${words}” is English and said to be ${lang}: ${where}`);
      }
      assert.deepEqual([...faults], []);
    });
  }
});
