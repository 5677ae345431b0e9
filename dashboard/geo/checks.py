"""Whether polygons tile the city: valid, no gap, no overlap, the same whole in both partitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import shapely
from shapely import Polygon

from dashboard.geo.models import Outline
from dashboard.geo.plane import to_degrees, to_metres

_REASONS = {
    "Self-intersection": "Umriss schneidet sich",
    "Ring Self-intersection": "Umriss berührt sich",
    "Duplicate Rings": "Umriss doppelt",
    "Nested shells": "Teilfläche in einer Teilfläche",
    "Nested Holes": "Loch in einem Loch",
    "Hole lies outside shell": "Loch außerhalb des Umrisses",
    "Interior is disconnected": "Inneres nicht zusammenhängend",
    "Too few points in geometry component": "Umriss mit zu wenigen Punkten",
}


@dataclass(frozen=True, slots=True)
class Flaw:
    """A gap or an overlap. ``where`` in metres (:func:`to_metres`), ``words`` names kind and areas."""

    words: str
    where: Polygon

    def thinner_than(self, metres: float) -> bool:
        """Whether no circle of this diameter fits into it."""
        return bool(self.where.buffer(-metres / 2).is_empty)

    def text(self) -> str:
        """German: what, how large, where."""
        point = to_degrees(self.where).representative_point()
        width = 2 * self.where.area / self.where.length  # exact for a long strip
        size = f"{_german(self.where.area, 1)} m², mittlere Breite etwa {_german(width, 2)} m"
        return f"{self.words} ({size}) bei Länge {_german(point.x, 5)}, Breite {_german(point.y, 5)}"


def tiling_problems(polygons: Mapping[str, Outline], tolerance_m: float = 0.0) -> list[str]:
    """Everything that keeps these polygons (WGS 84) from being a tiling; empty when they are one.

    Flaws thinner than ``tolerance_m`` are left out; with 0 the test is exact, down to neighbours
    having the same vertices on their common border.
    """
    problems = invalid_polygons(polygons)
    if problems:
        return problems
    found = flaws(polygons)
    if tolerance_m > 0:
        return [flaw.text() for flaw in found if not flaw.thinner_than(tolerance_m)]
    return [flaw.text() for flaw in found] or mismatched_borders(polygons)


def invalid_polygons(polygons: Mapping[str, Outline]) -> list[str]:
    """One line for each area that is empty or crosses itself."""
    problems = []
    for name, outline in polygons.items():
        if outline.is_empty:
            problems.append(f"„{name}“ ist leer; erwartet: eine Fläche")
        elif not outline.is_valid:
            problems.append(f"„{name}“ ist ungültig: {_reason(outline)}; erwartet: ein Umriss ohne Schnitt")
    return problems


def _reason(outline: Outline) -> str:
    """In German; GEOS says "Self-intersection[7.8 51.7]"."""
    said, _, place = shapely.is_valid_reason(outline).rstrip("]").partition("[")
    what = _REASONS.get(said, "Umriss fehlerhaft")
    lon, _, lat = place.partition(" ")
    return f"{what} bei Länge {_german(float(lon), 5)}, Breite {_german(float(lat), 5)}" if lat else what


def flaws(polygons: Mapping[str, Outline]) -> list[Flaw]:
    """Overlaps of two areas and gaps enclosed by areas, of any size, for valid polygons in WGS 84."""
    plane = {name: to_metres(outline) for name, outline in polygons.items()}
    return _overlaps(plane) + _gaps(plane)


def mismatched_borders(polygons: Mapping[str, Outline]) -> list[str]:
    """One line when neighbours do not have the same vertices on their common border."""
    outlines = list(polygons.values())
    edges = shapely.coverage_invalid_edges(outlines)
    names = [f"„{name}“" for name, edge in zip(polygons, edges, strict=True) if not edge.is_empty]
    if not names:
        return []
    return [f"Gemeinsame Grenzen von {', '.join(names)} weichen ab; erwartet: dieselben Stützpunkte"]


def union_problems(first: Mapping[str, Outline], second: Mapping[str, Outline]) -> list[str]:
    """One line for each piece of the city that only one of two partitions covers."""
    whole, other = shapely.union_all(list(first.values())), shapely.union_all(list(second.values()))
    sides = (("ersten", whole, other), ("zweiten", other, whole))
    return [
        Flaw(f"Nur in der {which} Gliederung enthalten", to_metres(part)).text()
        for which, one, rest in sides
        for part in _parts(one.difference(rest))
    ]


def _overlaps(plane: Mapping[str, Outline]) -> list[Flaw]:
    return [
        Flaw(f"Überlappung von „{first}“ und „{second}“", part)
        for first, second in combinations(plane, 2)
        for part in _parts(plane[first].intersection(plane[second]))
    ]


def _gaps(plane: Mapping[str, Outline]) -> list[Flaw]:
    whole = shapely.union_all(list(plane.values()))
    holes = [Polygon(hole) for part in _parts(whole) for hole in part.interiors]
    return [Flaw(f"Lücke zwischen {_neighbours(hole, plane)}", hole) for hole in holes]


def _neighbours(hole: Polygon, plane: Mapping[str, Outline]) -> str:
    near = hole.buffer(0.01)
    return ", ".join(f"„{name}“" for name, outline in plane.items() if outline.intersects(near))


def _parts(geometry: shapely.Geometry) -> list[Polygon]:
    return [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and part.area > 0]


def _german(number: float, decimals: int) -> str:
    return f"{number:.{decimals}f}".replace(".", ",")
