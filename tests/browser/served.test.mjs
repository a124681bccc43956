// The same bytes served by a web server on loopback.
import assert from 'node:assert/strict';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { kinds, launch, sites, watch } from './support.mjs';

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' };

/** The plainest server there is: files of a folder, and 404 for the rest. */
const server = createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
  const file = join(sites, 'everything', path);
  const found = statSync(file, { throwIfNoEntry: false })?.isFile();
  response.writeHead(found ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  if (found) createReadStream(file).pipe(response);
  else response.end();
});

let browser;
let origin;
before(async () => {
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

test('every kind of page works when served', async () => {
  const page = await browser.newPage();
  const faults = watch(page, (url) => url.startsWith(origin) || url.startsWith('data:'));
  for (const [kind, address] of Object.entries(kinds)) {
    const answer = await page.goto(`${origin}/${address}`);
    assert.equal(answer.status(), 200, kind);
    assert.ok((await page.textContent('h1')).trim(), kind);
    assert.deepEqual(faults, [], kind);
  }
});
