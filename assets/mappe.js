/* The meeting folder's memory: this browser keeps the address of the folder that is being put together,
   and nothing else. Every link of the folder works without this file; here they learn which folder is
   the reader's own, the share dialog puts views in, and the keyboard stays at a page that moved. */
(function () {
  "use strict";
  const KEY = "mappe";
  const FOLLOWS = "mappe-folgt"; /* the next folder that opens continues the reader's own */
  const PATH = "/mappe";

  const stored = (area, name) => { try { return area.getItem(name) || ""; } catch { return ""; } };
  const store = (area, name, value) => {
    try {
      if (value) area.setItem(name, value);
      else area.removeItem(name);
      return true;
    } catch { return false; } /* storage is switched off: the address bar alone holds the folder */
  };
  /* Only ever an address of our own page: what stands in the storage may be anybody's text. */
  const mine = () => { const found = stored(localStorage, KEY); return /^\/mappe\?[^#\s]+$/.test(found) ? found : ""; };
  const codes = (address) => new URLSearchParams(address.split("?")[1] || "").get("blaetter") || "";
  const pages = (address) => codes(address).split(".").filter(Boolean).length;
  const counted = (number) => number === 1 ? "1 Blatt" : number + " Blätter";

  /* The folder of this page; while Dash draws, the page is there twice. */
  const shown = () => {
    const found = document.querySelector("[data-mappe-adresse]");
    return found ? found.dataset.mappeAdresse : "";
  };

  /* Links to the folder, in header, menu and dialog */
  function mark() {
    const address = mine();
    document.querySelectorAll("[data-mappe]").forEach((link) => {
      link.href = address || PATH;
      if (address) link.dataset.anzahl = pages(address);
      else delete link.dataset.anzahl;
    });
    const to = document.querySelector("[data-share-folder-to]");
    if (to) { to.hidden = !address; to.textContent = counted(pages(address)) + " in der Mappe · ansehen"; }
  }

  /* On the page of a folder: whose is it? */
  function settle() {
    const here = shown();
    if (here) {
      const follows = stored(sessionStorage, FOLLOWS) || (!mine() && pages(here));
      store(sessionStorage, FOLLOWS, "");
      if (follows) store(localStorage, KEY, pages(here) ? here : "");
    }
    mark();
  }
  function offer() {
    const here = shown();
    const own = mine();
    const other = here && pages(here) && here !== own;
    document.querySelectorAll("[data-mappe-meine]").forEach((link) => {
      link.hidden = !own || here === own;
      link.href = own || PATH;
      link.textContent = "Zu Ihrer Mappe (" + counted(pages(own)) + ")";
    });
    document.querySelectorAll("[data-mappe-nehmen]").forEach((button) => { button.hidden = !other; });
    document.querySelectorAll("[data-mappe-vergessen]").forEach((button) => { button.hidden = !own; });
    document.querySelectorAll("a[data-mappe-link]").forEach(field);
    const button = document.querySelector("[data-share-folder]");
    if (button) button.hidden = Boolean(here); /* a folder is no view */
  }

  /* A link to copy becomes a field with a button. */
  function field(link) {
    if (link.nextElementSibling && link.nextElementSibling.matches(".folder-copy")) return;
    const box = document.createElement("span");
    box.className = "folder-copy";
    const input = Object.assign(document.createElement("input"), {type: "text", readOnly: true, value: link.href});
    input.setAttribute("aria-label", link.dataset.mappeLink);
    const button = Object.assign(document.createElement("button"), {type: "button", className: "button"});
    button.textContent = link.dataset.mappeLink + " kopieren";
    button.addEventListener("click", () => {
      const select = () => { input.select(); say("Markiert. Bitte mit Strg+C kopieren."); };
      if (!navigator.clipboard) { select(); return; }
      navigator.clipboard.writeText(input.value).then(() => say("Kopiert."), select);
    });
    box.append(input, button);
    link.after(box);
  }

  function say(text) {
    const live = document.getElementById("vorlesen") || document.getElementById("erst-vorlesen");
    if (live) live.textContent = text;
  }

  /* After a move the keyboard goes on at the page that moved, which is read out. */
  function land() {
    const found = /^#erst-((?:hoch|tiefer)-(\d+))$/.exec(window.location.hash);
    const link = found && document.getElementById(found[1]);
    if (!link) return;
    link.focus({preventScroll: true});
    link.closest("li").scrollIntoView({block: "nearest"});
    history.replaceState(null, "", window.location.pathname + window.location.search);
    const title = link.closest("li").querySelector("h3").textContent;
    say("Jetzt an Stelle " + found[2] + " von " + pages(shown()) + ": " + title);
  }

  /* What is asked of one's own folder gives one's own folder. */
  const continues = () => { if (!mine() || shown() === mine()) store(sessionStorage, FOLLOWS, "1"); };
  document.addEventListener("submit", (event) => { if (event.target.matches(".folder-form")) continues(); });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".leaf-ways a, .folder-release a")) continues();
    else if (event.target.closest("[data-mappe-vergessen]")) {
      store(localStorage, KEY, "");
      mark(); offer();
      say("Dieser Browser hat die Adresse der Mappe vergessen.");
    } else if (event.target.closest("[data-mappe-nehmen]")) {
      store(localStorage, KEY, shown());
      mark(); offer();
      say("Diese Mappe ist jetzt Ihre Mappe.");
    } else if (event.target.closest("[data-share-folder]")) {
      putIn(document.querySelector("[data-share-field=link]").value);
    }
  });

  /* The share dialog */
  function putIn(link) {
    const said = document.querySelector("[data-share-said]");
    const query = new URLSearchParams(mine().split("?")[1] || "");
    const before = pages(mine());
    query.set("dazu", link);
    fetch(PATH + ".json?" + query, {headers: {Accept: "application/json"}})
      .then((answer) => answer.json().then((told) => {
        if (!answer.ok) throw new Error(told.grund);
        return told;
      }))
      .then((told) => {
        const kept = store(localStorage, KEY, told.adresse);
        const to = document.querySelector("[data-share-folder-to]");
        to.hidden = false;
        mark();
        to.href = told.adresse;
        to.textContent = counted(told.anzahl) + " in der Mappe · ansehen";
        said.textContent = !kept ? "Dieser Browser merkt sich nichts; der Link führt zur Mappe."
          : told.anzahl > before ? "In die Mappe gelegt." : "Dieses Blatt liegt schon in der Mappe.";
      })
      .catch((error) => {
        said.textContent = error instanceof TypeError || error instanceof SyntaxError
          ? "Die Mappe ist gerade nicht erreichbar." : error.message;
      });
  }

  document.addEventListener("DOMContentLoaded", () => { settle(); offer(); });
  /* Dash draws the same page anew; what was marked is marked again. */
  new MutationObserver(() => { mark(); offer(); land(); })
    .observe(document.documentElement, {attributes: true, attributeFilter: ["class"]});
  window.addEventListener("storage", (event) => { if (event.key === KEY) { mark(); offer(); } });
  window.addEventListener("pageshow", mark);
})();
