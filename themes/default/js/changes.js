// Shows only what changed since a version, a day, or the last visit: older days are hidden. The page is whole without this.
(function (releve) {
  "use strict";

  const template = document.getElementById("_since");
  const days = [...document.querySelectorAll("section.day")];
  if (!template || !days.length) return;
  template.after(template.content.cloneNode(true));
  const form = template.nextElementSibling;
  const select = form.querySelector("select");
  const input = form.querySelector("input");
  const status = form.querySelector("[role=status]");

  // The newest day that was there on the visit before today's: reading a page twice on one day is one visit.
  const id = (day) => day.querySelector("h2").id;
  const newest = days.find((day) => day.dataset.day);
  const key = releve.key(document.documentElement.dataset.site, "changes");
  const store = () => localStorage;
  const today = releve.localDay(new Date());
  let [visit, seen, before] = releve.recall(store, key).split(" ");
  if (visit !== today) before = seen;
  releve.remember(store, key, [today, newest ? id(newest) : "", before || ""].join(" "));
  if (!before) form.querySelector("option[value=visit]").remove();

  function show() {
    const since = select.value === "visit" ? before : select.value;
    input.parentElement.hidden = since !== "day";
    let isOld = false;
    let shown = 0;
    for (const day of days) {
      isOld ||= since === "day" ? !!day.dataset.day && !!input.value && day.dataset.day < input.value : id(day) === since;
      day.hidden = isOld;
      shown += isOld ? 0 : 1;
    }
    status.textContent = shown ? "" : status.dataset.nothing;
  }
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
})((globalThis.releve = globalThis.releve || {}));
