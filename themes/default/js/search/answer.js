// From words to pages: the twin of src/search/answer.rs, to the last bit of a score.
(function (releve) {
  "use strict";

  const OWN_LANGUAGE = 1.25;
  const GROUPS = [1.08, 1.05, 1.05, 1.05, 1];
  const OTHER_SECTIONS = [0.15, 2];
  const SECTION_SHARE = 0.5;

  // Answers a query for a reader of a language. The pages of the answer are still to be chosen from: `releve.choose`.
  releve.ask = async function (index, typed, reader) {
    const { words, isCut } = releve.parse(typed, new Set(index.manifest.stop.split(" ")));
    const count = index.owners.length;
    const totals = new Float64Array(count);
    const masks = new Uint16Array(count);
    const said = new Float64Array(count);
    const touched = [];
    const weights = [];
    const answer = { isCut, nowhere: [], taken: [], forms: new Set(), beginnings: [] };
    // All are under way at once.
    const meanings = words.map((word) => releve.meaning(index, word));
    await Promise.all(meanings);
    for (const [place, word] of words.entries()) {
      const { meant, takenFor } = await meanings[place];
      const met = [];
      let matters = 0;
      for (const { shard: number, of, weight: surely } of meant) {
        const shard = await index.shard(number);
        const weight = surely * shard.rarity(of);
        matters = Math.max(matters, weight);
        try {
          shard.postings(of, (section, value) => {
            if (section >= count) return;
            const worth = (weight * value) / 16;
            if (said[section] === 0) met.push(section);
            if (worth > said[section]) said[section] = worth;
          });
        } catch (_) {
          throw new releve.Damage("i/" + number);
        }
        shard.classes.forEach((other, form) => other === of && answer.forms.add(shard.forms[form]));
        shard.also[of].forEach((form) => answer.forms.add(form));
      }
      const bit = word.isAsked ? 1 << weights.length : 0;
      for (const section of met) {
        if (totals[section] === 0) touched.push(section);
        totals[section] += said[section];
        said[section] = 0;
        masks[section] |= bit;
      }
      if (!word.isAsked) continue;
      if (!meant.length) {
        answer.nowhere.push(word.text);
        continue;
      }
      weights.push(matters);
      if (takenFor) answer.taken.push([word.text, takenFor]);
      else if (word.isOpen) answer.beginnings.push(word.text);
    }
    let asked = 0;
    for (const weight of weights) asked += weight;
    function covered(mask) {
      if (asked === 0) return 1;
      let sum = 0;
      weights.forEach((weight, bit) => {
        if (mask & (1 << bit)) sum += weight;
      });
      const part = sum / asked;
      return part * Math.sqrt(part);
    }
    answer.pages = judge();
    return answer;

    // What each page that was touched says.
    function judge() {
      const pages = new Map();
      for (const section of touched.sort((one, other) => one - other)) {
        const page = index.owners[section];
        if (!pages.has(page)) pages.set(page, []);
        pages.get(page).push(section);
      }
      return Array.from(pages, ([page, sections]) => {
        const whole = covered(sections.reduce((mask, section) => mask | masks[section], 0));
        let top = 0;
        let sum = 0;
        let best = sections[0];
        for (const section of sections) {
          const share = SECTION_SHARE * covered(masks[section]) + (1 - SECTION_SHARE) * whole;
          const score = totals[section] * share;
          sum += score;
          if (score > top) {
            top = score;
            best = section;
          }
        }
        const { group, language, first } = index.pages[page];
        const [part, times] = OTHER_SECTIONS;
        let score = top + part * Math.min(sum - top, times * top);
        score *= GROUPS[group];
        if (language === reader) score *= OWN_LANGUAGE;
        return { page, section: best - first, score };
      });
    }
  };

  // The pages of an answer that pass a filter ({group, language, service}), best first; of a page and its translations the one that
  // answers best.
  releve.choose = function (index, answer, filter = {}) {
    const about = filter.service && releve.pagesAbout(index, filter.service);
    const best = new Map();
    for (const hit of answer.pages) {
      const { original, group, language } = index.pages[hit.page];
      if (filter.group !== undefined && group !== filter.group) continue;
      if (filter.language && language !== filter.language) continue;
      if (about && !about.has(hit.page)) continue;
      const known = best.get(original);
      if (!known || known.score < hit.score) best.set(original, hit);
    }
    return [...best.values()].sort((one, other) => other.score - one.score || one.page - other.page);
  };

  releve.pagesAbout = function (index, service) {
    let page = 0;
    const [, steps] = index.manifest.services.find(([name]) => name === service) || [service, []];
    return new Set(steps.map((step) => (page += step)));
  };
})((globalThis.releve = globalThis.releve || {}));
