// Every pair of colours that the theme puts on each other can be read: WCAG 2.2, 1.4.3 (text) and 1.4.11 (edges, focus).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const css = readFileSync(new URL("../../themes/default/css/tokens.css", import.meta.url), "utf8");
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

const TEXT = 4.5;
const EDGE = 3;
const SYNTAX = ["keyword", "string", "comment", "number", "name", "type"].map((name) => "code-" + name);
const PAPERS = ["paper", "paper-sunken", "paper-code"];
const PAIRS = [
  ...PAPERS.flatMap((paper) => ["ink", "ink-soft"].map((ink) => [ink, paper, TEXT])),
  ...["paper", "paper-sunken", "note-back", "warning-back", "danger-back", "good-back"].flatMap((paper) =>
    ["ink", "link", "link-visited", "link-hover"].map((ink) => [ink, paper, TEXT]),
  ),
  ...["note", "good", "warning", "danger"].flatMap((state) => [
    [state, state + "-back", TEXT],
    [state, "paper", TEXT],
  ]),
  ["warning", "paper-code", TEXT],
  ["danger", "paper-code", TEXT],
  ["good", "paper-code", TEXT],
  ["good", "danger-back", TEXT],
  ...SYNTAX.map((ink) => [ink, "paper-code", TEXT]),
  ["paper", "ink", TEXT],
  ["paper", "danger", TEXT],
  ["on-bar", "bar", TEXT],
  ["on-bar-focus", "bar", EDGE],
  ["focus", "paper", EDGE],
  ["focus", "paper-sunken", EDGE],
  ["line-strong", "paper", EDGE],
];

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

for (const scheme of ["light", "dark"]) {
  test(`every pair of colours is readable: ${scheme}`, () => {
    const weak = PAIRS.map(([ink, paper, least]) => {
      const ratio = contrast(colours.get(ink)[scheme], colours.get(paper)[scheme]);
      return { ink, paper, ratio: ratio.toFixed(2), least };
    }).filter(({ ratio, least }) => ratio < least);
    assert.deepEqual(weak, []);
  });
}

test("no colour stands outside the tokens", () => {
  const used = new Set(PAIRS.flatMap(([ink, paper]) => [ink, paper]));
  const unchecked = [...colours.keys()].filter((name) => !used.has(name) && name !== "line");
  assert.deepEqual(unchecked, [], "each colour is part of a checked pair (`line` only decorates)");
});
