// On paper: the parallel view of an outcome document, and a release.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { newsroom, sites, visit, within } from './support/world.js';

test('the parallel view of the outcome document prints both languages', async () => {
  const parallel = newsroom.pages.filter((page) => page.type === 'parallel');
  if (!parallel.length) nothing([{ where: 'newsroom', what: 'no page of type parallel' }]);
  const outcomes = newsroom.pages.filter((page) => page.type === 'outcome');
  for (const page of parallel) {
    const { pages, text } = await printed(newsroom, page);
    assert.ok(pages > 0);
    for (const edition of outcomes) {
      const first = await within({}, (context) => visit(context, newsroom, edition.path, (tab) => tab.locator('#p1').innerText()));
      // A column breaks lines elsewhere, and hyphenates.
      const words = first.split(/\s+/).slice(0, 6);
      const lacking = words.filter((word) => !text.includes(word));
      assert.ok(lacking.length <= 1, `${page.path} in print lacks “${words.join(' ')}” of ${edition.path}`);
    }
  }
});

test('every document prints its title and where it came from', async () => {
  for (const site of sites) {
    for (const type of ['release', 'statement', 'outcome']) {
      const page = site.pages.find((found) => found.type === type && found.locale === 'id');
      const { pages, text } = await printed(site, page);
      const [title] = /<h1[^>]*>([^]*?)<\/h1>/.exec(page.html)[1].replace(/<[^>]*>/g, '').trim().slice(0, 14).split(/[\s,:]/);
      assert.ok(pages > 0 && text.includes(title), `${site.name} ${page.path}: no “${title}” on paper`);
      const address = /rel="canonical" href="([^"]*)"/.exec(page.html)[1];
      assert.ok(text.replace(/\s/g, '').includes(decodeURI(address)), `${site.name} ${page.path}: no address on paper`);
    }
  }
});

/** Prints a page to a PDF beside the built sites; gives its number of pages and its text. */
async function printed(site, page) {
  const file = join(site.folder, '..', `${site.name}${page.path.replaceAll('/', '-')}.pdf`);
  writeFileSync(file, await within({}, (context) => visit(context, site, page.path, (tab) => tab.pdf({ format: 'A4' }))));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return { pages: text.split('\f').length - 1, text };
}
