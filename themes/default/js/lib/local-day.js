// The day on which a moment lies where the reader is, as `2026-11-22`: days written so are compared as texts.
(function (releve) {
  "use strict";

  releve.localDay = (moment) => {
    const two = (number) => String(number).padStart(2, "0");
    return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  };
})((globalThis.releve = globalThis.releve || {}));
