"""Pages for what went wrong, readable by anybody: no release, no such page."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.components import html
from dashboard.components.shell import shell


def no_release(reason: str) -> Component:
    """Shown while there is no readable release. ``reason`` is the store's German message."""
    text = "Der Sozialraum-Monitor hat zurzeit keinen lesbaren Datenstand. Bitte später erneut versuchen."
    hint = "Für die Planergruppe: „python -m dashboard release“ erzeugt einen Datenstand."
    return _page("Noch keine Daten", [html.P(text), html.P(reason, className="subtitle"), html.P(hint)])


def not_found(path: str) -> Component:
    """Shown for an address that does not exist."""
    return _page(
        "Diese Seite gibt es nicht",
        [html.P(f"Unter „{path[:80]}“ ist nichts zu finden."), html.P(html.A("Zur Karte", href="/"))],
    )


def _page(title: str, paragraphs: list[Component]) -> Component:
    return shell([html.Div([html.H1(title), *paragraphs], className="statement card")], "")
