"""Where an area's name goes: a place deep inside where a line of text has room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import Polygon

from dashboard.geo.models import Outline

_ROWS = 80  # candidate heights per area
_DEPTH = 0.6  # a good place for two lines is this deep, as a share of the deepest point
_NEARLY = 0.92  # of places about as wide as the widest, the deepest is taken
_ROOM = 4  # line heights: a shorter stretch is too narrow for a name with its value below


@dataclass(frozen=True, slots=True)
class Label:
    """Middle of a text and the horizontal room around it, in the outline's unit."""

    x: float
    y: float
    width: float
    depth: float  # distance to the outline


def label(outline: Outline, line_height: float) -> Label:
    """Place for two lines of text, each ``line_height`` high, in ``outline`` (a plane, any unit).

    Among points nearly as deep as the pole of inaccessibility (centre of the largest inscribed
    circle) the one with the widest free horizontal band. Where two lines find no room, the place
    and width of the widest band for one line, however deep; in a splinter the pole itself.
    """
    part = max(shapely.get_parts(outline), key=lambda each: float(each.area))
    circle = shapely.maximum_inscribed_circle(part)
    radius = float(circle.length)
    deep = [place for place in _places(part, 2 * line_height) if place.depth >= _DEPTH * radius]
    if deep and _best(deep).width >= _ROOM * line_height:
        return _best(deep)
    if narrow := list(_places(part, line_height)):
        return _best(narrow)
    pole = shapely.get_point(circle, 0)
    return Label(float(pole.x), float(pole.y), radius, radius)


def _best(places: Sequence[Label]) -> Label:
    widest = max(place.width for place in places)
    return max((each for each in places if each.width >= _NEARLY * widest), key=lambda each: each.depth)


def _places(part: Polygon, band: float) -> Iterator[Label]:
    _, low, _, high = part.bounds
    if high - low <= band:
        return
    for y in np.linspace(low + band / 2, high - band / 2, _ROWS):
        yield from _in_band(part, float(y), band)


def _in_band(part: Polygon, y: float, band: float) -> Iterator[Label]:
    """The free stretches of a horizontal band: between the places where the outline enters it."""
    west, _, east, _ = part.bounds
    crossed = shapely.boundary(part).intersection(shapely.box(west, y - band / 2, east, y + band / 2))
    taken = sorted((piece.bounds[0], piece.bounds[2]) for piece in shapely.get_parts(crossed))
    reached = west
    for left, right in taken:
        middle = shapely.Point((reached + left) / 2, y)
        if left > reached and part.contains(middle):
            depth = float(shapely.boundary(part).distance(middle))
            yield Label(float(middle.x), y, float(left - reached), depth)
        reached = max(reached, right)
