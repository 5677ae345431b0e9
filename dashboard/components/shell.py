"""What is around every page: skip link, header, footer and the live region."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard.components.wild import wild


def shell(content: list[Component], release: str) -> Component:
    """The page's frame around ``content``. ``release`` is the id shown in the header."""
    return html.Div(
        [
            html.A("Zum Inhalt springen", href="#inhalt", className="skip"),
            header(release),
            html.Main(content, id="inhalt", tabIndex=-1),
            footer(),
            html.Div(id="vorlesen", role="status", className="visually-hidden", **wild(aria_live="polite")),
        ],
        className="frame",
    )


def header(release: str) -> Component:
    """Name of the product, navigation, release and the button that passes the link on."""
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
    return html.Header([name, html.Div([*stand, share], className="header-end")], className="top")


def footer() -> Component:
    """What holds for every page: no cookies, no foreign requests, where the map comes from."""
    text = (
        "Sozialraum-Monitor Hamm. Ohne Anmeldung gibt es keine Cookies; fremde Server werden nie aufgerufen. "
        "Die Grenzen der Sozialräume sind generalisiert und nicht amtlich."
    )
    report = html.A("Wie kleine Zahlen geschützt werden", href="/daten/geheimhaltung")
    return html.Footer(html.P([text, " ", report]), className="bottom")
