// A site of a thousand pages, made of the words of the example: what a search of it costs a reader on a slow line.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { open } from "./engine.mjs";

const PAGES = 1000;
const SECTIONS = 6;
const QUERIES = 60;
const MOST = 60_000;

const runbooks = new URL("../../runbooks/", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "releve-large-"));
const site = join(folder, "site");
after(() => rmSync(folder, { recursive: true, force: true }));

/** Numbers that are always the same (mulberry32). */
let state = 20261122;
function random(below) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
}

/** The words of the example as often as it has them, and for each page some of its own: hosts, tickets, addresses. */
const words = readdirSync(runbooks, { recursive: true })
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) => readFileSync(join(runbooks, path), "utf8").match(/[\p{L}\d'-]+/gu));
const some = (count, of = words) => Array.from({ length: count }, () => of[random(of.length)]).join(" ");
const own = (page) => `srv-${page}.example.net TICKET-${10_000 + page} 10.${page % 250}.${random(250)}.${random(250)}`;

before(() => {
  mkdirSync(join(folder, "pages"));
  writeFileSync(join(folder, "book.toml"), '[book]\ntitle = "Large"\nlanguage = "fr"\nsrc = "pages"\n');
  for (let page = 0; page < PAGES; page += 1) {
    const sections = Array.from({ length: SECTIONS }, () => `## ${some(4)}\n\n${some(90)}\n\n    ${own(page)}\n`);
    writeFileSync(join(folder, "pages", `page-${page}.md`), `# ${some(5)}\n\n${some(30)}\n\n${sections.join("\n")}`);
  }
  execFileSync(process.env.RELEVE, ["build", "-C", folder, "--out", site, "--no-sync", "--draft"], { stdio: "ignore" });
});

test("the first answer of a thousand pages is light", async () => {
  const weigh = (path) => gzipSync(readFileSync(join(site, "search", path)), { level: 6 }).length;
  // Nobody asks for `de`, and few for a name of six words.
  const asked = words.filter((word) => /^\p{L}{4,}$/u.test(word));
  const costs = [];
  for (let number = 0; number < QUERIES; number += 1) {
    const query = some(1 + (number % 3), asked);
    const { index, loaded, ask } = await open(site);
    const { hits } = await ask(query, "fr");
    await Promise.all(hits.slice(0, 5).map(({ page }) => index.stored(page)));
    costs.push([loaded.reduce((sum, path) => sum + weigh(path), 0), query]);
  }
  costs.sort(([one], [other]) => one - other);
  const [[median], [most, query]] = [costs[costs.length >> 1], costs.at(-1)];
  console.log(`to the first answer of ${PAGES} pages, of ${QUERIES} queries: median ${median} bytes, at most ${most} (${query})`);
  assert.ok(most <= MOST, `${most} bytes for ${query}`);
});
