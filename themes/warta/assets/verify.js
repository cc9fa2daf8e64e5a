/* Looks whether a pasted text is one that was released here. The digests come as a script of this site, since
   the page's policy lets no script send anything anywhere. All words stand in the page's templates. */
"use strict";
(() => {
  const at = (name) => document.getElementById("w-verify" + name);
  const form = at("");
  if (!form) return;
  at("-no-script").hidden = true;
  if (!window.crypto || !crypto.subtle) {
    at("-insecure").hidden = false;
    return;
  }
  form.hidden = false;
  const field = form.querySelector("textarea");
  const verdict = form.querySelector("[role=status]");

  let list;
  const load = () => (list ||= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const fail = () => {
      list = undefined;
      script.remove();
      reject(new Error("no list"));
    };
    script.onload = () => (Array.isArray(window.wartaTexts) ? resolve(window.wartaTexts) : fail());
    script.onerror = fail;
    script.src = form.dataset.texts;
    document.head.append(script);
  }));

  const digest = async (text) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  /* As in the definition: without marks that nobody sees, in NFC, each run of white space one space. */
  const fold = (text) =>
    text.replace(/[\u00ad\u2066-\u2069\ufeff]/g, "").normalize("NFC").replace(/\p{White_Space}+/gu, " ")
      .replace(/^ | $/g, "");

  /* The newest version on each page: of the very text, else of the same words. */
  const find = async (texts, text) => {
    const exact = [await digest(text), await digest(text + "\n")];
    const folded = await digest(fold(text));
    const same = texts.filter((entry) => exact.includes(entry.sha256));
    const found = same.length ? same : texts.filter((entry) => entry.folded === folded);
    return found.filter((entry, place) => found.findIndex((other) => other.page === entry.page) === place);
  };

  const moment = (iso) => {
    const there = new Date(iso.slice(0, 19) + "Z");
    if (Number.isNaN(there.getTime())) return iso;
    const style = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" };
    return new Intl.DateTimeFormat(form.dataset.formats, style).format(there) + " (UTC" + iso.slice(19).replace("Z", "") + ")";
  };

  const copy = (name) => at("-" + name).content.cloneNode(true);

  const found = (entry, texts) => {
    const part = copy("found");
    const last = texts.find((other) => other.page === entry.page).state;
    const holds = { [entry.state]: 1, [entry.state + "-text"]: 1, since: entry.since };
    if (entry.state === "earlier") holds[last === "current" ? "changed" : last] = 1;
    for (const node of part.querySelectorAll("[data-when]")) {
      if (!node.dataset.when.split(" ").some((word) => holds[word])) node.remove();
    }
    const slot = (name, change) => part.querySelectorAll(`[data-slot=${name}]`).forEach(change);
    const lead = (link, href) => Object.assign(link, { href, hreflang: entry.lang });
    slot("document", (node) => {
      const link = document.createElement("a");
      Object.assign(link, { lang: entry.lang, dir: "auto", textContent: entry.title });
      node.append(lead(link, entry.page));
    });
    slot("language", (node) => {
      node.lang = entry.lang;
      node.textContent = form.getAttribute("data-language-" + entry.lang) || entry.lang;
    });
    slot("version", (node) => (node.textContent = entry.version));
    slot("since", (node) => Object.assign(node, { dateTime: entry.since, textContent: moment(entry.since) }));
    slot("page", (node) => lead(node, entry.page));
    slot("text", (node) => lead(node, entry.text));
    return part;
  };

  let turn = 0;
  const verify = async () => {
    const own = (turn += 1);
    const show = (...parts) => own === turn && verdict.replaceChildren(...parts);
    if (!fold(field.value)) {
      show(copy("empty"));
      return field.focus();
    }
    show(copy("working"));
    try {
      const texts = await load();
      const matches = await find(texts, field.value);
      show(...(matches.length ? matches.map((entry) => found(entry, texts)) : [copy("missing")]));
    } catch {
      show(copy("unavailable"));
    }
  };

  field.addEventListener("focus", () => load().catch(() => {}), { once: true });
  form.querySelector("button").addEventListener("click", verify);
})();
