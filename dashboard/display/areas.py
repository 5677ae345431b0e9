"""Values, series and outlines of areas, together with their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dashboard.model import Origin, TrendLabel

#: The one family of signs for "compared with the rest of the city" (after Holm).
Sign = Literal[
    "better",  # ● petrol
    "worse",  # ◆ orange
    "same",  # ○ not distinguishable
    "higher",  # ▲ ink, only where no direction is the good one
    "lower",  # ▼ ink
    "hidden",  # x Geheimhaltung
    "none",  # not compared: no sign is drawn
]


@dataclass(frozen=True, slots=True)
class AreaValue:
    """One area at one period. ``text`` is the printed value ("21,9 %", "x", "…")."""

    area: str
    name: str
    short_name: str
    value: float | None
    lower: float | None
    upper: float | None
    numerator: float | None
    denominator: float | None
    text: str
    interval_text: str  # "16,6 bis 28,4 %", "" without interval
    sign: Sign
    sign_word: str  # "schlechter als die übrige Stadt"
    noted: bool  # interval test says different, Holm does not: drawn as *
    trend: TrendLabel
    trend_word: str
    origin: Origin
    href: str  # the link that focuses this area (or takes the focus away)
    focused: bool
    row: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class CityLine:
    """The city's value that is drawn as a dashed line."""

    value: float | None
    lower: float | None
    upper: float | None
    text: str
    label: str  # "Stadt Hamm 31,9 %"


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series. ``sign`` colours the point; hidden years have ``value=None``."""

    year: int
    label: str  # "2010/11"
    value: float | None
    lower: float | None
    upper: float | None
    text: str
    sign: Sign
    origin: Origin


@dataclass(frozen=True, slots=True)
class Series:
    """One area over time. A line is never drawn across a year in ``breaks`` or a missing year."""

    area: str
    name: str
    points: tuple[Point, ...]
    text: str  # the value at the shown year
    sign: Sign
    focused: bool
    row: int | None
    column: int | None
    href: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Classes of the map's colours: ``edges`` inner class limits, ascending; ``labels`` in words."""

    edges: tuple[float, ...]
    labels: tuple[str, ...]
    legend: str  # "unter 25 · 30 · 35 · 40 · 45 % und mehr"


@dataclass(frozen=True, slots=True)
class Shape:
    """An area's outline, prepared for drawing: an SVG path in a common plane, y downwards.

    ``label_x``/``label_y``: where its name goes; ``label_width``: free width there;
    ``width``/``height``: of the whole plane (the same for all shapes of a partition).
    """

    area: str
    path: str
    label_x: float
    label_y: float
    label_width: float
    width: float
    height: float
