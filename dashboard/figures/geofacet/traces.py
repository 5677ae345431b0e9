"""A series as Plotly traces: band, line, single points. Used by the panels and by the trend lines."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from dashboard.display import Point, Series
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.runs import Run, has_interval, has_value, runs, spoken
from dashboard.figures.theme import CITY_DASH, SIGN_COLOUR, band

Trace = dict[str, Any]


def band_trace(pieces: Sequence[Run], colour: str, axes: dict[str, str]) -> list[Trace]:
    """All interval bands of a series as one trace; pieces are separated by gaps."""
    x: list[int | None] = []
    y: list[float | None] = []
    for piece in pieces:
        there = [point for point in piece if has_interval(point)]
        if len(there) > 1:
            x += [*([None] if x else []), *(one.year for one in there), *(one.year for one in there[::-1])]
            y += [*([None] if y else []), *(one.upper for one in there), *(one.lower for one in there[::-1])]
    if not x:
        return []
    look = {"fill": "toself", "fillcolor": band(colour), "line": {"width": 0}, "hoverinfo": "skip"}
    return [{"type": "scatter", "mode": "lines", "x": x, "y": y, **look, **axes}]


def line_trace(series: Series, pieces: Sequence[Run], line: dict[str, Any], axes: dict[str, str]) -> Trace:
    """The line of a series; it is interrupted wherever nothing may join two points."""
    points: list[Point | None] = []
    for piece in pieces:
        points += [*([None] if points else []), *piece]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [point.year if point else None for point in points],
        "y": [point.value if point else None for point in points],
        "line": {"shape": "linear", **line},
        "connectgaps": False,
        "hoverinfo": "text",
        "hovertext": [spoken(series.name, point) if point else "" for point in points],
        "meta": series.area,
        **axes,
    }


def marker_trace(series: Series, points: Sequence[Point], size: float, axes: dict[str, str]) -> list[Trace]:
    """Marked points: hollow when not distinguishable, diamonds when published; nothing without any."""
    there = [point for point in points if has_value(point)]
    if not there:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [point.year for point in there],
            "y": [point.value for point in there],
            "marker": {
                "symbol": ["diamond" if point.origin == "published" else "circle" for point in there],
                "size": [size * (1.25 if point.origin == "published" else 1) for point in there],
                "color": [WHITE if is_hollow(point) else colour_of(point) for point in there],
                "line": {"color": [colour_of(point) for point in there], "width": 1.8},
                "opacity": 1,
            },
            "hoverinfo": "text",
            "hovertext": [spoken(series.name, point) for point in there],
            "meta": series.area,
            "cliponaxis": False,
            **axes,
        }
    ]


def city_trace(city: Series, years: Sequence[int], breaks: Collection[int], axes: dict[str, str]) -> Trace:
    """The city as a dashed line; its values may be published ones of one kind."""
    line = {"color": INK, "width": 1.3, "dash": CITY_DASH}
    return line_trace(city, runs(city.points, years, breaks), line, axes)


def is_hollow(point: Point) -> bool:
    """A value that cannot be told from the rest of the city."""
    return point.sign == "same" and point.origin != "published"


def colour_of(point: Point) -> str:
    """Ink for published values, else the colour of the comparison."""
    return INK if point.origin == "published" else SIGN_COLOUR[point.sign]


def alone(pieces: Sequence[Run]) -> list[Point]:
    """Points without a neighbour, and published ones: they are marked, for no line shows them."""
    return [point for piece in pieces for point in piece if len(piece) == 1 or point.origin == "published"]
