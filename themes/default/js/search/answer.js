// From words to pages: the twin of src/search/answer.rs, to the last bit of a score.
(function (releve) {
  "use strict";

  const OWN_LANGUAGE = 1.25;
  const OWN_WORDS = 2;
  const GROUPS = [1.08, 1.05, 1.05, 1.05, 1];
  const OTHER_SECTIONS = [0.1, 2];
  const FIRST_SECTION = 0.35;

  // Answers a query for a reader of a language. The pages of the answer are still to be chosen from: `releve.choose`.
  releve.ask = async function (index, typed, reader) {
    const { words, isCut } = releve.parse(typed, index.stop);
    const { owners } = index;
    const count = owners.length;
    const totals = new Float64Array(count);
    const masks = new Uint16Array(count);
    const said = new Float64Array(count);
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
        for (const form of shard.formsOf(of)) answer.forms.add(form);
      }
      const bit = word.isAsked && meant.length ? 1 << weights.length : 0;
      for (const section of met) {
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
    // How much of the query a section has; there are few different answers.
    const known = [];
    const covered = (mask) => (known[mask] ??= asked ? weights.reduce((sum, weight, bit) => (mask & (1 << bit) ? sum + weight : sum), 0) / asked : 1);
    answer.pages = judge();
    return answer;

    // What each page says that any word was found on. Its sections follow each other.
    function judge() {
      const pages = [];
      for (let from = 0, to; from < count; from = to) {
        const page = owners[from];
        let top = 0;
        let sum = 0;
        let best = from;
        const lead = FIRST_SECTION * totals[from];
        for (to = from; owners[to] === page; to++) {
          if (!totals[to]) continue;
          const score = (totals[to] + (to > from ? lead : 0)) * covered(masks[to]);
          sum += score;
          if (score > top) {
            top = score;
            best = to;
          }
        }
        if (!top) continue;
        const { group, language } = index.pages[page];
        const [part, times] = OTHER_SECTIONS;
        let score = top + part * Math.min(sum - top, times * top);
        score *= GROUPS[group];
        if (language === reader) score *= OWN_LANGUAGE;
        const liking = language === reader ? score * OWN_WORDS : score;
        pages.push({ page, section: best - from, score, liking });
      }
      return pages;
    }
  };

  // The pages of an answer that pass a filter ({group, language, about}), best first. A page and its translations are one answer:
  // the words that are liked best.
  releve.choose = function (index, answer, { group, language, about } = {}) {
    const best = new Map();
    for (const hit of answer.pages) {
      const page = index.pages[hit.page];
      if (group !== undefined && page.group !== group) continue;
      if (language && page.language !== language) continue;
      if (about && !about.has(hit.page)) continue;
      const known = best.get(page.original);
      const liked = known && known.liking >= hit.liking ? known : hit;
      best.set(page.original, known ? { ...liked, score: Math.max(hit.score, known.score) } : hit);
    }
    return [...best.values()].sort((one, other) => other.score - one.score || one.page - other.page);
  };
})((globalThis.releve = globalThis.releve || {}));
