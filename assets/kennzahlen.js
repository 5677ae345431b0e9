/* The list of indicators filters itself as somebody types: every row is in the page, and what does not
   fit is hidden. The rule is that of dashboard/answers/kennzahlen/search.py; without scripts the same
   form asks the server. The address always holds what is shown. */
(function () {
  "use strict";
  const PAUSE = 350; /* ms after the last key until the number of hits is announced */
  let timer = 0;
  let typed = null; /* what was chosen before Dash drew the page anew */

  const form = () => document.querySelector("form[data-index]");

  const UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"};
  const fold = (text) => text.normalize("NFKC").toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter]).replace(/[^0-9a-z]+/g, " ").trim();

  function textOf(row) {
    if (!row.folded) {
      const shown = [...row.querySelectorAll("h3, .question")].map((part) => fold(part.textContent));
      row.folded = shown.join(" ") + " " + row.dataset.words;
    }
    return row.folded;
  }

  function chosen() {
    const fields = form().elements;
    return {suche: fields.suche.value.trim(), perspektive: fields.perspektive.value, werte: fields.werte.value};
  }

  function fits(row, wanted, words) {
    return (wanted.perspektive === "alle" || wanted.perspektive === row.dataset.perspektive)
      && (wanted.werte === "alle" || wanted.werte === row.dataset.werte)
      && words.every((word) => textOf(row).includes(word));
  }

  function filter() {
    const wanted = chosen();
    const words = fold(wanted.suche).split(" ").filter(Boolean);
    let hits = 0;
    document.querySelectorAll("[data-group]").forEach((group) => {
      let left = 0;
      group.querySelectorAll("li").forEach((row) => {
        row.hidden = !fits(row, wanted, words);
        if (!row.hidden) left += 1;
      });
      group.hidden = left === 0;
      const link = document.querySelector('[data-phase="' + group.dataset.group + '"]');
      link.hidden = left === 0;
      link.querySelector(".count").textContent = String(left);
      hits += left;
    });
    settle(wanted, hits);
  }

  function settle(wanted, hits) {
    const said = document.querySelector(".hits");
    const total = Number(said.dataset.total);
    document.querySelector(".nothing").hidden = hits > 0;
    document.querySelector("[data-reset]").hidden = hits === total;
    const query = new URLSearchParams(window.location.search);
    Object.entries(wanted).forEach(([name, value]) => {
      if (value && value !== "alle") query.set(name, value);
      else query.delete(name);
    });
    const written = query.toString() ? "?" + query.toString() : "";
    history.replaceState(null, "", window.location.pathname + written + window.location.hash);
    document.querySelectorAll("[data-file]").forEach((link) => {
      const [path, before] = link.getAttribute("href").split("?");
      const asked = new URLSearchParams(query);
      const format = new URLSearchParams(before).get("format"); // the square picture says what it is
      if (format) asked.set("format", format);
      link.setAttribute("href", asked.toString() ? path + "?" + asked : path);
    });
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      said.textContent = hits === total ? total + " Kennzahlen" : hits + " von " + total + " Kennzahlen";
    }, PAUSE);
  }

  function write(wanted) {
    const fields = form().elements;
    Object.entries(wanted).forEach(([name, value]) => { fields[name].value = value; });
    filter();
  }

  function fromAddress() {
    const query = new URLSearchParams(window.location.search);
    write({
      suche: query.get("suche") || "", perspektive: query.get("perspektive") || "alle", werte: query.get("werte") || "alle",
    });
  }

  ["input", "change"].forEach((kind) => document.addEventListener(kind, (event) => {
    if (!event.target.closest("form[data-index]")) return;
    typed = chosen();
    filter();
  }));
  document.addEventListener("submit", (event) => {
    if (!event.target.closest("form[data-index]")) return;
    event.preventDefault();
    filter();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-reset]")) return;
    event.preventDefault();
    write({suche: "", perspektive: "alle", werte: "alle"});
    form().elements.suche.focus();
  });
  window.addEventListener("popstate", () => { if (form()) fromAddress(); }, true);

  /* Dash draws the same page anew: what was typed before that is kept. */
  new MutationObserver(() => { if (typed && form()) write(typed); })
    .observe(document.documentElement, {attributes: true, attributeFilter: ["class"]});
})();
