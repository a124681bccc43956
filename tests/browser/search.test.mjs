// The search of a finished site as a reader meets it: by keyboard, by hand and by address, from a stick and from the web, damaged,
// and asked what nobody should ask.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { queries } from '../search/queries.mjs';
import { axe, focused, smallTargets, violations } from './audit.mjs';
import { addressOf, kinds, launch, picture, serve, sites, watch } from './support.mjs';

const PATIENCE = 15_000;
const FIRST_SHOWN = 10;

const home = addressOf('example', 'index.html');
const english = addressOf('example', 'en/index.html');
const root = new URL('.', home).href;

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Opens a page in a browser that remembers nothing, and demands that there was nothing to complain of. */
async function visit(address, look, { isOurs, ...options } = {}) {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 800 }, ...options });
  try {
    const tab = await context.newPage();
    const faults = watch(tab, isOurs);
    tab.on('dialog', (box) => {
      faults.push(`the page asks: ${box.message()}`);
      box.dismiss();
    });
    await tab.goto(address);
    const seen = await look(tab, { context, faults });
    assert.deepEqual(faults, []);
    return seen;
  } finally {
    await context.close();
  }
}

/** For looking into a page with tools that its own policy would not let in. */
const laboratory = { bypassCSP: true };

/** What the dialog shows and says; runs in the page. */
function dialog() {
  const search = document.querySelector('dialog.search');
  if (!search) return { isOpen: false };
  const text = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const options = [...search.querySelectorAll('[role=option]')];
  return {
    isOpen: search.open,
    query: search.querySelector('[role=combobox]').value,
    hits: options.map(({ href }) => href),
    chosen: options.filter((option) => option.ariaSelected === 'true').map(({ href }) => href),
    filters: [...search.querySelectorAll('[aria-pressed]')].map(text),
    pressed: [...search.querySelectorAll('[aria-pressed=true]')].map(text),
    said: text(search.querySelector('.search-said')),
    aloud: text(search.querySelector('[role=status]')),
    ways: [...search.querySelectorAll('.search-said a')].map(({ href }) => href),
  };
}

/** Looks again and again until what is seen is what is expected. */
async function becomes(look, expected) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look().catch((error) => error);
    if (isDeepStrictEqual(seen, expected)) return;
    if (Date.now() > end) assert.deepEqual(seen, expected);
    await pause(20);
  }
}

const isOpen = (tab) => tab.evaluate(() => document.querySelector('dialog.search')?.open ?? false);
const first = async (tab) => (await tab.evaluate(dialog)).hits?.[0]?.replace(root, '');
const hereAt = async (tab) => tab.url().replace(root, '');

/** Opens the dialog, which then says what can be asked. */
async function open(tab, key = '/') {
  await tab.keyboard.press(key);
  await tab.waitForSelector('dialog.search[open] .search-said p');
}

/** Waits for the answer to be told, and for all of it to be there. */
async function answered(tab) {
  await tab.waitForFunction(() => {
    const search = document.querySelector('dialog.search');
    return search?.querySelector('[role=status]').textContent && !search.querySelector('.hit:not([href])');
  }, undefined, { timeout: PATIENCE });
  return tab.evaluate(dialog);
}

/** Asks, as somebody who pastes. Whatever was told before is forgotten, so that what is told next answers this. */
async function ask(tab, query) {
  await tab.evaluate(() => { document.querySelector('dialog.search [role=status]').textContent = ''; });
  await tab.fill('dialog.search [role=combobox]', query);
  return answered(tab);
}

/** Does something that has the question answered anew. */
async function again(tab, act) {
  await tab.evaluate(() => { document.querySelector('dialog.search [role=status]').textContent = ''; });
  await act();
  return answered(tab);
}

/** Whether the beginning of something can be seen. */
const isShown = (tab, selector) => tab.evaluate((selector) => {
  const { top } = document.querySelector(selector).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}, selector);

const pageOf = (address) => address.replace(root, '').replace(/[?#].*/, '');

describe('from the disk', () => {
  test('nothing of the search is loaded before somebody comes near it, and then only files of the site', async () => {
    const asked = [];
    const context = await browser.newContext({ locale: 'fr-FR' });
    const tab = await context.newPage();
    tab.on('request', (request) => asked.push(request.url().replace(root, '').replace(/\?.*/, '')));
    const ofSearch = () => [...new Set(asked.filter((path) => /^(search\/|theme\/search)/.test(path)))].sort();
    const runtime = ['theme/search-dialog.js', 'theme/search.css', 'theme/search.js'];
    await tab.goto(home);
    await tab.mouse.move(5, 600);
    await tab.keyboard.press('Tab');
    assert.deepEqual(ofSearch(), []);
    await tab.hover('site-search button');
    await becomes(async () => ofSearch(), runtime);
    await open(tab);
    await becomes(async () => ofSearch(), ['search/m.js', ...runtime]);
    await ask(tab, 'restaurer nextclud');
    assert.ok(ofSearch().some((path) => path.startsWith('search/i/')) && ofSearch().some((path) => path.startsWith('search/d/')));
    const missing = asked.filter((path) => !existsSync(join(sites, 'example', path)));
    assert.deepEqual(missing, []);
    await context.close();
  });

  test('the keyboard alone coming to the button loads it, too', () =>
    visit(home, async (tab) => {
      await tab.focus('site-search button');
      await becomes(() => tab.evaluate(() => typeof releve.ask), 'function');
      await tab.keyboard.press('Enter');
      await becomes(() => isOpen(tab), true);
    }));

  for (const key of ['/', 'Control+k']) {
    test(`${key} opens it, and what is meant is first although it is misspelt`, () =>
      visit(home, async (tab) => {
        await open(tab, key);
        await tab.keyboard.type('restaurer nextclud');
        await becomes(() => first(tab), 'nextcloud/restaurer.html');
        assert.equal(await tab.inputValue('dialog.search [role=combobox]'), 'restaurer nextclud');
        const { said } = await answered(tab);
        assert.match(said, /« nextclud » a été compris comme « nextcloud »/);
        await tab.keyboard.press('Enter');
        await becomes(() => hereAt(tab), 'nextcloud/restaurer.html');
      }));
  }

  test('who comes back finds the words, the filters and the answer that was chosen', () =>
    visit(home, async (tab) => {
      await open(tab);
      await ask(tab, 'certificat');
      const filters = tab.locator('dialog.search [aria-pressed]');
      await again(tab, () => filters.filter({ hasText: 'Services' }).click());
      await tab.focus('dialog.search [role=combobox]');
      await tab.keyboard.press('ArrowDown');
      await tab.keyboard.press('ArrowDown');
      const left = await tab.evaluate(dialog);
      assert.equal(left.chosen[0], left.hits[2]);
      await tab.keyboard.press('Enter');
      await becomes(() => hereAt(tab), left.chosen[0].replace(root, ''));
      await tab.goBack();
      assert.deepEqual(await answered(tab), left);
      // Nor does a second look at it forget.
      await tab.reload();
      assert.deepEqual(await answered(tab), left);
    }));

  test('Escape closes it, gives the keyboard back, and the address forgets the question', () =>
    visit(home, async (tab) => {
      await tab.focus('.help-call a');
      await open(tab);
      await ask(tab, 'certificat');
      assert.equal(new URL(tab.url()).searchParams.get('q'), 'certificat');
      await tab.keyboard.press('Escape');
      await becomes(() => isOpen(tab), false);
      assert.ok(await tab.evaluate(() => document.activeElement.matches('.help-call a')));
      await becomes(async () => tab.url(), home);
      // It is opened again where it was left.
      await tab.keyboard.press('/');
      await becomes(async () => (await tab.evaluate(dialog)).query, 'certificat');
      assert.equal(await tab.evaluate(() => getSelection().toString()), 'certificat');
    }));

  test('the button that closes it, and a click beside it, do the same; a click on a gap inside does not', () =>
    visit(home, async (tab) => {
      await tab.click('site-search button');
      await becomes(() => isOpen(tab), true);
      await tab.click('dialog.search .search-close');
      await becomes(() => isOpen(tab), false);
      assert.ok(await tab.evaluate(() => document.activeElement.matches('site-search button')));
      await open(tab);
      await ask(tab, 'certificat');
      // Somebody selects what they typed and lets go outside.
      const field = await tab.locator('dialog.search [role=combobox]').boundingBox();
      await tab.mouse.move(field.x + 60, field.y + field.height / 2);
      await tab.mouse.down();
      await tab.mouse.move(20, 400);
      await tab.mouse.up();
      assert.equal(await isOpen(tab), true);
      // On a phone it is the whole screen, and most of that can be empty.
      await tab.setViewportSize({ width: 360, height: 740 });
      await ask(tab, 'xyzzy');
      await tab.mouse.click(180, 600);
      assert.equal(await isOpen(tab), true);
      await tab.setViewportSize({ width: 1280, height: 800 });
      await tab.mouse.click(20, 400);
      await becomes(() => isOpen(tab), false);
    }));

  test('where something is typed, / is a letter', () =>
    visit(home, async (tab) => {
      await tab.focus('theme-switch select');
      await tab.keyboard.press('/');
      assert.equal(await isOpen(tab), false);
      await tab.focus('site-search button');
      await open(tab);
      await tab.keyboard.type('/etc/postfix/sasl_passwd');
      assert.equal(await tab.inputValue('dialog.search [role=combobox]'), '/etc/postfix/sasl_passwd');
      await becomes(() => first(tab).then(pageOf), 'mail/les-mails-n-arrivent-pas.html');
      // Elsewhere in the dialog it leads back to the words.
      await tab.focus('dialog.search .search-close');
      await tab.keyboard.press('/');
      await becomes(() => tab.evaluate(() => document.activeElement.role), 'combobox');
    }));

  test('the key can be switched off, and stays off', () =>
    visit(home, async (tab) => {
      await open(tab);
      const box = tab.getByLabel('la touche / ouvre ceci');
      assert.equal(await box.isChecked(), true);
      await box.uncheck();
      await tab.keyboard.press('Escape');
      await becomes(() => isOpen(tab), false);
      for (const load of [() => undefined, () => tab.reload(), () => tab.goto(english)]) {
        await load();
        await tab.keyboard.press('/');
        assert.equal(await isOpen(tab), false);
        await tab.keyboard.press('Control+k');
        await becomes(() => isOpen(tab), true);
        await tab.keyboard.press('Escape');
        await becomes(() => isOpen(tab), false);
      }
      await tab.keyboard.press('Control+k');
      await tab.getByLabel('the key / opens this').check();
      await tab.keyboard.press('Escape');
      await tab.reload();
      await open(tab);
    }));
});

describe('answers', () => {
  test('form a list that a combobox controls: one is chosen, the arrows go round, and the keyboard stays in the field', () =>
    visit(home, async (tab) => {
      const state = () => tab.evaluate(() => {
        const input = document.querySelector('dialog.search input');
        const list = document.getElementById(input.getAttribute('aria-controls'));
        const options = [...list.querySelectorAll('[role=option]')];
        return {
          isOpen: document.querySelector('dialog.search').matches(':modal'),
          roles: [input.role, list.role],
          names: [document.querySelector('dialog.search'), input, list].map(({ ariaLabel }) => ariaLabel),
          isExpanded: input.ariaExpanded,
          count: options.length,
          selected: options.flatMap(({ ariaSelected }, place) => (ariaSelected === 'true' ? [place] : [])),
          active: input.getAttribute('aria-activedescendant') && options.findIndex(({ id }) => id === input.getAttribute('aria-activedescendant')),
          hasFocus: document.activeElement === input,
        };
      });
      const still = {
        isOpen: true, roles: ['combobox', 'listbox'], names: ['Rechercher', 'Rechercher', 'Réponses'], hasFocus: true,
      };
      const empty = { ...still, isExpanded: 'false', count: 0, selected: [], active: null };
      const at = (place) => ({ ...still, isExpanded: 'true', count: FIRST_SHOWN, selected: [place], active: place });
      await open(tab);
      assert.deepEqual(await state(), empty);
      await ask(tab, 'certificat');
      assert.deepEqual(await state(), at(0));
      for (const [key, place] of [['Up', 9], ['Up', 8], ['Down', 9], ['Down', 0], ['Down', 1]]) {
        await tab.keyboard.press(`Arrow${key}`);
        assert.deepEqual(await state(), at(place));
      }
      await ask(tab, 'xyzzy');
      assert.deepEqual(await state(), empty);
      await ask(tab, 'certificat');
      await tab.fill('dialog.search input', ' ');
      await becomes(state, empty);
    }));

  test('stand in groups that have names, each a link that says what it leads to', () =>
    visit(home, async (tab) => {
      await open(tab);
      await ask(tab, 'restaurer nextcloud');
      const groups = await tab.$$eval('dialog.search [role=listbox] > [role=group]', (groups) => groups.map((group) => ({
        name: group.ariaLabel,
        shown: group.querySelector('[aria-hidden=true]').textContent,
        options: group.querySelectorAll(':scope > a[role=option][href]').length,
      })));
      assert.equal(groups.reduce((sum, { options }) => sum + options, 0), FIRST_SHOWN);
      assert.equal(groups[0].name, 'Incidents');
      assert.deepEqual(groups.filter(({ name, shown, options }) => name !== shown || !options), []);
      assert.equal(new Set(groups.map(({ name }) => name)).size, groups.length);
      const kind = await tab.textContent('dialog.search [role=option] .hit-kind');
      assert.match(kind, /^restauration · /);
    }));

  test('show what was found in them', () =>
    visit(home, async (tab) => {
      await open(tab);
      await ask(tab, 'restaurer nextclud');
      const marks = await tab.$$eval('dialog.search .hit:first-of-type mark', (marks) => marks.map(({ textContent }) => textContent));
      assert.deepEqual([...new Set(marks)].slice(0, 2), ['Restaurer', 'Nextcloud']);
    }));

  test('are counted aloud, but only once it is quiet', () =>
    visit(home, async (tab) => {
      const said = () => tab.textContent('dialog.search .search-said');
      const aloud = () => tab.textContent('dialog.search [role=status]');
      await open(tab);
      await tab.clock.pauseAt(Date.now() + 3_600_000);
      await tab.fill('dialog.search input', 'certificats');
      await tab.waitForFunction(() => / réponses$/.test(document.querySelector('.search-said').textContent));
      await tab.clock.runFor(390);
      await tab.fill('dialog.search input', 'mot de passe');
      const count = await said();
      await becomes(async () => (await said()) !== count, true);
      await tab.clock.runFor(390);
      assert.equal(await aloud(), '');
      await tab.clock.runFor(20);
      assert.match(await aloud(), /^\d+ réponses$/);
      assert.equal(await aloud(), await said());
    }));

  test('open in a new tab with Ctrl, and the dialog stays', () =>
    visit(home, async (tab, { context }) => {
      await open(tab);
      await ask(tab, 'restaurer nextcloud');
      const act = [() => tab.keyboard.press('Control+Enter'), () => tab.click('dialog.search .hit', { modifiers: ['Control'] })];
      for (const press of act) {
        const [opened] = await Promise.all([context.waitForEvent('page'), press()]);
        await opened.waitForURL(`${root}nextcloud/restaurer.html`);
        await opened.close();
        const { isOpen, query } = await tab.evaluate(dialog);
        assert.deepEqual([isOpen, query], [true, 'restaurer nextcloud']);
      }
    }));

  test('never hide under the field, wherever the arrows lead', () =>
    visit(home, async (tab) => {
      // What is chosen, and whether its first line can be seen.
      const hidden = () => tab.evaluate(() => {
        const title = document.querySelector('.hit[aria-selected=true] .hit-title');
        const { left, top, height } = title.getClientRects()[0];
        return title.contains(document.elementFromPoint(left + 5, top + height / 2)) ? undefined : title.textContent;
      });
      await open(tab);
      await ask(tab, 'certificat');
      for (const size of [{ width: 1280, height: 800 }, { width: 360, height: 500 }]) {
        await tab.setViewportSize(size);
        const faults = [];
        for (const key of ['Up', 'Down']) {
          for (let press = 0; press < FIRST_SHOWN; press += 1) {
            await tab.keyboard.press(`Arrow${key}`);
            faults.push(await hidden());
          }
        }
        assert.deepEqual(faults.filter(Boolean), []);
      }
    }));

  test('are ten at first, and more for who asks for more', () =>
    visit(home, async (tab) => {
      await open(tab);
      const { hits } = await ask(tab, 'certificat');
      assert.equal(hits.length, FIRST_SHOWN);
      const after = await again(tab, () => tab.click('text=Suite des réponses'));
      assert.ok(after.hits.length > FIRST_SHOWN);
      assert.deepEqual(after.chosen, [after.hits[FIRST_SHOWN]]);
      assert.ok(await tab.evaluate(() => document.activeElement.role === 'combobox'));
    }));
});

describe('filters', () => {
  const button = (tab, name) => tab.locator('dialog.search [aria-pressed]').filter({ hasText: name });
  const hasFocus = (tab) => tab.evaluate(() => document.activeElement.textContent);

  test('leave only their group, keep the keyboard, and are released by the same key', () =>
    visit(home, async (tab) => {
      await open(tab);
      const all = await ask(tab, 'certificat');
      const { name, count } = all.filters.map((text) => /^(?<name>.*) (?<count>\d+)$/.exec(text).groups).find(({ name }) => name === 'Services');
      await button(tab, name).focus();
      const narrowed = await again(tab, () => tab.keyboard.press('Space'));
      assert.deepEqual(narrowed.pressed, [`${name} ${count}`]);
      assert.equal(await hasFocus(tab), `${name} ${count}`);
      assert.equal(narrowed.said, `${count} réponses`);
      const groups = await tab.$$eval('dialog.search [role=listbox] [role=group]', (groups) => groups.map(({ ariaLabel }) => ariaLabel));
      assert.deepEqual(groups, [name]);
      const released = await again(tab, () => tab.keyboard.press('Enter'));
      assert.equal(await hasFocus(tab), `${name} ${count}`);
      assert.deepEqual(released, all);
    }));

  test('that leave nothing of the next question can still be released', () =>
    visit(home, async (tab) => {
      await open(tab);
      await ask(tab, 'certificat');
      await again(tab, () => button(tab, 'Incidents').click());
      // The number of the association in its register.
      const { pressed, hits } = await ask(tab, 'W000000000');
      assert.deepEqual([pressed, hits], [['Incidents 0'], []]);
      const released = await again(tab, () => button(tab, 'Incidents').click());
      assert.deepEqual([released.pressed, released.hits], [[], [`${root}organisation/index.html`]]);
    }));

  test('leave what is about a service', () =>
    visit(home, async (tab) => {
      await open(tab);
      const all = await ask(tab, 'restaurer');
      const narrowed = await again(tab, () => tab.selectOption('dialog.search select', { label: 'Discourse' }));
      assert.ok(narrowed.hits.length && narrowed.said !== all.said, narrowed.said);
      assert.ok(narrowed.hits.includes(`${root}discourse/restaurer.html`), narrowed.hits.join(' '));
      assert.deepEqual(narrowed.hits.filter((address) => /nextcloud|rocketchat/.test(address)), []);
      assert.deepEqual(await again(tab, () => tab.selectOption('dialog.search select', '')), all);
    }));

  test('leave the pages of a language, which are told apart where both are shown', () =>
    visit(english, async (tab) => {
      await open(tab);
      const all = await ask(tab, 'restaurer nextcloud');
      assert.ok(all.filters.some((text) => /^Français \d/.test(text)) && all.filters.some((text) => /^English \d/.test(text)), all.filters.join());
      const languages = () => tab.$$eval('dialog.search .hit-title', (titles) => [...new Set(titles.map((title) => title.closest('[lang]').lang))]);
      for (const [name, lang] of [['English', 'en'], ['Français', 'fr']]) {
        await again(tab, () => button(tab, name).click());
        assert.deepEqual(await languages(), [lang]);
        // What is in another language than the page says so.
        const kinds = await tab.$$eval('dialog.search .hit-kind', (kinds) => kinds.map(({ textContent }) => textContent));
        assert.ok(kinds.every((kind) => kind.endsWith(' · Français') === (lang === 'fr')), kinds.join());
        await again(tab, () => button(tab, name).click());
      }
    }));
});

describe('an address', () => {
  const asking = (page, query) => `${page}?${new URLSearchParams({ q: query })}`;

  test('with a question in it opens with the answer', () =>
    visit(asking(home, 'certificat'), async (tab) => {
      const { isOpen, query, hits, chosen } = await answered(tab);
      assert.deepEqual([isOpen, query], [true, 'certificat']);
      assert.equal(pageOf(hits[0]), 'certificats/certificat-expire.html');
      assert.deepEqual(chosen, [hits[0]]);
    }));

  test('with an empty question, or one that is not ours, opens the page alone', async () => {
    for (const what of ['?q=', '?query=certificat', '?', '#q=certificat']) {
      await visit(home + what, async (tab) => {
        await tab.waitForFunction(() => document.querySelector('site-search button'));
        assert.equal(await isOpen(tab), false);
        assert.equal(await tab.evaluate(() => typeof releve.ask), 'undefined');
      });
    }
  });

  test('of an answer leads to the place in the page', () =>
    visit(asking(home, 'première heure'), async (tab) => {
      const { hits } = await answered(tab);
      const [place] = hits.filter((address) => address.includes('#'));
      await tab.click(`dialog.search .hit[href$="${place.replace(root, '')}"]`);
      await becomes(async () => tab.url(), place);
      await becomes(() => isShown(tab, ':target'), true);
    }));

  for (const [page, query, anchor] of [
    ['certificats/certificat-expire.html', 'NET::ERR_CERT_DATE_INVALID', ''],
    ['reprise/premiere-heure.html', 'première heure', '#premiere-heure'],
  ]) {
    test(`of an answer on the very page that is open (${anchor || 'its top'}) closes the dialog and goes there, without loading it again`, () =>
      visit(root + page, async (tab) => {
        await tab.evaluate(() => {
          document.body.dataset.stays = '';
          scrollTo(0, document.body.scrollHeight);
        });
        await open(tab);
        const { hits } = await ask(tab, query);
        assert.equal(hits[0], root + page + anchor);
        await tab.keyboard.press('Enter');
        await becomes(() => isOpen(tab), false);
        await becomes(async () => tab.url(), hits[0]);
        await becomes(() => isShown(tab, anchor ? ':target' : 'h1'), true);
        assert.ok(await tab.evaluate(() => 'stays' in document.body.dataset));
      }));
  }
});

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

describe('on the web', () => {
  let web;
  before(async () => { web = await serve('example'); });
  after(() => web.close());

  test('the answers are those from the disk, and nothing is asked of anybody else', async () => {
    const query = 'restaurer nextclud';
    const look = async (tab) => {
      await open(tab);
      const seen = await ask(tab, query);
      const base = new URL('.', tab.url()).href;
      const hits = seen.hits.map((address) => address.replace(base, ''));
      await tab.keyboard.press('Enter');
      await becomes(async () => tab.url().replace(base, ''), hits[0]);
      return [hits, seen.said, seen.filters];
    };
    const fromDisk = await visit(home, look);
    assert.equal(fromDisk[0][0], 'nextcloud/restaurer.html');
    // A breach of the page's own policy is an error on the console, of which there is none.
    const isOurs = (url) => url.startsWith(`${web.origin}/`) || url.startsWith('data:');
    assert.deepEqual(await visit(`${web.origin}/index.html`, look, { isOurs }), fromDisk);
  });

  test('who presses Enter before the answer is there opens that answer, not one to the words before', () =>
    visit(`${web.origin}/index.html`, async (tab) => {
      await open(tab);
      const before = await ask(tab, 'certificat');
      let arrive;
      const line = new Promise((free) => { arrive = free; });
      await tab.route('**/search/i/*', async (route) => {
        await line;
        await route.continue();
      });
      const asked = tab.waitForRequest('**/search/i/*');
      await tab.fill('dialog.search input', 'restaurer nextcloud');
      await asked;
      await tab.keyboard.press('Enter');
      assert.deepEqual((await tab.evaluate(dialog)).hits, before.hits);
      arrive();
      await becomes(async () => tab.url(), `${web.origin}/nextcloud/restaurer.html`);
    }, { isOurs: (url) => url.startsWith(`${web.origin}/`) || url.startsWith('data:') }));
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
      await tab.tap('site-search button');
      const [answer] = (await again(tab, () => {})).hits;
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

describe('what people type', () => {
  /** A query of each class of the table by which the search is judged. */
  const chosen = [
    'DisquePresquePlein', 'presqueplein', 'gmail blocks our mail', 'plus aucun mail ne part', 'restarer nextclud', 'restau disc',
    'prevenir les projèts', 'perte d\'un serveur', 'NET::ERR_CERT_DATE_INVALID', '192.0.2.10', '/etc/postfix/sasl_passwd', 'disk full',
    'licence cloudron',
  ];
  const table = queries('queries').filter(({ site, query }) => site === 'example' && chosen.includes(query));

  test('is one query of each class', () => {
    assert.equal(table.length, chosen.length);
    assert.equal(new Set(table.map(({ kind }) => kind)).size, chosen.length);
  });

  for (const { kind, reader, query, answers } of table) {
    test(`${kind}: ${query}`, () =>
      visit(reader === 'en' ? english : home, async (tab) => {
        await open(tab);
        const [hit] = (await ask(tab, query)).hits;
        const found = pageOf(hit).replace(/^en\//, '').replace(/\.html$/, '');
        assert.ok(answers.includes(found), `${found} instead of ${answers}`);
      }));
  }
});
