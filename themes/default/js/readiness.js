// Follows the calendar: what has changed by itself since the page was made, by the list of days that the page shows, is set in the table
// and at the gates, and counted again. The page is whole without this, and says for which day it was judged.
(function (releve) {
  "use strict";

  const verdict = document.querySelector("[data-verdict]");
  const words = document.querySelector("[data-words]");
  const today = releve.localDay(new Date());
  const passed = [...document.querySelectorAll(".forecast > li")].filter((day) => day.dataset.day <= today);
  if (!verdict || !words || !passed.length) return;

  const said = (place, level, word) => {
    place.className = "level level-" + level;
    place.textContent = word;
  };
  for (const day of passed) {
    day.classList.add("passed");
    for (const change of day.querySelectorAll("[data-to]")) {
      const { of, cellOf, to } = change.dataset;
      const name = CSS.escape(of);
      const gate = cellOf === "gate" && document.querySelector(`[data-gate="${name}"] .level`);
      const cell = document.querySelector(`[data-service="${name}"] [data-cell="${cellOf}"]`);
      if (gate) said(gate, to === "open" ? "proven" : "no", words.dataset[to]);
      if (cell) said(cell, to, words.dataset[to]);
    }
  }
  for (const count of verdict.querySelectorAll("[data-count]")) {
    count.textContent = document.querySelectorAll(`.level-${count.dataset.count}[data-cell=verdict]`).length;
  }
  const isOpen = !document.querySelector("[data-gate] .level-no");
  verdict.className = "verdict verdict-" + (isOpen ? "open" : "shut");
  verdict.querySelector(".headline").textContent = isOpen ? verdict.dataset.aged : verdict.dataset.shut;
  for (const old of verdict.querySelectorAll("[data-of-then]")) old.remove();
})((globalThis.releve = globalThis.releve || {}));
