// axe-core over every type of page, in every language, both schemes and two widths.
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { chosen, each, label, newsroom, visit, within } from './support/world.js';

const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'];

test('axe finds no violation on any type of page, in any language, scheme and width', async () => {
  nothing(await within({}, (context) => each(chosen, ({ site, page }) => visit(context, site, page.path, async (tab) => {
    await tab.evaluate(AXE);
    const found = [];
    for (const [scheme, width] of conditions(site)) {
      await tab.emulateMedia({ colorScheme: scheme });
      await tab.setViewportSize({ width, height: 800 });
      for (const what of await tab.evaluate(judge, TAGS)) found.push({ where: label(site, page.path, scheme, width), what });
    }
    return found;
  }))));
});

/** The newsroom in all of them, pages of hundreds of entries in two that have each scheme and each width. */
function conditions(site) {
  const all = SCHEMES.flatMap((scheme) => WIDTHS.map((width) => [scheme, width]));
  return site === newsroom ? all : [all[0], all.at(-1)];
}

/** Runs inside the page. */
async function judge(tags) {
  const { violations } = await window.axe.run(document, {
    runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } }, resultTypes: ['violations'], preload: false,
  });
  return violations.map(({ id, nodes }) => {
    const elements = nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ');
    return `axe ${id}: ${elements}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}: ${nodes[0].failureSummary.split('\n')[1].trim()}`;
  });
}
