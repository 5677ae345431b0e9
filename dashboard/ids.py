"""Every component id. Pages, components and callbacks meet here and nowhere else."""

from __future__ import annotations

PAGE = "seite"  # where Dash gets the page of the document

MAIN = "inhalt"
STATEMENT = "aussage"
NOTICES = "hinweise"
CONTROLS = "auswahl"
TILES = "kacheln"
MAP = "flaechen"
AREAS = "vergleich"
TREND = "verlauf"
PUBLISHED = "veroeffentlicht"
BAR = "leiste"

MAP_SVG = "karte"
MAP_LEGEND = "karte-legende"
PANEL_LINKS = "entwicklung-links"
DOT_PLOT = "punktdiagramm"
GEOFACET = "entwicklung-neun"
TREND_LINES = "entwicklung-linien"


def view(page: str) -> str:
    """What the reader asks of a page: parts of the address, written by assets/view.js."""
    return f"ansicht-{page}"


def address(page: str) -> str:
    """What the server made of it: the canonical address and the title."""
    return f"adresse-{page}"


def field(parameter: str) -> str:
    """The control that sets a parameter of the address."""
    return f"feld-{parameter}"


def frame(parameter: str) -> str:
    """What surrounds such a control: label and field."""
    return f"rahmen-{parameter}"


def prop(component: str, name: str = "children") -> str:
    """A property of a component as one word, the way Dash writes it itself."""
    return f"{component}.{name}"
