"""The ids of the page's own parts; those it shares with other pages are in :mod:`dashboard.ids`."""

from __future__ import annotations

PATH = "pfad"
VIEWS = "ansichten"
CARDS = "karten"
MAIN = "uebergang"  # the view's first card
SECOND = "uebergang-weiter"  # its second, where it has one
THIRD = "uebergang-dritte"
RATES = "uebergang-veroeffentlicht"

#: The page's views as they stand in the address, in drawn order.
VIEW_NAMES = ("", "abstand", "empfehlung", "schulen", "kette")


def view_link(view: str) -> str:
    """The link to one of the views."""
    return f"zur-{view or 'quoten'}"


def picture(card: str) -> str:
    """What is drawn in a card."""
    return f"{card}-bild"
