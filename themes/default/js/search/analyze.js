// A text as the words by which it is found: the twin of src/search/analyze.rs, held to it by tests/search/tokens.json.
(function (releve) {
  "use strict";

  const LONGEST_WORD = 40;
  const LONGEST_CHUNK = 60;
  const MOST_ATOMS = 8;

  // Characters that are a word each, and those that words are made of.
  const ALONE = "[\u3040-\u30ff\u3400-\u9fff]";
  const WORD = "(?:(?![\u00d7\u00f7\u0589\u05be\u060c\u061b\u061f\u0964\u0965])" +
    "[0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u1fff\u2c00-\u2dff\u3100-\u33ff\ua000-\ud7ff\uf900-\ufdff\ufe70-\ufefc])";
  const JOINT = /[._\-\u2010]/;
  const CHUNK = new RegExp(ALONE + "|" + WORD + "+(?:" + JOINT.source + WORD + "+)*", "g");
  const SPLIT = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})/;

  const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d" };

  // Folds a text but for its capitals.
  function fold(text) {
    return text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]/g, "")
      .replace(/[œæßøłđ]/giu, (letter) => LETTERS[letter] || LETTERS[letter.toLowerCase()].toUpperCase());
  }

  const lower = (word) => word.toLowerCase().replace(/ς/g, "σ");

  // The parts of a word in camel case, with where they start; none where there are not two of two letters.
  function camel(word) {
    let start = 0;
    const parts = [];
    for (const part of /^[\0-\x7f]*$/.test(word) ? word.split(SPLIT) : []) {
      if (part.length > 1) parts.push([start, lower(part)]);
      start += part.length;
    }
    return parts.length > 1 ? parts : [];
  }

  function read(text) {
    const words = [];
    const atoms = [];
    const starts = [];
    let whole = "";
    for (const word of text.split(JOINT)) {
      const parts = camel(word);
      const folded = lower(word);
      if (!parts.length && word.length > LONGEST_WORD) continue;
      if (/\d$/.test(whole) && /^\d/.test(folded)) whole += ".";
      const offset = whole.length;
      whole += folded;
      if (word.length <= LONGEST_WORD) words.push(folded);
      for (const [start, part] of parts.length ? parts : [[0, folded]]) {
        if (part.length > LONGEST_WORD) continue;
        starts.push(offset + start);
        atoms.push(part);
      }
    }
    const isRun = atoms.length > 1 && atoms.length <= MOST_ATOMS && whole.length <= LONGEST_CHUNK;
    const runs = isRun ? starts.slice(0, -1).map((start) => whole.slice(start)) : [];
    return { words, atoms, runs };
  }

  releve.chunks = function (text) {
    const chunks = (fold(text).match(CHUNK) || []).map(read);
    return chunks.filter((chunk) => chunk.atoms.length);
  };

  releve.foldWord = (word) => lower(fold(word));

  // The words of a text with where they start, as they are written.
  const WRITTEN = new RegExp(ALONE + "|(?:" + WORD + "|[\u0300-\u036f])+", "g");
  releve.wordsOf = (text) => Array.from(text.matchAll(WRITTEN), (match) => [match.index, match[0]]);
})((globalThis.releve = globalThis.releve || {}));
