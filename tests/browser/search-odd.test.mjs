// The search where things are not as they should be: asked what nobody should ask, damaged, on small screens, in other colours, on
// paper, without scripts.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { axe, focused, smallTargets, violations } from './audit.mjs';
import { addressOf, kinds, picture, sites } from './support.mjs';
import {
  again, answered, ask, becomes, browser, dialog, english, first, FIRST_SHOWN, home, isOpen, laboratory, open, pageOf, root, visit,
} from './search-support.mjs';

describe('whatever is asked', { concurrency: 3 }, () => {
  /** What has fooled programs before. The search finds something or nothing, and never becomes part of the page. */
  const naughty = {
    'an image with a script': '<img src=x onerror=alert(1)>',
    'the end of an attribute': '"><script>alert(1)</script>',
    'the end of a mark': '</mark></a><svg onload=alert(1)>',
    'the end of a dialog': '</dialog><iframe src="javascript:alert(1)">',
    'an address that is a script': 'javascript:alert(1)//',
    'a template': '{{ 7 * 7 }} ${7*7} {query} {n} {words} $& $1 $`',
    'an entity': '&lt;b&gt; &#x3c;b&#x3e; &nbsp',
    'a name of every object': '__proto__',
    'another': 'constructor toString',
    'and another': 'hasOwnProperty valueOf __defineGetter__',
    'a path to a name': 'constructor.prototype[__proto__]',
    'a text that runs backwards': 'restaurer \u202egpj.exe\u202c \u2066nextcloud',
    'letters that are not seen': 'next\u200bcl\u00adoud \ufeff\u2060',
    emoji: '🔥💾🧑🏽‍💻 👩‍👩‍👧‍👦',
    'half a character': '\ud83d nextcloud \udcbe',
    'marks upon marks': `Z${'\u0300\u0323\u0336'.repeat(60)}algo`,
    'a query for a database': "Robert'); DROP TABLE pages;--",
    'a pattern': '.*(a+)+$ [^]]\\d{1,99999} \\',
    'letters of everywhere': '漢字 中文 العربية עברית ไทย Ελληνικά',
    'numbers that are none': 'NaN Infinity -0 1e999 undefined null true',
    'a percent sign that stands for nothing': '%00 %E0%A4%A %% %2e%2e/ +',
    'one word of 5000 letters': 'x'.repeat(5000),
    'a log of 5000 characters': 'postfix/smtp[2213]: 9F3A21C0: deferred; '.repeat(125),
    '2500 words': 'a '.repeat(2500),
    'words that say nothing': 'de la',
  };

  for (const [what, query] of Object.entries(naughty)) {
    test(`${what}: is words, typed or in an address`, () =>
      visit(home, async (tab) => {
        const look = async () => {
          const seen = await tab.evaluate(dialog);
          const strange = await tab.$$eval('dialog.search *', (all) => all.map(({ localName }) => localName).filter((name) =>
            !['a', 'button', 'div', 'input', 'label', 'li', 'mark', 'option', 'p', 'select', 'span', 'ul'].includes(name)));
          assert.deepEqual(strange, []);
          assert.deepEqual(seen.hits.filter((address) => !address.startsWith(root)), []);
          return seen;
        };
        await open(tab);
        await ask(tab, query);
        const typed = await look();
        assert.equal(typed.query, query.isWellFormed() ? query : query.toWellFormed());
        if (!typed.hits.length) {
          // A long one is told by its beginning.
          const told = typed.query.length > 80 ? `${typed.query.slice(0, 80)}…` : typed.query;
          assert.ok(typed.said.startsWith(`Rien pour « ${told} »`.replace(/\s+/g, ' ')), typed.said);
        }
        await tab.goto(`${home}?${new URLSearchParams({ q: query })}`);
        await answered(tab);
        assert.deepEqual(await look(), typed);
      }));
  }

  test('blanks: are no question', () =>
    visit(home, async (tab) => {
      await open(tab);
      await ask(tab, 'certificat');
      await tab.fill('dialog.search input', ' \u00a0\u3000 ');
      await becomes(async () => (await tab.evaluate(dialog)).hits, []);
      const { said, ways, filters } = await tab.evaluate(dialog);
      assert.match(said, /^Des mots comme on les dirait/);
      assert.deepEqual(ways.map(pageOf), ['broken.html', 'index-a-z.html', 'contacts.html']);
      assert.deepEqual(filters, []);
    }));

  test('nothing found: says so, and where to go on', () =>
    visit(english, async (tab) => {
      await open(tab);
      const { said, hits, ways } = await ask(tab, 'xyzzy');
      assert.match(said, /^Nothing for “xyzzy”/);
      assert.deepEqual(hits, []);
      assert.deepEqual(ways.map(pageOf), ['en/broken.html', 'en/index-a-z.html', 'en/contacts.html']);
    }));

  test('letter after letter, faster than the answers come: the last question is answered', () =>
    visit(home, async (tab) => {
      await open(tab);
      const expected = await ask(tab, 'renouvellement domaine');
      await tab.fill('dialog.search input', '');
      for (let round = 0; round < 3; round += 1) {
        await tab.evaluate(() => {
          const input = document.querySelector('dialog.search input');
          for (const words of ['restaurer', 'x', '', 'certificat expiré', 'renouvellement domaine']) {
            input.value = words;
            input.dispatchEvent(new Event('input'));
          }
        });
        await becomes(() => tab.evaluate(dialog), expected);
      }
    }));
});

describe('a damaged site', { concurrency: 3 }, () => {
  const question = 'restaurer nextclud';
  const answer = 'nextcloud/restaurer.html';

  const damages = {
    missing: () => undefined,
    'cut short': (bytes) => bytes.subarray(0, bytes.length / 2),
    changed: (bytes) => {
      const changed = Buffer.from(bytes);
      // Base64 still, and something else.
      const at = bytes.length >> 1;
      changed[at] = bytes[at] === 65 ? 66 : 65;
      return changed;
    },
    'another file': (_, path) => readFileSync(join(sites, 'example', path.endsWith('s.js') ? 'search/m.js' : 'search/s.js')),
  };

  /** Looks at a copy of the site in which a file is damaged. `mend` makes it whole again; `may` is what a browser says by itself. */
  async function damaged(path, damage, look, may = /ERR_FILE_NOT_FOUND/) {
    const copy = mkdtempSync(join(tmpdir(), 'releve-search-'));
    try {
      cpSync(join(sites, 'example'), copy, { recursive: true });
      const file = join(copy, path);
      const bytes = readFileSync(file);
      const left = damage(bytes, path);
      if (left) writeFileSync(file, left);
      else rmSync(file);
      await visit(pathToFileURL(join(copy, 'index.html')).href, async (tab, { faults }) => {
        const base = new URL('.', tab.url()).href;
        const index = `${base}index-a-z.html`;
        const firstOf = ({ hits }) => hits[0]?.slice(base.length);
        await look(tab, { index, firstOf, mend: () => writeFileSync(file, bytes) });
        faults.splice(0, faults.length, ...faults.filter((fault) => !may.test(fault)));
      });
    } finally {
      rmSync(copy, { recursive: true });
    }
  }

  const complaint = /^La recherche est illisible : ses fichiers manquent ou sont abîmés\. Tout est dans cette liste : Index A–Z/;

  /** The files of a kind that the question reads, in the order in which they are read. */
  async function read(kind) {
    const paths = new Set();
    await visit(home, async (tab) => {
      tab.on('request', (request) => paths.add(pageOf(request.url())));
      await open(tab);
      await ask(tab, question);
    });
    return [...paths].filter((path) => path.startsWith(`search/${kind}/`));
  }

  for (const [what, damage] of Object.entries(damages)) {
    test(`whose list of files is ${what} says so, and where everything is`, () =>
      damaged('search/m.js', damage, async (tab, { index, firstOf, mend }) => {
        await tab.keyboard.press('/');
        const seen = await answered(tab);
        assert.match(seen.said, complaint);
        assert.match(seen.aloud, complaint);
        assert.deepEqual(seen.ways, [index]);
        assert.match((await ask(tab, question)).said, complaint);
        // Without its words, too, one can tell what this is, and leave.
        assert.equal(await tab.getAttribute('dialog.search', 'aria-label'), 'Rechercher');
        assert.equal(await tab.getAttribute('dialog.search input', 'aria-label'), 'Rechercher');
        assert.ok(await tab.textContent('dialog.search .search-close'));
        mend();
        assert.equal(firstOf(await ask(tab, `${question} `)), answer);
        assert.equal(await tab.textContent('dialog.search .search-close'), 'Fermer');
      }));

    test(`whose words are ${what} in part says so, and answers again when they are mended`, async () => {
      for (const path of (await read('i')).slice(0, 2)) {
        await damaged(path, damage, async (tab, { index, firstOf, mend }) => {
          await open(tab);
          const seen = await ask(tab, question);
          assert.match(seen.said, complaint, path);
          assert.match(seen.aloud, complaint, path);
          assert.deepEqual([seen.ways, seen.hits], [[index], []], path);
          mend();
          const mended = await ask(tab, `${question} `);
          assert.equal(firstOf(mended), answer, path);
          assert.doesNotMatch(mended.said, /illisible/);
        });
      }
    });

    test(`whose texts are ${what} in part says so, keeps what can be read, and is whole when they are mended`, async () => {
      const paths = await read('d');
      for (const path of [paths[0], paths.at(-1)]) {
        await damaged(path, damage, async (tab, { index, mend }) => {
          await open(tab);
          await ask(tab, question);
          await becomes(async () => complaint.test((await tab.evaluate(dialog)).aloud), true);
          const seen = await tab.evaluate(dialog);
          assert.match(seen.said, complaint, path);
          assert.equal(seen.ways[0], index, path);
          assert.ok(seen.hits.length > 0 && seen.hits.length < FIRST_SHOWN && seen.hits.every(Boolean), `${path}: ${seen.hits}`);
          assert.deepEqual(seen.chosen, [seen.hits[0]], path);
          const groups = await tab.$$eval('dialog.search [role=listbox] [role=group]', (groups) =>
            groups.map((group) => group.querySelectorAll('[role=option]').length));
          assert.ok(groups.every(Boolean), `${path}: ${groups}`);
          mend();
          const mended = await ask(tab, `${question} `);
          assert.equal(mended.hits.length, FIRST_SHOWN, path);
          assert.doesNotMatch(mended.said, /illisible/);
        });
      }
    });

    test(`whose list of services is ${what} says so, and answers the next question`, () =>
      damaged('search/s.js', damage, async (tab, { firstOf }) => {
        await open(tab);
        await ask(tab, question);
        const seen = await again(tab, () => tab.selectOption('dialog.search select', { index: 1 }));
        assert.match(seen.said, complaint);
        assert.equal(firstOf(await ask(tab, `${question} `)), answer);
      }));

    // A script that was changed may do anything.
    for (const file of what === 'changed' ? [] : ['theme/search.js', 'theme/search-dialog.js', 'theme/search.css']) {
      if (file.endsWith('css') && what !== 'missing') continue;
      test(`whose ${file} is ${what} says so in the page, and works once it is mended`, () =>
        damaged(file, damage, async (tab, { index, firstOf, mend }) => {
          const told = async () => complaint.test((await tab.textContent('main .search-failed')).replace(/\s+/g, ' ').trim());
          await tab.keyboard.press('/');
          await becomes(told, true);
          assert.equal(await tab.evaluate(() => document.activeElement.querySelector('a').href), index);
          assert.equal(await isOpen(tab), false);
          // Once, however often somebody tries.
          await tab.click('site-search button');
          await tab.waitForFunction(() => document.activeElement.matches('.search-failed'));
          assert.equal(await tab.locator('.search-failed').count(), 1);
          mend();
          await open(tab);
          assert.equal(firstOf(await ask(tab, question)), answer);
        }, /ERR_FILE_NOT_FOUND|^error: /));
    }
  }
});

/** What the dialog can look like: nothing typed, answers, one filter pressed, nothing found, and files that are not there. */
const states = {
  empty: () => {},
  answers: (tab) => ask(tab, 'restaurer nextclud'),
  'answers in two languages': async (tab) => {
    await tab.goto(english);
    await open(tab);
    await ask(tab, 'restore nextcloud 192.0.2.10');
    await again(tab, () => tab.locator('dialog.search [aria-pressed]').first().click());
  },
  'nothing found': (tab) => ask(tab, 'xyzzy'),
};

describe('the dialog', { concurrency: 2 }, () => {
  const doubled = 'html { font-size: 225% !important }';
  /** WCAG 1.4.12, "Text Spacing". */
  const spaced = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-bottom: 2em !important }`;
  const sizes = [{ width: 320, height: 640 }, { width: 360, height: 740 }, { width: 1280, height: 800 }];

  /** Opens the dialog and has it look like one of the states. */
  const show = (state, options, look) => visit(home, async (tab) => {
    await open(tab);
    await states[state](tab);
    return look(tab);
  }, options);

  /** What of the dialog lies beside it. The row of filters may be pushed aside. */
  const sticksOut = () => {
    const search = document.querySelector('dialog.search');
    const { left, right } = search.getBoundingClientRect();
    const faults = search.scrollWidth > search.clientWidth ? [`it is ${search.scrollWidth} wide, and ${search.clientWidth} are shown`] : [];
    const field = search.querySelector('[role=combobox]').clientWidth;
    if (field < innerWidth / 2) faults.push(`one can see ${field} px of what is typed`);
    if (left < 0 || right > innerWidth) faults.push(`it goes from ${left} to ${right} of ${innerWidth}`);
    for (const element of search.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      const isAside = element.closest('.visually-hidden') || element.parentElement.closest('.search-filters');
      if (box.width && !isAside && (box.left < left || box.right > right + 1)) faults.push(element.outerHTML.slice(0, 80));
    }
    return faults;
  };

  for (const state of Object.keys(states)) {
    test(`${state}: has no fault that axe knows, light and dark, narrow and wide`, () =>
      show(state, laboratory, async (tab) => {
        await tab.evaluate(axe);
        const faults = [];
        for (const colorScheme of ['light', 'dark']) {
          for (const { width, height } of sizes) {
            await tab.setViewportSize({ width, height });
            await tab.emulateMedia({ colorScheme });
            const found = await tab.evaluate(violations);
            faults.push(...found.map((fault) => `${width} px, ${colorScheme}: ${fault}`));
            await tab.screenshot({ path: picture('search', `${state.replaceAll(' ', '-')}-${width}-${colorScheme}.png`) });
          }
        }
        assert.deepEqual(faults, []);
      }));

    test(`${state}: fits every width, whatever the reader does to the text, and all can be hit`, () =>
      show(state, laboratory, async (tab) => {
        const faults = [];
        for (const [what, content] of [['as it is', ':root {}'], ['wider spacing', spaced], ['text of twice the size', doubled]]) {
          const style = await tab.addStyleTag({ content });
          for (const size of sizes) {
            await tab.setViewportSize(size);
            for (const look of [sticksOut, smallTargets]) {
              faults.push(...(await tab.evaluate(look)).map((fault) => `${size.width} px, ${what}: ${fault}`));
            }
          }
          await style.evaluate((element) => element.remove());
        }
        assert.deepEqual(faults, []);
      }));

    test(`${state}: shows where the keyboard is, and keeps it`, () =>
      show(state, { reducedMotion: 'reduce' }, async (tab) => {
        for (const size of sizes) {
          await tab.setViewportSize(size);
          const faults = [];
          const stops = new Set();
          for (let press = 0; press < 20; press += 1) {
            await tab.keyboard.press('Tab');
            const focus = await tab.evaluate(focused);
            // The browser's own buttons come between the last stop and the first.
            if (focus.end) continue;
            faults.push(...focus.faults);
            stops.add(await tab.evaluate(() => document.activeElement.closest('dialog.search') && document.activeElement.outerHTML));
          }
          assert.deepEqual(faults, []);
          assert.ok(stops.size > 3 && !stops.has(null), [...stops].join('\n'));
        }
      }));
  }

  test('what is chosen and what is pressed can be told in colours of the reader', () =>
    show('answers', {}, async (tab) => {
      await tab.keyboard.press('ArrowDown');
      const pressed = tab.locator('dialog.search [aria-pressed]').first();
      await again(tab, () => pressed.click());
      await tab.emulateMedia({ forcedColors: 'active' });
      const edges = (selector) => tab.$$eval(selector, (all) => [...new Set(all.map((element) => {
        const { outlineStyle, outlineWidth, borderTopWidth } = getComputedStyle(element);
        return [outlineStyle !== 'none' && outlineWidth, borderTopWidth].join();
      }))]);
      const others = await edges('.hit[aria-selected=false]');
      const [chosen, ...more] = await edges('.hit[aria-selected=true]');
      assert.ok(chosen && !more.length && !others.includes(chosen), `${chosen} among ${others}`);
      assert.match(await pressed.evaluate((element) => getComputedStyle(element, '::before').content), /✓/);
      await tab.screenshot({ path: picture('search', 'forced-colours.png') });
    }));

  test('is not printed, nor is the way into it', () =>
    show('answers', {}, async (tab) => {
      const path = picture('search', 'printed.pdf');
      await tab.pdf({ path, format: 'A4', preferCSSPageSize: true });
      const printed = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
      const title = await tab.textContent('h1');
      assert.ok(printed.replace(/\s+/g, ' ').includes(title.replace(/\s+/g, ' ').trim()), printed.slice(0, 500));
      assert.doesNotMatch(printed, /Rechercher|Fermer|réponses|nextclud/);
    }));

  test('is a whole screen where the finger is the pointer, says nothing of keys, and closes', () =>
    visit(home, async (tab) => {
      await tab.tap('site-search button');
      await becomes(() => isOpen(tab), true);
      await ask(tab, 'certificat');
      const { width, height } = await tab.locator('dialog.search').boundingBox();
      assert.deepEqual([width, height], [360, 740]);
      assert.equal(await tab.locator('.search-foot').isVisible(), false);
      await tab.tap('.search-close');
      await becomes(() => isOpen(tab), false);
      const [answer] = (await again(tab, () => tab.tap('site-search button'))).hits;
      await tab.tap('.hit');
      await becomes(async () => tab.url(), answer);
    }, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } }));
});

describe('without scripts', { concurrency: 3 }, () => {
  // Where a short name means two things there is no bar, only the two.
  for (const [kind, page] of Object.entries(kinds).filter(([, page]) => !page.startsWith('r/'))) {
    test(`${kind}: the bar leads to the list of everything`, () =>
      visit(addressOf('everything', page), async (tab) => {
        const [link, ...others] = await tab.locator('site-search a').all();
        assert.equal(others.length, 0);
        assert.ok(await link.isVisible());
        const { height } = await link.boundingBox();
        assert.ok(height >= 24, `${height} px`);
        const tree = page.startsWith('fr/') ? 'fr/' : '';
        assert.equal((await link.textContent()).trim(), 'Index A–Z');
        await link.click();
        await becomes(async () => tab.url(), addressOf('everything', `${tree}index-a-z.html`));
        assert.equal(await tab.locator('site-search button, dialog').count(), 0);
      }, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }));
  }
});
