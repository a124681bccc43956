// The search of a finished site as a reader meets it: by keyboard, by hand and by address, from a stick and from the web.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { queries } from '../search/queries.mjs';
import { kinds, serve, sites } from './support.mjs';
import {
  again, answered, ask, becomes, browser, dialog, english, first, FIRST_SHOWN, hereAt, home, isOpen, isShown, open, pageOf, root, visit,
} from './search-support.mjs';

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
      // How many there are may be the same, which one is first is not.
      const before = await first(tab);
      await tab.fill('dialog.search input', 'mot de passe');
      await becomes(async () => (await first(tab)) !== before, true);
      await tab.clock.runFor(390);
      assert.equal(await aloud(), '');
      // An answer that comes once more, with a part of the index that was still on its way, starts the silence anew.
      await becomes(async () => {
        await tab.clock.runFor(20);
        return /^\d+ réponses$/.test(await aloud());
      }, true);
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
