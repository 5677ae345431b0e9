"""The gap between the highest and the lowest area over time, before what chance alone would give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.display import BreakMark, GapPoint
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
    width_of,
)
from dashboard.figures.theme import CONTEXT, GREY_TEXT, SLATE
from dashboard.figures.ticks import finite
from dashboard.wording.numbers import number

__all__ = ["gap_chart", "gap_chart_svg", "gap_scene"]

EMPTY = "Für diese Auswahl lässt sich kein Abstand berechnen."
BAND_WORDS = ("Zufallsband,", "bis zum 95. Perzentil")
BRIEF_WORDS = ("Zufallsband,", "95. Perzentil")
MEAN_WORDS = "Zufall im Mittel"
BAND = 0.38  # opacity
Run = tuple[GapPoint, ...]


def gap_scene(
    points: Sequence[GapPoint],
    *,
    breaks: Sequence[BreakMark],
    unit_label: str,
    narrow: bool,
    size: Size | None = None,
) -> Scene:
    """All pieces of the picture; a sentence when no gap could be computed. ``size``: instead of a page's."""
    size = size or (PHONE if narrow else HALF)
    known = [point for point in points if finite([point.gap])]
    if not known:
        return axes.nothing(size, EMPTY)
    numbers = finite([part for one in points for part in (one.gap, one.chance_mean, one.chance_p95)])
    stage = staged(points, known, numbers, breaks, unit_label, size)
    return Scene(stage.frame, (*stage.around, *lines(stage.runs), *directs(stage.runs, stage.frame)))


def _scene(points: Sequence[GapPoint], breaks: Sequence[BreakMark], unit_label: str, narrow: bool) -> Scene:
    return gap_scene(points, breaks=breaks, unit_label=unit_label, narrow=narrow)


_PICTURE = Picture(_scene, "abstand")
#: The gap as a Plotly figure, and as SVG.
gap_chart, gap_chart_svg = _PICTURE.plotly, _PICTURE.svg


def lines(runs: Sequence[Run]) -> Iterator[Piece]:
    """Band, mean of chance, gap, and its values: hollow inside the band."""
    chance = [run for each in runs for run in chance_runs(each)]
    yield Area(tuple(band(run) for run in chance), CONTEXT, BAND)
    yield Line(tuple(mean(run) for run in chance), SLATE, 1.5, "1.5 3", MEAN_WORDS)
    yield Line(tuple(tuple(spot(point) for point in run) for run in runs), INK, 2.4, name="Abstand")
    last = runs[-1][-1]
    for point in (point for run in runs for point in run):
        yield Dot(spot(point), 10 if point is last else 7, INK, hollow=is_chance(point))


def is_chance(point: GapPoint) -> bool:
    """Whether a gap lies inside the band: chance alone would often give as much."""
    return point.gap is not None and point.chance_p95 is not None and point.gap <= point.chance_p95


def chance_runs(run: Run) -> list[Run]:
    """The parts of a run whose years all have a band."""
    found: list[list[GapPoint]] = []
    for index, point in enumerate(run):
        if point.chance_p95 is None or point.chance_mean is None:
            continue
        if found and found[-1][-1] is run[index - 1]:
            found[-1].append(point)
        else:
            found.append([point])
    return [tuple(each) for each in found]


def edges(run: Run) -> list[tuple[float, GapPoint]]:
    """Years of a run; one that stands alone gets some width."""
    if len(run) == 1:
        return [(run[0].year - 0.3, run[0]), (run[0].year + 0.3, run[0])]
    return [(float(point.year), point) for point in run]


def band(run: Run) -> tuple[Place, ...]:
    """From zero to the 95th percentile."""
    above = [(year, point.chance_p95 or 0.0) for year, point in edges(run)]
    return (*above, (above[-1][0], 0.0), (above[0][0], 0.0))


def mean(run: Run) -> tuple[Spot, ...]:
    """What chance gives on average."""
    return tuple(Spot(year, point.chance_mean or 0.0) for year, point in edges(run))


def spot(point: GapPoint) -> Spot:
    """A gap with what is said about it."""
    says = [f"{point.label}: {point.text}"]
    if point.chance_mean is not None and point.chance_p95 is not None:
        words = f"{number(point.chance_mean, 1)}, bis zum 95. Perzentil {number(point.chance_p95, 1)}"
        says.append(f"Zufall im Mittel {words}")
        says.append("nicht mehr als Zufall" if is_chance(point) else "mehr als Zufall")
    return Spot(point.year, point.gap or 0.0, tuple(says))


def directs(runs: Sequence[Run], frame: Frame) -> Iterator[Piece]:
    """The latest gap, the mean and the band by their names."""
    size = frame.size
    last, chance = runs[-1][-1], [run for each in runs for run in chance_runs(each)]
    y = frame.y(last.gap or 0.0)
    wishes = [Wish((last.text,), frame.right, 0, "end", (y - 18, y + 18), INK, True, size.type)]
    if chance:
        end, longest = chance[-1][-1], max(chance, key=len)
        low = frame.y(end.chance_mean or 0.0)
        wishes.append(
            Wish((MEAN_WORDS,), frame.right, 0, "end", (low + 11, low - 11), GREY_TEXT, False, size.small)
        )
        words = BRIEF_WORDS if size is PHONE else BAND_WORDS
        room = (max(width_of(line, size.small) for line in words) + 8) / size.narrowest
        x, foot = min(frame.x(longest[0].year), frame.right - room), frame.bottom - size.small * 1.2 - 6
        wishes.append(Wish(words, x, 8, "start", (foot,), INK, False, size.small))
    for wish, middle in zip(wishes, placed(wishes, frame, segments(runs, frame)), strict=True):
        yield from wish.words(middle)


def segments(runs: Sequence[Run], frame: Frame) -> list[Segment]:
    """The drawn lines, which no label should cover."""
    found = []
    for run in runs:
        for one, other in zip(run, run[1:], strict=False):
            ends = [(frame.x(each.year), frame.y(each.gap or 0.0)) for each in (one, other)]
            found.append((*ends[0], *ends[1]))
        for part in chance_runs(run):
            ends = [(frame.x(year), frame.y(each.chance_mean or 0.0)) for year, each in edges(part)]
            found += [(*one, *other) for one, other in zip(ends, ends[1:], strict=False)]
    return found
