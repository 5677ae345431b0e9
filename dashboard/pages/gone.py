"""Pages for links that lead nowhere (any more): what is the matter, and a way on."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard.components import html
from dashboard.components.shell import shell
from dashboard.state.moved import Gone

#: Where a reader can go on from everywhere.
WAYS_ON = (("Zur Karte", "/"), ("Alle Kennzahlen", "/kennzahl"), ("Die neun Sozialräume", "/sozialraum"))
LOST_TITLE = "Diesen Datenstand gibt es nicht mehr"
NO_CODE_TITLE = "Diesen Kurzlink gibt es nicht"


def lost_release(asked: str, href: str, current: str) -> Component:
    """A link that is pinned to a release which is not there. ``href``: the same view in the current one."""
    text = (
        f"Der Link hält den Datenstand {asked} fest. Er ist in dieser Anwendung nicht (mehr) vorhanden; "
        "seine Zahlen werden nicht durch andere ersetzt."
    )
    newer = html.A(f"Diese Ansicht im aktuellen Datenstand {current}", href=href, className="way-on")
    return _page(LOST_TITLE, html.P(text), html.P(newer))


def retired(gone: Gone, successor: tuple[str, str] | None, last: tuple[str, str] | None) -> Component:
    """A retired indicator. ``successor``: title, address; ``last``: the last release with it, address."""
    parts: list[Component] = [html.P(gone.reason)]
    if successor:
        link = html.A(f"„{successor[0]}“", href=successor[1], className="way-on")
        parts.append(html.P(["An ihre Stelle getreten ist ", link, "."]))
    if last:
        link = html.A(f"Datenstand {last[0]}", href=last[1], className="way-on")
        parts.append(html.P(["Ihre Werte bleiben im ", link, " sichtbar."]))
    return _page(retired_title(gone), *parts)


def retired_title(gone: Gone) -> str:
    """The heading of a retired indicator's page."""
    return f"„{gone.title}“ wird seit dem Datenstand {gone.since} nicht mehr geführt"


def unknown_code(code: str) -> Component:
    """A short link that cannot be read."""
    text = (
        f"„{code[:80]}“ ist kein gültiger Kurzlink. Ein Zeichen ist falsch, fehlt oder ist zu viel: "
        "das letzte Zeichen prüft alle anderen. Groß und klein ist gleich; "
        "i, l und o kommen nicht vor und gelten als 1 und 0."
    )
    return _page(NO_CODE_TITLE, html.P(text))


def refused(title: str, text: str) -> Component:
    """A request that cannot be answered, in words."""
    return _page(title, html.P(text))


def _page(title: str, *parts: Component) -> Component:
    ways = html.Ul([html.Li(html.A(label, href=href)) for label, href in WAYS_ON], className="ways-on")
    return shell([html.Div([html.H1(title), *parts, ways], className="statement card")], "")
