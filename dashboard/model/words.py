"""The words in which values are labelled, and the few ids that every room knows."""

from __future__ import annotations

from typing import Literal

Origin = Literal["demo", "published", "delivered"]
Certainty = Literal["hoch", "mittel", "niedrig"]

#: Why a cell has, or has not, a number. Everything but the first three carries ``value=None``.
Status = Literal[
    "valid",  # a number
    "limited",  # a number in brackets: limited precision
    "provisional",  # a number that may still be corrected
    "hidden",  # x  Geheimhaltung
    "unknown",  # .  not known
    "later",  # ... comes later
    "uncertain",  # /  too uncertain to be printed
    "nothing",  # –  nothing there (only where the delivery says that this is what its sign means)
    "senseless",  # x of DIN 55301: the cell makes no sense
]

ComparisonLabel = Literal["higher", "lower", "same", "none"]
TrendLabel = Literal["rising", "falling", "no_trend", "not_computable"]
ConvergenceLabel = Literal["converging", "diverging", "not_shown", "not_computable"]
TargetStatus = Literal["reached", "on_track", "off_track", "missed", "open"]
Partition = Literal["sozialraum", "stadtbezirk"]

#: Which origin a line is drawn from and judged by where there are several; they are never mixed.
LINE_ORIGINS: tuple[Origin, ...] = ("delivered", "demo", "published")

CITY = "hamm"
TOTAL = ""  #: the breakdown of a value that is not broken down
