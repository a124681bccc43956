// What the reader chose, remembered by the browser where it allows that. Every local page shares one store in some browsers,
// so keys carry the site; a store that throws (private windows, blocked cookies) is no store.
(function (releve) {
  "use strict";

  releve.key = function (site, name) {
    return "releve:" + site + ":" + name;
  };

  releve.remember = function (store, key, value) {
    try {
      if (value) store().setItem(key, value);
      else store().removeItem(key);
    } catch (_) {
      // Not remembered: the choice still holds for this page.
    }
  };

  releve.recall = function (store, key) {
    try {
      return store().getItem(key) || "";
    } catch (_) {
      return "";
    }
  };
})((globalThis.releve = globalThis.releve || {}));
