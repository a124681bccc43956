// What the browser tests share: where the finished sites lie, which pages stand for which kind, a browser, and a web server.
import { createReadStream, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize, relative, sep } from 'node:path';
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

/** Every page of a site, as addresses below its folder. Short and former names are left out: they lead elsewhere at once. */
export function everyPage(site) {
  const root = join(sites, site);
  const leadsOn = (path) => readFileSync(join(root, path), 'utf8').includes('http-equiv="refresh"');
  return readdirSync(root, { recursive: true })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.html') && !path.startsWith('r/') && !leadsOn(path))
    .sort();
}

/** One page of every kind that a site can have, by what it is. The site `everything` has them all. */
export const kinds = {
  start: 'index.html',
  'taking over': 'take-over.html',
  'something is broken': 'broken.html',
  'who to call': 'contacts.html',
  access: 'access.html',
  dates: 'dates.html',
  'a to z': 'index-a-z.html',
  glossary: 'glossary.html',
  decisions: 'decisions.html',
  readiness: 'readiness.html',
  departures: 'departures.html',
  'restore order': 'recovery/index.html',
  'loss of a host': 'recovery/host-mx1-eu1-example-net.html',
  findings: 'findings.html',
  rules: 'rules/index.html',
  'rules of a group': 'rules/runbook.html',
  contents: 'contents.html',
  about: 'about.html',
  'not found': '404.html',
  'short name of two things': 'r/smtp.html',
  organisation: 'organisation/index.html',
  person: 'person/bob.html',
  service: 'service/mail.html',
  host: 'host/mx1-eu1-example-net.html',
  provider: 'provider/names.html',
  domain: 'domain/example-org.html',
  credential: 'credential/backup-key.html',
  backup: 'backup/mail-nightly.html',
  'mail flow': 'mail-flow/notices.html',
  project: 'project/garden.html',
  contract: 'contract/cloudy-plan.html',
  partner: 'partner/neighbours.html',
  'thing of which nothing is known': 'contract/insurance.html',
  list: 'service/index.html',
  'takeover runbook': 'people/take-over.html',
  'restore runbook': 'mail/restore.html',
  'diagnose runbook': 'mail/no-mail.html',
  'operate runbook, do-confirm': 'mail/upgrade.html',
  'communicate runbook': 'people/tell-members.html',
  'exit runbook': 'people/leave-cloudy.html',
  decision: 'decisions/one-machine.html',
  reference: 'notes/ports.html',
  'folder with a page': 'mail/index.html',
  'folder without a page': 'notes/index.html',
  'plain page': 'notes/deep/a-page-with-a-long-name-capitals-and-accents-eau.html',
  'empty page': 'notes/empty.html',
  'page in another language': 'notes/francais.html',
  'start in the other language': 'fr/index.html',
  'translated page': 'fr/mail/restore.html',
  'page that nobody has translated': 'fr/mail/upgrade.html',
};

/** The name of a kind as part of a file's name. */
export const stem = (kind) => kind.replace(/\W+/g, '-');

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

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** The plainest web server there is, on loopback and a port that the system chooses: files of a site, and 404 for the rest. */
export async function serve(site) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const file = join(sites, site, path);
    const found = statSync(file, { throwIfNoEntry: false })?.isFile();
    response.writeHead(found ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    if (found) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
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
