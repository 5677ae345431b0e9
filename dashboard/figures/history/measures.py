"""Measures as bars below the years: when they ran, never what they caused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.display import MeasureBar
from dashboard.figures.contrast import INK
from dashboard.figures.history.scene import (
    PHONE,
    Frame,
    Piece,
    Rule,
    Size,
    Strip,
    Words,
    shortened,
    width_of,
)
from dashboard.figures.theme import CONTEXT, GREY_TEXT, LINE

CAPTION, BAR, GAP = 22, 22, 4  # px
LINE_OF_TYPE, SLIM = 16, 8  # px: words above a bar, and that bar
TITLE = "Maßnahmen (zeitliche Nähe belegt keine Wirkung)"
BRIEF = "Maßnahmen (ohne Wirkungsnachweis)"
EDGE = 0.5  # years a bar reaches beyond its first and last one


def shown_measures(measures: Sequence[MeasureBar], years: Sequence[int]) -> list[MeasureBar]:
    """Those that ran in any of the observed years, the earliest first."""
    if not years:
        return []
    there = [
        each for each in measures if each.first <= years[-1] and (each.last is None or each.last >= years[0])
    ]
    return sorted(there, key=lambda each: (each.first, each.title))


def row_height(size: Size) -> float:
    """Px of one measure: on a phone its words stand above its bar."""
    return (LINE_OF_TYPE + SLIM if size is PHONE else BAR) + GAP


def height_of(measures: Sequence[MeasureBar], size: Size) -> float:
    """Px that the caption and the bars need."""
    return CAPTION + len(measures) * row_height(size) if measures else 0.0


def bars(measures: Sequence[MeasureBar], frame: Frame, years: Sequence[int], top: float) -> Iterator[Piece]:
    """The caption, then a row for each measure."""
    if not measures:
        return
    title = BRIEF if frame.size is PHONE else TITLE
    yield Words(title, frame.left, top + CAPTION / 2, frame.size.small, colour=GREY_TEXT)
    for row, measure in enumerate(measures):
        yield from bar(measure, frame, years, top + CAPTION + row * row_height(frame.size))


def bar(measure: MeasureBar, frame: Frame, years: Sequence[int], top: float) -> Iterator[Piece]:
    """One measure: a dark edge where it begins and ends inside the picture, its name in or beside it."""
    first = max(measure.first, years[0]) - EDGE
    last = min(measure.last if measure.last is not None else years[-1], years[-1]) + EDGE
    slim = frame.size is PHONE
    upper, lower = (top + LINE_OF_TYPE, top + LINE_OF_TYPE + SLIM) if slim else (top, top + BAR)
    says = " ".join(part for part in (measure.title, span(measure), measure.note) if part)
    yield Strip(first, last, upper, lower, CONTEXT if slim else LINE, says=says)
    if measure.first >= years[0]:
        yield edge(frame, first, upper, lower)
    if measure.last is not None and measure.last <= years[-1]:
        yield edge(frame, last, upper, lower)
    if slim:
        room = (1 - frame.left) * frame.size.narrowest
        yield flow(measure, room, frame.left, 0, top + LINE_OF_TYPE / 2, frame.size.small)
    else:
        yield lettering(measure, frame, (first, last), top + BAR / 2)


def edge(frame: Frame, year: float, upper: float, lower: float) -> Rule:
    """A beginning or an end."""
    return Rule(frame.x(year), upper, frame.x(year), lower, INK, 3)


def span(measure: MeasureBar) -> str:
    """ "2010–2016", "seit 2010"."""
    if measure.last is None:
        return f"seit {measure.first}"
    return str(measure.first) if measure.last == measure.first else f"{measure.first}–{measure.last}"


def lettering(measure: MeasureBar, frame: Frame, ends: tuple[float, float], y: float) -> Words:
    """Title, years and note: in the bar, else on the side of it that has more room."""
    size, width = frame.size.small, frame.size.narrowest
    left, right = (frame.x(year) * width for year in ends)
    title = f"{measure.title} {span(measure)}"
    inside, after, before = right - left - 16, width - right - 8, left - 8
    if width_of(title, size, True) <= inside or inside >= max(after, before):
        return flow(measure, inside, frame.x(ends[0]), 8, y, size)
    if after >= before:
        return flow(measure, after, frame.x(ends[1]), 6, y, size)
    return Words(shortened(title, before, size, True), frame.x(ends[0]), y, size, "end", dx=-6, bold=True)


def flow(measure: MeasureBar, room: float, x: float, dx: float, y: float, size: float) -> Words:
    """Title and years in bold, behind them the note if the whole of it fits."""
    words = shortened(f"{measure.title} {span(measure)}", room, size, True)
    rest = room - width_of(words, size, True) - 10
    tail = measure.note if width_of(measure.note, size) <= rest else ""
    return Words(words, x, y, size, dx=dx, bold=True, tail=tail)
