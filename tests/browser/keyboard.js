// A reader without a mouse: everything is reached, in order, and one sees where one is.
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { each, extremes, label, newsroom, visit, within } from './support/world.js';
import { samples } from './support/sites.js';

/** How far a walk goes; the rest of a page of hundreds of entries is like its beginning. */
const STEPS = 100;
const VIEWS = [{ width: 1280, height: 800 }, { width: 360, height: 640 }];

test('the Tab key reaches every control in order, and the focus is seen and not covered', async () => {
  const visits = everyType().flatMap(({ site, page }) => VIEWS.map((viewport) => ({ site, page, viewport })));
  nothing(await within({}, (context) => each(visits, ({ site, page, viewport }) => visit(context, site, page.path, async (tab) => {
    await tab.setViewportSize(viewport);
    return (await walk(tab)).map((what) => ({ where: label(site, page.path, viewport.width), what }));
  }))));
});

test('the skip link is first and leads into the main part', async () => {
  nothing(await within({}, (context) => each(everyType(), ({ site, page }) => visit(context, site, page.path, async (tab) => {
    await tab.keyboard.press('Tab');
    const first = await tab.evaluate(() => document.activeElement.getAttribute('href') ?? '');
    await tab.keyboard.press('Enter');
    await tab.keyboard.press('Tab');
    const [inMain, any] = await tab.evaluate(() => {
      const main = document.querySelector('main');
      return [main.contains(document.activeElement), main.querySelector('a, button, input, select, textarea, summary') !== null];
    });
    const found = [];
    if (!first.startsWith('#')) found.push('the first stop is no link into the page');
    if (any && !inMain) found.push('after the skip link the focus is not in the main part');
    return found.map((what) => ({ where: label(site, page.path), what }));
  }))));
});

test('links of the menu and of the language switch open by Enter', async () => {
  const pages = everyType().filter(({ page }) => ['home', 'event', 'release', 'search'].includes(page.type));
  nothing(await within({}, (context) => each(pages, ({ site, page }) => visit(context, site, page.path, async (tab) => {
    const found = [];
    for (const lang of ['', ...site.locales.filter((locale) => locale !== page.locale)]) {
      await tab.goto(site.origin + page.path);
      const link = tab.getByRole('banner').getByRole('navigation').locator(lang ? `a[hreflang="${lang}"]` : 'a:not([hreflang]):not([aria-current])').first();
      if (!await link.isVisible()) found.push(`no link ${lang ? `to ${lang}` : 'in the menu'}`);
      else {
        const href = await link.evaluate((element) => element.href);
        await link.focus();
        const opens = tab.waitForURL(href).then(() => true, () => false);
        await tab.keyboard.press('Enter');
        if (!await opens) found.push(`Enter does not open the link ${lang ? `to ${lang}` : 'of the menu'}`);
        else if (lang && lang !== await tab.evaluate(() => document.documentElement.lang)) found.push(`the link to ${lang} leads to another language`);
      }
    }
    return found.map((what) => ({ where: label(site, page.path), what }));
  }))));
});

test('what opens and closes does so by Enter and by Space', async () => {
  nothing(await within({}, (context) => each(everyType(), ({ site, page }) => visit(context, site, page.path, async (tab) => {
    const found = [];
    await tab.setViewportSize(VIEWS[1]);
    for (const control of await tab.locator('summary:visible, button[aria-expanded]:visible').all()) {
      const state = () => control.evaluate((element) => element.getAttribute('aria-expanded') ?? String(element.parentElement.open));
      for (const key of ['Enter', 'Space']) {
        const before = await state();
        await control.press(key);
        if (await state() === before) found.push(`${key} does nothing: ${await control.innerText()}`);
      }
    }
    return found.map((what) => ({ where: label(site, page.path), what }));
  }))));
});

/** A page of every type and language of the newsroom, and the great ones. */
function everyType() {
  const great = samples(extremes, 1).filter((page) => ['event', 'list', 'outcome', 'parallel', 'search'].includes(page.type) && page.locale !== 'en');
  return [...samples(newsroom, 1).map((page) => ({ site: newsroom, page })), ...great.map((page) => ({ site: extremes, page }))];
}

/** Goes from control to control and tells what is wrong on the way. */
async function walk(tab) {
  const count = await tab.evaluate(prepare);
  const found = new Set();
  let expected = 0;
  for (let step = 0; step < Math.min(count + 10, STEPS); step += 1) {
    await tab.keyboard.press('Tab');
    const stop = await tab.evaluate(look);
    if (stop.at === 'end') break;
    if (stop.at === 'region') continue;
    if (stop.at !== expected) found.add(`Tab goes to ${stop.name} where ${await tab.evaluate((at) => window.wTell(window.wStops[at]), expected)} was next`);
    expected = stop.at + 1;
    if (!stop.marked) found.add(`focus not marked: ${stop.name}`);
    if (!stop.seen) found.add(`focus covered or out of sight: ${stop.name}`);
  }
  if (expected < Math.min(count, STEPS - 10)) found.add(`Tab ends after ${expected} of ${count} controls`);
  return [...found];
}

/** Runs inside the page: every control that should be reached, and how it looks without focus. */
function prepare() {
  const looks = (element) => {
    const style = getComputedStyle(element);
    return [style.boxShadow, style.backgroundColor, style.borderColor, style.textDecoration].join();
  };
  const controls = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex], [contenteditable]';
  const reachable = (element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true });
  window.wStops = [...document.querySelectorAll(controls)].filter(reachable);
  window.wLooks = window.wStops.map(looks);
  window.wLook = looks;
  window.wTell = (element) => {
    const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\s+/g, ' ').slice(0, 40);
    return `<${element.localName}${element.className ? `.${element.className}` : ''}> “${words}”`;
  };
  return window.wStops.length;
}

/** Runs inside the page: where the focus is, whether it is marked and whether any of it can be seen (WCAG 2.4.11). */
function look() {
  const element = document.activeElement;
  if (!element || element === document.body) return { at: 'end' };
  const at = window.wStops.indexOf(element);
  // A region that scrolls and holds nothing to stop at is a stop of the browser's own.
  if (at < 0 && !element.matches('a, button, input, select, textarea, summary')) return { at: 'region' };
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const marked = outlined || window.wLook(element) !== window.wLooks[at];
  const shows = (box) => {
    const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    return left < right && top < bottom && [0.02, 0.1, 0.5, 0.9, 0.98].flatMap((x) => [[x, 0.2], [x, 0.5], [x, 0.8]]).some(([x, y]) => {
      const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
      return hit !== null && (element.contains(hit) || hit.closest('label')?.control === element);
    });
  };
  return { at, name: window.wTell(element), marked, seen: [...element.getClientRects()].some(shows) };
}
