// The development server's own script; no built page has it. It reloads the page when its bytes would
// be others, where the reader was, and shows what there is to mend.
"use strict";
(() => {
  const script = document.currentScript;
  const path = encodeURIComponent(location.pathname);
  const SCROLL = "warta-scroll";
  const FOLDED = "warta-folded";
  let events = null;
  let panel = null;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  };

  // A page that is nothing but diagnostics needs no panel.
  const isMistakes = () => document.body.classList.contains("warta-page");

  const entry = (said) => {
    const item = element("li", said.severity);
    const head = element("p", "head");
    head.append(element("b", "", said.level), " ", element("code", "", said.code));
    item.append(head, element("p", "message", said.message));
    if (said.place) item.append(element("p", "place", said.place));
    if (said.help) item.append(element("p", "help", said.help));
    return item;
  };

  // The panel lives in a shadow tree, so that the site's styles and its own leave one another alone.
  const makePanel = () => {
    const host = element("warta-panel");
    const styles = element("link");
    styles.rel = "stylesheet";
    styles.href = "/.warta/reload.css";
    const aside = element("aside");
    aside.hidden = true;
    styles.addEventListener("load", () => { aside.hidden = false; });
    const details = element("details");
    const summary = element("summary");
    summary.setAttribute("aria-live", "polite");
    summary.addEventListener("click", () => {
      sessionStorage.setItem(FOLDED, `${details.dataset.severity} ${details.open}`);
    });
    const sheet = element("div", "sheet");
    sheet.tabIndex = 0;
    sheet.setAttribute("role", "group");
    details.append(summary, sheet);
    aside.append(details);
    host.attachShadow({ mode: "open" }).append(styles, aside);
    document.body.append(host);
    // The end of the page stays within reach above the panel.
    const room = new ResizeObserver(() => { document.body.style.paddingBlockEnd = `${aside.offsetHeight}px`; });
    room.observe(aside);
    return { host, aside, details, summary, sheet, room };
  };

  const hide = () => {
    panel?.room.disconnect();
    panel?.host.remove();
    panel = null;
    document.body.style.removeProperty("padding-block-end");
  };

  const show = (told) => {
    if (told.diagnostics.length === 0) return hide();
    panel ??= makePanel();
    const { aside, details, summary, sheet } = panel;
    const severity = told.diagnostics[0].severity;
    aside.lang = told.language;
    aside.dir = "ltr";
    aside.setAttribute("aria-label", told.label);
    sheet.setAttribute("aria-label", told.counts);
    // Errors are unfolded and less is not, unless somebody folded or unfolded that much by hand.
    const folded = sessionStorage.getItem(FOLDED)?.split(" ");
    details.open = folded?.[0] === severity ? folded[1] === "false" : severity === "error";
    details.dataset.severity = severity;
    summary.replaceChildren(element("b", "", told.label), element("span", "counts", told.counts));
    if (told.stale) summary.append(element("span", "stale", told.stale));
    const entries = element("ul", "entries");
    entries.append(...told.diagnostics.map(entry));
    sheet.replaceChildren(entries);
  };

  const ask = async () => {
    if (isMistakes()) return;
    try {
      show(await (await fetch(`/.warta/diagnostics?path=${path}`)).json());
    } catch {
      // The server is going down; the events will tell when it is back.
    }
  };

  const reload = () => {
    const place = { path: location.pathname, left: scrollX, top: scrollY };
    sessionStorage.setItem(SCROLL, JSON.stringify(place));
    location.reload();
  };

  const returnToPlace = () => {
    const place = JSON.parse(sessionStorage.getItem(SCROLL) ?? "null");
    sessionStorage.removeItem(SCROLL);
    if (place?.path !== location.pathname) return;
    const scroll = () => scrollTo({ left: place.left, top: place.top, behavior: "instant" });
    scroll();
    // Images may have moved things since.
    addEventListener("load", scroll, { once: true });
  };

  // Browsers allow six connections to one server, so only a tab that is looked at keeps one. The
  // fingerprint of the page as loaded tells whether anything was missed.
  const listen = () => {
    if (events || document.hidden) return;
    events = new EventSource(`/.warta/events?path=${path}&fingerprint=${script.dataset.fingerprint}`);
    events.addEventListener("open", ask);
    events.addEventListener("change", reload);
    events.addEventListener("diagnostics", ask);
  };

  const rest = () => {
    events?.close();
    events = null;
  };

  returnToPlace();
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
