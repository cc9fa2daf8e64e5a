/* Looks whether a pasted text was released here. The digests come as a script: the page's policy lets none
   send anything. All words stand in the page's templates. */
"use strict";
(() => {
  const at = (name) => document.getElementById("w-verify" + name);
  const form = at("");
  at("-no-script").hidden = true;
  if (!window.crypto || !crypto.subtle) {
    at("-insecure").hidden = false;
    return;
  }
  form.hidden = false;
  const field = form.querySelector("textarea");
  const verdict = form.querySelector("[role=status]");

  /* A part of the list, by its first digits. */
  const part = (name) => window.wartaTexts?.[name];
  const load = (name) => part(name) || new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = script.onerror = () => (part(name) ? resolve(part(name)) : reject());
    script.src = form.dataset.texts.replace(/\.js$/, (name && "-" + name) + "$&");
    document.head.append(script);
  });

  const digest = async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  };

  /* Without marks that nobody sees, in NFC, each run of white space one space. */
  const fold = (text) =>
    text.replace(/[\u00ad\u2066-\u2069\ufeff]/g, "").normalize("NFC").replace(/\p{White_Space}+/gu, " ")
      .replace(/^ | $/g, "");

  /* The newest version on each page: of the very text, else of the same words. */
  const find = async (text) => {
    const exact = [await digest(text), await digest(text + "\n")];
    const folded = await digest(fold(text));
    const known = await load(folded.slice(0, form.dataset.digits | 0));
    const texts = known.filter((entry) => entry.folded === folded);
    const same = texts.filter((entry) => exact.includes(entry.sha256));
    return (same.length ? same : texts).filter((entry, nth, all) => all.findIndex((other) => other.page === entry.page) === nth);
  };

  const moment = (iso) => {
    const style = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" };
    const there = new Date(iso.slice(0, 19) + "Z").toLocaleString(form.dataset.formats, style);
    return `${there} (UTC${iso.slice(19).replace("Z", "")})`;
  };

  const copy = (name) => at("-" + name).content.cloneNode(true);

  const found = (entry) => {
    const part = copy("found");
    const holds = [entry.state, entry.state + "-text", entry.since && "since"];
    if (entry.state === "earlier") holds.push(entry.today === "current" ? "changed" : entry.today);
    for (const node of part.querySelectorAll("[data-when]")) {
      if (!node.dataset.when.split(" ").some((word) => holds.includes(word))) node.remove();
    }
    const fill = (name, values) => {
      const node = part.querySelector(`[data-slot=${name}]`);
      if (node) Object.assign(node, values);
    };
    const { lang, title, page, text, version, since } = entry;
    const link = document.createElement("a");
    part.querySelector("[data-slot=document]").append(link);
    Object.assign(link, { lang, dir: "auto", textContent: title, href: page, hreflang: lang });
    fill("language", { lang, textContent: form.getAttribute("data-language-" + lang) || lang });
    fill("version", { textContent: version });
    const time = since && Object.assign(document.createElement("time"), { dateTime: since, textContent: moment(since) });
    if (time) part.querySelector("[data-slot=since]")?.append(time);
    fill("page", { href: page });
    fill("text", { href: text });
    return part;
  };

  let turn = 0;
  const verify = async () => {
    const own = ++turn;
    const show = (...parts) => own === turn && verdict.replaceChildren(...parts);
    if (!fold(field.value)) return show(copy("empty")), field.focus();
    show(copy("working"));
    try {
      const same = await find(field.value);
      show(...(same.length ? same.map(found) : [copy("missing")]));
    } catch {
      show(copy("unavailable"));
    }
  };

  form.querySelector("button").onclick = verify;
})();
