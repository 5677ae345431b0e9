/* A link in a part of the page that a change of the view draws anew gives the keyboard back to its
   twin: the link of the same name (data-keep) in the same place. Links of areas: see view.js. */
(function () {
  "use strict";
  const WAIT = 10000; /* ms: later than that nobody expects it any more */
  let kept = null;

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-keep]");
    const place = link && link.closest("[id]");
    kept = place ? {place: place.id, name: link.dataset.keep, until: Date.now() + WAIT} : null;
  }, true);

  function giveBack() {
    if (!kept || document.activeElement !== document.body) return;
    const place = document.getElementById(kept.place);
    const links = place ? [...place.querySelectorAll("a[data-keep]")] : [];
    const twin = Date.now() < kept.until && links.find((link) => link.dataset.keep === kept.name);
    if (twin) twin.focus({preventScroll: true});
    if (twin || Date.now() >= kept.until) kept = null;
  }

  new MutationObserver(giveBack).observe(document.documentElement, {subtree: true, childList: true});
})();
