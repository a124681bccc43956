// What was to be trusted until a day says so once that day is past. The page itself names the day and never compares it.
(function (releve) {
  "use strict";

  const today = releve.localDay(new Date());
  for (const place of document.querySelectorAll("time[data-past]")) {
    if (place.dateTime >= today) continue;
    place.after(" ", Object.assign(document.createElement("span"), { className: "tag tag-warning", textContent: place.dataset.past }));
  }
})((globalThis.releve = globalThis.releve || {}));
