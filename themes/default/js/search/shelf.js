// The files of the index: loaded as scripts when they are asked for, checked, unpacked, read. The twin of src/search/{pack,decode,
// shelf}.rs. What is missing, damaged or of another build ends in `releve.Damage`, whatever its bytes are.
(function (releve) {
  "use strict";

  const VERSION = 1;

  releve.Damage = class extends Error {};

  const taken = new Map();
  releve.take = (name, data) => taken.set(name, data);

  async function inflate(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  // Loads a file, unpacks it and reads it. `sum` is what the manifest says of it; the manifest itself has none.
  async function load(run, read, name, sum) {
    try {
      await run(name + ".js?v=" + (sum ?? ""));
      const packed = Uint8Array.from(atob(taken.get(name)), (letter) => letter.charCodeAt(0));
      const [a, b, c, d] = packed.slice(-4);
      const found = ((a ^ c) << 8) | (b ^ d);
      if (found !== (sum ?? found)) throw name;
      return read(await inflate(packed));
    } catch (_) {
      throw new releve.Damage(name);
    } finally {
      taken.delete(name);
    }
  }

  const decoder = new TextDecoder("utf-8", { fatal: true });
  const text = (bytes) => decoder.decode(bytes);
  const json = (bytes) => JSON.parse(text(bytes));

  // Reads a shard; throws where its bytes are none.
  function readShard(bytes) {
    let at = 0;
    function byte() {
      if (at >= bytes.length) throw new RangeError();
      return bytes[at++];
    }
    function number() {
      let number = 0;
      for (let shift = 1; shift < 2 ** 35; shift *= 128) {
        const next = byte();
        number += (next & 127) * shift;
        if (next < 128) return number;
      }
      throw new RangeError();
    }
    function string() {
      const length = number();
      if (at + length > bytes.length) throw new RangeError();
      at += length;
      return text(bytes.subarray(at - length, at));
    }
    let before = "";
    const forms = string().split("\n").map((line) => (before = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1)));
    const count = number();
    let next = 0;
    const classes = forms.map(() => {
      const back = number();
      return back ? next - back : next++;
    });
    if (count !== next || classes.some((of) => of < 0)) throw new RangeError();
    const also = Array.from({ length: count }, () => string().split("\n").filter(Boolean));
    let start = 0;
    const entries = also.map(() => {
      const entry = { rarity: byte(), sections: number(), start, length: number() };
      start += entry.length;
      return entry;
    });
    const first = at;
    let byClass;
    if (first + start !== bytes.length) throw new RangeError();
    return {
      forms,
      classes,
      // The forms of a class, and those that mean the same.
      formsOf(of) {
        if (!byClass) {
          byClass = also.map((also) => [...also]);
          classes.forEach((of, place) => byClass[of].push(forms[place]));
        }
        return byClass[of];
      },
      rarity: (of) => entries[of].rarity,
      count: (of) => entries[of].sections,
      // Calls `each` with the sections of a class and what is said there.
      postings(of, each) {
        at = first + entries[of].start;
        let section = 0;
        for (let left = entries[of].sections; left > 0; left--) {
          const step = number();
          section += step >>> 4;
          each(section++, step & 15);
        }
      },
    };
  }

  // Reads the manifest; throws where it is none.
  function readManifest(bytes) {
    const manifest = json(bytes);
    const { version, sections, runs, twins, texts, shards, stop } = manifest;
    const count = sections.length;
    const sum = (list, of) => list.reduce((sum, item) => sum + of(item), 0);
    const owners = new Uint32Array(sum(sections, (number) => number));
    const pages = [];
    let section = 0;
    for (const [language, group, number] of runs) {
      for (let left = number; left > 0 && pages.length < count; left--) {
        const page = pages.length;
        pages.push({ original: page, language, group, first: section });
        owners.fill(page, section, (section += sections[page]));
      }
    }
    for (const [page, original] of twins) pages[page].original = original;
    const isSound = pages.every(({ original, group }) => pages[original] && group >= 0 && group < 5);
    if (version !== VERSION || !isSound || pages.length !== count || sum(texts, ([number]) => number) !== count) throw new RangeError();
    return { manifest, pages, owners, stop: new Set(stop.split(" ")), starts: shards.map(([start]) => start + "") };
  }

  // Opens the index; `run` runs a script by its name below the folder of the search.
  releve.openIndex = async function (run) {
    const { starts, ...opened } = await load(run, readManifest, "m");
    const { manifest } = opened;
    let first = 0;
    const texts = manifest.texts.map(([count, sum]) => ({ first, sum, end: (first += count) }));
    const kept = new Map();
    // Each file is loaded once; one that failed may be tried again.
    function once(read, name, sum) {
      if (!kept.has(name)) {
        const file = load(run, read, name, sum);
        file.catch(() => kept.delete(name));
        kept.set(name, file);
      }
      return kept.get(name);
    }
    // How many ranges start at or before a word; with `inside`, those that start with it, too.
    function before(word, inside) {
      let count = starts.findIndex((start) => start > word && !(inside && start.startsWith(word)));
      return count < 0 ? starts.length : count;
    }
    return {
      ...opened,
      // The numbers of the ranges that may hold words that start like this.
      ranges(word) {
        const from = Math.max(before(word) - 1, 0);
        const numbers = [];
        for (let number = from; number < before(word, true); number++) numbers.push(number);
        return numbers;
      },
      shard: (number) => once(readShard, "i/" + number, manifest.shards[number][1]),
      // The pages about a service.
      async about(service) {
        const abouts = await once(json, "s", manifest.abouts);
        let page = 0;
        return new Set((abouts[manifest.services.indexOf(service)] || []).map((step) => (page += step)));
      },
      async stored(page) {
        const file = texts.find((file) => page < file.end);
        const pages = await once(json, "d/" + file.first, file.sum);
        return pages[page - file.first];
      },
    };
  };
})((globalThis.releve = globalThis.releve || {}));
