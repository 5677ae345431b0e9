"""The ids of the page's own parts; those it shares with other pages are in :mod:`dashboard.ids`."""

from __future__ import annotations

from dashboard import ids

PATH = "pfad"
LOCATOR = "lage"
VIEWS = "ansichten"
VIEW_NAMES = ("entwicklung", "abstand", "vergleich")
CARDS = "karten"
HISTORY = ids.TREND  # card on the development
HISTORY_CHART = "verlauf-diagramm-gross"
NUMBERS = "verlauf-zahlen"
LEGEND = "verlauf-legende"
LIST = "verlauf-raeume"
LIST_TITLE = "verlauf-raeume-titel"
MAP_LINK = "auf-der-karte"
TWO = "zweijahre"  # card on two periods
TWO_CHART = "zweijahre-bild"
GAP = "abstand"  # card on the gap
GAP_CHART = "abstand-diagramm-gross"
SPREAD_CHART = "streuung-diagramm"
SPREAD = "streuung"
SPREAD_TITLE = "streuung-titel"
MEASURES = "abstand-masse"
GAP_NOTES = "abstand-saetze"
SPLIT = "aufteilung"
KNOWN = "wissen"


def narrow(name: str) -> str:
    """The layout of a chart for a phone."""
    return f"{name}-schmal"


def view_link(name: str) -> str:
    """The link to one of the views."""
    return f"zur-{name}"
