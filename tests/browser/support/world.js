// What all tests share: both sites, served; one browser; and everything that went wrong in any page that was opened.
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from './server.js';
import { samples, sites as build } from './sites.js';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Nothing but the loopback can be reached, whatever a page asks for. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-smooth-scrolling', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'];
/** How many pages are open at once. */
const PAGES = 3;

export const sites = build();
for (const site of sites) Object.assign(site, await serve(site.folder));
export const [newsroom, extremes] = sites;
/** What most tests look at: of each type and language two pages of the newsroom, and of the extremes the largest. */
export const chosen = [...samples(newsroom, 2).map((page) => ({ site: newsroom, page })), ...samples(extremes, 1).map((page) => ({ site: extremes, page }))];
export const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
/** Mishaps of all pages so far: `quiet.js` looks at them last. */
export const mishaps = new Set();

after(async () => {
  await browser.close();
  for (const site of sites) site.close();
});

/** Does the work for every element, a few at a time, and gives all that it found. */
export async function each(elements, work) {
  const waiting = [...elements];
  const found = [];
  const line = async () => {
    while (waiting.length) found.push(...(await work(waiting.shift())) ?? []);
  };
  await Promise.all(Array.from({ length: PAGES }, line));
  return found;
}

/** Opens a context for a piece of work and closes it again. */
export async function within(options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(5000);
  await context.addInitScript(() => addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violated: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  }));
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** Opens a page of a site, does the work in it, and writes down every mishap meanwhile. */
export async function visit(context, site, path, work) {
  const page = await context.newPage();
  watch(page, site, path);
  try {
    await page.goto(site.origin + path, { waitUntil: 'load' });
    return await work(page);
  } catch (failure) {
    throw new Error(`${label(site, path)}: ${failure.message}`, { cause: failure });
  } finally {
    await page.close();
  }
}

/** How a page is called in findings. */
export function label(site, path, ...more) {
  return [site.name, decodeURI(path), ...more].join(' ');
}

function watch(page, site, path) {
  const mishap = (text) => mishaps.add(`${label(site, path)}: ${text}`);
  page.on('console', (message) => {
    const expected = message.text().includes('status of 404') && message.location().url === page.url();
    if (['error', 'warning'].includes(message.type()) && !expected) mishap(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => mishap(`script: ${error.message}`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== site.origin && !['data:', 'blob:', 'about:'].includes(protocol)) mishap(`asks another host: ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left while it loads cuts its own requests off.
    if (request.failure().errorText !== 'net::ERR_ABORTED') mishap(`failed: ${request.url()} ${request.failure().errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') mishap(`${response.status()}: ${response.url()}`);
  });
}
