/* The view lives in the address. Every control is a form field named like its parameter and every
   link inside a page holds the view it leads to; this script hands both to Dash without a page load.
   Before Dash is there (or without scripts) the same form and links load the page. */
(function () {
  "use strict";

  /* The history: a choice is one entry. ``due`` says that the next answer has to become a new one;
     while a slider is on its way only its first answer is, the following ones take its place. */
  let due = false;

  const ready = () => document.documentElement.classList.contains("dash-ready");

  /* The page that is open; another page is another document. */
  const page = () => document.getElementById("inhalt").dataset.page;
  const kindOf = (path) => path.split("/")[1] + (path.split("/").length > 2 ? "/" : "");
  const isHere = (path) => kindOf(path) === kindOf(window.location.pathname)
    || (page() === "karte" && ["/", "/karte"].includes(path));

  function ask(query, replace, by, path) {
    if (!ready()) {
      window.location.search = new URLSearchParams(query).toString();
      return;
    }
    remember();
    due = due || !replace;
    const asked = {path: path || window.location.pathname, query: query, replace: replace, by: by};
    dash_clientside.set_props("ansicht-" + page(), {data: asked});
  }

  /* A link that is drawn anew gives the keyboard back to its twin. */
  let held = "";
  function remember() {
    const link = document.activeElement;
    const place = link && link.dataset && link.dataset.raum ? link.closest("[id]") : null;
    if (place) held = "#" + place.id + " [data-raum=" + link.dataset.raum + "]";
  }
  function giveBack() {
    const link = held && document.activeElement === document.body && document.querySelector(held);
    if (link) link.focus({preventScroll: true});
    held = "";
  }

  /* What is shown unasked is not asked for: the newest year, and the first one to compare with. Another
     indicator has its own. (Dash puts an empty option first.) */
  const firstOf = (select) => [...select.options].map((one) => one.value).find(Boolean);
  const isUnasked = (field) => field.value === (field.type === "range" ? field.max : firstOf(field));
  function fields(form) {
    const query = {};
    new FormData(form).forEach((value, name) => { if (value !== "") query[name] = value; });
    const found = form.querySelectorAll("input[type=range][name=jahr], select[name=seit]");
    [...found].filter(isUnasked).forEach((field) => { delete query[field.name]; });
    return query;
  }

  function label(range) {
    const year = Number(range.value);
    const isSchool = range.closest(".years").title === "Schuljahr";
    return isSchool ? year + "/" + String((year + 1) % 100).padStart(2, "0") : String(year);
  }

  document.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-view]");
    if (!form || event.target.type === "range") return;
    settled();
    ask(fields(form), false);
  });

  /* A slider on its way: until it is let go, or until it rests for a moment when keys move it (each
     of them is a change to the browser). Another slider is another choice. */
  const ASK = 60, ASK_LOADING = 600, REST = 700;
  let moving = ""; /* the slider whose entry is already in the history */
  let pending = null; /* what it was moved to and nobody asked for yet */
  let isHeld = false;
  let asking = 0;
  let resting = 0;
  function settled() {
    window.clearTimeout(asking);
    window.clearTimeout(resting);
    moving = "";
    pending = null;
  }
  function rest() {
    window.clearTimeout(resting);
    resting = window.setTimeout(() => { if (isHeld || playing) rest(); else moving = ""; }, REST);
  }
  function send() {
    window.clearTimeout(asking);
    if (!pending) return;
    const {query, by} = pending;
    pending = null;
    ask(query, moving === by, by);
    moving = by;
    rest();
  }
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-view]");
    if (!form || event.target.type !== "range") return;
    const output = form.querySelector("output");
    if (output) output.textContent = label(event.target);
    const by = event.target.id.replace(/^feld-/, ""); /* a field that changes its name keeps its place */
    if (pending && pending.by !== by) send();
    pending = {query: fields(form), by: by};
    window.clearTimeout(asking);
    asking = window.setTimeout(send, ready() ? ASK : ASK_LOADING);
  });
  document.addEventListener("pointerdown", (event) => { isHeld = event.target.type === "range"; });
  ["pointerup", "pointercancel"].forEach((name) => document.addEventListener(name, () => {
    if (!isHeld) return;
    isHeld = false;
    window.setTimeout(() => { send(); settled(); }, 0); /* the last step comes with the release */
  }));

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-view]");
    if (!form || !ready()) return;
    event.preventDefault();
    settled();
    ask(fields(form), false);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-view], a[data-raum]");
    if (!link || !ready() || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const href = link.getAttribute("href") || link.getAttribute("xlink:href");
    const target = new URL(href, window.location.href);
    if (!isHere(target.pathname)) return;
    event.preventDefault();
    settled();
    ask(Object.fromEntries(target.searchParams), false, "", target.pathname);
  });

  /* Back and Forward inside a page: the address is already right, only the view follows it.
     Dash's own listener compares with the address at page load and would miss the first step back. */
  window.addEventListener("popstate", (event) => {
    if (!ready()) return;
    event.stopImmediatePropagation();
    settled();
    due = false; /* an answer that is still on its way belongs to the view that was left */
    ask(Object.fromEntries(new URLSearchParams(window.location.search)), true);
  }, true);

  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    view: {
      /* The server's canonical address goes into the history, its sentence to the screen reader. */
      settle: function (answer) {
        const here = window.location.pathname + window.location.search;
        if (answer.address !== here) history[due ? "pushState" : "replaceState"](null, "", answer.address);
        due = false;
        document.title = answer.title;
        const live = document.getElementById("vorlesen");
        if (live) live.textContent = answer.sentence;
        window.setTimeout(giveBack, 50);
      },
    },
  });

  /* Play: the year moves by one each second until the end, or until anybody touches the control. */
  let playing = 0;
  function stop() {
    window.clearInterval(playing);
    playing = 0;
    document.querySelectorAll("[data-play]").forEach((button) => {
      button.setAttribute("aria-pressed", "false");
    });
  }
  function step(range) {
    if (Number(range.value) >= Number(range.max)) { stop(); return; }
    move(range, Number(range.value) + 1);
  }
  function move(range, value) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(range, String(value));
    range.dispatchEvent(new Event("input", {bubbles: true}));
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-play]");
    if (!button) return;
    if (playing) { stop(); return; }
    const range = button.closest("form").querySelector("input[type=range]");
    if (Number(range.value) >= Number(range.max)) move(range, range.min);
    button.setAttribute("aria-pressed", "true");
    settled();
    playing = window.setInterval(() => step(document.querySelector("form[data-view] input[type=range]")), 1100);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-step]");
    if (!button) return;
    stop();
    const range = button.closest("form").querySelector("input[type=range]");
    const next = Number(range.value) + Number(button.dataset.step);
    if (next >= Number(range.min) && next <= Number(range.max)) {
      settled();
      move(range, next);
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (playing && !event.target.closest("[data-play]")) stop();
  });
  document.addEventListener("keydown", (event) => {
    if (playing && event.key === "Escape") stop();
  });
})();
