/* An embedded view: tells the page around it how high it is (a number, nothing else), again after each
   change. The other side is described in docs/operations.md. */
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  if (window.parent === window) return;
  let last = 0;
  function tell() {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    window.parent.postMessage({typ: "sozialraum-monitor", hoehe: height}, "*");
  }
  document.addEventListener("DOMContentLoaded", () => {
    new ResizeObserver(tell).observe(document.body);
    tell();
  });
})();
