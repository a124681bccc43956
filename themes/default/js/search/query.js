// What somebody typed, and which words of the index it means: the twin of src/search/{query,typo}.rs.
(function (releve) {
  "use strict";

  const MOST_WORDS = 10;
  const LONGEST = 60;
  const MOST_RANGES = 6;
  const MOST_RANGES_FOR_TYPOS = [4, 2];
  const NEAREST = 2;
  const MOST_FORMS = 64;
  const PREFIX = 0.75;
  const TYPO = [1, 0.7, 0.5];
  const LIKE = 0.45;

  const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : 2);

  // In how many steps one word becomes the other (optimal string alignment), if not more than `most`; else nothing.
  function distance(typed, known, most, isOpen) {
    if (typed.length > known.length + most || (!isOpen && known.length > typed.length + most)) return undefined;
    const width = Math.min(known.length, typed.length + most);
    let before = [];
    let last = [...Array(width + 1).keys()];
    for (let row = 0; row < typed.length; row++) {
      const next = [row + 1];
      let least = row + 1;
      for (let column = 0; column < width; column++) {
        let steps = Math.min(last[column] + (typed[row] !== known[column] ? 1 : 0), last[column + 1] + 1, next[column] + 1);
        if (row && column && typed[row] === known[column - 1] && typed[row - 1] === known[column]) {
          steps = Math.min(steps, before[column - 1] + 1);
        }
        next.push(steps);
        if (steps < least) least = steps;
      }
      if (least > most) return undefined;
      before = last;
      last = next;
    }
    const steps = isOpen ? Math.min(...last) : last[width];
    return steps <= most ? steps : undefined;
  }

  // Keeps the longest words without digits, then the longest with some, in their order.
  function cut(words) {
    const rank = (word) => (/\d/.test(word) ? 1000 : 0) - word.length;
    const order = words.map((_, index) => index).sort((one, other) => rank(words[one].text) - rank(words[other].text));
    const kept = new Set(order.slice(0, MOST_WORDS));
    return words.filter((_, index) => kept.has(index));
  }

  // Takes a query apart: the words that are asked for, and words run together, which only make an answer better.
  releve.parse = function (typed, stop) {
    let words = [];
    let together = [];
    releve.chunks(typed).forEach((chunk, number) => {
      for (const text of chunk.atoms) words.push({ text, number });
      together.push(...chunk.runs.slice(0, 1).map((text) => ({ text })));
    });
    const last = words.length && !/\s$/.test(typed) ? words[words.length - 1].text : null;
    const telling = words.filter(({ text }) => !stop.has(text));
    if (telling.length) words = telling;
    for (let index = 1; index < words.length; index++) {
      const [one, other] = [words[index - 1], words[index]];
      if (one.number !== other.number) together.push({ text: one.text + other.text, first: one.text });
    }
    const told = new Set();
    const isNew = (text) => !told.has(text) && told.add(text);
    words = words.filter(({ text }) => isNew(text));
    const isCut = words.length > MOST_WORDS;
    if (isCut) {
      words = cut(words);
      together = [];
    }
    const asked = words.map(({ text }) => ({ text, isOpen: text === last, isAsked: true }));
    const runs = together.filter(({ text }) => isNew(text));
    return { words: asked.concat(runs).filter(({ text }) => text.length <= LONGEST), isCut };
  };

  // The classes of the index that are found for a word, each with the best weight.
  class Found extends Map {
    add(shard, of, weight) {
      const key = shard * 1e6 + of;
      const best = this.get(key);
      if (!best || best.weight < weight) this.set(key, { shard, of, weight });
      return this;
    }
    meaning(takenFor) {
      return { meant: [...this.values()], takenFor };
    }
  }

  // Finds what a word means.
  releve.meaning = async function (index, word) {
    const { text, isOpen, isAsked, first } = word;
    const ranges = index.ranges(text).slice(0, MOST_RANGES);
    const own = ranges.slice(0, 1);
    const load = (numbers) => Promise.all(numbers.map(async (number) => ({ number, shard: await index.shard(number) })));
    // Words run together are looked for where the first one is, and not further.
    if (first && index.ranges(first)[0] !== own[0]) return new Found().meaning();
    if (!isAsked) return readWritten(text, true, await load(own)).meaning();
    // A finished word means itself, and stands in one range; only where it is not there may it be a beginning.
    if (!isOpen) {
      const [{ number, shard }] = await load(own);
      const place = shard.forms.indexOf(text);
      if (place >= 0) return new Found().add(number, shard.classes[place], 1).meaning();
    }
    const written = readWritten(text, isOpen, await load(ranges));
    if (written.size) return written.meaning();
    const isName = /[\d.]/.test(text);
    const most = isName ? 0 : allowed(text.length);
    let best = new Found().meaning();
    let least = most + 1;
    for (const [numbers, mayGoOn] of most ? stages(index, text, ranges[0]) : []) {
      for (const open of mayGoOn && isOpen ? [false, true] : [false]) {
        if (least < 2) break;
        const found = misspelt(text, await load(numbers), least - 1, open);
        if (found) [least, best] = found;
      }
    }
    return best.meant.length || isName ? best : alike(text, await load(ranges));
  };

  // Where a misspelt word is looked for, one after the other, and whether a form may go on there.
  function stages(index, [first, second, third], own) {
    const near = index.ranges(first + second).sort((one, other) => Math.abs(one - own) - Math.abs(other - own));
    const far = new Set([first + third, second + first, first].flatMap(index.ranges));
    near.forEach((number) => far.delete(number));
    return [
      [near.slice(0, NEAREST), true],
      [near.slice(NEAREST, MOST_RANGES_FOR_TYPOS[0]), true],
      [[...far].slice(0, MOST_RANGES_FOR_TYPOS[1]), false],
    ];
  }

  // The forms that are written like a word, or begin so.
  function readWritten(text, isOpen, shards) {
    const found = new Found();
    const begun = [];
    for (const { number, shard } of shards) {
      shard.forms.forEach((form, place) => {
        if (!form.startsWith(text)) return;
        if (form === text) found.add(number, shard.classes[place], 1);
        else begun.push([(PREFIX * text.length) / form.length, number, shard.classes[place]]);
      });
    }
    if (text.length >= 2 && (isOpen || !found.size)) {
      begun.sort((one, other) => other[0] - one[0]);
      for (const [weight, number, of] of begun.slice(0, MOST_FORMS)) found.add(number, of, weight);
    }
    return found;
  }

  // The forms that are the fewest mistakes away. One more or less `s` is none.
  function misspelt(text, shards, most, isOpen) {
    let best = [];
    let least = most;
    for (const { number, shard } of shards) {
      shard.forms.forEach((form, place) => {
        const steps = distance(text, form, least, isOpen);
        if (steps === undefined) return;
        if (steps < least) best = [];
        least = steps;
        best.push([number, shard.classes[place], form, shard]);
      });
    }
    const bare = (word) => word.replace(/[sx]$/, "");
    const same = best.filter(([, , form]) => bare(form) === bare(text));
    if (same.length) return [1, { ...meaningOf(same, 1), takenFor: undefined }];
    return best.length ? [least, meaningOf(best, isOpen ? TYPO[least] * PREFIX : TYPO[least])] : undefined;
  }

  // The forms that share the longest beginning with a word.
  function alike(text, shards) {
    let best = [];
    let longest = Math.max(Math.ceil((text.length * 3) / 5), 4);
    for (const { number, shard } of shards) {
      shard.forms.forEach((form, place) => {
        let shared = 0;
        while (shared < form.length && form[shared] === text[shared]) shared++;
        if (shared > longest) {
          best = [];
          longest = shared;
        }
        if (shared === longest) best.push([number, shard.classes[place], form, shard]);
      });
    }
    return meaningOf(best, LIKE);
  }

  // What a word means that was taken for some forms: it is said to be the one that stands in most sections.
  function meaningOf(best, weight) {
    const found = new Found();
    let takenFor;
    let most = 0;
    for (const [number, of, form, shard] of best.slice(0, MOST_FORMS)) {
      found.add(number, of, weight);
      if (shard.count(of) > most) {
        most = shard.count(of);
        takenFor = form;
      }
    }
    return found.meaning(takenFor);
  }
})((globalThis.releve = globalThis.releve || {}));
