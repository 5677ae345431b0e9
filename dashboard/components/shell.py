"""What is around every page: skip link, header, footer and the live region."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.components import html
from dashboard.components.wild import wild

#: Page, address and label of the navigation.
NAVIGATION = (
    ("karte", "/", "Karte"),
    ("kennzahlen", "/kennzahl", "Kennzahlen"),
    ("sozialraeume", "/sozialraum", "Sozialräume"),
    ("uebergaenge", "/uebergaenge", "Übergänge"),
    ("kosten", "/kosten", "Kosten"),
    ("ziele", "/ziele", "Ziele"),
    ("ressourcen", "/ressourcen", "Ressourcen"),
    ("daten", "/daten", "Daten"),
)
_PART_OF = {
    "kennzahl": "kennzahlen",
    "sozialraum": "sozialraeume",
    "wirkung": "ziele",
    "geheimhaltung": "daten",
}


def shell(content: list[Component], release: str, page: str = "") -> Component:
    """The frame around ``content``. ``release`` is the id shown in the header, ``page`` the page's name."""
    return html.Div(
        [
            html.A("Zum Inhalt springen", href="#inhalt", className="skip"),
            header(release, page),
            html.Main(content, id="inhalt", tabIndex=-1, **wild(data_page=page)),
            footer(),
            html.Div(id="vorlesen", role="status", className="visually-hidden", **wild(aria_live="polite")),
        ],
        className="frame",
    )


def header(release: str, page: str = "") -> Component:
    """Name of the product, navigation, release, and the buttons to present and to pass the link on."""
    name = html.A(
        [
            html.Span("Sozialraum-"),
            html.Span("Monitor", className="accent"),
            html.Span(" Hamm", className="wide-only"),
        ],
        href="/",
        className="brand",
    )
    stand = [html.Span(f"Datenstand {release}", className="release")] if release else []
    share = html.Button("Link teilen", type="button", className="button wide-only", **wild(data_share="1"))
    present = html.Button(
        "Präsentieren", type="button", className="button wide-only", **wild(data_present="1")
    )
    end = html.Div([*stand, folder_link(page), present, share], className="header-end")
    pages = navigation(page, more=(folder_link(page),))
    menu = html.Details([html.Summary("Menü"), pages], className="menu narrow-only")
    return html.Header([name, navigation(page, "wide-only"), end, menu], className="top")


def folder_link(page: str) -> Component:
    """To the meeting folder; ``assets/mappe.js`` leads it to the reader's own and adds its pages' number."""
    here = wild(aria_current="page") if page == "mappe" else {}
    return html.A("Mappe", href="/mappe", className="folder-to", **wild(data_mappe="1"), **here)


def navigation(page: str, classes: str = "", more: tuple[Component, ...] = ()) -> Component:
    """Links to the pages; the one that is open is marked. There twice: in a row, and in the phone's menu."""
    here = _PART_OF.get(page, page)
    links = [
        html.A(label, href=address, **(wild(aria_current="page") if name == here else {}))
        for name, address, label in NAVIGATION
    ]
    return html.Nav([*links, *more], className=f"pages {classes}", **wild(aria_label="Seiten"))


def footer() -> Component:
    """What holds for every page: no cookies, no foreign requests, where the map comes from."""
    text = (
        "Sozialraum-Monitor Hamm. Ohne Anmeldung gibt es keine Cookies; fremde Server werden nie aufgerufen. "
        "Die Grenzen der Sozialräume sind generalisiert und nicht amtlich."
    )
    report = html.A("Wie kleine Zahlen geschützt werden", href="/daten/geheimhaltung")
    data = html.A("Daten und Downloads", href="/daten")
    access = html.A("Barrierefreiheit", href="/daten/barrierefreiheit")
    return html.Footer(html.P([text, " ", report, " · ", data, " · ", access]), className="bottom")
