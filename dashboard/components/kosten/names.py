"""Ids of the page on costs, beside those that all pages share."""

from __future__ import annotations

TABS = "kosten-ansichten"
CARDS = ("kosten-eins", "kosten-zwei", "kosten-drei", "kosten-vier")


def picture(card: str) -> str:
    """What is drawn in a card."""
    return f"{card}-inhalt"


def marks(slider: str) -> str:
    """The two marks below a slider."""
    return f"marken-{slider}"


def said(slider: str) -> str:
    """The slider's value in words."""
    return f"wert-{slider}"
