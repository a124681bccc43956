// `releve search` and the browser are two programs over one index: they give the same pages, in the same order, to the last bit of a
// score.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { open } from "./engine.mjs";
import { askable, folderOf } from "./sites.mjs";

const MOST = 10;

const root = new URL("../../", import.meta.url).pathname;
const releve = process.env.RELEVE ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/releve");
const engines = new Map();

/** What the command prints. Where nothing is found it says so by its exit code, too, and that is no failure here. */
function inTerminal({ site, query, reader }) {
  const words = ["search", "--site", folderOf(site), "--lang", reader, "--format", "json", "--most", MOST, "--", query];
  return new Promise((done, failed) => {
    execFile(releve, words.map(String), { maxBuffer: 1 << 24 }, (error, stdout, stderr) => {
      if (error && error.code !== 1) {
        failed(new Error(`${query}: ${error.message}\n${stderr}`));
        return;
      }
      const { hits, total, nowhere, taken, cut } = JSON.parse(stdout);
      done({
        hits: hits.map(({ title, address, score }) => ({ title, address, score })),
        total,
        nowhere,
        taken: taken.map(({ typed, form }) => [typed, form]),
        cut,
      });
    });
  });
}

/** The same from the scripts of the theme. */
async function inBrowser({ site, query, reader }) {
  const { index, ask } = engines.get(site);
  const { answer, hits } = await ask(query, reader);
  const tree = index.manifest.languages.indexOf(reader);
  const shown = hits.slice(0, MOST).map(async ({ page, section, score }) => {
    const { t: title, a, s } = await index.stored(page);
    const anchor = s[section][0];
    return { title, address: (a[tree] ?? a.find(Boolean)) + (anchor && `#${anchor}`), score };
  });
  const { nowhere, taken, isCut } = answer;
  // Arrays of a context are none of this one to a strict comparison.
  const plain = JSON.parse(JSON.stringify({ nowhere, taken, cut: isCut }));
  return { hits: await Promise.all(shown), total: hits.length, ...plain };
}

/** Compares the two for all queries, several at once. Returns where they differ. */
async function differences(asked) {
  const left = [...asked];
  const found = [];
  async function work() {
    for (let query = left.shift(); query; query = left.shift()) {
      const [terminal, browser] = await Promise.all([inTerminal(query), inBrowser(query)]);
      try {
        assert.deepEqual(terminal, browser);
      } catch (error) {
        found.push(`${query.site}, ${query.reader}: ${query.query}\n${error.message}`);
      }
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return found;
}

const files = new Map(["queries", "held-out"].map((file) => [file, askable(file).asked]));

before(async () => {
  for (const site of new Set([...files.values()].flat().map(({ site }) => site))) engines.set(site, await open(folderOf(site)));
});

for (const [file, asked] of files) {
  test(`the terminal answers ${file}.tsv as the browser does`, async () => {
    const found = await differences(asked);
    assert.equal(found.length, 0, `${found.length} of ${asked.length} differ:\n${found.slice(0, 5).join("\n")}`);
  });
}

test("the terminal reads what nobody should type as the browser does", async () => {
  const queries = [
    "", " ", "?", "-", "--help", "a", "sauvegarde ", "SAUVEGARDE\u00a0", "sauvegrade", "xqzj", "le la les",
    "l’hôte n’a plus d’accès", "œuvre", "e\u0301tat", "sauve\u00adgarde", "漢字", "🔥", "un\ndeux\ttrois",
    "10.1.11.1", "srv1:22", "mail_queue-length.srv1", "https://wiki.example.org/fr/Reprise?id=42#h1",
    "KubeStatefulSetUpdateNotRolledOut", "e".repeat(50), "nextcloud ".repeat(40),
    "the quick brown fox jumps over the lazy dog and then runs away from seventeen angry sysadmins with pagers",
  ];
  const readers = ["fr", "en"];
  const asked = queries.flatMap((query) => readers.map((reader) => ({ site: "example", query, reader })));
  const found = await differences(asked);
  assert.equal(found.length, 0, `${found.length} of ${asked.length} differ:\n${found.slice(0, 5).join("\n")}`);
});
