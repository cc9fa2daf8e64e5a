/* Looks for words in the site's index, whose parts come as scripts from this site when they are needed: the
   page's policy lets no script connect to anything, so what is typed here goes nowhere. All words that a
   reader sees stand in the page. */
"use strict";
(() => {
  const at = (name) => document.getElementById("w-search" + name);
  const form = at("");
  if (!form) return;
  const lang = document.documentElement.lang;
  const [status, results, more] = [at("-status"), at("-results"), at("-more")];
  const CARDS = 32, SHOWN = 10;
  /* What stands in the summary or the title weighs as much; so many parts of cards are read for a phrase. */
  const AT_HEAD = 4, READ = 24;
  at("-no-script").hidden = true;
  form.hidden = false;

  const got = {};
  let waiting = {};
  window.wartaSearch = (name, part) => (got[name] = part);
  const load = (name, suffix = "") => (waiting[name] ||= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => (name in got ? resolve(got[name]) : reject());
    script.onerror = reject;
    script.src = form.dataset.index + (name === "index" ? "" : "parts/") + name + ".js" + suffix;
    document.head.append(script);
  }));
  const part = (index, kind, nth) => load(kind + nth + "-" + index[kind].slice(nth * 8, nth * 8 + 8));

  const lookUp = async (index, terms, isBeginning) => {
    const weights = new Map();
    await Promise.all(terms.map(async (term) => {
      const text = await part(index, "t", wartaFolding.part(term, index.bits));
      wartaFolding.take(text, term, isBeginning, weights);
    }));
    return weights;
  };

  /* The index knows which documents have the words, not whether they stand side by side; titles and summaries
     tell it. Of documents with all words there, the best are read: which have each phrase, and whether that
     was all of them. */
  const spelled = async (index, ids, phrases) => {
    const chunkOf = (id) => Math.floor(id / CARDS);
    const read = new Set([...new Set(ids.map(chunkOf))].slice(0, READ));
    const chunks = new Map(await Promise.all([...read].map(async (nth) => [nth, await part(index, "c", nth)])));
    const has = (id) => {
      const card = chunks.get(chunkOf(id))[id % CARDS];
      const texts = [card[0], card[5]].map((runs) => [].concat(runs || []).map((run) => run.text || run).join(""));
      return phrases.every((phrase) => texts.some((text) => wartaFolding.spells(text, phrase)));
    };
    const looked = ids.filter((id) => read.has(chunkOf(id)));
    return { ids: new Set(looked.filter(has)), isAll: looked.length === ids.length };
  };

  const find = async (index, query, kind, year) => {
    const { words, phrases } = wartaFolding.wanted(query, index.langs);
    const lists = await Promise.all(words.map(async (own) => {
      const found = await lookUp(index, own.terms, false);
      own.isOpen = (own.isOpen || !found.size && !own.isNeeded) && [...own.word].length > 3;
      return own.isOpen ? lookUp(index, [own.word], true) : found;
    }));
    const filter = kind && await lookUp(index, [kind], false);
    const start = index.years.findIndex(([own]) => own === year);
    const [first, last] = start < 0 ? [0, index.docs] : [index.years[start][1], (index.years[start + 1] || [0, index.docs])[1]];
    const scores = new Float64Array(index.docs), counts = new Uint8Array(index.docs);
    const needed = new Uint8Array(index.docs), heads = new Uint8Array(index.docs);
    lists.forEach((list, nth) => {
      const rarity = Math.log(1 + index.docs / (list.size || 1));
      for (const [id, weight] of list) {
        scores[id] += weight * rarity, counts[id]++;
        if (words[nth].isNeeded) needed[id]++, heads[id] += weight >= AT_HEAD;
      }
    });
    const all = words.filter((own) => own.isNeeded).length;
    const ids = [];
    let most = words.length ? 1 : 0;
    for (let id = last - 1; id >= first; id--) {
      if (needed[id] < all || counts[id] < most || (filter && !filter.has(id))) continue;
      if (counts[id] > most) ids.length = 0, most = counts[id];
      ids.push(id);
    }
    /* The newest stand first, and sorting keeps that among equals. */
    ids.sort((one, other) => scores[other] - scores[one]);
    const found = { ids, words, isWhole: most === words.length };
    if (all) {
      found.spelled = await spelled(index, ids.filter((id) => heads[id] === all), phrases);
      const has = (id) => found.spelled.ids.has(id);
      found.ids = [...ids.filter(has), ...ids.filter((id) => !has(id))];
    }
    return found;
  };

  const copy = (name) => at("-" + name).content.cloneNode(true);

  /* Runs of text, the words that were looked for marked. */
  const marked = (text, words) => {
    const nodes = [];
    let last = 0;
    const isWanted = (word) =>
      words.some((own) => index.langs.some((lang) => own.terms.includes(wartaFolding.stem(word, lang))) || (own.isOpen && word.startsWith(own.word)));
    for (const { 0: word, index: start } of text.matchAll(/[\p{Alphabetic}\p{M}\p{N}]+(?:['’ʼ.,][\p{Alphabetic}\p{N}]+)*/gu)) {
      if (!wartaFolding.words(word).some(isWanted)) continue;
      const mark = document.createElement("mark");
      mark.textContent = word;
      nodes.push(text.slice(last, start), mark);
      last = start + word.length;
    }
    return [...nodes, text.slice(last)];
  };

  const filled = (node, runs, words) => {
    for (const run of [].concat(runs)) {
      if (typeof run === "string") {
        node.append(...marked(run, words));
        continue;
      }
      const span = document.createElement("span");
      Object.assign(span, { lang: run.lang, dir: run.dir });
      span.append(...marked(run.text, words));
      node.append(span);
    }
  };

  const card = ([title, href, iso, date, label, summary, own, dir], words) => {
    const node = copy("card");
    const fill = (name, value, set) => {
      const slot = node.querySelector(`[data-slot=${name}]`);
      if (!slot || value) return slot && set(slot);
      const around = slot.parentElement;
      slot.remove();
      if (around && !around.childElementCount) around.remove();
    };
    const inOwn = (slot) => own && Object.assign(slot, { lang: own, dir });
    fill("date", date, (slot) => slot.append(Object.assign(document.createElement("time"), { dateTime: iso, textContent: date })));
    fill("collection", label, (slot) => (slot.textContent = label));
    fill("title", true, (slot) => (slot.href = href, own && (slot.hreflang = own), inOwn(slot), filled(slot, title, words)));
    fill("language", own, (slot) => slot.append(...copy("only-" + own).childNodes));
    fill("summary", summary, (slot) => (inOwn(slot), filled(slot, summary, words)));
    return node;
  };

  let index, turn = 0;
  const telling = (name, count) => {
    const node = copy(name);
    const slot = node.querySelector("[data-slot=count]");
    if (slot) slot.textContent = count.toLocaleString(form.dataset.formats);
    return node;
  };
  const tell = (name, count) => status.replaceChildren(telling(name, count));
  const tellPhrase = ({ ids, spelled }) => {
    status.append(telling("phrase", spelled.ids.size));
    if (spelled.ids.size < ids.length) status.append(telling(spelled.isAll ? "phrase-rest" : "phrase-limit"));
  };

  const show = async (found, from, own) => {
    const ids = found.ids.slice(from, from + SHOWN);
    const chunks = await Promise.all(ids.map((id) => part(index, "c", Math.floor(id / CARDS))));
    if (own !== turn) return;
    const cards = ids.map((id, nth) => card(chunks[nth][id % CARDS], found.words));
    const first = cards[0] && cards[0].querySelector("a");
    if (!from) {
      results.replaceChildren();
      tell(!ids.length ? "none" : found.isWhole ? "found" : "some", found.ids.length);
      if (ids.length && found.spelled) tellPhrase(found);
    }
    results.append(...cards);
    if (from && first) first.focus();
    more.hidden = from + SHOWN >= found.ids.length;
    more.onclick = () => show(found, from + SHOWN, own).catch(() => tell("failed"));
  };

  const ask = (name) => new URLSearchParams(location.search).get(name) || "";

  const search = async () => {
    const own = ++turn;
    const [query, kind, year] = ["q", "kind", "year"].map(ask);
    for (const name of ["q", "kind", "year"]) if (form.elements[name]) form.elements[name].value = ask(name);
    for (const link of document.querySelectorAll("a[rel=alternate][hreflang]")) link.search = location.search;
    const option = form.elements.kind && form.elements.kind.selectedOptions[0];
    const term = option && kind ? option.dataset.term : "";
    more.hidden = true;
    if (!wartaFolding.words(query).length && !term && !year) return status.replaceChildren(), results.replaceChildren();
    tell("working");
    const run = async (suffix) => {
      index = await load("index", suffix);
      const found = await find(index, query, term, year);
      if (own === turn) await show(found, 0, own);
    };
    try {
      /* The parts of an index that was renewed meanwhile have other names. */
      await run().catch(() => (waiting = {}, delete got.index, run("?" + Date.now())));
    } catch {
      waiting = {};
      if (own === turn) results.replaceChildren(), tell("failed");
    }
  };

  form.onsubmit = (event) => {
    event.preventDefault();
    const fields = [...new FormData(form)].filter(([, value]) => value);
    const asked = new URLSearchParams(fields).toString();
    history.pushState(null, "", location.pathname + (asked && "?" + asked));
    search();
  };
  for (const select of form.querySelectorAll("select")) select.onchange = () => form.requestSubmit();
  window.onpopstate = search;
  form.elements.q.onfocus = () => load("index").catch(() => delete waiting.index);
  search();
})();
