// The browser takes texts apart as `tokens.json` says; the test of src/search/analyze.rs holds the other program to the same file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { context } from "./engine.mjs";

const cases = JSON.parse(readFileSync(new URL("tokens.json", import.meta.url), "utf8"));
const { releve } = context(["analyze"]);

/** The chunks of a text, as arrays of this side of the context. */
const shown = (text) => JSON.parse(JSON.stringify(releve.chunks(text).map(({ words, atoms, runs }) => [words, atoms, runs])));

test("texts are taken apart as it is written down", () => {
  assert.ok(cases.length >= 60, `${cases.length} cases`);
  // The text stands in both, so that a failure says whose chunks these are.
  for (const { text, chunks } of cases) assert.deepEqual({ text, chunks: shown(text) }, { text, chunks });
});

test("a text is taken apart like its pieces", () => {
  // Nothing of one word may change how the next one is read, or a page could not be found by a part of a sentence.
  const pieces = cases.flatMap(({ chunks }) => chunks);
  assert.deepEqual(shown(cases.map(({ text }) => text).join("\n")), pieces);
});

test("where words stand is told in the text as it is written", () => {
  const text = "L’hôte e\u0301teint : srv-01, 漢字";
  const words = Array.from(releve.wordsOf(text), ([at, word]) => [at, word]);
  assert.deepEqual(words.map(([, word]) => word), ["L", "hôte", "e\u0301teint", "srv", "01", "漢", "字"]);
  for (const [at, word] of words) assert.equal(text.slice(at, at + word.length), word);
});
