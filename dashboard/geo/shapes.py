"""Polygons as what others need of them: outlines to draw, GeoJSON text, questions about points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, radians

import numpy as np
import numpy.typing as npt
import shapely
from shapely import Polygon

from dashboard.display import Shape
from dashboard.geo.labels import label
from dashboard.geo.models import Outline
from dashboard.geo.plane import to_degrees, to_metres

_MARGIN = 0.01  # of the width, on every side: room for the stroke of a focused area
_LINE = 0.028  # of the width: height of a line of text

Step = tuple[int, int]  # tenths of a unit
Points = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Degrees → plane: equirectangular, ``scale`` units per degree east and north, y downwards."""

    west: float
    north: float
    scale: tuple[float, float]
    margin: float
    width: float
    height: float

    def placed(self, outline: Outline) -> Outline:
        """``outline`` in units of the plane."""
        origin, scale = np.array([self.west, self.north]), np.array([self.scale[0], -self.scale[1]])
        return shapely.transform(outline, lambda points: (points - origin) * scale + self.margin)


def shapes(polygons: Mapping[str, Outline], width: float = 1000, simplify_m: float = 0) -> dict[str, Shape]:
    """Area id → outline in one common plane ``width`` units wide, fitted with a small margin.

    Equirectangular projection, stretched by the cosine of the mean latitude. ``simplify_m`` leaves
    out bends smaller than about this many metres (Visvalingam over the whole coverage, so common
    borders stay common); the plane itself does not depend on it.
    """
    frame = _frame(polygons, width)
    placed = {area: frame.placed(outline) for area, outline in simplified(polygons, simplify_m).items()}
    return {area: _shape(area, outline, frame) for area, outline in placed.items()}


def simplified(polygons: Mapping[str, Outline], simplify_m: float) -> dict[str, Outline]:
    """The polygons without bends smaller than ``simplify_m`` metres; borders stay common."""
    if simplify_m <= 0:
        return dict(polygons)
    plane = [to_metres(outline) for outline in polygons.values()]
    simple = shapely.coverage_simplify(plane, simplify_m)
    return {area: to_degrees(outline) for area, outline in zip(polygons, simple, strict=True)}


def geojson(polygons: Mapping[str, Outline], digits: int = 5) -> dict[str, str]:
    """Area id → GeoJSON geometry (RFC 7946) as compact text; 5 digits are about 1 m."""
    return {area: _geometry_text(outline, digits) for area, outline in polygons.items()}


def inside(polygons: Mapping[str, Outline], buffer_m: float) -> Callable[[float, float], bool]:
    """Question "is this point (longitude, latitude) in the city or at most ``buffer_m`` metres outside?"."""
    city = shapely.union_all([to_metres(outline) for outline in polygons.values()])
    near = to_degrees(city.buffer(buffer_m) if buffer_m else city)
    shapely.prepare(near)
    return lambda lon, lat: bool(shapely.intersects_xy(near, lon, lat))


def locate(polygons: Mapping[str, Outline]) -> Callable[[float, float], str | None]:
    """Question "in which area lies this point (longitude, latitude)?"; on a border the first one."""
    areas = tuple(polygons.items())
    shapely.prepare([outline for _, outline in areas])

    def area_of(lon: float, lat: float) -> str | None:
        return next((area for area, outline in areas if shapely.intersects_xy(outline, lon, lat)), None)

    return area_of


def _frame(polygons: Mapping[str, Outline], width: float) -> _Frame:
    west, south, east, north = shapely.total_bounds(list(polygons.values())).tolist()
    margin = _MARGIN * width
    per_lon = (width - 2 * margin) / (east - west)
    per_lat = per_lon / cos(radians((south + north) / 2))
    height = round((north - south) * per_lat + 2 * margin, 1)
    return _Frame(west, north, (per_lon, per_lat), margin, width, height)


def _shape(area: str, outline: Outline, frame: _Frame) -> Shape:
    place = label(outline, _LINE * frame.width)
    return Shape(
        area=area,
        path="".join(_subpath(ring) for ring in _rings(outline)),
        label_x=round(place.x, 1),
        label_y=round(place.y, 1),
        label_width=round(place.width, 1),
        width=frame.width,
        height=frame.height,
    )


def _rings(outline: Outline) -> list[Points]:
    parts: list[Polygon] = list(shapely.get_parts(outline))
    return [shapely.get_coordinates(ring) for part in parts for ring in (part.exterior, *part.interiors)]


def _subpath(ring: Points) -> str:
    """One ring as SVG: absolute start, relative steps.

    Points are rounded first and steps taken between rounded points, so nothing adds up and
    neighbours draw their common border through the same points.
    """
    points: list[Step] = [(x, y) for x, y in np.rint(ring * 10).astype(int).tolist()]
    corners = [point for point, before in zip(points[1:], points, strict=False) if point != before]
    if len(corners) < 3:
        return ""
    steps = [(x - u, y - v) for (x, y), (u, v) in zip(corners, corners[-1:] + corners, strict=False)]
    return f"M{_pair(corners[-1])}l" + " ".join(_pair(step) for step in steps[:-1]) + "z"


def _pair(point: Step) -> str:
    x, y = (f"{number / 10:g}" for number in point)
    return f"{x}{y}" if y.startswith("-") else f"{x} {y}"


def _geometry_text(outline: Outline, digits: int) -> str:
    """Rounded for every area alike, so common borders stay common."""
    return str(shapely.to_geojson(shapely.transform(outline, lambda points: np.round(points, digits))))
