"""The spread of many indicators: from the first to the last period, and over time in small pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from markupsafe import Markup

from dashboard.display import SpreadPoint
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.svg import XMLNS, element, number, text
from dashboard.figures.svg_lines import To, joined
from dashboard.figures.theme import FONT, GREY_TEXT, LINE, ORANGE, PETROL, SLATE
from dashboard.figures.ticks import finite, nice, ticks
from dashboard.model import ConvergenceLabel
from dashboard.wording.numbers import number as printed
from dashboard.wording.units import dative

COLOUR: dict[ConvergenceLabel, str] = {
    "converging": PETROL,
    "diverging": ORANGE,
    "not_shown": SLATE,
    "not_computable": SLATE,
}
ROW, SIDE, WIDTH = 26.0, 8.0, 320.0
SMALL_WIDTH, SMALL_HEIGHT, FOOT, HEAD = 260.0, 116.0, 18.0, 8.0


def dumbbell(first: float, last: float, top: float, label: ConvergenceLabel) -> Markup:
    """One row: a ring at the first spread, a full dot at the last; a scale from 0 to ``top``."""
    colour = COLOUR[label]
    end = scale_end(top)
    a, b = (_x(value, end) for value in (first, last))
    middle = ROW / 2
    grid = [_line(_x(tick.value, end), 0, _x(tick.value, end), ROW, LINE, 1) for tick in ticks((0.0, end), 5)]
    drawn = [
        *grid,
        _line(a, middle, b, middle, colour, 2.4),
        element("circle", cx=a, cy=middle, r=4.4, fill=WHITE, stroke=colour, stroke_width=1.8),
        element("circle", cx=b, cy=middle, r=4.8, fill=colour),
    ]
    return _picture("dumbbell", drawn, WIDTH, ROW)


def dumbbell_axis(top: float, unit: str) -> Markup:
    """The scale above the rows."""
    end = scale_end(top)
    marks = ticks((0.0, end), 5)
    words = [
        text(tick.text, _x(tick.value, end), 12, 12, text_anchor="middle", fill=GREY_TEXT) for tick in marks
    ]
    return _picture("dumbbell-axis", [*words, element("title", f"Streuung in {dative(unit)}")], WIDTH, 16)


def scale_end(top: float) -> float:
    """The round end of a scale that begins at 0."""
    return nice(0.0, top or 1.0, 5)[1]


def small_spread(
    points: Sequence[SpreadPoint], label: ConvergenceLabel, breaks: Collection[int] = ()
) -> Markup:
    """One spread over time with its interval, from 0; first and last value in words."""
    known = [point for point in points if point.value is not None]
    if not known:
        return Markup("")
    end = scale_end(max(finite([part for one in known for part in (one.value, one.upper)])))
    years = [point.year for point in known]
    span = (years[-1] - years[0]) or 1

    def to(year: float, value: float) -> tuple[float, float]:
        height = SMALL_HEIGHT - FOOT - HEAD
        share = min(max(value / end, 0.0), 1.0)
        return SIDE + (year - years[0]) / span * (SMALL_WIDTH - 2 * SIDE), HEAD + height * (1 - share)

    pieces = _pieces(known, breaks)
    ground = SMALL_HEIGHT - FOOT
    drawn = [
        _line(0, ground, SMALL_WIDTH, ground, LINE, 1),
        *(_band(piece, to) for piece in pieces),
        *(_course([to(one.year, one.value or 0.0) for one in piece], COLOUR[label]) for piece in pieces),
        *_ends(known, to, COLOUR[label]),
        _scale(end),
    ]  # fmt: skip
    return _picture("small-spread", drawn, SMALL_WIDTH, SMALL_HEIGHT)


def _scale(end: float) -> Markup:
    words = f"Skala 0 bis {printed(end, 0 if end >= 2 else 1)}"
    return text(words, SMALL_WIDTH - 2, HEAD + 6, 11, text_anchor="end", fill=GREY_TEXT)


def _pieces(known: Sequence[SpreadPoint], breaks: Collection[int]) -> list[list[SpreadPoint]]:
    """Nothing is drawn across a missing year or a break."""
    found: list[list[SpreadPoint]] = []
    for point in known:
        if found and point.year == found[-1][-1].year + 1 and point.year not in breaks:
            found[-1].append(point)
        else:
            found.append([point])
    return found


def _band(piece: Sequence[SpreadPoint], to: To) -> Markup:
    upper = [to(one.year, one.upper) for one in piece if one.upper is not None]
    lower = [to(one.year, one.lower) for one in reversed(piece) if one.lower is not None]
    if len(upper) < 2 or len(upper) != len(lower):
        return Markup("")
    return element("polygon", points=joined([*upper, *lower]), fill=INK, fill_opacity=0.12)


def _course(places: Sequence[tuple[float, float]], colour: str) -> Markup:
    return element("polyline", points=joined(places), fill="none", stroke=colour, stroke_width=2,
                   stroke_linejoin="round")  # fmt: skip


def _ends(known: Sequence[SpreadPoint], to: To, colour: str) -> list[Markup]:
    drawn = []
    for point, anchor, x in ((known[0], "start", 0.0), (known[-1], "end", SMALL_WIDTH)):
        cx, cy = to(point.year, point.value or 0.0)
        drawn.append(element("circle", cx=cx, cy=cy, r=3, fill=colour))
        drawn.append(text(point.label, x, SMALL_HEIGHT - 4, 11, text_anchor=anchor, fill=GREY_TEXT))
    return drawn


def _x(value: float, end: float) -> float:
    return SIDE + min(value / end, 1.0) * (WIDTH - 2 * SIDE)


def _line(x1: float, y1: float, x2: float, y2: float, colour: str, width: float) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, stroke_width=width)


def _picture(name: str, drawn: Iterable[Markup], width: float, height: float) -> Markup:
    box = f"0 0 {number(width)} {number(height)}"
    return element("svg", *drawn, xmlns=XMLNS, class_=name, width=width, height=height, viewBox=box,
                   font_family=FONT, aria_hidden="true", focusable="false")  # fmt: skip
