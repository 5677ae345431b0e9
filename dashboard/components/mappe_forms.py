"""Forms and links around the pages of a folder: adding, title, release, files, the one link."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard.answers.mappe import FolderAnswer, limits
from dashboard.components.markup import Markup
from dashboard.components.wild import wild
from dashboard.state.folder import CUT_BY_SOME, LONGEST_TITLE, MOST_PAGES, PATH, Folder
from dashboard.state.short import short_address
from dashboard.wording.numbers import number

_SCANNED = 300  #: characters of a link up to which a phone reads its QR code from a wall
_FORM = Safe(
    '<form method="get" action="{action}" class="folder-form">{hidden}<label>{label}'
    '<input type="text" name="{name}" value="{value}" maxlength="{longest}"{more}></label>'
    '<button type="submit" class="button">{button}</button></form>'
)
_HIDDEN = Safe('<input type="hidden" name="{}" value="{}">')
_QR = Safe('<img src="{}" width="132" height="132" alt="QR-Code dieser Mappe" loading="lazy">')
_LONG = (
    "Der Link hat {} Zeichen. Manche Büro- und Mailprogramme kürzen so lange Links; sicher ist die "
    "HTML-Datei, oder die Mappe wird geteilt."
)
_MEMORY = (
    "Sind Skripte erlaubt, merkt sich dieser Browser die Adresse der Mappe, die Sie gerade zusammenstellen, "
    "in seinem lokalen Speicher unter „mappe“: nur die Adresse, kein Cookie, kein Konto. "
)


def add_form(answer: FolderAnswer) -> Component:
    """The field for the link of a view."""
    if len(answer.folder.codes) >= MOST_PAGES:
        return html.P(f"Die Mappe ist voll: Sie fasst {MOST_PAGES} Blätter.", className="small")
    written = _form(answer.folder, "dazu", "Link einer Ansicht", "", "In die Mappe legen")
    return html.Div(Markup(written), className="card folder-add")


def folder_card(answer: FolderAnswer) -> Component:
    """Files, link, title and release of the folder."""
    parts = [*_files(answer), *_link(answer.folder), html.H2("Titel und Datenstand")]
    titled = _form(answer.folder, "titel", "Titel der Mappe", answer.folder.title, "Titel setzen")
    return html.Aside(
        [*parts, Markup(titled), html.P(_release(answer), className="folder-release")],
        className="card folder-out",
        **wild(aria_label="Mappe weitergeben"),
    )


def hint(answer: FolderAnswer) -> list[Component | str]:
    """What the browser keeps, and how to make it forget (a button that only scripts show)."""
    forget = html.Button(
        "Adresse vergessen", type="button", className="quiet", **wild(data_mappe_vergessen="1")
    )
    mine = html.A("Zu Ihrer Mappe", href=PATH, hidden=True, **wild(data_mappe_meine="1"))
    take = html.Button(
        "Diese Mappe weiterführen", type="button", className="quiet", hidden=True,
        **wild(data_mappe_nehmen="1"),
    )  # fmt: skip
    return [f"{limits()} {_MEMORY}", forget, " ", mine, " ", take]


def _files(answer: FolderAnswer) -> list[Component]:
    folder, pictured = answer.folder, len(answer.pictured)
    links = [("PDF", "/mappe.pdf"), ("PPTX", "/mappe.pptx")] if pictured else []
    buttons = [
        html.A(label, href=folder.address(path), className="button primary" if at == 0 else "button")
        for at, (label, path) in enumerate([*links, ("Zum Mitnehmen (HTML)", "/mappe.html")])
    ]
    front = "PDF und PPTX beginnen mit Titel, Datenstand und Inhalt. " if links else ""
    said = f"{front}Die HTML-Datei zeigt alle Blätter auch ohne Internet, etwa vom USB-Stick."
    return [
        html.H2("Mitnehmen"),
        html.Div(buttons, className="folder-files"),
        html.P(said, className="small"),
        *[html.P(text, className="small folder-lacking") for text in lacking(answer)],
    ]


def lacking(answer: FolderAnswer) -> list[str]:
    """Which pages are not in which files, by name."""
    unread = ", ".join(f"Blatt {page.number}" for page in answer.missing)
    bare = ", ".join(f"Blatt {leaf.number} („{leaf.headline}“)" for leaf in answer.unpictured)
    found = [f"Nicht lesbar und deshalb in keiner Datei: {unread}."] if unread else []
    return [*found, *([f"Ohne Bild und deshalb nicht in PDF und PPTX: {bare}."] if bare else [])]


def _link(folder: Folder) -> list[Component]:
    address = folder.address()
    short = short_address(address)
    links = [html.A("Link dieser Mappe", href=address, **wild(data_mappe_link="Link"))]
    if short != address:
        links.append(html.A("Kurzlink", href=short, **wild(data_mappe_link="Kurzlink")))
    picture = f"/qr.svg?{urlencode({'ziel': address}, quote_via=quote)}"
    qr = [html.Div(Markup(_QR.format(picture)), className="folder-qr")] if len(short) <= _SCANNED else []
    return [
        html.H2("Ein Link"),
        html.Div([html.Div(links, className="folder-links"), *qr], className="folder-link"),
        *(
            [html.P(_LONG.format(number(len(address))), className="small")]
            if len(address) > CUT_BY_SOME
            else []
        ),
    ]


def _release(answer: FolderAnswer) -> list[Component | str]:
    folder, current = answer.folder, answer.current
    if folder.release:
        parts: list[Component | str] = [f"Festgehalten: Datenstand {folder.release}. "]
        parts.append(html.A("Nicht mehr festhalten", href=folder.pinned("").address()))
        if folder.release == current:
            return parts
        return [*parts, " ", _pin(folder, current)]
    return [_pin(folder, current)]


def _pin(folder: Folder, current: str) -> Component:
    return html.A(f"Alle auf Datenstand {current} festhalten", href=folder.pinned(current).address())


def _form(folder: Folder, name: str, label: str, value: str, button: str) -> Safe:
    kept = {"blaetter": ".".join(folder.codes), "titel": folder.title, "stand": folder.release}
    hidden = Safe("").join(
        _HIDDEN.format(key, text) for key, text in kept.items() if text and key != name
    )  # fmt: skip
    is_link = name == "dazu"
    more = Safe(' required spellcheck="false" placeholder="https://… oder /l/…"') if is_link else ""
    longest = 2000 if is_link else LONGEST_TITLE
    return _FORM.format(
        action=PATH, hidden=hidden, label=label, name=name, value=value, longest=longest, more=more,
        button=button,
    )  # fmt: skip
