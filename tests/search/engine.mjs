// The search of a built site as a browser runs it, without a browser: the scripts of the theme in a context of their own.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

/** The scripts of the engine, in the order in which they are joined. */
export const ENGINE = ["analyze", "shelf", "query", "answer"];

const root = new URL("../../", import.meta.url).pathname;

/** A context with what a browser offers, and the scripts of the theme that are named. */
export function context(scripts = ENGINE) {
  const globals = { TextDecoder, Blob, Response, DecompressionStream, atob, Uint8Array, Float64Array, Uint16Array, Uint32Array, DataView };
  const sandbox = vm.createContext(globals);
  for (const name of scripts) {
    vm.runInContext(readFileSync(join(root, `themes/default/js/search/${name}.js`), "utf8"), sandbox, { filename: name });
  }
  return sandbox;
}

/** Opens the search of a site. `read` gives the text of a script by its path below `search/`. */
export async function open(site, read = (path) => readFileSync(join(site, "search", path), "utf8"), sandbox = context()) {
  const loaded = [];
  const run = async (address) => {
    const path = address.split("?")[0];
    loaded.push(path);
    try {
      vm.runInContext(read(path), sandbox, { filename: path });
    } catch {
      // A browser reports it and goes on.
    }
  };
  const { releve } = sandbox;
  const index = await releve.openIndex(run);
  return {
    index,
    loaded,
    releve,
    /** The pages that answer, best first, as addresses without `.html`. */
    async ask(query, reader, filter) {
      const answer = await releve.ask(index, query, reader);
      return { answer, hits: releve.choose(index, answer, filter) };
    },
    /** The address of a hit in the main tree, else in the first that shows it. */
    async address({ page }) {
      const { a } = await index.stored(page);
      return a.find(Boolean).replace(/\.html$/, "");
    },
  };
}
