// What is measured in a page. Each function runs in the browser and returns a list of faults, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The script of axe-core, to be put into a page. It cannot be where the page's own policy holds. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The faults that axe finds. `preload` would fetch the style sheets once more, which local files refuse. */
export function violations() {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return window.axe.run(document, { runOnly, preload: false, resultTypes: ['violations'] }).then((found) =>
    found.violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 120)}`)));
}

/** Whether the page, or something in it, is wider than the window. What scrolls in a box of its own is fine. */
export function tooWide() {
  const faults = [];
  if (document.scrollingElement.scrollWidth > innerWidth) {
    faults.push(`the page is ${document.scrollingElement.scrollWidth} wide in a window of ${innerWidth}`);
  }
  const scrolls = (element) => ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  const boxed = (element) => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      if (scrolls(box)) return true;
    }
    return false;
  };
  for (const element of document.body.querySelectorAll('*')) {
    const { right, width, height } = element.getBoundingClientRect();
    if (width > 1 && height > 1 && right > innerWidth + 1 && !boxed(element)) {
      faults.push(`<${element.localName} class="${element.getAttribute('class') ?? ''}"> ends at ${Math.round(right)}`);
    }
  }
  return faults.slice(0, 5);
}

/** Controls smaller than 24 × 24 (WCAG 2.5.8). Links in running text are excepted, as there. */
export function smallTargets() {
  const faults = [];
  for (const element of document.querySelectorAll('a[href], button:enabled, input:enabled, select:enabled, summary')) {
    const style = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    const hidden = width <= 1 || height <= 1 || style.visibility === 'hidden';
    const inText = element.localName === 'a' && style.display === 'inline';
    if (!hidden && !inText && (width < 24 || height < 24)) {
      faults.push(`${element.outerHTML.slice(0, 80)} is ${Math.round(width)} × ${Math.round(height)}`);
    }
  }
  return faults;
}

/** What is wrong with the element that has the focus, or that the page's end is reached. */
export function focused() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { end: true };
  const style = getComputedStyle(element);
  const name = element.outerHTML.slice(0, 80);
  // `auto` is the browser's own ring, whatever width it says.
  const outlined = style.outlineStyle === 'auto'
    || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
  // A link that breaks over two lines has two boxes; the middle of both may lie beside either.
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const top = document.elementFromPoint(x, y);
  const faults = [];
  if (!outlined) faults.push(`${name} shows no outline when focused`);
  if (box.width < 2 || box.height < 2) faults.push(`${name} is not visible when focused`);
  else if (!top || !(element.contains(top) || top.contains(element))) {
    faults.push(`${name} is covered by ${top?.outerHTML.slice(0, 60) ?? 'nothing: it lies outside the window'}`);
  }
  return { end: false, faults };
}

/** The words of the page's main part, without controls that need a script, and all links but the one that the search replaces. */
export function content() {
  const main = document.querySelector('main').cloneNode(true);
  for (const control of main.querySelectorAll('button, [data-needs-script]')) control.remove();
  return {
    text: main.textContent.replace(/\s+/g, ' ').trim(),
    links: [...document.querySelectorAll('a[href]:not(site-search a)')].map((link) => link.getAttribute('href')),
  };
}

/** The words that are shown, without what only a script can do: buttons, the search, the line about the build, the choice of colours. */
export function shown() {
  const scripted = [...document.querySelectorAll('button, site-search, theme-switch, [data-build], [role="status"]')];
  const places = scripted.map((element) => [element, element.parentNode, element.nextSibling]);
  for (const element of scripted) element.remove();
  const text = document.body.innerText.replace(/\s+/g, ' ').trim();
  for (const [element, parent, next] of places.reverse()) parent.insertBefore(element, next);
  return text;
}

/** Marks every box that stands out by its colour, so that `lostBoxes` can look for it where colours are the reader's own. */
export function markBoxes() {
  const clear = (colour) => /^rgba\(.*, 0\)$/.test(colour) || colour === 'transparent';
  const behind = (element) => {
    for (let box = element; box; box = box.parentElement) {
      const { backgroundColor } = getComputedStyle(box);
      if (!clear(backgroundColor)) return backgroundColor;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  let marked = 0;
  for (const element of document.body.querySelectorAll('*')) {
    // Code in a line is told by its face; a whole block of it is a box.
    if (['code', 'kbd', 'samp', 'mark', 'rect'].includes(element.localName)) continue;
    const { backgroundColor } = getComputedStyle(element);
    const { width, height } = element.getBoundingClientRect();
    if (width < 2 || height < 2 || clear(backgroundColor) || backgroundColor === behind(element.parentElement)) continue;
    element.dataset.auditBox = '';
    marked += 1;
  }
  return marked;
}

/** The marked boxes that nothing sets apart any more: no edge of their own, and no other background than what is behind. */
export function lostBoxes() {
  const faults = new Set();
  for (const element of document.querySelectorAll('[data-audit-box]')) {
    const style = getComputedStyle(element);
    const edges = ['Top', 'Right', 'Bottom', 'Left'].filter((side) =>
      parseFloat(style[`border${side}Width`]) >= 1 && !['none', 'hidden'].includes(style[`border${side}Style`]));
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
    const own = style.forcedColorAdjust === 'none';
    if (edges.length === 0 && !outlined && !own) {
      faults.add(`<${element.localName} class="${element.getAttribute('class') ?? ''}"> has no edge`);
    }
  }
  return [...faults];
}

/** What moves although the reader asked for stillness. */
export function moving() {
  const faults = new Set(document.getAnimations().map((animation) => `an animation of ${animation.effect.target?.localName}`));
  for (const element of document.querySelectorAll('*')) {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    const slow = transitionDuration.split(',').some((time) => parseFloat(time) > 0.01);
    if (animationName !== 'none' || slow || scrollBehavior === 'smooth') faults.add(`<${element.localName}> moves`);
  }
  return [...faults];
}

/** The page's pieces of text, and the names given to controls and pictures, each with the language it is said to be in. */
export function voices() {
  const heard = [];
  const language = (element) => element.closest('[lang]').getAttribute('lang');
  const say = (text, element) => {
    const words = text.replace(/\s+/g, ' ').trim();
    // Names of machines, numbers and signs are of no language; code is of its own.
    if (/\p{L}{2}/u.test(words) && !element.closest('code, pre, kbd, samp, .code-lang, .ask, script, style, theme-switch, .languages')) {
      heard.push([words, language(element), element.outerHTML.slice(0, 90).replace(/\s+/g, ' ')]);
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) say(texts.currentNode.data, texts.currentNode.parentElement);
  for (const element of document.body.querySelectorAll('[aria-label], [title], [alt]')) {
    for (const name of ['aria-label', 'title', 'alt']) say(element.getAttribute(name) ?? '', element);
  }
  return heard;
}
