"""The words of the geography room: points in degrees, the boundary network, what can be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from shapely import MultiPolygon, Polygon

from dashboard.model import Partition

Coordinate = tuple[float, float]  #: longitude, latitude in degrees (WGS 84)
Line = tuple[Coordinate, ...]
Outline = Polygon | MultiPolygon

#: West, south, east, north in degrees: the city with about 2 km around it.
HAMM_BOX = (7.64, 51.55, 8.04, 51.78)


class GeoError(Exception):
    """Boundaries that cannot be used. ``problems``: every problem found, German, one line each."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(self.problems))


class GeoWarning(UserWarning):
    """Boundaries that can be used although something in them is not quite right."""


@dataclass(frozen=True, slots=True)
class Network:
    """The boundary network: ``edges`` once each, ``faces`` by edge names, ``partitions`` by face names.

    ``file`` is the name that messages give.
    """

    file: str
    edges: Mapping[str, Line]
    faces: Mapping[str, tuple[str, ...]]
    partitions: Mapping[Partition, Mapping[str, tuple[str, ...]]]
