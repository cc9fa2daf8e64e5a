// Builds the sites under test with the program itself, and finds their pages.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extremes } from './extremes.js';

export const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const TARGET = process.env.CARGO_TARGET_DIR ?? join(REPOSITORY, 'target');
const WARTA = process.env.WARTA ?? join(TARGET, 'debug', 'warta');
/** Where the built sites stay, so that one can look at what failed. */
const PLACE = join(TARGET, 'browser');
/** After everything that the sites release. */
const AT = '2032-01-05 09.00 WITA';

/** Both sites, built anew. */
export function sites() {
  rmSync(PLACE, { recursive: true, force: true });
  const sources = join(PLACE, 'extremes-sources');
  const theme = readFileSync(join(REPOSITORY, 'themes/warta/i18n/en/theme.ftl'), 'utf8');
  for (const [path, text] of Object.entries(extremes(theme))) {
    mkdirSync(dirname(join(sources, path)), { recursive: true });
    writeFileSync(join(sources, path), text);
  }
  return [built('newsroom', REPOSITORY), built('extremes', sources)];
}

/**
 * A built site: its name, its folder, its locales, and its pages. A page knows its path, its file, its `type` (what
 * the theme calls it: `home`, `list`, `release`) and its locale, empty for pages in all languages at once.
 */
function built(name, root) {
  const folder = join(PLACE, name);
  try {
    execFileSync(WARTA, ['build', '--root', root, '--out', folder, '--at', AT, '--no-cache', '--format', 'short'], { stdio: 'pipe' });
  } catch (failure) {
    throw new Error(`the site "${name}" was not built:\n${failure.stdout ?? failure}${failure.stderr ?? ''}`);
  }
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  const locales = readdirSync(folder).filter((entry) => files.includes(`${entry}/index.html`) && files.includes(`${entry}/404.html`));
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => page(folder, file, locales));
  return { name, folder, files, locales, pages: pages.filter((found) => found.type !== 'redirect') };
}

function page(folder, file, locales) {
  const html = readFileSync(join(folder, file), 'utf8');
  const first = file.split('/')[0];
  const path = `/${file.replace(/(^|\/)index\.html$/, '$1').replace(/\.html$/, '')}`.split('/').map(encodeURIComponent).join('/');
  return { file, path, html, bytes: Buffer.byteLength(html), type: typeOf(html), locale: locales.includes(first) ? first : '' };
}

/** The type of a page: the kind in its body, for documents the kind of the document. */
function typeOf(html) {
  if (/<meta[^>]+http-equiv="?refresh/i.test(html)) return 'redirect';
  const kind = /<body[^>]*\bclass="[^"]*\bkind-([\w-]+)/.exec(html)?.[1] ?? 'unknown';
  return kind === 'document' ? /<article[^>]*\bclass="[^"]*\bdocument-([\w-]+)/.exec(html)?.[1] ?? kind : kind;
}

/** Of each type and locale the largest and the smallest page: what breaks one of them may leave the other whole. */
export function samples(site, each = 2) {
  const groups = Map.groupBy?.(site.pages, groupOf) ?? grouped(site.pages);
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((one, other) => other.bytes - one.bytes);
    return each > 1 && sorted.length > 1 ? [sorted[0], sorted.at(-1)] : [sorted[0]];
  });
}

function groupOf(found) {
  return `${found.type} ${found.locale}`;
}

function grouped(pages) {
  const groups = new Map();
  for (const found of pages) groups.set(groupOf(found), [...(groups.get(groupOf(found)) ?? []), found]);
  return groups;
}
