// The dialog: a combobox with a list of answers in groups (WAI-ARIA, Combobox Pattern), filters, and how the query was read.
(function (releve) {
  "use strict";

  const SHOWN = 10;
  const QUIET = 400;
  const LONGEST = 80;

  const root = document.documentElement;

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const marks = (parts) => parts.map(([text, isFound]) => (isFound ? make("mark", {}, text) : text));

  // Runs scripts below a folder. What a damaged one throws is told in words, by whoever wanted it: its own error says nothing to
  // anybody. Errors of local files carry no name.
  function runner(folder) {
    let running = 0;
    const base = new URL(folder, location.href).href;
    addEventListener("error", (event) => {
      if (running && (!event.filename || event.filename.startsWith(base))) event.preventDefault();
    });
    return (address) =>
      new Promise((done) => {
        running++;
        const script = make("script", { src: base + address });
        script.onload = script.onerror = () => {
          running--;
          script.remove();
          done();
        };
        document.head.append(script);
      });
  }

  // Makes the search of a site. `host` says where its files are, and how a damaged one is told.
  releve.makeSearch = function (host) {
    if (!releve.openIndex) throw new Error("damaged");
    const site = host.dataset.runtime.replace(/theme\/search\.js$/, "");
    const run = runner(site + "search/");
    const reader = root.lang;
    let opened;
    let words = {};
    let filter = {};
    let limit = SHOWN;
    let active = -1;
    let serial = 0;
    let asking;
    let timer;
    let answer;
    // Which of the answers was chosen when the page was left.
    let returning = 0;

    const input = make("input", { type: "search", autocomplete: "off", autocapitalize: "off", spellcheck: false, enterKeyHint: "search", role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    input.setAttribute("aria-controls", "_hits");
    const close = make("button", { type: "button", className: "search-close" }, "×");
    const filters = make("div", { className: "search-filters", role: "group" });
    const said = make("div", { className: "search-said" });
    const live = make("p", { className: "visually-hidden", role: "status" });
    const list = make("div", { id: "_hits", className: "hits", role: "listbox" });
    const more = make("button", { type: "button", hidden: true });
    const keys = make("input", { type: "checkbox" });
    const foot = make("p", { className: "search-foot" });
    const dialog = make("dialog", { className: "search", lang: reader }, make("div", { className: "search-head" }, input, close), filters, said, live, list, more, foot);
    document.body.append(dialog);

    const say = (name, values = {}) => (words[name] || name).replace(/\{(\w+)\}/g, (_, key) => values[key]);
    const options = () => [...list.querySelectorAll("[role=option]")];

    // The words come with the manifest; until then, and where it is damaged, the dialog is called like the button.
    dialog.ariaLabel = input.ariaLabel = host.textContent.trim();
    function name() {
      dialog.ariaLabel = input.ariaLabel = say("title");
      input.placeholder = say("placeholder");
      close.textContent = say("close");
      filters.ariaLabel = say("filters");
      list.ariaLabel = say("answers");
      more.textContent = say("more");
      keys.checked = releve.recall(() => localStorage, host.key) !== "off";
      foot.replaceChildren(make("span", {}, say("keys")), make("label", {}, keys, " ", say("shortcut")));
    }

    function index() {
      opened ||= releve.openIndex(run).then((index) => {
        words = index.manifest.words[reader] || Object.values(index.manifest.words)[0];
        name();
        return index;
      });
      opened.catch(() => (opened = undefined));
      return opened;
    }

    function waysOn() {
      const ways = ["broken", "index", "contacts"].filter((way) => words["link-" + way]);
      return make("ul", { className: "plain" }, ...ways.map((way) => make("li", {}, make("a", { href: site + words["link-" + way] }, say("name-" + way)))));
    }

    // Asks anew; an answer that comes after the next question is dropped.
    async function ask() {
      const mine = ++serial;
      const query = input.value;
      remember();
      try {
        const opened = await index();
        if (mine !== serial) return;
        if (!query.trim()) {
          filters.replaceChildren();
          clear();
          tell([make("p", {}, say("hint")), waysOn()], "");
          return;
        }
        const found = await releve.ask(opened, query, reader);
        if (mine !== serial) return;
        answer = found;
        await show(opened, mine, query);
      } catch (error) {
        if (mine !== serial) return;
        if (!(error instanceof releve.Damage)) throw error;
        clear();
        // A damaged list of services bars the way to it only.
        if (error.message === "s") filter = { ...filter, service: undefined };
        tell([host.damaged()], host.damaged().textContent);
      }
    }

    function clear() {
      list.replaceChildren();
      more.hidden = true;
      select(-1);
    }

    // Shows the answers once the texts of the first are there; the others fill in as they come.
    async function show(opened, mine, query) {
      // Which pages are about a service is loaded when somebody asks for one.
      const about = filter.service && (await opened.about(filter.service));
      const choose = (filter) => releve.choose(opened, answer, { ...filter, about });
      const hits = choose(filter);
      const groups = new Map();
      for (const hit of hits.slice(0, limit)) {
        const { group } = opened.pages[hit.page];
        groups.set(group, [...(groups.get(group) || []), hit]);
      }
      const rows = [];
      const lost = [];
      const sections = Array.from(groups, ([group, hits]) => {
        const title = say("group-" + group);
        const inside = hits.map((hit) => {
          const row = make("a", { id: "_hit" + rows.length, className: "hit", role: "option", tabIndex: -1, ariaSelected: "false" });
          rows.push(opened.stored(hit.page).then((stored) => fill(row, opened, hit, stored), (error) => lost.push([row, error])));
          return row;
        });
        return make("div", { role: "group", ariaLabel: title }, make("p", { className: "hit-group", ariaHidden: "true" }, title), ...inside);
      });
      await Promise.all(rows.slice(0, 5));
      if (mine !== serial) return;
      list.replaceChildren(...sections);
      more.hidden = hits.length <= limit;
      facets(opened, choose);
      const quoted = (words) => words.map((word) => say("quoted", { word })).join(", ");
      const notes = [
        answer.isCut && say("cut"),
        ...answer.taken.map(([typed, form]) => say("taken", { typed, form })),
        hits.length && answer.nowhere.length && say("nowhere", { words: quoted(answer.nowhere) }),
      ].filter(Boolean);
      const told = query.length > LONGEST ? query.slice(0, LONGEST) + "…" : query;
      const count = say(hits.length === 1 ? "one" : hits.length ? "many" : "none", { n: hits.length, query: told });
      const shown = [make("p", {}, [count, ...notes].join(" · ")), hits.length ? undefined : waysOn()];
      const aloud = [count, ...notes].join(". ");
      tell(shown, aloud);
      select(returning);
      await Promise.all(rows);
      if (mine !== serial || !lost.length) return;
      if (lost.length === rows.length) throw lost[0][1];
      // What can be read stays.
      for (const [row] of lost) (row.parentElement.children.length > 2 ? row : row.parentElement).remove();
      tell([host.damaged(), ...shown], host.damaged().textContent + " " + aloud);
      select(active);
    }

    function fill(row, opened, hit, { t: title, a: addresses, k, p, n: names = [], s: sections }) {
      const tree = Math.max(opened.manifest.languages.indexOf(reader), 0);
      const [anchor, heading] = sections[hit.section];
      row.href = site + (addresses[tree] || addresses.find(Boolean)) + (anchor && "#" + anchor);
      const { language } = opened.pages[hit.page];
      // Of a page as a whole, a sign by which it is known says more than its text, and its text says more than none.
      const texts = (hit.section ? [sections[hit.section]] : sections).map(([, , text]) => text);
      const found = (!hit.section && releve.sign(answer, names)) || texts.map((text) => releve.snippet(answer, text)).find(Boolean);
      const snippet = found || releve.beginning(texts.find(Boolean) || "");
      const lang = language === reader ? {} : { lang: language };
      const what = make("span", { className: "hit-kind" }, say(opened.manifest.kinds[k]));
      // A state never speaks by its colour alone.
      if (p) what.append(" · ", make("span", { className: "hit-proof" }, say(opened.manifest.proofs[p - 1])));
      if (language !== reader) what.append(" · ", say("language-" + language));
      row.replaceChildren(
        make("span", { className: "hit-title", ...lang }, ...marks(releve.marked(answer, title)), ...(heading ? [" › ", ...marks(releve.marked(answer, heading))] : [])),
        what,
        make("span", { className: "hit-text", ...lang }, ...marks(snippet)),
      );
    }

    // The filters that would leave something, with how much.
    function facets(opened, choose) {
      const buttons = (facet) => {
        const counts = new Map();
        for (const { page } of choose({ ...filter, [facet]: undefined })) {
          const value = opened.pages[page][facet];
          counts.set(value, (counts.get(value) || 0) + 1);
        }
        const on = filter[facet];
        if (on === undefined && counts.size < 2) return [];
        // What was pressed stays, to be released.
        if (on !== undefined && !counts.has(on)) counts.set(on, 0);
        return [...counts].sort().map(([value, count]) => {
          const onclick = () => narrow(facet, value === on ? undefined : value);
          return make("button", { type: "button", ariaPressed: value === on, onclick }, say(facet + "-" + value) + " " + count);
        });
      };
      const held = filters.contains(document.activeElement) && document.activeElement.textContent;
      filters.replaceChildren(...buttons("group"), ...buttons("language"));
      const { services } = opened.manifest;
      if (services.length) {
        const choice = make("select", { ariaLabel: say("service") }, make("option", { value: "" }, say("service")), ...services.map((value) => make("option", { value }, value)));
        choice.value = filter.service || "";
        choice.onchange = () => narrow("service", choice.value || undefined);
        filters.append(choice);
      }
      // The button that was pressed is a new one now.
      if (held) [...filters.children].find((child) => child.textContent === held)?.focus();
    }

    function narrow(facet, value) {
      filter = { ...filter, [facet]: value };
      anew();
    }

    function anew() {
      limit = SHOWN;
      active = returning = 0;
      asking = ask();
    }

    // Says how many answers there are: at once to the eye, after a quiet while to the ear.
    function tell(shown, aloud) {
      said.replaceChildren(...shown.filter(Boolean));
      input.ariaExpanded = options().length > 0;
      clearTimeout(timer);
      timer = setTimeout(() => (live.textContent = aloud), QUIET);
    }

    function select(number) {
      const all = options();
      active = Math.min(Math.max(number, 0), all.length - 1);
      all.forEach((option, place) => (option.ariaSelected = place === active));
      if (all[active]) {
        input.setAttribute("aria-activedescendant", all[active].id);
        // The first one with all that stands above it.
        if (!active) dialog.scrollTop = 0;
        all[active].scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }

    // The address keeps the question, so that it can be sent, and that one comes back to it.
    function remember() {
      const address = new URL(location.href);
      if (dialog.open && input.value) address.searchParams.set("q", input.value);
      else address.searchParams.delete("q");
      try {
        history.replaceState({ filter, limit, active: active < 0 ? returning : active }, "", address);
      } catch (_) {}
    }

    input.addEventListener("input", anew);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const all = options();
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && all.length) {
        event.preventDefault();
        select((active + step + all.length) % all.length);
      } else if (event.key === "Escape") {
        // Some browsers would only empty the field.
        event.preventDefault();
        dialog.close();
      } else if (event.key === "Enter") {
        event.preventDefault();
        // Of the question as it stands, not of the one before.
        const mine = serial;
        const click = new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey });
        asking.then(() => mine === serial && options()[active]?.dispatchEvent(click));
      }
    });
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (!option) return;
      select(options().indexOf(option));
      // A place on this very page is gone to, not loaded: what was typed there stays.
      if (!event.ctrlKey && !event.metaKey && option.href.split("#")[0] === location.href.split(/[?#]/)[0]) {
        dialog.close();
        if (!option.hash) {
          event.preventDefault();
          scrollTo(0, 0);
        }
      }
      remember();
    });
    // Browsers leave what is half in sight where it is.
    filters.addEventListener("focusin", ({ target }) => target.scrollIntoView({ block: "nearest", inline: "nearest" }));
    more.onclick = () => {
      returning = limit;
      limit += SHOWN;
      asking = ask();
      input.focus();
    };
    close.onclick = () => dialog.close();
    keys.onchange = () => releve.remember(() => localStorage, host.key, keys.checked ? "" : "off");
    dialog.addEventListener("close", remember);
    // A click beside the dialog closes it; not one on a gap inside, nor one that began inside.
    let isBeside;
    dialog.addEventListener("pointerdown", ({ clientX, clientY }) => {
      const { left, right, top, bottom } = dialog.getBoundingClientRect();
      isBeside = clientX < left || clientX > right || clientY < top || clientY > bottom;
    });
    dialog.addEventListener("click", ({ target }) => isBeside && target === dialog && dialog.close());

    return {
      open(query, state) {
        if (query !== undefined) {
          input.value = query;
          if (state) ({ filter, limit, active: returning } = { filter, limit, active: 0, ...state });
        }
        if (!dialog.open) dialog.showModal();
        input.select();
        asking = ask();
      },
    };
  };
})((globalThis.releve = globalThis.releve || {}));
