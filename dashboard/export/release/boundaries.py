"""The boundaries of one partition as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Partition

NOTE: Final = "Von Hand digitalisiert und generalisiert, etwa 300 m genau; keine amtlichen Grenzen."


def write(shapes: Mapping[str, str], catalogue: Catalogue, partition: Partition, release: str) -> bytes:
    """``shapes``: GeoJSON geometry by area, WGS 84."""
    features = [
        {
            "type": "Feature",
            "id": name,
            "properties": {
                "raum": name,
                "name": catalogue.areas[name].name,
                "raumart": partition,
                "schluessel": catalogue.areas[name].key,
            },
            "geometry": json.loads(geometry),
        }
        for name, geometry in shapes.items()
    ]
    content = {"type": "FeatureCollection", "stand": release, "hinweis": NOTE, "features": features}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def box(shapes: Mapping[str, str]) -> tuple[float, float, float, float] | None:
    """West, south, east, north of all shapes in degrees; None without any."""
    points = [point for geometry in shapes.values() for point in _points(json.loads(geometry))]
    if not points:
        return None
    east, north = [point[0] for point in points], [point[1] for point in points]
    return min(east), min(north), max(east), max(north)


def _points(geometry: Mapping[str, object]) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []

    def collect(part: object) -> None:
        if isinstance(part, list):
            if part and isinstance(part[0], int | float):
                found.append((float(part[0]), float(part[1])))
            else:
                for inner in part:
                    collect(inner)

    collect(geometry.get("coordinates", []))
    return found
