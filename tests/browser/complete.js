// Which types of pages there are: what is tested elsewhere is found here, so that nothing new goes untested.
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { label, newsroom, sites } from './support/world.js';

/** Pages that the theme has to have; others are found by themselves. */
const TYPES = ['chooser', 'corrections', 'error', 'errors', 'event', 'home', 'list', 'outcome', 'page', 'parallel', 'release',
  'search', 'statement', 'taxonomy', 'term', 'verification'];

test('the newsroom has every type of page', () => {
  const there = new Set(newsroom.pages.map((page) => page.type));
  nothing(TYPES.filter((type) => !there.has(type)).map((type) => ({ where: 'newsroom', what: `no page of type ${type}` })));
});

test('every page says of which type it is', () => {
  const unknown = (page) => ['unknown', 'document'].includes(page.type);
  nothing(sites.flatMap((site) => site.pages.filter(unknown).map((page) => ({ where: label(site, page.path), what: 'a page of no type' }))));
});

test('every type of page is there in every language of the newsroom, or in all at once', () => {
  const locales = new Map();
  for (const { type, locale } of newsroom.pages) locales.set(type, (locales.get(type) ?? new Set()).add(locale));
  const lacking = [...locales].filter(([, held]) => !held.has('') && held.size !== newsroom.locales.length);
  nothing(lacking.map(([type, held]) => ({ where: 'newsroom', what: `${type} only in ${[...held].join(', ')}` })));
});
