// The words of a piece of HTML, as a reader sees them.

const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Returns the text of a piece of HTML, on one line. */
export function words(html) {
  const text = html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (whole, name) => named[name] ?? whole);
  return text.replace(/[ \n\t]+/g, ' ').trim();
}
