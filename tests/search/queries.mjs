// The queries that the search is judged by, and the sites that they are asked of.

import { readFileSync } from "node:fs";

/** Reads a file of queries. */
export function queries(name) {
  const text = readFileSync(new URL(`${name}.tsv`, import.meta.url), "utf8");
  return text.split("\n").flatMap((line) => {
    if (!line || line.startsWith("#")) return [];
    const [site, kind, reader, query, answers] = line.split("\t");
    return [{ site, kind, reader, query, answers: answers.split(" ") }];
  });
}

/** How well the places of the right answers are: how many are first, in the first five, and the mean of 1/place. */
export function judge(places) {
  const sum = places.reduce((sum, place) => sum + (place ? 1 / place : 0), 0);
  return {
    count: places.length,
    first: places.filter((place) => place === 1).length,
    five: places.filter((place) => place >= 1 && place <= 5).length,
    rank: sum / places.length,
  };
}

/** The place of the first right answer among addresses; nothing when it is not there. */
export function placeOf(addresses, answers) {
  const place = addresses.findIndex((address) => answers.includes(address));
  return place < 0 ? undefined : place + 1;
}

/** A table of engines by class of query. */
export function table(rows) {
  const kinds = [...new Set(rows.flatMap(({ kinds }) => Object.keys(kinds)))];
  const cell = ({ count, first, five }) => `${first}/${five} of ${count}`.padEnd(17);
  const head = ["".padEnd(14), ...rows.map(({ name }) => name.padEnd(17))].join("");
  const lines = kinds.map((kind) => [kind.padEnd(14), ...rows.map(({ kinds }) => cell(kinds[kind]))].join(""));
  const percent = (part, { count }) => `${((100 * part) / count).toFixed(1)} %`;
  const total = (name, of) => [name.padEnd(14), ...rows.map(({ all }) => of(all).padEnd(17))].join("");
  return [
    head,
    ...lines,
    total("all", (all) => `${all.first}/${all.five} of ${all.count}`),
    total("first", (all) => percent(all.first, all)),
    total("first five", (all) => percent(all.five, all)),
    total("mean 1/place", (all) => all.rank.toFixed(3)),
  ].join("\n");
}
