// The search in stock Firefox, which treats every local file as an origin of its own.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchFirefox } from './stock-firefox.mjs';
import { addressOf, sites } from './support.mjs';

const PATIENCE = 15_000;

const home = addressOf('example', 'index.html');
const root = new URL('.', home).href;

let browser;
let page;
let faults;
before(async () => { browser = await launchFirefox(); });
after(() => browser.close());

/** Opens a page in a new tab, which complains of nothing. */
async function visit(address) {
  await page?.close();
  page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE);
  faults = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address, { waitUntil: 'load' });
}

const field = 'dialog.search[open] [role=combobox]';

/** Waits until an address is first among the answers, and all of them are there. */
async function isFirst(path) {
  await page.waitForFunction((address) => {
    const [first] = document.querySelectorAll('dialog.search[open] [role=option]');
    return first?.href === address && !document.querySelector('.hit:not([href])');
  }, {}, root + path);
}

const isAt = (path) => page.waitForFunction((address) => location.href === address, {}, root + path);

test('/ opens it, what is meant is first although it is misspelt, and Enter goes there', async () => {
  await visit(home);
  await page.keyboard.press('/');
  await page.waitForSelector(`${field}:focus`);
  await page.keyboard.type('restaurer nextclud');
  await isFirst('nextcloud/restaurer.html');
  assert.equal(await page.$eval(field, ({ value }) => value), 'restaurer nextclud');
  assert.deepEqual(faults, []);
  await page.keyboard.press('Enter');
  await isAt('nextcloud/restaurer.html');
});

test('who goes back finds the words and the answer that was chosen', async () => {
  await visit(home);
  await page.keyboard.press('/');
  await page.waitForSelector(`${field}:focus`);
  await page.keyboard.type('certificat');
  await isFirst('certificats/certificat-expire.html');
  await page.keyboard.press('ArrowDown');
  const chosen = await page.$eval('[role=option][aria-selected=true]', ({ href }) => href);
  assert.notEqual(chosen, `${root}certificats/certificat-expire.html`);
  await page.keyboard.press('Enter');
  await isAt(chosen.slice(root.length));
  // Firefox has kept the page: nothing is loaded that one could wait for.
  await page.evaluate(() => history.back());
  await isFirst('certificats/certificat-expire.html');
  assert.equal(await page.$eval(field, ({ value }) => value), 'certificat');
  assert.equal(await page.$eval('[role=option][aria-selected=true]', ({ href }) => href), chosen);
  assert.deepEqual(faults, []);
});

test('Escape closes it at once, gives the keyboard back, and the address forgets the question', async () => {
  await visit(`${home}?q=certificat`);
  await isFirst('certificats/certificat-expire.html');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog.search').open && !location.search);
  await page.focus('.help-call a');
  await page.keyboard.down('Control');
  await page.keyboard.press('k');
  await page.keyboard.up('Control');
  await isFirst('certificats/certificat-expire.html');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.matches('.help-call a'));
  assert.deepEqual(faults, []);
});

test('Ctrl and Enter open the answer in a new tab', async () => {
  await visit(`${home}?q=certificat`);
  await isFirst('certificats/certificat-expire.html');
  const address = `${root}certificats/certificat-expire.html`;
  const opened = browser.waitForTarget((target) => target.url() === address, { timeout: PATIENCE });
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
  await (await (await opened).page()).close();
  assert.equal(await page.$eval(field, ({ value }) => value), 'certificat');
  assert.deepEqual(faults, []);
});

test('a filter leaves its group only, and keeps the keyboard', async () => {
  await visit(`${home}?q=certificat`);
  await isFirst('certificats/certificat-expire.html');
  const name = await page.$$eval('dialog.search [aria-pressed]', (buttons) => {
    const button = buttons.find(({ textContent }) => textContent.startsWith('Services'));
    button.focus();
    return button.textContent;
  });
  await page.keyboard.press(' ');
  await page.waitForFunction(() => document.activeElement.ariaPressed === 'true'
    && [...document.querySelectorAll('[role=listbox] [role=group]')].every(({ ariaLabel }) => ariaLabel === 'Services'));
  assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
  assert.deepEqual(faults, []);
});

test('a damaged index says so in words and in no other way, and answers again when it is mended', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'releve-search-'));
  try {
    cpSync(join(sites, 'example'), copy, { recursive: true });
    const files = readdirSync(join(copy, 'search/i')).map((name) => join(copy, 'search/i', name));
    const whole = files.map((file) => readFileSync(file));
    files.forEach((file, place) => writeFileSync(file, whole[place].subarray(0, whole[place].length / 2)));
    await visit(`${pathToFileURL(join(copy, 'index.html')).href}?q=certificat`);
    await page.waitForFunction(() => /^La recherche est illisible/.test(document.querySelector('.search-said')?.textContent));
    assert.ok(await page.$eval('.search-said a', ({ href }) => href.endsWith('/index-a-z.html')));
    files.forEach((file, place) => writeFileSync(file, whole[place]));
    await page.type(field, 'certificat');
    await page.waitForFunction(() => document.querySelector('[role=option]')?.href?.endsWith('/certificats/certificat-expire.html'));
    assert.deepEqual(faults, []);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
