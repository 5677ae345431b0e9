"""Rows of the page on resources: index with its range, amount with its range, contributions, difference.

Every picture is one row high and as wide as its cell: positions are percentages, so type and dots keep
their size. The written value stands beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.strip import percent, vertical
from dashboard.figures.svg import XMLNS, element
from dashboard.figures.theme import LINE, PETROL, SEQUENTIAL, SLATE
from dashboard.figures.ticks import Tick, nice, share_of, ticks

#: Neighbours in a stack differ in lightness; the last is shared by all further criteria.
COLOURS = (SEQUENTIAL[5], SEQUENTIAL[2], SEQUENTIAL[4], SEQUENTIAL[1], SEQUENTIAL[3], SLATE)
_HEIGHT = 30


def index_limits(ends: Sequence[float]) -> tuple[float, float]:
    """Round limits around all ends and zero, the same on both sides."""
    widest = max((abs(end) for end in ends), default=0.0)
    _low, high = nice(0.0, widest or 1.0, 4)
    return -high, high


def index_ticks(limits: tuple[float, float]) -> tuple[Tick, ...]:
    """The marks above the column of indices."""
    return ticks(limits, 5)


def index_strip(
    score: float, low: float, high: float, limits: tuple[float, float], focused: bool = False
) -> Markup:
    """Dot with a pale bar for the range; the mean of the areas is a dashed line."""
    bar = element(
        "line", x1=percent(share_of(low, limits)), x2=percent(share_of(high, limits)), y1="50%", y2="50%",
        stroke=SEQUENTIAL[2], stroke_width=9 if focused else 7, stroke_linecap="round",
    )  # fmt: skip
    dot = element("circle", cx=percent(share_of(score, limits)), cy="50%", r=6.5 if focused else 5.2,
                  fill=INK if focused else PETROL)  # fmt: skip
    return _row([*_grid(limits), _middle(limits), bar, dot])


def amount_bar(size: float, low: float, high: float, focused: bool = False) -> Markup:
    """A bar from the left edge (``size`` 0 … 1 of the width), and a bracket for the range."""
    bar = element("rect", x="0", y=7, width=percent(size), height=_HEIGHT - 14,
                  fill=SEQUENTIAL[5] if focused else SEQUENTIAL[3])  # fmt: skip
    if high - low < 1e-9:
        return _row([bar])
    line = element(
        "line", x1=percent(low), x2=percent(high), y1="50%", y2="50%", stroke=INK, stroke_width=1.6
    )
    ends = [
        element(
            "line", x1=percent(end), x2=percent(end), y1=11, y2=_HEIGHT - 11, stroke=INK, stroke_width=1.6
        )
        for end in (low, high)
    ]
    halo = element(
        "line", x1=percent(low), x2=percent(high), y1="50%", y2="50%", stroke=WHITE, stroke_width=4
    )
    return _row([bar, halo, line, *ends])


def contribution_bar(
    pieces: Sequence[tuple[int, float]], score: float, limits: tuple[float, float]
) -> Markup:
    """Pieces (colour, size) stacked away from zero on both sides, and a dot at their sum."""
    drawn, ends = [], {True: 0.0, False: 0.0}
    for colour, size in pieces:
        up = size > 0
        start, ends[up] = ends[up], ends[up] + size
        low, high = sorted((start, ends[up]))
        left, right = share_of(low, limits), share_of(high, limits)
        drawn.append(
            element(
                "rect",
                x=percent(left),
                y=6,
                width=percent(right - left),
                height=_HEIGHT - 12,
                fill=COLOURS[colour],
                stroke=WHITE,
                stroke_width=0.8,
            )  # fmt: skip
        )
    dot = element("circle", cx=percent(share_of(score, limits)), cy="50%", r=4.6, fill=WHITE, stroke=INK,
                  stroke_width=2)  # fmt: skip
    zero = vertical(share_of(0, limits), stroke=INK, stroke_width=1.2)
    return _row([*_grid(limits), *drawn, zero, dot])


def difference_bar(size: float) -> Markup:
    """From the middle to the right (more) or left (less); ``size`` −1 … 1 of half the width."""
    width = abs(size) * 48
    start = 50.0 if size > 0 else 50.0 - width
    bar = element("rect", x=f"{start:.2f}%", y=8, width=f"{width:.2f}%", height=_HEIGHT - 16,
                  fill=SEQUENTIAL[5] if size > 0 else SEQUENTIAL[2])  # fmt: skip
    return _row([bar, vertical(0.5, stroke=INK, stroke_width=1.2)])


def _middle(limits: tuple[float, float]) -> Markup:
    return vertical(share_of(0, limits), stroke=INK, stroke_width=1.4, stroke_dasharray="4 3")


def _grid(limits: tuple[float, float]) -> list[Markup]:
    return [vertical(tick.share, stroke=LINE, stroke_width=1) for tick in index_ticks(limits)]


def _row(parts: Sequence[Markup]) -> Markup:
    return element("svg", *parts, xmlns=XMLNS, class_="row-picture", width="100%", height=_HEIGHT,
                   aria_hidden="true", focusable="false")  # fmt: skip
