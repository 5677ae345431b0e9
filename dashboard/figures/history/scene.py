"""A picture over time as a list of pieces, before it is written as SVG or for Plotly.

Both writers place every piece alike: across by a share of the width, so that the picture fills any
card, downwards in px, so that its height is fixed. That is why nothing moves when one replaces the other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from dashboard.figures.city_map.geometry import Box
from dashboard.figures.city_map.label import Line as TypeLine
from dashboard.figures.contrast import INK

_KEPT = 2048  # texts: a picture asks for the same few in several arrangements
Anchor = Literal["start", "middle", "end"]
Place = tuple[float, float]  # year, value


@dataclass(frozen=True, slots=True)
class Size:
    """How a picture is laid out, in px. Labels are placed so that they fit at ``narrowest``."""

    narrowest: float  # the smallest width this layout is used at
    width: float  # of the view box when the picture stands alone
    plot: float  # height of the ground the lines have
    type: float
    small: float
    dot: float  # px across a marked value


FULL = Size(narrowest=640, width=860, plot=330, type=13, small=12, dot=8)
HALF = Size(narrowest=420, width=620, plot=250, type=13, small=12, dot=8)
PHONE = Size(narrowest=288, width=358, plot=250, type=12, small=12, dot=6.5)


@dataclass(frozen=True, slots=True)
class Frame:
    """The ground of the lines: ``left``/``right`` as shares of the width, ``top`` in px from above."""

    size: Size
    left: float
    right: float
    top: float
    height: float  # of the whole picture
    years: tuple[float, float]
    limits: tuple[float, float]

    @property
    def bottom(self) -> float:
        """Lower edge of the ground in px."""
        return self.top + self.size.plot

    def x(self, year: float) -> float:
        """Share of the width at which a year stands."""
        first, last = self.years
        return self.left + (year - first) / ((last - first) or 1.0) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Px from above at which a value stands, held inside the limits."""
        low, high = self.limits
        share = min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5
        return self.top + (1 - share) * self.size.plot


@dataclass(frozen=True, slots=True)
class Strip:
    """An upright rectangle between two years; ``top``/``bottom`` in px."""

    first: float
    last: float
    top: float
    bottom: float
    fill: str
    hatched: bool = False
    says: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line of the frame: ``x`` as shares, ``y`` in px."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dash: str | None = None


class Spot(NamedTuple):
    """A value at a year, and the lines of text said about it, made when they are asked for:
    of the grey lines only Plotly ever says anything. A picture has some hundred of them."""

    year: float
    value: float
    told: tuple[str, ...] | Callable[[], tuple[str, ...]] = ()

    @property
    def says(self) -> tuple[str, ...]:
        """The lines of text."""
        return self.told() if callable(self.told) else self.told


@dataclass(frozen=True, slots=True)
class Line:
    """One series: the points of each run are joined, the runs are not."""

    runs: tuple[tuple[Spot, ...], ...]
    colour: str
    width: float
    dash: str | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """Filled outlines."""

    outlines: tuple[tuple[Place, ...], ...]
    colour: str
    opacity: float


@dataclass(frozen=True, slots=True)
class Dot:
    """One marked value."""

    spot: Spot
    size: float
    colour: str
    hollow: bool = False
    diamond: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A line of type: ``x`` as a share, ``dx`` px beside it, ``y`` px to its middle."""

    text: str
    x: float
    y: float
    size: float
    anchor: Anchor = "start"
    dx: float = 0.0
    colour: str = INK
    bold: bool = False
    halo: bool = False
    tail: str = ""  # goes on behind the text, grey and not bold

    def box(self, width: float) -> Box:
        """The room the words take, in px, in a picture of this width (estimated, generous)."""
        wide = width_of(self.text, self.size, self.bold) + width_of(self.tail, self.size)
        shift = {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(self.x * width + self.dx - shift, self.y - 0.58 * self.size, wide, 1.16 * self.size)


WIDE_BOLD = 1.1  # some system fonts run wide in bold

Piece = Strip | Rule | Line | Area | Dot | Words


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture: pieces in the order in which they are drawn."""

    frame: Frame
    pieces: tuple[Piece, ...]

    @property
    def words(self) -> list[Words]:
        """Everything written in the picture."""
        return [piece for piece in self.pieces if isinstance(piece, Words)]


@lru_cache(_KEPT)
def width_of(text: str, size: float, bold: bool = False) -> float:
    """Estimated width of a line of type in px."""
    return TypeLine(text, size, bold).width * (WIDE_BOLD if bold else 1.0)


def shortened(text: str, room: float, size: float, bold: bool = False) -> str:
    """The text, or as much of it as fits into ``room`` px with "…"; empty when nothing fits."""
    if width_of(text, size, bold) <= room:
        return text
    for end in range(len(text) - 1, 2, -1):
        tried = text[:end].rstrip(" ,·–-(") + "…"
        if width_of(tried, size, bold) <= room:
            return tried
    return ""
