// Another rival: Pagefind, with the options it comes with, over the pages that a site's own search holds. (Over all pages of a site it
// does a little worse: lists of titles come before the pages.)

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { close, createIndex } from "pagefind";

/** Says what went wrong; Pagefind itself goes on. */
function sound({ errors, ...rest }) {
  if (errors.length) throw new Error(errors.join("\n"));
  return rest;
}

/** Makes the files of Pagefind for a site, by their names. */
async function files(site, { index }) {
  const { index: pagefind } = sound(await createIndex({ keepIndexUrl: true }));
  const stored = await Promise.all(Array.from(index.pages.keys(), (page) => index.stored(page)));
  for (const address of new Set(stored.flatMap(({ a }) => Array.from(a).filter(Boolean)))) {
    sound(await pagefind.addHTMLFile({ sourcePath: address, content: readFileSync(join(site, address), "utf8") }));
  }
  const { files } = sound(await pagefind.getFiles());
  return new Map(files.map(({ path, content }) => [path, content]));
}

/** Serves files on loopback: the scripts of Pagefind fetch them. */
async function serve(files) {
  const server = createServer((request, response) => {
    const content = files.get(new URL(request.url, "http://localhost").pathname.slice(1));
    response.writeHead(content ? 200 : 404);
    response.end(content);
  });
  await new Promise((listening) => { server.listen(0, "127.0.0.1", listening); });
  return { server, origin: `http://127.0.0.1:${server.address().port}/` };
}

/** Makes an index of the pages of a site. Returns what asks it, for addresses of pages, and what closes it. */
export async function pagefind(site, own) {
  const made = await files(site, own);
  const { server, origin } = await serve(made);
  const script = Buffer.from(made.get("pagefind.js")).toString();
  const readers = new Map();
  // A page of a language asks the index of that language. The script has one for each time it is loaded.
  async function start(language) {
    const { createInstance } = await import(`data:text/javascript,${encodeURIComponent(`${script}//${language}`)}`);
    globalThis.document = { querySelector: () => ({ getAttribute: () => language }) };
    const instance = createInstance({ basePath: origin });
    delete globalThis.document;
    await instance.init();
    return instance;
  }
  return {
    async ask(query, reader) {
      if (!readers.has(reader)) readers.set(reader, start(reader));
      const { results } = await (await readers.get(reader)).search(query);
      const pages = await Promise.all(results.slice(0, 20).map((result) => result.data()));
      const addresses = pages.map(({ url }) => url.replace(/^\/(en\/)?/, "").replace(/\.html$/, ""));
      return [...new Set(addresses)];
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Ends the program behind all of them. */
export const closeAll = close;
