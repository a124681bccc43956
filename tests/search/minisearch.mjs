// The rival: MiniSearch over the same sections, with the fields, weights and options that served it best.

import MiniSearch from "minisearch";

/** Folds accents and case, and drops what French sets before an apostrophe. */
function fold(term) {
  const folded = term.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  return folded.replace(/^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)['’]/, "");
}

/** Makes an index of the texts that a site's own search holds. Returns what asks it, for addresses of pages. */
export async function miniSearch({ index }) {
  const engine = new MiniSearch({
    fields: ["names", "title", "heading", "text"],
    storeFields: ["page"],
    processTerm: (term) => fold(term) || null,
    searchOptions: {
      boost: { names: 6, title: 6, heading: 4 },
      prefix: true,
      fuzzy: 0.2,
      processTerm: (term) => fold(term) || null,
    },
  });
  const addresses = [];
  const sections = [];
  for (const page of index.pages.keys()) {
    const { t: title, a, n: names = [], s } = await index.stored(page);
    addresses.push(a.find(Boolean).replace(/\.html$/, ""));
    s.forEach(([, heading, text], section) => {
      sections.push({ id: sections.length, page, title, heading, text, names: section ? "" : names.join(" ") });
    });
  }
  engine.addAll(sections);
  return (query, reader) => {
    const boostDocument = (_id, _term, { page }) => (index.pages[page].language === reader ? 1.25 : 1);
    const seen = new Set();
    const found = engine.search(query, { boostDocument });
    const pages = found.map(({ page }) => page).filter((page) => {
      const { original } = index.pages[page];
      return !seen.has(original) && seen.add(original);
    });
    return pages.map((page) => addresses[page]);
  };
}
