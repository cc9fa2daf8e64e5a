// Without script: everything can be read, every link leads somewhere, nothing is there that does nothing.
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { fileAt } from './support/server.js';
import { chosen, each, label, sites, visit, within } from './support/world.js';

test('without script the main part is there, links lead somewhere, and no button is dead', async () => {
  nothing(await within({ javaScriptEnabled: false }, (context) => each(chosen, ({ site, page }) => visit(context, site, page.path, async (tab) => {
    const { words, dead, links } = await tab.evaluate(read);
    const found = dead.map((name) => `does nothing without script: ${name}`);
    if (words < 15) found.push('the main part is empty');
    for (const href of new Set(links)) if (!leads(site, href)) found.push(`leads nowhere: ${decodeURI(href)}`);
    return found.map((what) => ({ where: label(site, page.path), what }));
  }))));
});

test('an address that is not there is answered by a page with status 404', async () => {
  nothing(await within({ javaScriptEnabled: false }, (context) => each(sites, async (site) => {
    const found = [];
    for (const path of ['/nothing-here', ...site.locales.map((locale) => `/${locale}/nothing/here`)]) {
      const page = await context.newPage();
      const answer = await page.goto(site.origin + path);
      const [heading, links] = await page.evaluate(() => [document.querySelector('h1')?.innerText ?? '', document.querySelectorAll('main a[href]').length]);
      if (answer.status() !== 404 || !heading || !links) found.push({ where: label(site, path), what: `status ${answer.status()}, heading “${heading}”, ${links} links` });
      await page.close();
    }
    return found;
  })));
});

/** Whether a file of the site answers, and has the place that is named after `#`. */
function leads(site, href) {
  const url = new URL(href);
  const origins = [site.origin, new URL(/rel="canonical" href="([^"]*)"/.exec(site.pages.find((page) => page.type === 'home').html)[1]).origin];
  if (!origins.includes(url.origin)) return true;
  const file = fileAt(site.folder, decodeURIComponent(url.pathname));
  if (!file) return false;
  const id = decodeURIComponent(url.hash.slice(1));
  return !id || site.pages.find((page) => file.endsWith(`/${page.file}`) && file === `${site.folder}/${page.file}`)?.html.includes(`id="${id}"`);
}

/** Runs inside the page, by the debugger: the page's own scripts are off. */
function read() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true });
  const leadsOn = (element) => element.form?.getAttribute('action');
  const dead = [...document.querySelectorAll('button, input, select, textarea, [role=button]')].filter((element) => seen(element) && !leadsOn(element));
  return {
    words: document.querySelector('main').innerText.trim().length,
    dead: dead.map((element) => `<${element.localName}> “${element.textContent.trim().slice(0, 30)}”`),
    links: [...document.querySelectorAll('a')].map((link) => link.href || 'http://127.0.0.1:1/a-link-without-address').filter((href) => href.startsWith('http')),
  };
}
