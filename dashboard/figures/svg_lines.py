"""Lines, bands and points of a series in SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from markupsafe import Markup

from dashboard.display import Point
from dashboard.figures.contrast import WHITE
from dashboard.figures.geofacet.traces import colour_of, is_hollow
from dashboard.figures.runs import Run, has_interval
from dashboard.figures.signs_svg import published_mark
from dashboard.figures.svg import element, number
from dashboard.figures.ticks import share_of

To = Callable[[float, float], tuple[float, float]]  # year, value → x, y


def mapping(
    limits: tuple[float, float],
    years: Sequence[int],
    box: tuple[float, float, float, float],
    room: float = 0.0,
) -> To:
    """Year and value → place in the box (x, y, width, height); ``room`` years at both ends."""
    x, y, width, height = box
    first, last = min(years) - room, max(years) + room
    span = (last - first) or 1.0
    return lambda year, value: (
        x + (year - first) / span * width,
        y + (1 - share_of(value, limits)) * height,
    )


def polyline(piece: Run, to: To, colour: str, width: float, dash: str | None = None) -> Markup:
    """The points of one piece joined by a line."""
    places = [to(point.year, point.value) for point in piece if point.value is not None]
    return element(
        "polyline",
        points=joined(places),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
        stroke_dasharray=dash,
    )


def interval(piece: Run, to: To, colour: str) -> Markup:
    """The interval band of one piece; nothing for a single point."""
    there = [point for point in piece if has_interval(point)]
    if len(there) < 2:
        return Markup("")
    upper = [to(point.year, point.upper) for point in there if point.upper is not None]
    lower = [to(point.year, point.lower) for point in reversed(there) if point.lower is not None]
    return element("polygon", points=joined([*upper, *lower]), fill=colour, fill_opacity=0.14)


def joined(places: Sequence[tuple[float, float]]) -> str:
    """Coordinates as ``points`` takes them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)


def mark(point: Point, to: To, size: float) -> Markup:
    """One marked point: filled, hollow, or a diamond when published."""
    x, y = to(point.year, point.value if point.value is not None else 0.0)
    if point.origin == "published":
        return published_mark(x, y, size * 1.4)
    colour = colour_of(point)
    fill = WHITE if is_hollow(point) else colour
    return element("circle", cx=x, cy=y, r=size / 2, fill=fill, stroke=colour, stroke_width=1.8)
