// What the tests of the search in a browser share: visits, the dialog as it is seen, and questions that wait for their answers.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { addressOf, launch, watch } from './support.mjs';

export const PATIENCE = 15_000;
export const FIRST_SHOWN = 10;

export const home = addressOf('example', 'index.html');
export const english = addressOf('example', 'en/index.html');
export const root = new URL('.', home).href;

export let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** Opens a page in a browser that remembers nothing, and demands that there was nothing to complain of. */
export async function visit(address, look, { isOurs, ...options } = {}) {
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
export const laboratory = { bypassCSP: true };

/** What the dialog shows and says; runs in the page. */
export function dialog() {
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
export async function becomes(look, expected) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await look().catch((error) => error);
    if (isDeepStrictEqual(seen, expected)) return;
    if (Date.now() > end) assert.deepEqual(seen, expected);
    await pause(20);
  }
}

export const isOpen = (tab) => tab.evaluate(() => document.querySelector('dialog.search')?.open ?? false);
export const first = async (tab) => (await tab.evaluate(dialog)).hits?.[0]?.replace(root, '');
export const hereAt = async (tab) => tab.url().replace(root, '');

/** Opens the dialog, which then says what can be asked. */
export async function open(tab, key = '/') {
  await tab.keyboard.press(key);
  await tab.waitForSelector('dialog.search[open] .search-said p');
}

/** Waits for the answer to be told, and for all of it to be there. */
export async function answered(tab) {
  await tab.waitForFunction(() => {
    const search = document.querySelector('dialog.search');
    return search?.querySelector('[role=status]').textContent && !search.querySelector('.hit:not([href])');
  }, undefined, { timeout: PATIENCE });
  return tab.evaluate(dialog);
}

/** Asks, as somebody who pastes. Whatever was told before is forgotten, so that what is told next answers this. */
export async function ask(tab, query) {
  await tab.evaluate(() => { document.querySelector('dialog.search [role=status]').textContent = ''; });
  await tab.fill('dialog.search [role=combobox]', query);
  return answered(tab);
}

/** Does something that has the question answered anew. */
export async function again(tab, act) {
  await tab.evaluate(() => { document.querySelector('dialog.search [role=status]').textContent = ''; });
  await act();
  return answered(tab);
}

/** Whether the beginning of something can be seen. */
export const isShown = (tab, selector) => tab.evaluate((selector) => {
  const { top } = document.querySelector(selector).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}, selector);

export const pageOf = (address) => address.replace(root, '').replace(/[?#].*/, '');
