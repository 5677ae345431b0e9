/* The share dialog. It reads address, title and sentence when it opens, so it always passes on what is
   seen; the server adds the short link and the address with its release (/teilen). */
(function () {
  "use strict";
  const field = (name) => document.querySelector("[data-share-field=" + name + "]");
  const part = (name) => document.querySelector("[data-share-" + name + "]");
  const dialog = () => document.getElementById("teilen");
  let told = null; /* what the server said about the address the dialog was opened with */
  let opener = null;

  const sentence = () => {
    const marked = document.querySelector("[data-copy-text]");
    return marked ? marked.dataset.copyText : document.title;
  };
  const chosen = () => document.querySelector("[name=teilen-stand]:checked").value;

  /* Without an answer of the server there is still the address itself; only the release is not known. */
  function ownLink() {
    const here = new URL(window.location.href);
    here.hash = "";
    if (chosen() === "aktuell") here.searchParams.delete("stand");
    return {link: here.href, kurz: "", qr: "", einbetten: ""};
  }

  function show() {
    const links = told ? told[chosen()] : ownLink();
    const text = sentence();
    field("link").value = links.link;
    field("kurz").value = links.kurz;
    field("kurz").closest(".share-row").hidden = !links.kurz;
    field("satz").textContent = text;
    field("einbetten").value = links.einbetten;
    part("embed").hidden = !links.einbetten;
    part("qr").hidden = !links.qr;
    if (links.qr) {
      const picture = part("qr").querySelector("img");
      picture.src = links.qr;
      picture.alt = "QR-Code des Links " + (links.kurz || links.link);
      part("qr").querySelector("a").href = links.qr;
    }
    part("mail").href = "mailto:?subject=" + encodeURIComponent(document.title)
      + "&body=" + encodeURIComponent(text + "\r\n\r\n" + links.link);
    part("sheet").hidden = !navigator.share;
    part("release").textContent = told ? "zeigt auch später die Zahlen des Datenstands " + told.stand
      : "zeigt auch später diese Zahlen";
  }

  function ask() {
    const address = window.location.pathname + window.location.search;
    fetch("/teilen?ziel=" + encodeURIComponent(address), {headers: {Accept: "application/json"}})
      .then((answer) => { if (!answer.ok) throw new Error(String(answer.status)); return answer.json(); })
      .then((answer) => { told = answer; show(); })
      .catch(() => { say("Kurzlink und QR-Code sind gerade nicht erreichbar; der Link selbst gilt."); });
  }

  function open(button) {
    opener = button;
    told = null;
    const pinned = new URLSearchParams(window.location.search).has("stand");
    document.querySelector("[name=teilen-stand][value=" + (pinned ? "fest" : "aktuell") + "]").checked = true;
    say("");
    show();
    dialog().showModal();
    field("link").select();
    ask();
  }

  const say = (text) => { part("said").textContent = text; };

  function copy(name) {
    const source = field(name);
    const text = name === "satz" ? source.textContent : source.value;
    const marked = () => {
      if (source.select) source.select();
      else window.getSelection().selectAllChildren(source);
      say("Markiert. Bitte mit Strg+C kopieren.");
    };
    if (!navigator.clipboard) { marked(); return; }
    navigator.clipboard.writeText(text).then(() => say("Kopiert."), marked);
  }

  function passOn() {
    const data = {title: document.title, text: sentence(), url: field("link").value};
    navigator.share(data).then(() => dialog().close(), (error) => {
      if (error.name !== "AbortError") say("Das Gerät hat das Teilen abgelehnt.");
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-share]");
    if (button) { open(button); return; }
    const name = event.target.closest("[data-share-copy]");
    if (name) copy(name.dataset.shareCopy);
    else if (event.target.closest("[data-share-sheet]")) passOn();
    else if (event.target.closest("[data-share-close]") || event.target === dialog()) dialog().close();
  });
  document.addEventListener("change", (event) => {
    if (event.target.name === "teilen-stand") { say(""); show(); }
  });
  /* The button may have been drawn anew meanwhile: then its twin gets the keyboard back. */
  document.addEventListener("close", (event) => {
    if (event.target !== dialog() || !opener || opener.isConnected) return;
    const twin = [...document.querySelectorAll("[data-share]")].find((found) => found.offsetParent);
    if (twin) twin.focus();
  }, true);
})();
