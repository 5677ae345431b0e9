"""The ordered dot plot: the middle column of a list whose names and values are HTML.

Row *i* lies at y = *i*; its middle is ``TOP + (i + 0.5) * row_height`` px below the upper edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from dashboard.display import AreaValue, CityLine
from dashboard.figures.contrast import WHITE, rgba
from dashboard.figures.dot_plot.frame import (
    city_label,
    city_shape,
    highlights,
    missing_labels,
    x_axis,
    y_axis,
)
from dashboard.figures.theme import SIGN_COLOUR, Figure, layout, message
from dashboard.figures.ticks import finite
from dashboard.wording.numbers import number

TOP, BOTTOM = 28, 28  # px above the first and below the last row
SIDE = 16  # px left and right of the scale, so that its outer numbers are not cut
EMPTY = "Für diese Auswahl liegen keine Werte vor."


def dot_plot(
    values: Sequence[AreaValue],
    city: CityLine,
    limits: tuple[float, float],
    row_height: int = 30,
    unit: str = "",
    count: int = 6,
) -> Figure:
    """One trace per area (``meta`` = area id) in the order given.

    ``limits`` come from :func:`dashboard.figures.strip.domain`; ``count`` is the wanted number of ticks;
    a short ``unit`` stands behind the last one.
    """
    if not any(finite([row.value]) for row in values):
        return message(EMPTY, TOP + BOTTOM + row_height * max(len(values), 3))
    rows = list(enumerate(values))
    return {
        "data": [trace(row, index) for index, row in rows if finite([row.value])],
        "layout": layout(
            TOP + BOTTOM + row_height * len(values),
            margin={"l": SIDE, "r": SIDE, "t": TOP, "b": BOTTOM, "pad": 0, "autoexpand": False},
            xaxis=x_axis(limits, unit, count),
            yaxis=y_axis(len(values)),
            shapes=[*highlights(rows), *city_shape(city)],
            annotations=[*city_label(city, limits), *missing_labels(rows)],
        ),
    }


def trace(row: AreaValue, index: int) -> dict[str, Any]:
    """Dot and interval of one area."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.value],
        "y": [index],
        "meta": row.area,
        "name": escape(row.name, quote=False),
        "marker": marker(row),
        "error_x": error_bar(row),
        "hoverinfo": "text",
        "hovertext": [spoken(row)],
        "cliponaxis": False,
    }


def marker(row: AreaValue) -> dict[str, Any]:
    """Filled in the colour of the comparison, hollow when not distinguishable; published: a diamond.

    The diamond is always filled: an outlined one would mean "derived from published figures".
    """
    colour = SIGN_COLOUR[row.sign]
    published = row.origin == "published"
    hollow = row.sign == "same" and not published
    return {
        "symbol": "diamond" if published else "circle",
        "size": 13.5 if row.focused else 11,
        "color": WHITE if hollow else colour,
        "line": {"color": colour, "width": 2 if hollow else 1},
        "opacity": 1,
    }


def error_bar(row: AreaValue) -> dict[str, Any]:
    """The 95 % interval; invisible without one."""
    limits = finite([row.value, row.lower, row.upper])
    if len(limits) < 3:
        return {"visible": False}
    value, lower, upper = limits
    return {
        "type": "data",
        "symmetric": False,
        "array": [upper - value],
        "arrayminus": [value - lower],
        "width": 0,
        "thickness": 3.4 if row.focused else 2.4,
        "color": rgba(SIGN_COLOUR[row.sign], 0.55),
    }


def spoken(row: AreaValue) -> str:
    """Hover text: name, value, interval, n, comparison."""
    interval = f"95-%-Intervall {row.interval_text}" if row.interval_text else ""
    people = [f"n\u202f=\u202f{number(size)}" for size in finite([row.denominator])]
    origin = "veröffentlichter Wert" if row.origin == "published" else ""
    lines = [
        escape(part, quote=False) for part in (row.text, interval, *people, row.sign_word, origin) if part
    ]
    return "<br>".join([f"<b>{escape(row.name, quote=False)}</b>", *lines])
