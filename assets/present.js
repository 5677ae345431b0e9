/* Presentation: one statement and its picture, large enough for the back row, and nothing else.
   Key p or the button "Präsentieren" begins it, Escape or p ends it. Left and right go through the
   areas, up and down through the years: by the page's own links and controls, so that the address
   follows and Back works. It stays on over pages of one window (session storage, no cookie). */
(function () {
  "use strict";
  const root = document.documentElement;
  const MODE = "praesentation";
  const KEY = "praesentation-taste"; /* "aus": nobody wants a letter as a shortcut (WCAG 2.1.4) */
  const SEEN = 5000; /* ms until the hint fades */
  const ANSWER = 2500; /* ms that a step may wait for the page's answer */
  const SCREEN = [1240, 690]; /* px the pages are laid out for; everything larger is type size */
  const EDGE = 26; /* px below the picture */
  let fading = 0;
  let drawing = 0;
  let asked = null; /* the area that the last key asked for: {area, until} */
  let leaving = false;

  const on = () => root.classList.contains("present");
  const stored = (area, name) => { try { return area.getItem(name); } catch { return null; } };
  const store = (area, name, value) => { try { area.setItem(name, value); } catch { /* storage is switched off: the mode ends with the page */ } };
  const withKey = () => stored(localStorage, KEY) !== "aus";

  function say(text) {
    const live = document.getElementById("vorlesen");
    if (live) live.textContent = text;
  }

  /* Size */
  function fit() {
    const scale = Math.min(window.innerWidth / SCREEN[0], window.innerHeight / SCREEN[1]);
    root.style.setProperty("--k", Math.min(2.6, Math.max(1.1, scale)).toFixed(3));
  }
  /* The one picture of a page gets the height that statement and legend leave. */
  function fitPicture() {
    const frame = [...document.querySelectorAll("main .views .chart")].find((found) => found.offsetParent);
    if (!frame) return;
    const before = Number(getComputedStyle(root).getPropertyValue("--c")) || 1;
    const height = frame.getBoundingClientRect().height;
    const free = window.innerHeight - 2 * EDGE - frame.getBoundingClientRect().bottom - window.scrollY;
    const after = Math.min(1.5, Math.max(0.6, before * (height + free) / height));
    if (Math.abs(after - before) < 0.01) return;
    root.style.setProperty("--c", after.toFixed(3));
    window.dispatchEvent(new Event("resize"));
  }
  /* The rows of the ordered list share what its legend leaves. */
  function fitRows() {
    const rows = document.querySelector("main .columns .rows");
    const legend = rows && rows.parentElement.querySelector(".legend");
    if (!legend) return;
    const number = rows.querySelectorAll("li").length;
    const height = rows.querySelector("li").getBoundingClientRect().height;
    const free = rows.closest(".card").getBoundingClientRect().bottom - EDGE / 2 - legend.getBoundingClientRect().bottom;
    const scale = Number(root.style.getPropertyValue("--k"));
    const row = Math.min(46, Math.max(24, (height + free / number) / scale));
    root.style.setProperty("--fit-row", row.toFixed(2) + "px");
  }
  function redraw() {
    window.clearTimeout(drawing);
    drawing = window.setTimeout(() => {
      if (on()) { fitPicture(); fitRows(); }
      window.dispatchEvent(new Event("resize"));
    }, 60);
  }

  /* The bar at the bottom: the keys, for those without a keyboard a way out */
  function bar() {
    let found = document.querySelector(".present-bar");
    if (found) return found;
    found = document.createElement("div");
    found.className = "present-bar";
    found.setAttribute("role", "region");
    found.setAttribute("aria-label", "Präsentation");
    found.append(document.createElement("span"), button("Taste P abschalten", "key"), button("Beenden", "end"));
    document.body.append(found);
    return found;
  }
  function button(label, name) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.dataset.presentBar = name;
    return made;
  }
  function hint() {
    const shown = bar();
    const keys = [];
    if (areas().length) keys.push("← → Raum");
    if (yearStep(1)) keys.push("↑ ↓ Jahr");
    shown.firstChild.textContent = [...keys, "Esc beenden"].join(" · ");
    shown.querySelector("[data-present-bar=key]").textContent = withKey() ? "Taste P abschalten" : "Taste P einschalten";
    wake();
  }
  function wake() {
    bar().classList.add("seen");
    window.clearTimeout(fading);
    fading = window.setTimeout(() => bar().classList.remove("seen"), SEEN);
  }

  /* Begin and end */
  function begin(byHand) {
    store(sessionStorage, MODE, "1");
    fit();
    root.classList.add("present");
    window.scrollTo(0, 0);
    hint();
    redraw();
    if (!byHand) return;
    say("Präsentation. Pfeil links und rechts: Raum. Pfeil auf und ab: Jahr. Escape beendet.");
    if (root.requestFullscreen) root.requestFullscreen().catch(() => { /* not allowed here: it works without */ });
  }
  function end() {
    store(sessionStorage, MODE, "");
    root.classList.remove("present");
    if (document.fullscreenElement) document.exitFullscreen();
    redraw();
    say("Präsentation beendet.");
    const opener = [...document.querySelectorAll("[data-present]")].find((found) => found.offsetParent);
    if (opener) opener.focus({preventScroll: true});
  }

  /* Areas: a list of this page, or the row of pages of the nine */
  function areas() {
    const found = new Map();
    document.querySelectorAll("main li a[data-raum]").forEach((link) => {
      if (!found.has(link.dataset.raum)) found.set(link.dataset.raum, link);
    });
    if (found.size > 1) return [...found.values()];
    return [...document.querySelectorAll("nav.areas a, [data-neighbours] a")];
  }
  const isOpen = (link) => ["true", "page"].includes(link.getAttribute("aria-current"));

  function stepArea(by) {
    const links = areas();
    if (!links.length) return;
    if (!links[0].dataset.raum) { visit(links, by); return; }
    const focused = links.find(isOpen);
    const waiting = asked && asked.until > Date.now() && asked;
    const now = waiting ? waiting.area : focused ? focused.dataset.raum : "";
    /* The city stands before the first and after the last; its link is that of the focused area. */
    const ring = ["", ...links.map((link) => link.dataset.raum)];
    const next = ring[(ring.indexOf(now) + by + ring.length) % ring.length];
    const link = next ? links.find((each) => each.dataset.raum === next) : focused;
    if (!link || (waiting && !next)) return;
    asked = {area: next, until: Date.now() + ANSWER};
    link.click();
  }
  function visit(links, by) {
    const at = links.findIndex(isOpen);
    leaving = true;
    window.location.assign(links[(at + by + links.length) % links.length].href);
  }

  /* Years: the buttons beside the slider move it by one */
  const yearStep = (by) => document.querySelector('form[data-view] [data-step="' + by + '"]');
  function stepYear(by) {
    const control = yearStep(by);
    if (control) control.click();
    return Boolean(control);
  }

  function pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) return;
    if (event.target.closest && event.target.closest("input, select, textarea, [contenteditable], [role=tab], dialog")) return;
    if (event.key.toLowerCase() === "p" && withKey()) {
      if (on()) end(); else begin(true);
    } else if (!on()) {
      return;
    } else if (event.key === "Escape") {
      end();
    } else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      stepArea(event.key === "ArrowRight" ? 1 : -1);
    } else if (event.key !== "ArrowUp" && event.key !== "ArrowDown") {
      return;
    } else if (!stepYear(event.key === "ArrowUp" ? 1 : -1)) {
      return; /* a page without years scrolls */
    }
    event.preventDefault();
  }
  document.addEventListener("keydown", pressed);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-present]")) begin(true);
    const chosen = event.target.closest("[data-present-bar]");
    if (!chosen) return;
    if (chosen.dataset.presentBar === "end") { end(); return; }
    store(localStorage, KEY, withKey() ? "aus" : "");
    hint();
  });
  document.addEventListener("pointermove", () => { if (on()) wake(); });
  document.addEventListener("focusin", () => { if (on()) wake(); });
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && on() && !leaving) end();
    else redraw();
  });
  window.addEventListener("resize", (event) => { if (on() && event.isTrusted) { fit(); redraw(); } });
  window.addEventListener("pagehide", () => { leaving = true; });
  window.addEventListener("pageshow", () => { leaving = false; });

  /* The page settles: what was asked for has come, and a longer statement leaves less for the picture. */
  let statement = "";
  function redrawWhenSaid() {
    const said = document.querySelector("main h1");
    if (!said || said.textContent === statement) return;
    statement = said.textContent;
    redraw();
  }
  new MutationObserver(() => {
    if (!on()) return;
    redrawWhenSaid();
    const focused = areas().find(isOpen);
    if (asked && (focused ? focused.dataset.raum : "") === asked.area) asked = null;
  }).observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ["aria-current"]});

  if (stored(sessionStorage, MODE)) begin(false);
})();
