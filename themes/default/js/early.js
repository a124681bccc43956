// Runs before the page is painted, so that a chosen theme does not flash.
(function (root) {
  "use strict";
  try {
    const theme = localStorage.getItem("releve:" + root.dataset.site + ":theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (_) {}
})(document.documentElement);
