/* What script adds to pages that are whole without it: filters, copying, and a switch of languages that
   keeps the paragraph. All words stand in the page. */
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, values, ...children) => {
    const node = Object.assign(document.createElement(name), values);
    node.append(...children);
    return node;
  };

  /* Told to those who do not see what happened. */
  const voice = make("p", { className: "vh" });
  voice.setAttribute("role", "status");
  document.body.append(voice);
  const say = (words, place) => {
    voice.lang = place.closest("[lang]").lang;
    voice.textContent = "";
    setTimeout(() => { voice.textContent = words; }, 60);
  };

  /* Without a secure connection there is no clipboard, but there is the old way. */
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const before = document.activeElement;
      const field = make("textarea", { value: text, className: "vh" });
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      before?.focus({ preventScroll: true });
      return done;
    }
  };

  /* Copying a citation */

  for (const place of all("[data-copy]")) {
    const button = make("button", { type: "button", className: "button" }, place.dataset.copy);
    const answer = make("span", { className: "answer" });
    answer.setAttribute("aria-hidden", "true");
    place.append(make("p", {}, button, " ", answer));
    /* Marks of direction are for the page, not for where it is pasted. */
    const words = () => place.querySelector(".citation").textContent.replace(/[\u2066-\u2069]/g, "").trim();
    button.onclick = async () => {
      const done = await copied(words());
      answer.textContent = done ? place.dataset.copied : place.dataset.failed;
      say(answer.textContent, place);
    };
  }

  /* Copying the address of a paragraph; the link itself still leads there. */

  for (const link of all("a.anchor")) {
    link.addEventListener("click", async () => {
      const done = await copied(link.href);
      const words = link.closest("[data-copied]").dataset;
      link.classList.toggle("is-copied", done);
      setTimeout(() => link.classList.remove("is-copied"), 2500);
      say(done ? words.copied : words.failed, link.closest("[data-copied]"));
    });
  }

  /* The anchor of what is being read: the block in view that has the focus or that the address names, else the
     first that is; nothing above the text. Anchors are the same in all languages. */

  const box = (node) => node.getBoundingClientRect();
  const isSeen = (node) => node && box(node).bottom > 0 && box(node).top < innerHeight;
  const named = () => document.querySelector(":target");

  const reading = () => {
    const blocks = all(".prose > [id], .para > [id], .anchor + .pair-cell [id]");
    const around = document.activeElement.closest(".prose > *, .para, .pair");
    const held = blocks.find((block) => around?.contains(block));
    if (isSeen(held)) return "#" + held.id;
    if (isSeen(named())) return location.hash;
    const first = blocks.find((block) => box(block).bottom > 48);
    return first && (first !== blocks[0] || box(first).top < 0) ? "#" + first.id : "";
  };

  /* The switch stands above the text, so whoever comes to it by keyboard has left the paragraph. Each key asks
     first what is being read: not one that is pressed again and again, such as Tab up through the links, and
     none that is pressed at the head of the page. */

  let place = "", before = "";
  const look = ({ type, key, shiftKey, target }) => {
    if (type === "pointerdown") {
      place = reading();
    } else if (!/^(Shift|Control|Alt|AltGraph|Meta)$/.test(key)) {
      const same = before === key + shiftKey;
      before = key + shiftKey;
      if (!same && !(target.closest(".masthead, .skip") && isSeen(target))) place = reading() || place;
    }
  };

  if (document.querySelector(".document")) {
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, look, true);
    for (const link of all(".languages a[rel=alternate]")) {
      const keep = () => {
        link.hash = place || reading() || (named() ? location.hash : "");
        if (document.querySelector(".matrix")) link.search = location.search;
      };
      for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, keep);
    }
  }

  /* Filters. A form's fields are named as the data of the items that they look at; `q` looks at the words. */

  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const values = (item, name) => (item.dataset[name] || "").split("\n").filter(Boolean);

  const choices = (select, items) => {
    const known = new Map();
    const heads = select.name === "item" ? all("th[data-column]") : [];
    for (const head of heads) if (head.dataset.column) known.set(head.dataset.column, head.textContent);
    for (const item of heads.length ? [] : items) {
      for (const value of values(item, select.name)) known.set(value, item.dataset[select.name + "Name"] || value);
    }
    if (heads.length) return known.size > 1 ? [...known] : [];
    /* What every item has parts none from the others. Years stay in the order of the list. */
    const telling = [...known].filter(([value]) => !items.every((item) => values(item, select.name).includes(value)));
    const order = (one, other) => one[1].localeCompare(other[1], document.documentElement.lang);
    return select.name === "year" ? telling : telling.sort(order);
  };

  const fill = (select, items) => {
    if (select.options.length < 2) {
      for (const [value, label] of choices(select, items)) select.append(new Option(label, value));
    }
    if (select.options.length < 2) select.closest("label").remove();
  };

  const fits = (item, [name, value]) =>
    name === "q"
      ? fold(value).split(/\s+/).every((word) => fold(item.textContent).includes(word))
      : values(item, name).includes(value);

  const remember = (fields, chosen) => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) query.delete(field.name);
    for (const [name, value] of chosen) query.set(name, value);
    const search = query.toString();
    history.replaceState(null, "", location.pathname + (search && "?" + search) + location.hash);
  };

  for (const template of all("template[data-filters]")) {
    const place = template.closest("section");
    const box = template.content.firstElementChild.cloneNode(true);
    const form = box.querySelector("form");
    const items = all(template.dataset.filters, place);
    const status = box.querySelector("[role=status]");
    for (const select of all("select", form)) fill(select, items);
    const fields = all("input, select", form);

    let later;
    const apply = () => {
      const chosen = [...new FormData(form)].filter(([, value]) => value.trim()).map(([name, value]) => [name, value.trim()]);
      for (const item of items) item.hidden = !chosen.every((choice) => fits(item, choice));
      const column = chosen.find(([name]) => name === "item")?.[1];
      for (const cell of all("[data-column]", place)) {
        cell.hidden = Boolean(column) && cell.dataset.column !== column;
      }
      const shown = items.filter((item) => !item.hidden).length;
      const figure = shown.toLocaleString(document.documentElement.lang);
      const words = shown ? form.dataset.shown.replace("{n}", figure) : form.dataset.none;
      clearTimeout(later);
      later = setTimeout(() => { status.textContent = chosen.length ? words : ""; }, 200);
      remember(fields, chosen);
    };

    const asked = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = asked.get(field.name) || "";
      if (field.selectedIndex === -1) field.value = "";
    }
    template.after(box);
    box.open = fields.some((field) => field.value);
    if (box.open) apply();
    form.addEventListener("input", apply);
    form.addEventListener("reset", () => setTimeout(apply));
    form.addEventListener("submit", (event) => event.preventDefault());
  }
})();
