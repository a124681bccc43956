// <theme-switch>: light, dark, or as the system says.
(function (releve) {
  "use strict";

  const root = document.documentElement;
  const store = () => localStorage;
  const key = releve.key(root.dataset.site, "theme");

  customElements.define(
    "theme-switch",
    class extends HTMLElement {
      connectedCallback() {
        const template = this.querySelector("template");
        if (!template || this.querySelector("select")) return;
        this.append(template.content.cloneNode(true));
        const select = this.querySelector("select");
        select.value = root.dataset.theme || "";
        select.addEventListener("change", () => {
          if (select.value) root.dataset.theme = select.value;
          else delete root.dataset.theme;
          releve.remember(store, key, select.value);
        });
      }
    },
  );
})((globalThis.releve = globalThis.releve || {}));
