// How well the search finds what is meant, beside two others that are asked the same.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { open } from "./engine.mjs";
import { miniSearch } from "./minisearch.mjs";
import { closeAll, pagefind } from "./pagefind.mjs";
import { judge, placeOf, table } from "./queries.mjs";
import { askable, folderOf } from "./sites.mjs";

// Of how many queries the right page has to be first, and among the first five.
const FIRST = 0.92;
const FIRST_FIVE = 0.96;
// By how many queries of a class MiniSearch may be better: in classes of ten, one is chance.
const CHANCE = 1;

const files = new Map(["queries", "held-out"].map((file) => [file, askable(file)]));
const engines = new Map();

before(async () => {
  for (const site of new Set([...files.values()].flatMap(({ asked }) => asked.map(({ site }) => site)))) {
    const own = await open(folderOf(site));
    engines.set(site, { own, mini: await miniSearch(own), pagefind: await pagefind(folderOf(site), own) });
  }
});
after(async () => {
  for (const { pagefind } of engines.values()) pagefind.close();
  await closeAll();
});

/** Asks all engines; each gives addresses in the main tree, best first. */
async function answers({ site, query, reader }) {
  const { own, mini, pagefind } = engines.get(site);
  const { hits } = await own.ask(query, reader);
  // A hit counts as the page that it translates.
  const originals = hits.slice(0, 20).map(({ page }) => own.address({ page: own.index.pages[page].original }));
  return {
    ours: await Promise.all(originals),
    MiniSearch: mini(query, reader).map((address) => address.replace(/^en\//, "")),
    Pagefind: await pagefind.ask(query, reader),
  };
}

for (const [file, { asked, isWhole }] of files) {
  describe(`${file}.tsv`, () => {
    const kinds = [...new Set(asked.map(({ kind }) => kind))];
    // The place of the right answer to each query, by engine.
    const places = {};
    const rows = {};
    before(async () => {
      for (const query of asked) {
        for (const [name, addresses] of Object.entries(await answers(query))) {
          (places[name] ??= []).push(placeOf(addresses, query.answers));
        }
      }
      for (const [name, all] of Object.entries(places)) {
        const ofKind = (kind) => judge(all.filter((_, number) => asked[number].kind === kind));
        rows[name] = { name, all: judge(all), kinds: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) };
      }
      console.log(`\n${file}.tsv: first/first five\n${table(Object.values(rows))}\n`);
    });

    /** The queries whose answer is not where it should be, for whom a test has failed. */
    const beyond = (last) => asked
      .map(({ kind, query }, number) => ({ kind, query, place: places.ours[number] }))
      .filter(({ place }) => !(place <= last))
      .map(({ kind, query, place }) => `${kind}: ${query} (${place ?? "not found"})`)
      .join("\n");

    test("the page that is meant is nearly always first", { skip: !isWhole }, () => {
      const { first, count } = rows.ours.all;
      assert.ok(first / count >= FIRST, `${first} of ${count}; not these:\n${beyond(1)}`);
    });

    test("the page that is meant is hardly ever below the first five", { skip: !isWhole }, () => {
      const { five, count } = rows.ours.all;
      assert.ok(five / count >= FIRST_FIVE, `${five} of ${count}; not these:\n${beyond(5)}`);
    });

    test("in no class of queries is MiniSearch better by more than chance", () => {
      const worse = kinds.filter((kind) => rows.ours.kinds[kind].first < rows.MiniSearch.kinds[kind].first - CHANCE);
      assert.deepEqual(worse, []);
    });
  });
}
