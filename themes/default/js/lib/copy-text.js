// The text of a code block as it is wanted in a terminal: without the prompts, and without the answers below them.
(function (releve) {
  "use strict";

  releve.copyText = function (code) {
    const lines = code.replace(/\n+$/, "").split("\n");
    // A block whose first line has no prompt is a text, not a session: `# ` starts a comment there.
    if (!/^\$ \S/.test(lines[0])) return lines.join("\n");
    const kept = [];
    let continued = false;
    for (const line of lines) {
      const prompt = /^[$#] (?=\S)/.test(line);
      if (!prompt && !continued) continue;
      const text = prompt ? line.slice(2) : line;
      kept.push(text);
      continued = text.endsWith("\\");
    }
    return kept.join("\n");
  };
})((globalThis.releve = globalThis.releve || {}));
