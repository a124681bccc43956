// Which copy this is: the sentence stands in one small file of its own, so that a new build does not change every page.
(function (releve) {
  "use strict";

  if (!releve.build) return;
  for (const line of document.querySelectorAll("[data-build]")) {
    line.textContent = releve.build;
    line.hidden = false;
  }
})((globalThis.releve = globalThis.releve || {}));
