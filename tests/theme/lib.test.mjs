// The pure parts of the scripts, run as browsers run them: classic scripts on one namespace.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import vm from "node:vm";

function load(name) {
  const context = vm.createContext({});
  vm.runInContext(readFileSync(new URL("../../themes/default/js/lib/" + name, import.meta.url), "utf8"), context);
  return context.releve;
}

test("what is copied is what a terminal wants", () => {
  const { copyText } = load("copy-text.js");
  assert.equal(copyText("postqueue -p\n"), "postqueue -p");
  assert.equal(copyText("# a comment\nls\n"), "# a comment\nls");
  assert.equal(copyText("$ ls\nfile\n$ cat file\nbody\n"), "ls\ncat file");
  assert.equal(copyText("$ a \\\n  b\nanswer\n"), "a \\\n  b");
  assert.equal(copyText("$HOME/bin/x\n"), "$HOME/bin/x");
});

test("a store that throws is no store", () => {
  const { recall, remember, key } = load("storage.js");
  const broken = () => {
    throw new Error("blocked");
  };
  assert.equal(recall(broken, "a"), "");
  remember(broken, "a", "b");
  assert.notEqual(key("one", "theme"), key("two", "theme"), "sites do not share");
});

test("a choice is remembered, and taking it back forgets it", () => {
  const { recall, remember } = load("storage.js");
  const kept = new Map();
  const store = () => ({
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  });
  remember(store, "a", "dark");
  assert.equal(recall(store, "a"), "dark");
  remember(store, "a", "");
  assert.equal(recall(store, "a"), "");
  assert.equal(kept.size, 0);
});

test("a day is that of the reader, and days are compared as texts", () => {
  const { localDay } = load("local-day.js");
  assert.equal(localDay(new Date(2026, 0, 2, 23, 59)), "2026-01-02");
  assert.equal(localDay(new Date(2026, 10, 22)), "2026-11-22");
  assert.ok("2026-11-22" < localDay(new Date(2026, 10, 23)));
});
