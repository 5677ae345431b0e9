"""One measure of inequality over time (true spread, slope index), with its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.display import BreakMark, SpreadPoint
from dashboard.figures.contrast import INK
from dashboard.figures.gap_chart.picture import Picture, staged
from dashboard.figures.history import axes
from dashboard.figures.history.labels import Segment, Wish, placed
from dashboard.figures.history.scene import (
    HALF,
    PHONE,
    Area,
    Dot,
    Frame,
    Line,
    Piece,
    Place,
    Scene,
    Size,
    Spot,
)
from dashboard.figures.ticks import finite
from dashboard.wording.numbers import number
from dashboard.wording.units import NBSP

__all__ = ["spread_chart", "spread_chart_svg", "spread_scene"]

EMPTY = "Für diese Auswahl lässt sich die Streuung nicht berechnen."
BAND = 0.14
Run = tuple[SpreadPoint, ...]


def spread_scene(
    points: Sequence[SpreadPoint],
    *,
    breaks: Sequence[BreakMark],
    unit_label: str,
    narrow: bool,
    size: Size | None = None,
) -> Scene:
    """All pieces of the picture; a sentence when there is no value. Zero is always on the axis.

    ``size``: instead of a page's.
    """
    size = size or (PHONE if narrow else HALF)
    known = [point for point in points if finite([point.value])]
    if not known:
        return axes.nothing(size, EMPTY)
    numbers = finite([part for one in points for part in (one.value, one.lower, one.upper)])
    stage = staged(points, known, numbers, breaks, unit_label, size)
    return Scene(stage.frame, (*stage.around, *lines(stage.runs), *directs(stage.runs, stage.frame)))


def _scene(
    points: Sequence[SpreadPoint], breaks: Sequence[BreakMark], unit_label: str, narrow: bool
) -> Scene:
    return spread_scene(points, breaks=breaks, unit_label=unit_label, narrow=narrow)


_PICTURE = Picture(_scene, "streuung")
#: The measure as a Plotly figure, and as SVG.
spread_chart, spread_chart_svg = _PICTURE.plotly, _PICTURE.svg


def lines(runs: Sequence[Run]) -> Iterator[Piece]:
    """Interval, line, and marked values, the first and the last larger."""
    yield Area(tuple(outline for run in runs if (outline := band(run))), INK, BAND)
    yield Line(tuple(tuple(spot(point) for point in run) for run in runs), INK, 2.4)
    ends = (runs[0][0], runs[-1][-1])
    for point in (point for run in runs for point in run):
        yield Dot(spot(point), 10 if point in ends else 7, INK)


def band(run: Run) -> tuple[Place, ...]:
    """The interval of a run as an outline; a value alone gets some width, none gives nothing."""
    there = [point for point in run if len(finite([point.lower, point.upper])) == 2]
    sides = (-0.15, 0.15) if len(there) == 1 else (0.0,)
    upper = [(point.year + side, point.upper or 0.0) for point in there for side in sides]
    lower = [(point.year + side, point.lower or 0.0) for point in there for side in sides]
    return (*upper, *reversed(lower))


def spot(point: SpreadPoint) -> Spot:
    """A value with what is said about it."""
    says = [f"{point.label}: {point.text}"]
    if point.lower is not None and point.upper is not None:
        limits = f"{number(point.lower, 1)} bis {number(point.upper, 1)}"
        says.append(f"95-%-Intervall{NBSP}{limits}")
    return Spot(point.year, point.value or 0.0, tuple(says))


def directs(runs: Sequence[Run], frame: Frame) -> Iterator[Piece]:
    """The first and the last value in words."""
    first, last = runs[0][0], runs[-1][-1]
    wishes = [end(last, frame, right=True)]
    if first is not last:
        wishes.append(end(first, frame, right=False))
    for wish, middle in zip(wishes, placed(wishes, frame, segments(runs, frame)), strict=True):
        yield from wish.words(middle)


def end(point: SpreadPoint, frame: Frame, *, right: bool) -> Wish:
    """A value above or below its dot."""
    y = frame.y(point.value or 0.0)
    x, dx = (frame.right, 0.0) if right else (frame.left, 4.0)
    return Wish(
        (point.text,), x, dx, "end" if right else "start", (y - 18, y + 18), INK, True, frame.size.type
    )


def segments(runs: Sequence[Run], frame: Frame) -> list[Segment]:
    """The drawn line, which no label should cover."""
    return [
        (frame.x(one.year), frame.y(one.value or 0.0), frame.x(other.year), frame.y(other.value or 0.0))
        for run in runs
        for one, other in zip(run, run[1:], strict=False)
    ]
