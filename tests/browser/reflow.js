// Narrow windows, large letters and wide spacing (WCAG 1.4.4, 1.4.10, 1.4.12), and targets for fingers (2.5.8).
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { chosen, each, label, visit, within } from './support/world.js';

/** The values of WCAG 1.4.12. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } '
  + 'p, li, dd, dt, h1, h2, h3, h4, h5, h6 { margin-block-end: 2em !important }';
const LARGE_TEXT = ':root { font-size: 200% !important }';

const WAYS = [
  { name: 'at 320 px', width: 320, style: '' },
  { name: 'at 320 px with wide spacing', width: 320, style: SPACING },
  { name: 'at 1280 px with wide spacing', width: 1280, style: SPACING },
  { name: 'at 1280 px with letters of 200 %', width: 1280, style: LARGE_TEXT },
];

test('no page scrolls sideways or cuts words off, narrow, with wide spacing or with large letters', async () => {
  nothing(await onPages(async (tab) => {
    const found = [];
    for (const { name, width, style } of WAYS) {
      await tab.setViewportSize({ width, height: 640 });
      await restyle(tab, style);
      found.push(...(await tab.evaluate(overflowing)).map((what) => `${what} ${name}`));
    }
    return found;
  }));
});

test('every target is 24 px wide and high, or far enough from the next', async () => {
  nothing(await onPages(async (tab) => {
    const wide = await tab.evaluate(small);
    await tab.setViewportSize({ width: 360, height: 640 });
    return [...new Set([...wide, ...await tab.evaluate(small)])];
  }));
});

function onPages(work) {
  return within({}, (context) => each(chosen, ({ site, page }) => visit(context, site, page.path, async (tab) => (
    (await work(tab)).map((what) => ({ where: label(site, page.path), what }))
  ))));
}

/** The security policy forbids a <style> of ours, but not a sheet that the debugger constructs. */
function restyle(tab, style) {
  return tab.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, style);
}

/** Runs inside the page: whether it scrolls sideways, because of which elements, and which cut their words off. */
function overflowing() {
  const root = document.scrollingElement;
  const name = ({ localName, className }) => localName + (typeof className === 'string' && className ? `.${className.split(' ').join('.')}` : '');
  const tell = (element) => `<${name(element.parentElement)} > ${name(element)}>`;
  const styleOf = (element) => getComputedStyle(element);
  // What is for screen readers alone is clipped; what stands in a region of its own scrolls there.
  const apart = (element) => {
    const { clip, clipPath, overflowX, position } = styleOf(element);
    return clip !== 'auto' || clipPath !== 'none' || (/auto|scroll/.test(overflowX) && position !== 'fixed');
  };
  const outers = (element) => (element && element !== document.body ? [element, ...outers(element.parentElement)] : []);
  const all = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility() && !outers(element.parentElement).some(apart));
  const inside = all.filter((element) => !apart(element) || /auto|scroll/.test(styleOf(element).overflowX));
  const outside = inside.filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 1 && (right > root.clientWidth + 1 || left < -1);
  });
  const found = [];
  if (outside.length) found.push(`out of sight at the side: ${tell(outside.at(-1))}`);
  else if (root.scrollWidth > root.clientWidth) found.push('scrolls sideways, no element stands out');
  for (const element of inside) {
    const { overflowX, overflowY } = styleOf(element);
    const cut = (overflow, whole, shown) => /hidden|clip/.test(overflow) && whole > shown + 1 && element.innerText?.trim();
    if (cut(overflowX, element.scrollWidth, element.clientWidth) || cut(overflowY, element.scrollHeight, element.clientHeight)) found.push(`words cut off: ${tell(element)}`);
  }
  return [...new Set(found)];
}

/** Runs inside the page: targets that are too small and too near to others; links in a sentence may be. */
function small() {
  const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const boxes = controls.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
  const inSentence = (element) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    const block = element.closest('p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4, div, caption');
    const rest = [...block.childNodes].filter((node) => !node.contains(element) && !(node instanceof Element && node.matches('.vh, a, ul, ol')));
    return rest.some((node) => node.textContent.trim().length > 1);
  };
  const middle = ({ left, top, width, height }) => [left + width / 2, top + height / 2];
  const near = (one, other) => {
    const [x, y] = middle(one);
    const dx = Math.max(other.left - x, 0, x - other.right);
    const dy = Math.max(other.top - y, 0, y - other.bottom);
    return Math.hypot(dx, dy) < 12;
  };
  const isSmall = ({ width, height }) => width < 23.5 || height < 23.5;
  const bad = boxes.filter(({ element, box }) => isSmall(box) && !inSentence(element) && boxes.some((other) => {
    if (other.element === element) return false;
    const [x, y] = middle(box);
    const [ox, oy] = middle(other.box);
    return near(box, other.box) || (isSmall(other.box) && Math.hypot(x - ox, y - oy) < 24);
  }));
  const tell = ({ element, box }) => `target of ${Math.round(box.width)} × ${Math.round(box.height)} px: <${element.localName}${element.className ? `.${element.className}` : ''}> in <${element.parentElement.localName}.${element.parentElement.className}>`;
  return [...new Set(bad.map(tell))].slice(0, 5);
}
