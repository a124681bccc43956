// <site-search>: the way into the search. Nothing of it is loaded before somebody wants it; without it, the link to the index stays.
(function (releve) {
  "use strict";

  function load(tag, properties) {
    return new Promise((done, failed) => {
      const element = Object.assign(document.createElement(tag), properties, { onload: done, onerror: failed });
      document.head.append(element);
    });
  }

  customElements.define(
    "site-search",
    class extends HTMLElement {
      connectedCallback() {
        const template = this.querySelector("template");
        const link = this.querySelector("a");
        if (!template || !link) return;
        this.key = releve.key(document.documentElement.dataset.site, "search-key");
        const [button, damaged] = template.content.cloneNode(true).children;
        this.damaged = () => damaged.cloneNode(true);
        link.replaceWith(button);
        button.addEventListener("focus", () => this.load().catch(() => {}));
        button.addEventListener("pointerenter", () => this.load().catch(() => {}));
        button.addEventListener("click", () => this.open());
        document.addEventListener("keydown", (event) => this.press(event));
        const query = new URLSearchParams(location.search).get("q");
        if (query) this.open(query, history.state);
      }

      load() {
        const script = this.dataset.runtime;
        this.loading ||= Promise.all([
          load("link", { rel: "stylesheet", href: script.replace(/js$/, "css") }),
          load("script", { src: script }),
          load("script", { src: script.replace(/\.js$/, "-dialog.js") }),
        ]).then(() => releve.makeSearch(this));
        this.loading.catch(() => (this.loading = undefined));
        return this.loading;
      }

      async open(query, state) {
        try {
          (await this.load()).open(query, state);
        } catch (_) {
          const told = document.querySelector(".search-failed") || this.damaged();
          told.classList.add("search-failed", "banner");
          document.querySelector("main").prepend(told);
          told.tabIndex = -1;
          told.focus();
        }
      }

      // Ctrl+K, and `/` where nothing is typed; the second can be switched off (WCAG 2.2, 2.1.4).
      press(event) {
        if (event.defaultPrevented || event.isComposing || event.altKey) return;
        const isControl = event.ctrlKey || event.metaKey;
        const isTyping = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
        const isSlash = event.key === "/" && !isControl && !isTyping && releve.recall(() => localStorage, this.key) !== "off";
        if (isSlash || (event.key === "k" && isControl)) {
          event.preventDefault();
          this.open();
        }
      }
    },
  );
})((globalThis.releve = globalThis.releve || {}));
