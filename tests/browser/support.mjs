// What the browser tests share: where the finished sites lie, which pages stand for which kind, and a browser.
import { readdirSync, mkdirSync, existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));

/** The folder that holds the built sites: `example`, `everything`, `mdbook`. */
export const sites = process.env.RELEVE_SITES ?? join(here, 'out/sites');

/** Where pictures and printed pages are left for people to look at. */
export function picture(site, name) {
  const folder = join(here, 'out/pictures', site);
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

/** Every page of a site, as addresses below its folder. Short names (`r/…`) are left out: they lead elsewhere at once. */
export function everyPage(site) {
  const root = join(sites, site);
  return readdirSync(root, { recursive: true })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('r/'))
    .sort();
}

/** One page of every kind that a site can have, by what it is. The site `everything` has them all. */
export const kinds = {
  start: 'index.html',
  contents: 'contents.html',
  about: 'about.html',
  'not found': '404.html',
  'short name of two things': 'r/smtp.html',
  organisation: 'organisation/index.html',
  service: 'service/mail.html',
  host: 'host/mx1-eu1-example-net.html',
  provider: 'provider/names.html',
  domain: 'domain/example-org.html',
  credential: 'credential/backup-key.html',
  backup: 'backup/mail-nightly.html',
  person: 'person/bob.html',
  list: 'service/index.html',
  runbook: 'mail/restore.html',
  diagnosis: 'mail/no-mail.html',
  'folder with a page': 'mail/index.html',
  'folder without a page': 'notes/index.html',
  'plain page': 'notes/deep/a-page-with-a-long-name-capitals-and-accents-eau.html',
  'page in French': 'notes/francais.html',
};

export function addressOf(site, page) {
  const file = join(sites, site, page);
  if (!existsSync(file)) throw new Error(`${relative(sites, file)} was not built`);
  return pathToFileURL(file).href;
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}

/** Notes everything that a visitor must never meet: errors on the console, and requests that leave the site. */
export function watch(page, isOurs = (url) => url.startsWith('file:') || url.startsWith('data:')) {
  const faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    if (!isOurs(request.url())) faults.push(`foreign request: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // What was still under way when the page was left is no fault of the page.
    const { errorText } = request.failure();
    if (errorText !== 'net::ERR_ABORTED') faults.push(`failed request: ${request.url()}: ${errorText}`);
  });
  return faults;
}
