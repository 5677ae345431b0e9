"""The ids of the page's own parts; those it shares with other pages are in :mod:`dashboard.ids`."""

from __future__ import annotations

PATH = "pfad"
VIEWS = "ansichten"
CARDS = "karten"
MAIN = "uebergang"  # the view's first card
SECOND = "uebergang-weiter"  # its second, where it has one
RATES = "uebergang-veroeffentlicht"


def picture(card: str) -> str:
    """What is drawn in a card."""
    return f"{card}-bild"
