// How heavy pages are, and how they come up over a slow connection.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { nothing } from './support/findings.js';
import { samples } from './support/sites.js';
import { each, extremes, label, newsroom, visit, within } from './support/world.js';

/** Bytes, compressed: a page without pictures; a release with its style sheets and scripts. */
const PAGE = 30_000;
const RELEASE = 40_000;
/** Bytes as they are written. */
const STYLES = 30_000;
const SCRIPTS = 10_000;
/** Milliseconds until the largest part is painted, over SLOW. */
const PAINTED = 2500;
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

test('no page of the newsroom is heavier than 30 kB, no release with all it needs than 40 kB', (t) => {
  const found = [];
  let heaviest = 0;
  for (const page of newsroom.pages) {
    const own = packed(page.html);
    if (own > PAGE) found.push({ where: label(newsroom, page.path), what: `page of ${own} bytes` });
    if (page.type !== 'release') continue;
    const whole = own + assets(newsroom, page).reduce((sum, asset) => sum + packed(asset.text), 0);
    heaviest = Math.max(heaviest, whole);
    if (whole > RELEASE) found.push({ where: label(newsroom, page.path), what: `release of ${whole} bytes with what it needs` });
  }
  t.diagnostic(`the heaviest release: ${heaviest} bytes compressed`);
  nothing(found);
});

test('style sheets stay under 30 kB, and scripts other than that of search under 10 kB', (t) => {
  const scripts = new Map();
  for (const page of newsroom.pages) for (const asset of assets(newsroom, page)) scripts.set(asset.path, asset.text);
  const sizes = [...scripts].filter(([path]) => !/search/.test(path)).map(([path, text]) => ({ path, size: Buffer.byteLength(text) }));
  for (const { path, size } of sizes) t.diagnostic(`${path}: ${size} bytes`);
  const over = sizes.filter(({ path, size }) => size > (path.endsWith('.css') ? STYLES : SCRIPTS));
  nothing(over.map(({ path, size }) => ({ where: path, what: `${size} bytes` })));
});

test('over a slow connection nothing shifts, and the largest part is painted in 2.5 s', async (t) => {
  const great = samples(extremes, 1).filter((page) => page.locale !== 'en' && ['home', 'release', 'event', 'outcome'].includes(page.type));
  const visits = [...samples(newsroom, 1).map((page) => ({ site: newsroom, page })), ...great.map((page) => ({ site: extremes, page }))];
  const times = [];
  const found = await within({ viewport: { width: 360, height: 640 } }, (context) => each(visits, async ({ site, page }) => {
    const { painted, shifted, by } = await slowly(context, site, page.path);
    times.push({ painted, type: page.type });
    const told = [];
    if (shifted > 0) told.push(`layout shifts by ${shifted.toFixed(4)}: ${by}`);
    // Of hundreds of entries only the newsroom's own pages are held to the time.
    if (!painted || (site === newsroom && painted > PAINTED)) told.push(`painted after ${Math.round(painted)} ms`);
    return told.map((what) => ({ where: label(site, page.path), what }));
  }));
  times.sort((one, other) => other.painted - one.painted);
  t.diagnostic(`largest contentful paint: ${times.map(({ painted, type }) => `${type} ${Math.round(painted)}`).join(', ')} ms`);
  nothing(found);
});

/** Loads a page over the slow connection; gives when its largest part was painted and how far things shifted. */
async function slowly(context, site, path) {
  return visit(context, site, '/robots.txt', async (tab) => {
    const session = await context.newCDPSession(tab);
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    await session.send('Network.emulateNetworkConditions', SLOW);
    await tab.goto(site.origin + path, { waitUntil: 'load' });
    return tab.evaluate(measure);
  });
}

/** Runs inside the page, once it is loaded: everything that was seen until four frames after the first paint. */
async function measure() {
  const frame = () => new Promise((done) => { requestAnimationFrame(done); });
  const seen = (type, told = () => {}) => {
    const entries = [];
    const take = (more) => { if (entries.push(...more)) told(); };
    const observer = new PerformanceObserver((list) => take(list.getEntries()));
    observer.observe({ type, buffered: true });
    return () => { take(observer.takeRecords()); return entries; };
  };
  const shifts = seen('layout-shift');
  let paints;
  // A frame counts as painted once the screen says so, which on a busy machine comes long after `load`; without any, the wait ends.
  await new Promise((done) => { paints = seen('largest-contentful-paint', done); setTimeout(done, 10_000); });
  await document.fonts.ready;
  for (let frames = 0; frames < 4; frames += 1) await frame();
  const shifted = shifts().filter((entry) => !entry.hadRecentInput);
  const by = shifted.flatMap((entry) => entry.sources.map(({ node }) => node?.nodeName + (node?.className ? `.${node.className}` : '')));
  return { painted: paints().at(-1)?.startTime ?? 0, shifted: shifted.reduce((sum, { value }) => sum + value, 0), by: [...new Set(by)].join(', ') };
}

/** Style sheets and scripts that a page names. */
function assets(site, page) {
  const named = [...page.html.matchAll(/<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"/g)];
  return named.map(([, sheet, script]) => sheet ?? script).map((path) => ({ path, text: readFileSync(join(site.folder, path), 'utf8') }));
}

function packed(text) {
  return gzipSync(text, { level: 9 }).length;
}
