/* Small things a page does by itself: tabs of a card, the sheet of controls on a phone, copying. */
(function () {
  "use strict";

  function openTab(tab) {
    const card = tab.closest("[data-card]");
    card.querySelectorAll("[role=tab]").forEach((other) => {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
    });
    card.dataset.open = tab.dataset.tab;
    window.dispatchEvent(new Event("resize")); /* a chart drawn while hidden takes its size now */
  }

  document.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) openTab(tab);
  });
  document.addEventListener("keydown", (event) => {
    const tab = event.target.closest && event.target.closest("[role=tab]");
    if (!tab || !["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    const tabs = [...tab.parentElement.querySelectorAll("[role=tab]")];
    const at = tabs.indexOf(tab);
    const to = {ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1}[event.key];
    const next = tabs[(to + tabs.length) % tabs.length];
    event.preventDefault();
    next.focus();
    openTab(next);
  });

  function sheet(open) {
    document.body.classList.toggle("sheet-open", open);
    document.querySelectorAll("[data-sheet]").forEach((button) => button.setAttribute("aria-expanded", String(open)));
    if (open) {
      const field = document.querySelector("form[data-view] select");
      if (field) field.focus();
    }
  }
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-sheet]")) sheet(!document.body.classList.contains("sheet-open"));
    else if (event.target.closest("[data-sheet-close]")) sheet(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !document.body.classList.contains("sheet-open")) return;
    sheet(false);
    const button = document.querySelector("[data-sheet]");
    if (button) button.focus();
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.files[open]").forEach((list) => {
      if (!list.contains(event.target)) list.open = false;
    });
  });
  document.addEventListener("keydown", (event) => {
    const list = event.key === "Escape" && event.target.closest("details.files[open]");
    if (!list) return;
    list.open = false;
    list.querySelector("summary").focus();
  });

  function said(button, text) {
    const before = button.dataset.label || button.textContent;
    button.dataset.label = before;
    button.textContent = text;
    window.setTimeout(() => { button.textContent = before; }, 1800);
  }
  function copy(button, text) {
    if (!navigator.clipboard) { window.prompt("Zum Kopieren:", text); return; }
    navigator.clipboard.writeText(text).then(() => said(button, "Kopiert"), () => window.prompt("Zum Kopieren:", text));
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button, document.querySelector("[data-copy-text]").dataset.copyText);
  });
})();
