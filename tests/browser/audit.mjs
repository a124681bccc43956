// What is measured in a page. Each function runs in the browser and returns a list of faults, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The script of axe-core, to be put into a page. It cannot be where the page's own policy holds. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The faults that axe finds. `preload` would fetch the style sheets once more, which local files refuse. */
export function violations() {
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  return window.axe.run(document, { runOnly, preload: false }).then((found) =>
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

/** What is wrong with the element that has the focus; its place in the page when nothing is. */
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

/** The words and links of the page's main part, without controls that need a script. */
export function content() {
  const main = document.querySelector('main').cloneNode(true);
  for (const control of main.querySelectorAll('button, [data-needs-script]')) control.remove();
  return {
    text: main.textContent.replace(/\s+/g, ' ').trim(),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
  };
}
