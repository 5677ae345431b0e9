"""The dialog behind „Link teilen“. It stands once in each document, outside of what Dash draws.

``assets/share.js`` fills it when it opens: with the address and the sentence the page has then.
"""

from __future__ import annotations

from urllib.parse import urlencode

from markupsafe import Markup

_FIELD = Markup(
    '<div class="share-row"><label for="teilen-{name}">{label}</label>'
    '<input id="teilen-{name}" type="text" readonly data-share-field="{name}">'
    '<button type="button" class="button" data-share-copy="{name}">{button}</button></div>'
)
_DIALOG = Markup(
    """<dialog id="teilen" class="share" aria-labelledby="teilen-titel">
<div class="share-head"><h2 id="teilen-titel">Link teilen</h2>
<button type="button" class="quiet" data-share-close>Schließen</button></div>
<fieldset><legend>Welche Zahlen soll der Link zeigen?</legend>
<label><input type="radio" name="teilen-stand" value="aktuell" checked>
<span><strong>Immer aktuell</strong> <span>zeigt stets den neuesten Datenstand</span></span></label>
<label><input type="radio" name="teilen-stand" value="fest">
<span><strong>Stand festhalten</strong>
<span data-share-release>zeigt auch später diese Zahlen</span></span></label>
</fieldset>
{link}
{short}
<div class="share-row share-sentence"><span>Satz für die Niederschrift</span>
<p data-share-field="satz"></p>
<button type="button" class="button" data-share-copy="satz">Satz kopieren</button></div>
<div class="share-out">
<figure data-share-qr hidden><img alt="QR-Code des Links" width="148" height="148">
<figcaption><a download="QR-Code.svg">QR-Code als SVG</a></figcaption></figure>
<div class="share-ways">
<p class="share-folder"><button type="button" class="button" data-share-folder>In die Mappe legen</button>
<a href="/mappe" data-mappe data-share-folder-to hidden>ansehen</a></p>
<a class="button" data-share-mail href="mailto:">Per E-Mail senden</a>
<button type="button" class="button" data-share-sheet hidden>Mit dem Gerät teilen …</button>
<details data-share-embed hidden><summary>In eine Website einbetten</summary>
<label for="teilen-einbetten">HTML für die Website</label>
<textarea id="teilen-einbetten" rows="4" readonly spellcheck="false" data-share-field="einbetten"></textarea>
<button type="button" class="button" data-share-copy="einbetten">Code kopieren</button></details>
</div></div>
<p class="share-said" role="status" data-share-said></p>
</dialog>"""
)
_CLOSED = _DIALOG.format(
    link=_FIELD.format(name="link", label="Link", button="Link kopieren"),
    short=_FIELD.format(name="kurz", label="Kurzlink für Papier", button="Kurzlink kopieren"),
)
_WITHOUT_SCRIPTS = Markup(
    '<noscript><p class="folder-without-scripts"><a href="/mappe?{}">Diese Ansicht in die Mappe legen</a></p>'
    "</noscript>"
)


def share_dialog(address: str = "") -> Markup:
    """The closed dialog. ``address``: of the view, for readers without scripts; "" for what is none."""
    return _CLOSED + (_WITHOUT_SCRIPTS.format(urlencode({"dazu": address})) if address else "")
