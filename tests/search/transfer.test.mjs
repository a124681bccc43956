// What an answer costs a reader on a slow line: bytes, which are the same on every machine, not seconds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { gzipSync } from "node:zlib";
import { open } from "./engine.mjs";
import { queries } from "./queries.mjs";
import { folderOf } from "./sites.mjs";

// What is loaded from nothing to the first answers that are shown, packed as web servers pack. A pasted line of a log has ten words to
// look for instead of one to four, and costs more.
const MOST = 60_000;
const MOST_OF_A_LINE = 80_000;

const asked = ["queries", "held-out"].flatMap(queries).filter(({ site }) => site === "example");

const weights = new Map();
function weigh(path) {
  if (!weights.has(path)) {
    const script = readFileSync(join(folderOf("example"), "search", path));
    weights.set(path, gzipSync(script, { level: 6 }).length);
  }
  return weights.get(path);
}

/** Asks a query of an index of which nothing is loaded, and shows the first five pages. Returns what that weighs. */
async function cost({ query, reader }) {
  const { index, loaded, ask } = await open(folderOf("example"));
  const { hits } = await ask(query, reader);
  await Promise.all(hits.slice(0, 5).map(({ page }) => index.stored(page)));
  return loaded.reduce((sum, path) => sum + weigh(path), 0);
}

const most = ({ kind }) => (kind === "error" ? MOST_OF_A_LINE : MOST);

test("the first answer is light", async () => {
  const costs = [];
  for (const query of asked) costs.push({ ...query, bytes: await cost(query) });
  costs.sort((one, other) => one.bytes - other.bytes);
  const median = costs[costs.length >> 1].bytes;
  console.log(`to the first answer, of ${costs.length} queries: median ${median} bytes, at most ${costs.at(-1).bytes}`);
  const heavy = costs.filter((cost) => cost.bytes > most(cost)).map(({ kind, query, bytes }) => `${bytes} ${kind}: ${query}`);
  assert.equal(heavy.length, 0, `${heavy.length} weigh too much:\n${heavy.join("\n")}`);
});
