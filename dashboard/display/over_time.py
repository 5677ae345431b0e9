"""What the pictures over time are given: breaks, target, projection, measures, gaps, two periods."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.display.areas import Point, Series, Sign


@dataclass(frozen=True, slots=True)
class BreakMark:
    """Nothing is drawn across the start of ``year``. ``label``: "Verfahrenswechsel 2014"."""

    year: int
    label: str


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A goal: ``value`` in the indicator's unit by ``year``; ``label``: "Ziel 22,0 % bis 2030"."""

    value: float
    year: int
    label: str


@dataclass(frozen=True, slots=True)
class Projection:
    """The last observed point carried on to ``year``, with the 95 % prediction interval there.

    ``start_lower``/``start_upper``: the interval at the start; without them only the end has a bar.
    """

    start_year: int
    start_value: float
    year: int
    value: float
    lower: float
    upper: float
    text: str  # "34,9 %"
    start_lower: float | None = None
    start_upper: float | None = None


@dataclass(frozen=True, slots=True)
class MeasureBar:
    """A measure from ``first`` to ``last`` year; ``last=None``: it still runs."""

    title: str
    first: int
    last: int | None
    note: str = ""  # "Kita → Grundschule, läuft"


@dataclass(frozen=True, slots=True)
class History:
    """All that the big picture over time shows. ``years`` are the observed ones, without gaps.

    Without a focused series the city is the focus. ``limits=None``: fitted to the data.
    ``unit`` is written at the top of the axis where it is short ("%", "€").
    """

    series: tuple[Series, ...]
    city: Series
    years: tuple[int, ...]
    unit: str = "%"
    breaks: tuple[BreakMark, ...] = ()
    target: TargetLine | None = None
    projection: Projection | None = None
    measures: tuple[MeasureBar, ...] = ()
    published: tuple[Point, ...] = ()  # diamonds beside the lines, never joined
    pooled: bool = False  # the values are moving three-year values
    limits: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class GapPoint:
    """Highest minus lowest area in one period, and what chance alone would give.

    ``gap=None``: not computed that year; without ``chance_*`` there is no band there.
    """

    year: int
    label: str
    gap: float | None
    chance_mean: float | None
    chance_p95: float | None
    text: str  # "20,2 Punkte"


@dataclass(frozen=True, slots=True)
class SpreadPoint:
    """A measure of inequality in one period (true spread, slope index), with its interval if known."""

    year: int
    label: str
    value: float | None
    lower: float | None
    upper: float | None
    text: str  # "4,8 Punkte"


@dataclass(frozen=True, slots=True)
class SlopeRow:
    """One area (or the city) at two periods; the texts are as printed ("45,7", "x", "k. A.")."""

    area: str
    name: str
    first: float | None
    last: float | None
    first_text: str
    last_text: str
    change_text: str  # "−7,4"
    sign: Sign  # of the later period
    focused: bool
    city: bool
    href: str
