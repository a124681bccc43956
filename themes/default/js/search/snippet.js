// The part of a text that shows why it answers, as pieces [text, whether it was looked for]: the twin of src/search/snippet.rs.
(function (releve) {
  "use strict";

  const LENGTH = 160;
  const BEFORE = 40;

  // Whether a word of a text is what an answer found.
  function isFound(answer, word) {
    const folded = releve.foldWord(word);
    return answer.forms.has(folded) || answer.beginnings.some((start) => folded.startsWith(start));
  }

  const found = (answer, text) => releve.wordsOf(text).filter(([, word]) => isFound(answer, word));

  // Takes a text apart at the words that were found, from one place to another.
  function pieces(text, words, from, to) {
    const parts = [];
    let at = from;
    for (const [start, word] of words) {
      if (start < from || start + word.length > to) continue;
      parts.push([text.slice(at, start), false], [word, true]);
      at = start + word.length;
    }
    parts.push([text.slice(at, to), false]);
    return parts.filter(([part]) => part);
  }

  releve.marked = (answer, text) => pieces(text, found(answer, text), 0, text.length);

  // The part with the most different words that were looked for; nothing where there is none.
  releve.snippet = function (answer, text) {
    const words = found(answer, text);
    if (!words.length) return undefined;
    let best = 0;
    let most = 0;
    words.forEach(([start], first) => {
      const inside = words.slice(first).filter(([at, word]) => at + word.length <= start + LENGTH);
      const different = new Set(inside.map(([, word]) => releve.foldWord(word))).size;
      if (different > most) {
        best = start;
        most = different;
      }
    });
    const start = best > BEFORE ? text.lastIndexOf(" ", best - BEFORE) + 1 : 0;
    const end = blankAfter(text, start + LENGTH + BEFORE);
    const parts = pieces(text, words, start, end);
    if (start) parts.unshift(["… ", false]);
    if (end < text.length) parts.push([" …", false]);
    return parts;
  };

  // The sign of which most was looked for; nothing where nothing was.
  releve.sign = function (answer, signs) {
    const part = (text) => found(answer, text).reduce((sum, [, word]) => sum + word.length, 0) / text.length;
    const best = signs.reduce((best, sign) => (part(sign) > part(best) ? sign : best), signs[0] || "");
    return releve.snippet(answer, best);
  };

  // The beginning of a text.
  releve.beginning = function (text) {
    const end = blankAfter(text, LENGTH);
    return text ? [[text.slice(0, end) + (end < text.length ? " …" : ""), false]] : [];
  };

  function blankAfter(text, at) {
    const blank = at < text.length ? text.indexOf(" ", at) : -1;
    return blank < 0 ? text.length : blank;
  }
})((globalThis.releve = globalThis.releve || {}));
