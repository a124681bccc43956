// Which copy this is: the sentence stands in one small file of its own, so that a new build does not change every page.
(function (releve) {
  "use strict";

  const line = releve.build && releve.build[document.documentElement.lang];
  if (!line) return;
  for (const place of document.querySelectorAll("[data-build]")) {
    place.textContent = line;
    place.hidden = false;
  }
})((globalThis.releve = globalThis.releve || {}));
