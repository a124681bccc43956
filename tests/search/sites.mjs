// The finished sites that the queries are asked of, and which of the queries can be asked here.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { queries } from "./queries.mjs";

/** The folder that holds the built sites: `example`, and one for each corpus. */
export const sites = process.env.RELEVE_SITES ?? new URL("../browser/out/sites", import.meta.url).pathname;

/** The folder of a site. */
export const folderOf = (site) => join(sites, site);

/**
 * The queries of a file whose sites were built. Sites of content by others are built where `RELEVE_CORPORA` says where it lies;
 * without it this says what is left out, except where `CI` is set, where that is a failure.
 */
export function askable(file) {
  const all = queries(file);
  const isBuilt = (site) => existsSync(join(folderOf(site), "search/m.js"));
  const missing = [...new Set(all.map(({ site }) => site))].filter((site) => !isBuilt(site));
  if (missing.length) {
    const which = `${file}.tsv asks ${missing.join(", ")}, not built below ${sites}`;
    if (process.env.CI || process.env.RELEVE_CORPORA || missing.includes("example")) throw new Error(which);
    console.log(`${which}: only its other queries are asked, and what is demanded of all of them is not`);
  }
  return { asked: all.filter(({ site }) => !missing.includes(site)), isWhole: !missing.length };
}
