// An index that was cut short on its way, that a failing disk has changed, or that two builds share: it answers as it should or says
// that it is damaged, and never anything else.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { deflateSync, inflateSync } from "node:zlib";
import { context, open } from "./engine.mjs";
import { queries } from "./queries.mjs";
import { folderOf } from "./sites.mjs";

const VARIANTS = 200;

const folder = join(folderOf("example"), "search");
const asked = ["queries", "held-out"].flatMap(queries).filter(({ site }) => site === "example");

/** The files of the index, by the path of the script. */
const files = new Map(
  readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith(".js"))
    .sort()
    .map((path) => [path, readFileSync(join(folder, path))]),
);

// The same damage every time, so that a failure can be looked at again: xorshift, from any seed but 0.
let state = 20261126;
function random(below) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % below;
}
const pick = (list) => list[random(list.length)];

const nameOf = (path) => path.replace(/\.js$/, "");
const isOf = (kind) => (path) => path.startsWith(`${kind}/`);
const without = (path) => [...files.keys()].filter((other) => other !== path);

/** What a script hands over, unpacked. */
function unpack(bytes) {
  const [, data] = /^releve\.take\("[^"]*","([^"]*)"\);/.exec(bytes.toString());
  return inflateSync(Buffer.from(data, "base64"));
}

const pack = (path, bytes) => Buffer.from(`releve.take("${nameOf(path)}","${deflateSync(bytes).toString("base64")}");\n`);

/** What can happen to a file. Each gives what is then read; nothing where nothing is there. */
const damages = {
  "is cut short": (bytes) => bytes.subarray(0, random(bytes.length)),
  "has a bit flipped": (bytes) => {
    const changed = Buffer.from(bytes);
    changed[random(bytes.length)] ^= 1 << random(8);
    return changed;
  },
  "has another byte": (bytes) => {
    const changed = Buffer.from(bytes);
    const at = random(bytes.length);
    // A letter that base64 knows, too, so that what is wrong shows later.
    changed[at] = pick([..."AZaz09+/="].map((letter) => letter.charCodeAt(0)).filter((letter) => letter !== bytes[at]));
    return changed;
  },
  "is another one": (_, path) => files.get(pick(without(path))),
  "is another one under its name": (_, path) => {
    // One of the same kind, where there is another.
    const alike = without(path).filter(isOf(path[0]));
    const other = pick(alike.length ? alike : without(path));
    return Buffer.from(files.get(other).toString().replace(`"${nameOf(other)}"`, `"${nameOf(path)}"`));
  },
  "is empty": () => Buffer.alloc(0),
  "is missing": () => undefined,
  "is of another build": (bytes, path) => {
    const content = unpack(bytes);
    if (path !== "m.js") {
      content[random(content.length)] ^= 1;
      return pack(path, content);
    }
    const manifest = JSON.parse(content);
    for (const file of [...manifest.shards, ...manifest.texts]) file[1] ^= 1;
    manifest.abouts ^= 1;
    return pack(path, JSON.stringify(manifest));
  },
};

/** All that a reader sees of a query: the answer, what is stored of its first five pages, and how many are about a service. */
async function see({ index, ask }, { query, reader }) {
  const { answer, hits } = await ask(query, reader);
  const about = await index.about(index.manifest.services[0]);
  const stored = await Promise.all(hits.slice(0, 5).map(({ page }) => index.stored(page)));
  return JSON.stringify({ ...answer, forms: [...answer.forms], hits, stored, about: [...about] });
}

/** By file: the queries that read it, each with what is seen when nothing is damaged. */
const readers = new Map();

before(async () => {
  for (const query of asked) {
    const engine = await open(folderOf("example"));
    const seen = await see(engine, query);
    for (const path of engine.loaded) readers.set(path, [...(readers.get(path) ?? []), { ...query, seen }]);
  }
});

test("the queries read most of the index, so that damage to it is met", () => {
  const unread = [...files.keys()].filter((path) => !readers.has(path));
  assert.ok(unread.length <= files.size / 10, unread.join(", "));
});

test("a damaged index answers as if it were whole or says that it is damaged", { timeout: 300_000 }, async () => {
  const counts = { answered: 0, damaged: 0 };
  const kinds = Object.keys(damages);
  const paths = [...readers.keys()].sort();
  for (let number = 0; number < VARIANTS; number += 1) {
    const kind = kinds[number % kinds.length];
    // Every file has its turn, and the manifest, without which there is nothing, one in eight.
    const path = random(8) ? paths[number % paths.length] : "m.js";
    const query = pick(readers.get(path));
    const damaged = damages[kind](files.get(path), path);
    const what = `${number}: ${path} ${kind}, asked for ${query.query}`;
    let isMended = false;
    const read = (other) => {
      const bytes = other === path && !isMended ? damaged : files.get(other);
      if (!bytes) throw new Error(`${other} is not there`);
      return bytes.toString();
    };
    const sandbox = context();
    let engine;
    try {
      engine = await open(folderOf("example"), read, sandbox);
      assert.equal(await see(engine, query), query.seen, what);
      counts.answered += 1;
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error;
      assert.ok(error instanceof sandbox.releve.Damage, `${what}\n${error.stack}`);
      counts.damaged += 1;
      if (path === "m.js") continue;
      assert.equal(error.message, nameOf(path), what);
      // Who loads it again gets an answer: a failed file is not remembered.
      isMended = true;
      assert.equal(await see(engine, query), query.seen, `${what}, then mended`);
    }
  }
  console.log(`${VARIANTS} damaged indexes: ${counts.damaged} said so, ${counts.answered} answered as if whole`);
  assert.equal(counts.answered + counts.damaged, VARIANTS);
  assert.ok(counts.damaged >= 150, `${counts.damaged}`);
});
