"""The words every room shares: what a number is before anybody draws it.

A value walks the street as an :class:`Observation`; what is computed from several
values when a release is prepared (:class:`Comparison`, :class:`Trend`, :class:`Gap`,
:class:`Convergence`, :class:`TargetResult`) has a row type of its own.
Nothing in here knows a database, a file or the web.
"""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Observation:
    """One value of one indicator in one area and period.

    ``value`` is in the indicator's unit (a share of 21.9 % is ``21.9``); ``numerator`` and
    ``denominator`` are counts (for euro amounts: none); ``cents`` is the exact amount of a
    euro value. ``year`` is the calendar year, the year a school year begins in, or the year
    of the key date. ``breakdown`` is a category id of the indicator or ``""`` for the total.
    ``reading`` numbers contradictory readings of one source (0 is the one that is shown).
    """

    indicator: str
    area: str
    year: int
    breakdown: str
    value: float | None
    numerator: float | None
    denominator: float | None
    cents: int | None
    status: Status
    origin: Origin
    source: str
    certainty: Certainty = "hoch"
    note: str = ""
    delivery: str = ""
    reading: int = 0
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An area against the rest of the city. ``rest`` and ``difference`` in the indicator's unit.

    ``label`` follows Holm over all areas of the partition; ``single_label`` the unadjusted test.
    """

    indicator: str
    area: str
    year: int
    breakdown: str
    rest: float | None
    difference: float | None
    p: float | None
    p_holm: float | None
    label: ComparisonLabel
    single_label: ComparisonLabel
    origin: Origin = "delivered"  # of the line this was computed from


@dataclass(frozen=True, slots=True)
class Trend:
    """The last consecutive periods (at most five) up to ``year``. ``slope`` in units per year."""

    indicator: str
    area: str
    year: int
    breakdown: str
    label: TrendLabel
    slope: float | None
    p: float | None
    periods: int
    first_year: int
    origin: Origin = "delivered"


@dataclass(frozen=True, slots=True)
class Gap:
    """Highest minus lowest area of a partition in one period, with its chance band."""

    indicator: str
    partition: Partition
    year: int
    breakdown: str
    lowest: str
    highest: str
    gap: float
    chance_mean: float | None
    chance_p95: float | None
    areas: int
    origin: Origin = "delivered"


@dataclass(frozen=True, slots=True)
class Convergence:
    """Whether the spread of the true values over the areas fell between two years."""

    indicator: str
    partition: Partition
    breakdown: str
    label: ConvergenceLabel
    p: float | None
    first_year: int | None
    last_year: int | None
    first_spread: float | None
    last_spread: float | None
    origin: Origin = "delivered"


@dataclass(frozen=True, slots=True)
class TargetResult:
    """Where one area (or the city) stands against one target at its latest period."""

    target: str
    indicator: str
    area: str
    year: int | None
    status: TargetStatus
    value: float | None
    baseline: float | None
    goal: float | None
    target_year: int
    probability: float | None
    projected: float | None
    projected_lower: float | None
    projected_upper: float | None
