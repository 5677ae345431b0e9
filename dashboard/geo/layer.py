"""A supplier's boundary file as rows: the cells of each object as text, its geometry in WGS 84."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import geopandas
import pandas as pd
import pyogrio
import shapely
from pyproj.exceptions import ProjError
from shapely.errors import ShapelyError

from dashboard.geo.models import GeoError


@dataclass(frozen=True, slots=True)
class Layer:
    """``columns``: name → one text per object ("" for an empty cell); ``geometries``: WGS 84, 2D, or None."""

    file: str
    columns: dict[str, tuple[str, ...]]
    geometries: tuple[shapely.Geometry | None, ...]


def read_layer(path: Path, layer: str | None = None) -> Layer:
    """Read a GeoPackage, Shapefile (also zipped) or GeoJSON; the file names its coordinate system.

    GeoError when it cannot be read, has several layers and none is named, or names no system.
    """
    try:
        name = _layer_name(path, layer)
        frame = geopandas.read_file(path, layer=name)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, ShapelyError) as error:
        raise GeoError([f"{path.name}: nicht lesbar ({error}); erwartet: {_FORMATS}"]) from error
    if not isinstance(frame, geopandas.GeoDataFrame):
        raise GeoError([f"{path.name}, Ebene „{name}“: ohne Geometrie; erwartet: Flächen"])
    return Layer(path.name, _columns(frame), _geometries(path.name, frame))


_FORMATS = "GeoPackage (.gpkg), Shapefile (.shp mit .shx, .dbf, .prj) oder GeoJSON"


def _layer_name(path: Path, wanted: str | None) -> str:
    names = [str(name) for name, _ in pyogrio.list_layers(path)]
    listed = ", ".join(f"„{name}“" for name in names)
    if wanted is not None and wanted not in names:
        raise GeoError([f"{path.name}: Ebene „{wanted}“ gibt es nicht; erwartet: eine aus {listed}"])
    if wanted is None and len(names) != 1:
        raise GeoError([f"{path.name}: {len(names)} Ebenen ({listed}); erwartet: eine, oder eine angeben"])
    return names[0] if wanted is None else wanted


def _columns(frame: geopandas.GeoDataFrame) -> dict[str, tuple[str, ...]]:
    cells = frame.drop(columns=frame.geometry.name)
    return {str(column): tuple(_text(cell) for cell in cells[column]) for column in cells.columns}


def _text(cell: object) -> str:
    """Keys stored as numbers come back without ".0"."""
    if cell is None or cell is pd.NA or cell is pd.NaT or cell != cell:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _geometries(file: str, frame: geopandas.GeoDataFrame) -> tuple[shapely.Geometry | None, ...]:
    if frame.crs is None:
        expected = "ein Raumbezug in der Datei (EPSG:25832; beim Shapefile die Datei .prj)"
        raise GeoError([f"{file}: Koordinatensystem fehlt; erwartet: {expected}"])
    try:
        degrees = frame.geometry.to_crs(4326)
    except ProjError as error:
        raise GeoError(
            [f"{file}: Koordinatensystem „{frame.crs.name}“ nicht umrechenbar ({error})"]
        ) from error
    return tuple(None if each is None else shapely.force_2d(each) for each in degrees)
