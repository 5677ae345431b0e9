"""The outlines of both partitions: official polygons where the city has sent them, else the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.catalogue.catalogue import Catalogue
from dashboard.geo.network import polygons, read_network
from dashboard.geo.official import import_official
from dashboard.geo.shapes import geojson, inside, locate, shapes
from dashboard.intake.delivery import InsideCity, Locate
from dashboard.model import Partition
from dashboard.prepare.refused import ReleaseRefused
from dashboard.store.contents import AreaShape

NETWORK = "grenznetz.toml"
#: Names under which official polygons are looked for beside the network, with one of the suffixes.
OFFICIAL: Mapping[Partition, str] = {"sozialraum": "sozialraeume", "stadtbezirk": "stadtbezirke"}
SUFFIXES = (".gpkg", ".shp", ".geojson")
_NEAR_M = 2_000  # a school just outside the generalised border still is in the city


@dataclass(frozen=True, slots=True)
class Geography:
    """``outlines`` by partition and area (WGS 84), and two questions about points for the intake."""

    outlines: Mapping[Partition, Mapping[str, Any]]
    inside_city: InsideCity
    locate: Locate

    def shapes(self) -> tuple[AreaShape, ...]:
        """What is drawn and offered for download, both partitions."""
        return tuple(
            AreaShape(partition, drawn, text)
            for partition, outlines in self.outlines.items()
            for drawn, text in zip(shapes(outlines).values(), geojson(outlines).values(), strict=True)
        )


def read_geography(folder: Path, catalogue: Catalogue) -> Geography:
    """Both partitions from ``folder``. Raises GeoError, and ReleaseRefused if areas are missing."""
    network = read_network(folder / NETWORK)
    outlines: dict[Partition, Mapping[str, Any]] = {}
    for partition in OFFICIAL:
        drawn = polygons(network, partition)
        file = _official(folder, partition)
        if file is not None:
            drawn = import_official(file, _resolver(catalogue, partition), reference=drawn)
        outlines[partition] = _in_catalogue_order(drawn, catalogue, partition)
    nine = outlines["sozialraum"]
    return Geography(outlines, inside(nine, _NEAR_M), locate(nine))


def _official(folder: Path, partition: Partition) -> Path | None:
    names = [folder / f"{OFFICIAL[partition]}{suffix}" for suffix in SUFFIXES]
    return next((path for path in names if path.exists()), None)


def _resolver(catalogue: Catalogue, partition: Partition) -> Any:
    def resolve(name: str) -> str | None:
        area = catalogue.resolve_area(name, partition)
        return None if area is None else area.id

    return resolve


def _in_catalogue_order(
    drawn: Mapping[str, Any], catalogue: Catalogue, partition: Partition
) -> dict[str, Any]:
    areas = [area.id for area in catalogue.partition(partition)]
    if set(areas) != set(drawn):
        odd = ", ".join(sorted(set(areas) ^ set(drawn)))
        raise ReleaseRefused([f"Grenznetz und Katalog nennen nicht dieselben Flächen: {odd}."])
    return {area: drawn[area] for area in areas}
