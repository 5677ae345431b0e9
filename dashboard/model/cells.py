"""What is known of one cell: the value itself, and what was computed for this one area."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.model.words import (
    Certainty,
    ComparisonLabel,
    Origin,
    Status,
    TargetStatus,
    TrendLabel,
)


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
    """The last consecutive periods (at most five) up to ``year``. ``slope`` in units per year.

    ``detectable``: the smallest change between first and last of them that would be found four times
    in five, in the indicator's unit; ``None`` where nothing was computed.
    """

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
    detectable: float | None = None


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
