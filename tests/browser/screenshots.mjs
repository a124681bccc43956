// Makes the pictures of the README from the built example: `node tests/browser/screenshots.mjs [folder of the site]`.
//
// Without a folder it takes the example that `tests/run` built. Same site and browser, same pictures.
import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, sites } from './support.mjs';

const site = resolve(process.argv[2] ?? join(sites, 'example'));
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));
/** What a reader of the README may have to load for one picture, in bytes. */
const most = 250_000;

const pictures = {
  start: { page: 'index.html', width: 1280, colorScheme: 'light' },
  'runbook-phone': { page: 'nextcloud/restaurer.html', width: 360, height: 800, colorScheme: 'dark', at: '.steps' },
  broken: { page: 'broken.html', width: 1280, colorScheme: 'light' },
  service: { page: 'service/nextcloud.html', width: 1280, colorScheme: 'dark' },
};

mkdirSync(folder, { recursive: true });
const browser = await launch();
try {
  for (const [name, { page, width, height = 900, colorScheme, at }] of Object.entries(pictures)) {
    const tab = await browser.newPage({ viewport: { width, height }, colorScheme, locale: 'fr-FR', reducedMotion: 'reduce' });
    await tab.goto(pathToFileURL(join(site, page)).href);
    if (at) await tab.evaluate((place) => document.querySelector(place).scrollIntoView(), at);
    const path = join(folder, `${name}.png`);
    await tab.screenshot({ path });
    await tab.close();
    const { size } = statSync(path);
    if (size > most) throw new Error(`${path} has ${size} bytes, more than ${most}`);
    console.log(`${path}: ${size} bytes`);
  }
} finally {
  await browser.close();
}
