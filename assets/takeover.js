/* The server's HTML stays until Dash has drawn the same tree; then one gives way to the other
   within a frame and at the same scroll position; the keyboard stays where it was. */
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  /* Presentation goes on over pages (present.js): known before the first paint, so that nothing flashes. */
  try {
    if (sessionStorage.getItem("praesentation")) document.documentElement.classList.add("present");
  } catch { /* storage is switched off */ }

  function takeOver(observer) {
    const first = document.getElementById("erster-anblick");
    const entry = document.getElementById("react-entry-point");
    if (!first || !entry || !entry.querySelector("#inhalt")) return;
    observer.disconnect();
    const focused = document.activeElement && document.activeElement.id;
    first.remove();
    document.documentElement.classList.add("dash-ready");
    const twin = focused && document.getElementById(focused.replace(/^erst-/, ""));
    if (twin) twin.focus({preventScroll: true});
    performance.mark("dash-ready");
  }

  document.addEventListener("DOMContentLoaded", () => {
    const observer = new MutationObserver(() => takeOver(observer));
    observer.observe(document.body, {childList: true, subtree: true});
  });
})();
