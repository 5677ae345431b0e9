"""Colours of the cells of a cross table: the larger the share, the darker."""

from __future__ import annotations

from dashboard.figures.contrast import text_on
from dashboard.figures.theme import SEQUENTIAL

#: Lower ends of the classes, in per cent of the row.
STEPS = (0.0, 10.0, 20.0, 35.0, 50.0)
NONE = "#ffffff"


def fill(share: float) -> str:
    """The background of a share in per cent; white for none at all."""
    if share <= 0:
        return NONE
    return SEQUENTIAL[sum(share >= step for step in STEPS) - 1]


def ink(share: float) -> str:
    """The colour of the text on it: always the one with more contrast."""
    return text_on(fill(share))
