// A button on every command that copies it.
(function (releve) {
  "use strict";

  const template = document.getElementById("_copy");
  const live = document.getElementById("_live");
  if (!template || !live) return;

  // The clipboard object is missing on plain http; the old command works there and on local files.
  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    if (!done) throw new Error("copy");
  }

  for (const block of document.querySelectorAll(".code")) {
    const code = block.querySelector("pre");
    if (!code) continue;
    const button = template.content.firstElementChild.cloneNode(true);
    button.lang = document.documentElement.lang;
    const word = button.textContent;
    const head = block.querySelector(".code-head");
    if (head) head.append(button);
    else block.prepend(button);
    button.addEventListener("click", async () => {
      const text = releve.copyText(code.textContent);
      let said = live.dataset.copied;
      await copy(text).catch(() => {
        said = live.dataset.failed;
      });
      button.textContent = said;
      live.textContent = said + " " + text.slice(0, 80);
      setTimeout(() => {
        button.textContent = word;
        live.textContent = "";
      }, 2500);
    });
  }
})((globalThis.releve = globalThis.releve || {}));
