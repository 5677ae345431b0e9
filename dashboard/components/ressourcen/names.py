"""Ids of the page on resources, beside those that all pages share."""

from __future__ import annotations

MAIN, MADE, COMPARED = "verteilung", "beitraege", "heute"
CARDS = (MAIN, MADE, COMPARED)
SENTENCES = "saetze"
PRESETS = "vorlagen"
SCHOOLS = "schulen"
STRENGTH_WORDS = "wert-staerke"
WEIGHTS_TITLE = "gewichte-titel"


def picture(card: str) -> str:
    """What is drawn in a card."""
    return f"{card}-inhalt"


def slot(number: int) -> str:
    """The place of a criterion in the form, as a parameter's name: its field keeps its id when it changes."""
    return f"gewicht-{number}"


def label(field: str) -> str:
    """The words before a field."""
    return f"name-{field}"


def worth(field: str) -> str:
    """A weight as a digit beside its slider."""
    return f"wert-{field}"


def note(field: str) -> str:
    """What is said below a field."""
    return f"hinweis-{field}"
