// How what was found is told: each finding once, with the pages that have it.
import { appendFileSync } from 'node:fs';

/** How many pages are named with a finding; the file has all of them. */
const NAMED = 3;
const FILE = process.env.FINDINGS;

/** Fails with everything that was found, unless nothing was. A finding is `{ where, what }`. */
export function nothing(found) {
  if (!found.length) return;
  const places = new Map();
  for (const { where, what } of found) places.set(what, [...(places.get(what) ?? []), where]);
  const all = [...places].sort(([one], [other]) => (one < other ? -1 : 1));
  if (FILE) appendFileSync(FILE, `${all.map(([what, where]) => `${what}\n${where.map((place) => `    ${place}\n`).join('')}`).join('')}\n`);
  const error = new Error(`${found.length} found\n${all.map(([what, where]) => `${what}\n    ${named(where)}`).join('\n')}`);
  error.stack = error.message;
  throw error;
}

function named(where) {
  const more = where.length - NAMED;
  return where.slice(0, NAMED).join('; ') + (more > 0 ? `; and ${more} more` : '');
}
