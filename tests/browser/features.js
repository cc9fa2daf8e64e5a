// What script adds: filters, copied addresses and citations, the same paragraph in the other language, search.
// All by role and by what happens, so that a theme may look as it likes.
import { test } from 'node:test';
import { nothing } from './support/findings.js';
import { RARE } from './support/extremes.js';
import { each, extremes, label, newsroom, visit, within } from './support/world.js';

const CITE = { id: /kutip|sitasi|rujukan/i, en: /cit(e|ation)/i };
const FILTER = /saring|filter/i;
/** What no text of either site has. */
const NONSENSE = 'qzxqzxqzx';

test('filters of the table of statements are used by keyboard, announced, and kept in the address', async () => {
  const events = extremes.pages.filter((page) => page.type === 'event' && page.html.includes('<table') && /great$/.test(page.path) && page.locale !== 'ar');
  nothing(await onPages(extremes, events, (tab) => filters(tab, 3, rowsOfTheLargestTable)));
});

test('filters of long lists are used by keyboard, announced, and kept in the address', async () => {
  const lists = ['id', 'en'].map((locale) => largest(extremes.pages.filter((page) => page.type === 'list' && page.locale === locale && /(siaran-pers|press-releases)\/$/.test(page.path))));
  nothing(await onPages(extremes, lists, (tab) => filters(tab, 1, entriesOfTheMainPart)));
});

test('filters of the page of a term tell kinds and years apart, by keyboard, announced, and kept in the address', async () => {
  const terms = ['id', 'en'].map((locale) => largest(extremes.pages.filter((page) => page.type === 'term' && page.locale === locale && !page.html.includes('w-groups'))));
  nothing(await onPages(extremes, terms, (tab) => filters(tab, 2, entriesOfTheMainPart)));
});

test('the address of a paragraph of an outcome document is copied by keyboard, and announced', async () => {
  const outcomes = newsroom.pages.filter((page) => page.type === 'outcome');
  nothing(await onPages(newsroom, outcomes, async (tab) => {
    const count = await tab.evaluate(markCopying);
    if (count < 3) return [`only ${count} controls that copy the address of a paragraph`];
    const found = [];
    for (const at of [0, 1, 2]) {
      const control = tab.locator(`[data-copying="${at}"]`);
      // A link is followed by Enter alone.
      const keys = await control.evaluate((element) => element.localName) === 'a' ? ['Enter'] : ['Enter', 'Space'];
      for (const key of keys) {
        await tab.evaluate(() => navigator.clipboard.writeText('nothing'));
        await listen(tab);
        await control.press(key);
        if (!await changed(tab, () => heard(tab), '')) found.push(`copying by ${key} is not announced`);
        const text = await changed(tab, () => tab.evaluate(() => navigator.clipboard.readText()), 'nothing');
        const right = await control.evaluate(addressOf, text ?? '');
        if (!right) found.push(`copied by ${key}: ${text}`);
      }
    }
    return found;
  }));
});

test('a citation is copied, with the title and the address of the document', async () => {
  const documents = newsroom.pages.filter((page) => ['outcome', 'statement', 'release'].includes(page.type));
  const one = ['outcome', 'statement', 'release'].flatMap((type) => newsroom.locales.map((locale) => documents.find((page) => page.type === type && page.locale === locale)));
  nothing(await onPages(newsroom, one, async (tab, page) => {
    const opener = tab.getByRole('main').locator('summary').filter({ hasText: CITE[page.locale] });
    if (await opener.count()) await opener.first().press('Enter');
    const button = tab.getByRole('main').getByRole('button', { name: CITE[page.locale] }).first();
    if (!await button.count()) return ['no button to copy a citation'];
    await tab.evaluate(() => navigator.clipboard.writeText(''));
    await button.press('Enter');
    const text = await changed(tab, () => tab.evaluate(() => navigator.clipboard.readText()), '') ?? '';
    const title = (await tab.locator('h1').innerText()).trim();
    const address = await tab.evaluate(() => document.querySelector('link[rel=canonical]').href);
    return [title, address].filter((part) => !text.includes(part)).map((part) => `the citation lacks “${part}”: ${text}`);
  }));
});

test('the language switch stays at the paragraph', async () => {
  const outcomes = newsroom.pages.filter((page) => page.type === 'outcome');
  nothing(await within({}, (context) => each(outcomes, (page) => visit(context, newsroom, `${page.path}#p3`, async (tab) => {
    const link = tab.getByRole('banner').locator('a[hreflang]').first();
    await link.focus();
    await Promise.all([tab.waitForURL((url) => url.pathname !== page.path), tab.keyboard.press('Enter')]);
    const { hash } = new URL(tab.url());
    return hash === '#p3' ? [] : [{ where: label(newsroom, page.path), what: `from #p3 the switch leads to “${hash}”` }];
  }))));
});

/** How a reader with a keyboard comes from a paragraph to the switch, the anchor known or not. */
const WAYS = {
  'pages down, then Tab to the switch': async (tab) => {
    const wanted = await pagesDown(tab, 3);
    await walkTo(tab, 'Tab');
    return wanted;
  },
  'up with Tab from a link in the text': async (tab) => {
    const link = tab.getByRole('main').locator('a[href^="#p"]').nth(12);
    await link.focus();
    const wanted = await link.getAttribute('href');
    await walkTo(tab, 'Shift+Tab');
    return wanted;
  },
  'down with Tab, home, then Tab to the switch': async (tab) => {
    await tab.getByRole('main').locator('a[href^="#p"]').nth(4).focus();
    for (let step = 0; step < 3; step += 1) await tab.keyboard.press('Tab');
    const wanted = await tab.evaluate(() => document.activeElement.getAttribute('href'));
    await tab.keyboard.press('Home');
    await walkTo(tab, 'Shift+Tab');
    return wanted;
  },
  'at the switch already, then pages down': async (tab) => {
    await walkTo(tab, 'Tab');
    return pagesDown(tab, 2);
  },
  'at the head of the page from the start': async (tab) => {
    await walkTo(tab, 'Tab');
    return '';
  },
};

test('the language switch takes whoever goes by keyboard to the paragraph that was read, without an anchor in the address', async () => {
  const outcomes = extremes.pages.filter((page) => page.type === 'outcome' && page.locale !== 'ar' && page.html.includes('id="p30"'));
  const visits = outcomes.flatMap((page) => Object.entries(WAYS).map(([way, go]) => ({ page, way, go })));
  nothing(await within({}, (context) => each(visits, ({ page, way, go }) => visit(context, extremes, page.path, async (tab) => {
    const wanted = await go(tab);
    await Promise.all([tab.waitForURL((url) => url.pathname !== page.path), tab.keyboard.press('Enter')]);
    const { hash } = new URL(tab.url());
    return hash === wanted ? [] : [{ where: label(extremes, page.path), what: `${way}: from “${wanted}” the switch leads to “${hash}”` }];
  }))));
});

/** Goes down by pages; gives the anchor of the first paragraph that is then in view. */
async function pagesDown(tab, count) {
  for (let page = 0; page < count; page += 1) {
    const before = await tab.evaluate(() => scrollY);
    await tab.keyboard.press('PageDown');
    await tab.waitForFunction((old) => new Promise((done) => {
      const at = scrollY;
      requestAnimationFrame(() => requestAnimationFrame(() => done(at > old && scrollY === at)));
    }), before);
  }
  return tab.evaluate(() => {
    const blocks = [...document.querySelectorAll('main [id]')].filter((block) => block.id.match(/^p\d+$/));
    // A line that is cut off at the top is not read.
    return `#${blocks.find((block) => block.getBoundingClientRect().bottom > 48).id}`;
  });
}

/** Presses a key until the switch to another language has the focus. */
async function walkTo(tab, key) {
  for (let step = 0; step < 40; step += 1) {
    await tab.keyboard.press(key);
    if (await tab.evaluate(() => document.activeElement.matches('header a[hreflang]'))) return;
  }
  throw new Error(`the switch is not reached with ${key}`);
}

test('search is found from every page, used by keyboard, announced, and kept in the address', async () => {
  const found = [];
  for (const [site, words] of [[newsroom, { id: 'diplomasi', en: 'diplomacy' }], [extremes, RARE]]) {
    const pages = site.pages.filter((page) => page.type === 'search');
    if (!pages.length) found.push({ where: site.name, what: 'no page of type search' });
    found.push(...await onPages(site, pages, (tab, page) => search(tab, words[page.locale])));
    const homes = pages.length ? site.pages.filter((page) => page.type === 'home') : [];
    found.push(...await onPages(site, homes, async (tab, home) => {
      const { path } = pages.find((page) => page.locale === home.locale) ?? {};
      return await tab.locator(`:is(header, nav, footer) :is(a[href="${path}"], form[action="${path}"])`).count() ? [] : ['no way to search from here'];
    }));
  }
  nothing(found);
});

test('words between quotation marks must all be there, and stand first where title or summary has them just so', async () => {
  const phrases = { id: ['diplomasi digital', 'digital diplomasi'], en: ['digital diplomacy', 'diplomacy digital'] };
  const pages = newsroom.pages.filter((page) => page.type === 'search');
  nothing(await within({}, (context) => each(pages, (page) => visit(context, newsroom, page.path, async (tab) => {
    const [right, wrong] = phrases[page.locale];
    const bare = await results(tab, page, right);
    const [quoted, turned, half] = [await results(tab, page, `"${right}"`), await results(tab, page, `„${wrong}“`), await results(tab, page, `"${right}" ${NONSENSE}`)];
    const has = (result) => result.text.toLowerCase().includes(right);
    const firsts = quoted.results.findIndex((result) => !has(result));
    const count = quoted.results.filter(has).length;
    const found = [];
    if (!count || count === quoted.results.length) found.push(`${count} of ${quoted.results.length} have “${right}”: nothing can be told from it`);
    if (firsts !== count) found.push(`“${right}” stands in ${count} titles or summaries, but only in the first ${firsts}`);
    if (!quoted.told.includes(`: ${count}`)) found.push(`that ${count} have “${right}” just so is not told: ${quoted.told}`);
    if (quoted.told === bare.told) found.push('a phrase is told of like words');
    if (!turned.told.includes(': 0')) found.push(`no title has “${wrong}”, but: ${turned.told}`);
    if (turned.results.length !== quoted.results.length) found.push('the order of words changes which documents have all of them');
    if (!half.results.length || !half.told.includes(`: ${count}`)) found.push(`a phrase with a word that is nowhere: ${half.told}`);
    if ((await results(tab, page, `"${right} ${NONSENSE}"`)).results.length) found.push('results for a phrase with a word that is nowhere');
    return found.map((what) => ({ where: label(newsroom, page.path), what }));
  }))));
});

/** What the search page finds for a query: its results, and what it says of them. */
async function results(tab, { path }, query) {
  await tab.goto(`${newsroom.origin}${path}?q=${encodeURIComponent(query)}`);
  const done = () => tab.evaluate(() => !document.querySelector('[role=status]').textContent.includes('…') && document.querySelector('[role=status]').textContent.trim());
  const told = await changed(tab, done, '');
  const texts = await tab.locator('main li:has(h3):visible').allInnerTexts();
  return { told, results: texts.map((text) => ({ text: text.replace(/\s+/g, ' ') })) };
}

/** Searches for words that are there, then for words that are nowhere; the fourth way is the address alone. */
async function search(tab, words) {
  const field = tab.getByRole('search').getByRole('searchbox');
  if (await field.count() !== 1) return ['no searchbox in a form of role search'];
  // Each has a heading; other lists of the page lead on where there is no search.
  const results = () => tab.getByRole('main').getByRole('listitem').filter({ has: tab.getByRole('heading'), visible: true });
  const found = [];
  await field.fill(words);
  await field.press('Enter');
  await results().first().waitFor().catch(() => found.push(`no results for “${words}”`));
  if (found.length) return found;
  const count = await results().count();
  if (!/\d/.test(await spoken(tab))) found.push('the number of results is not announced');
  if (new URL(tab.url()).searchParams.get('q') !== words) found.push(`the words are not in the address: ${tab.url()}`);
  await tab.reload();
  await results().first().waitFor().catch(() => found.push('the address alone gives no results'));
  if (await results().count() !== count) found.push(`the address gives ${await results().count()} results, the form ${count}`);
  await field.fill(NONSENSE);
  await listen(tab);
  await field.press('Enter');
  if (!await changed(tab, () => heard(tab), '')) found.push('that nothing was found is not announced');
  if (await results().count()) found.push(`results for “${NONSENSE}”`);
  await field.fill(words);
  await field.press('Enter');
  await results().first().waitFor();
  const target = await results().first().getByRole('link').first().evaluate((link) => link.href);
  await field.focus();
  for (let step = 0; step < 10 && await tab.evaluate(() => document.activeElement.href) !== target; step += 1) await tab.keyboard.press('Tab');
  await Promise.all([tab.waitForURL((url) => url.href.split(/[?#]/)[0] === target.split(/[?#]/)[0], { timeout: 3000 }), tab.keyboard.press('Enter')])
    .catch(() => found.push('Tab and Enter do not lead to the first result'));
  return found;
}

/** Sets every filter of a page to its last choice and back, by keyboard. */
async function filters(tab, least, shown) {
  const opener = tab.getByRole('main').locator('summary').filter({ hasText: FILTER });
  if (await opener.count()) await opener.first().press('Enter');
  const selects = tab.getByRole('main').getByRole('combobox');
  const count = await selects.count();
  if (count < least) return [`${count} filters where ${least} were expected`];
  const found = [];
  const whole = await tab.evaluate(shown);
  for (let at = 0; at < count; at += 1) {
    const select = selects.nth(at);
    const name = await select.evaluate((element) => element.getAttribute('aria-label') ?? [...element.labels].map((text) => text.innerText.split('\n')[0].trim()).join(' '));
    if (!name) found.push(`filter ${at + 1} has no name`);
    await listen(tab);
    await select.focus();
    await tab.keyboard.press('End');
    await tab.keyboard.press('Enter');
    if (!/\d/.test(await changed(tab, () => heard(tab), '') ?? '')) found.push(`${name}: the number of results is not announced`);
    const few = await tab.evaluate(shown);
    if (few >= whole) found.push(`${name}: ${few} of ${whole} are shown`);
    if (!new URL(tab.url()).search) found.push(`${name}: not in the address`);
    const value = await select.inputValue();
    await tab.reload();
    if (await select.inputValue() !== value || await tab.evaluate(shown) !== few) found.push(`${name}: lost when the page is loaded again`);
    await select.focus();
    await tab.keyboard.press('Home');
    await tab.keyboard.press('Enter');
    if (await tab.evaluate(shown) !== whole) found.push(`${name}: its first choice does not show all`);
    if (new URL(tab.url()).search) found.push(`${name}: still in the address when nothing is chosen: ${new URL(tab.url()).search}`);
  }
  return found;
}

/** What the live regions of a page say. */
function spoken(tab) {
  return tab.evaluate(() => [...document.querySelectorAll('[role=status], [aria-live=polite]')].map((region) => region.textContent.trim()).join(' ').trim());
}

/**
 * Starts to write down, inside the page, what live regions say from now on. The same words said again count, however
 * short the silence before them: a look at the words from here may come before it and after it alone.
 */
function listen(tab) {
  return tab.evaluate(() => {
    window.listening?.disconnect();
    window.told = [];
    const write = (changes) => window.told.push(...changes.map(({ target }) => target.textContent.trim()).filter(Boolean));
    window.listening = new MutationObserver(write);
    const parts = { childList: true, characterData: true, subtree: true };
    for (const region of document.querySelectorAll('[role=status], [aria-live=polite]')) window.listening.observe(region, parts);
  });
}

/** What live regions said since `listen`. */
function heard(tab) {
  return tab.evaluate(() => window.told.join(' '));
}

/** Asks again until there is another answer, or the same once more after none; gives it, or nothing where it stays. */
async function changed(tab, ask, before) {
  let old = before;
  for (let turn = 0; turn < 60; turn += 1) {
    const answer = await ask();
    if (answer && answer !== old) return answer;
    if (!answer) old = '';
    // A frame of the browser, not of ours: what has to change changes there.
    await tab.evaluate(() => new Promise((done) => { requestAnimationFrame(done); }));
  }
  return undefined;
}

/**
 * Runs inside the page: counts and marks what copies the address of a paragraph: buttons beside blocks, or links that
 * lead to the block they stand in, so that they do something without script too.
 */
function markCopying() {
  const ofBlock = (element) => element.closest('li[id], p[id], div[id], section[id] > *')?.querySelector('[id]') ?? element.closest('[id]');
  const leadsHere = (link) => {
    const block = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return link.pathname === location.pathname && block !== null && (block.contains(link) || block.parentElement === link.parentElement);
  };
  const controls = [...document.querySelectorAll('main article a[href*="#"], main article button')]
    .filter((element) => element.checkVisibility() && (element.localName === 'a' ? leadsHere(element) : ofBlock(element) && !element.closest('details, section[id^=w-]')));
  controls.forEach((element, at) => { element.dataset.copying = at; });
  return controls.length;
}

/** Runs inside the page: whether a text is this page's address with the block that the control belongs to. */
function addressOf(control, text) {
  if (!URL.canParse(text)) return false;
  const { pathname, hash } = new URL(text);
  const block = document.getElementById(decodeURIComponent(hash.slice(1)));
  return pathname === location.pathname && block !== null && (block.contains(control) || block.parentElement.contains(control));
}

/** Runs inside the page. */
function rowsOfTheLargestTable() {
  const tables = [...document.querySelectorAll('main table')].sort((one, other) => other.rows.length - one.rows.length);
  const rows = [...tables[0].tBodies].flatMap((body) => [...body.rows]);
  return rows.filter((row) => row.checkVisibility()).reduce((sum, row) => sum + 1 + [...row.querySelectorAll('a')].filter((link) => link.checkVisibility()).length, 0);
}

/** Runs inside the page. */
function entriesOfTheMainPart() {
  return [...document.querySelectorAll('main li')].filter((entry) => entry.querySelector('h2, h3, h4') && entry.checkVisibility()).length;
}

function largest(pages) {
  return pages.toSorted((one, other) => other.bytes - one.bytes)[0];
}

function onPages(site, pages, work) {
  return within({ permissions: ['clipboard-read', 'clipboard-write'] }, async (context) => {
    const found = [];
    // One at a time: there is one clipboard.
    for (const page of pages) {
      const told = await visit(context, site, page.path, (tab) => work(tab, page));
      found.push(...told.map((what) => ({ where: label(site, page.path), what })));
    }
    return found;
  });
}
