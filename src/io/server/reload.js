// Reloads a page of the preview when the site has been made anew. Published sites do not carry this script.
(function () {
  "use strict";
  var shown = document.currentScript.dataset.generation;
  var events = null;

  function listen() {
    if (document.hidden) {
      // A browser keeps six connections to a host at most: hidden pages give theirs back.
      if (events) events.close();
      events = null;
    } else if (!events) {
      events = new EventSource("/_releve/events");
      events.onmessage = function (event) {
        if (event.data !== shown) location.reload();
      };
    }
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
