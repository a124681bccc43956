// Every pair of colours that the theme puts on each other can be read: WCAG 2.2, 1.4.3 (text) and 1.4.11 (edges, focus); 1.4.6 for
// those who ask for more contrast.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

const folder = new URL("../../themes/default/css/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8").replace(/\/\*[^]*?\*\//g, "");

const tokens = read("tokens.css");
const [plain, more] = tokens.split("@media (prefers-contrast: more)");

/** The colours that a part of the tokens declares: name → what is written there. */
const declared = (text) =>
  new Map(
    [...text.matchAll(/--([\w-]+):\s*(light-dark\(#\w+, #\w+\)|#\w+|var\(--[\w-]+\));/g)].map(([, name, value]) => [name, value]),
  );
const usual = declared(plain);
const modes = { usual, "more contrast": new Map([...usual, ...declared(more)]) };

/** The colour that a token stands for. */
function colour(mode, name, scheme) {
  const value = modes[mode].get(name);
  assert.ok(value, `there is no colour --${name}`);
  const other = value.match(/^var\(--(.*)\)$/);
  if (other) return colour(mode, other[1], scheme);
  const [light, dark = light] = value.match(/#\w+/g);
  const hex = scheme === "light" ? light : dark;
  return hex.length === 4 ? hex.replace(/\w/g, "$&$&") : hex;
}

const TEXT = 4.5;
const MORE = 7;
const EDGE = 3;
const STATES = ["note", "good", "warning", "danger"];
const SYNTAX = ["keyword", "string", "comment", "number", "name", "type"].map((name) => "code-" + name);
const PAPERS = ["paper", "paper-sunken", "paper-code", ...STATES.map((state) => state + "-back")];
/** Ink and paper that meet because one element lies in another. */
const TEXTS = [
  ...PAPERS.flatMap((paper) => ["ink", "ink-soft", "link", "link-visited", "link-hover"].map((ink) => [ink, paper])),
  ...STATES.flatMap((state) => [state + "-back", "paper", "paper-sunken", "paper-code"].map((paper) => [state, paper])),
  ["good", "danger-back"],
  ["warning", "danger-back"],
  ...SYNTAX.map((ink) => [ink, "paper-code"]),
  ["on-bar", "bar"],
];
const EDGES = [
  ["on-bar-focus", "bar"],
  ...PAPERS.flatMap((paper) => [["focus", paper], ["link", paper]]),
  ["line-strong", "paper"],
  ["line-strong", "paper-sunken"],
];

/** Ink and paper that one rule sets together, in all style sheets. */
const together = readdirSync(folder, { recursive: true })
  .filter((name) => name.endsWith(".css") && !name.endsWith("print.css"))
  // Rules stand in rules: what lies between two braces is declarations, and the selector of the next rule.
  .flatMap((name) => read(name).split(/[{}]/))
  .flatMap((rule) => {
    const ink = rule.match(/(?:^|[\s;])color:\s*var\(--([\w-]+)\)/);
    const paper = rule.match(/(?:^|[\s;])background(?:-color)?:\s*var\(--([\w-]+)\)/);
    return ink && paper ? [[ink[1], paper[1]]] : [];
  });

// WCAG 2.2, "relative luminance".
function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test("the formula gives the known extremes", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#777777"), 1);
});

test("the style sheets do set colours together", () => {
  assert.ok(together.length > 5, `${together.length} pairs found`);
});

for (const mode of Object.keys(modes)) {
  for (const scheme of ["light", "dark"]) {
    test(`every pair of colours is readable: ${mode}, ${scheme}`, () => {
      const text = mode === "usual" ? TEXT : MORE;
      const pairs = [...[...TEXTS, ...together].map((pair) => [...pair, text]), ...EDGES.map((pair) => [...pair, EDGE])];
      const weak = pairs
        .map(([ink, paper, least]) => {
          const ratio = contrast(colour(mode, ink, scheme), colour(mode, paper, scheme));
          return { ink, paper, ratio: ratio.toFixed(2), least };
        })
        .filter(({ ratio, least }) => ratio < least);
      assert.deepEqual(weak, []);
    });
  }
}

test("no colour stands outside the tokens", () => {
  const used = new Set([...TEXTS, ...EDGES].flat());
  const unchecked = [...usual.keys()].filter((name) => !used.has(name) && name !== "line");
  assert.deepEqual(unchecked, [], "each colour is part of a checked pair (`line` only decorates)");
  for (const name of readdirSync(folder, { recursive: true })) {
    if (!name.endsWith(".css") || name.endsWith("tokens.css") || name.endsWith("print.css")) continue;
    assert.deepEqual(read(name).match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsl/gi), null, name);
  }
});
