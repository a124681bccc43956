// What a finished site weighs on its way to a reader, and how soon it is there. What a search loads is weighed in tests/search.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { everyPage, kinds, launch, serve, sites } from './support.mjs';

const budgets = {
  'releve.css': { plain: 20_000, packed: 6_000 },
  'releve.js': { plain: 12_000, packed: 5_000 },
  // Loaded when somebody searches.
  'search.js': { plain: 17_500, packed: 6_000 },
  'search-dialog.js': { plain: 14_000, packed: 5_000 },
  'search.css': { plain: 3_000, packed: 1_200 },
};

for (const [name, budget] of Object.entries(budgets)) {
  test(`${name} is light, plain and packed`, () => {
    const bytes = readFileSync(join(sites, 'example/theme', name));
    assert.ok(bytes.length <= budget.plain, `${bytes.length} bytes`);
    const packed = gzipSync(bytes, { level: 9 }).length;
    assert.ok(packed <= budget.packed, `${packed} bytes packed`);
  });
}

for (const site of ['example', 'everything']) {
  test(`no page of ${site} is heavier than a runbook of 2000 words may be`, () => {
    const heavy = everyPage(site).flatMap((page) => {
      const html = readFileSync(join(sites, site, page));
      const elements = html.toString().match(/<[a-z]/g).length;
      return html.length > 60_000 || elements > 1500 ? [`${page}: ${html.length} bytes, ${elements} elements`] : [];
    });
    assert.deepEqual(heavy, []);
  });

  test(`${site} fits on a stick of any make`, () => {
    const files = readdirSync(join(sites, site), { recursive: true })
      .filter((path) => statSync(join(sites, site, path)).isFile());
    const odd = files.filter((path) => path.length > 180
      || path.split('/').some((name) => name.length > 80 || !/^[a-z0-9._-]+$/.test(name) && name !== 'SHA256SUMS'));
    assert.deepEqual(odd, []);
    // 8 MB and 1000 files for 250 pages, here in two languages.
    const weight = files.reduce((sum, path) => sum + statSync(join(sites, site, path)).size, 0);
    const pages = everyPage(site).length;
    assert.ok(weight / pages <= 8_000_000 / 250, `${weight} bytes for ${pages} pages`);
    assert.ok(files.length / pages <= 4, `${files.length} files for ${pages} pages`);
  });
}

describe('a slow telephone on a slow line', () => {
  let browser;
  let site;
  before(async () => {
    site = await serve('everything');
    browser = await launch();
  });
  after(async () => {
    await browser.close();
    site.close();
  });

  for (const kind of ['start', 'something is broken', 'who to call', 'service', 'restore runbook']) {
    test(`shows the ${kind} soon, and nothing moves`, async () => {
      // This machine has other work, too: the best of some visits is what the page itself costs.
      const visits = [];
      for (let round = 0; round < 8; round += 1) {
        visits.push(await visit(`${site.origin}/${kinds[kind]}`));
        if (visits.at(-1).painted < 1500 && visits.at(-1).blocked < 50) break;
      }
      const { waits, moved } = visits[0];
      // The choice of colours has to be known before anything is painted; nothing else waits.
      assert.deepEqual(waits, ['early.js', 'releve.css']);
      assert.equal(moved, 0, 'the layout moved');
      assert.ok(visits.some(({ painted }) => painted < 1500), `painted after ${visits.map(({ painted }) => painted)} ms`);
      assert.ok(visits.some(({ blocked }) => blocked < 50), `blocked for ${visits.map(({ blocked }) => blocked)} ms`);
    });
  }

  /** Opens a page with a quarter of the computer, 150 ms away, at 1.6 Mbit/s. */
  async function visit(address) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const tab = await context.newPage();
    const tools = await context.newCDPSession(tab);
    await tools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', {
      offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000,
    });
    await tab.goto(address, { waitUntil: 'load' });
    const seen = await tab.evaluate(async () => {
      const entries = (type) => new Promise((seen) => {
        new PerformanceObserver((list) => seen(list.getEntries())).observe({ type, buffered: true });
        // Nothing of the kind is also an answer, once the page has been painted twice.
        requestAnimationFrame(() => requestAnimationFrame(() => seen([])));
      });
      const sum = (list, value) => list.reduce((total, entry) => total + value(entry), 0);
      const blocking = performance.getEntriesByType('resource').filter((entry) => entry.renderBlockingStatus === 'blocking');
      return {
        waits: blocking.map(({ name }) => name.split('/').pop()).sort(),
        painted: Math.round((await entries('largest-contentful-paint')).at(-1)?.startTime ?? Infinity),
        moved: sum(await entries('layout-shift'), ({ value }) => value),
        blocked: Math.round(sum(await entries('longtask'), ({ duration }) => duration - 50)),
      };
    });
    await context.close();
    return seen;
  }
});
