"""Official polygons in place of the generalised network: accepted whole, or refused with every reason."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path

import shapely
from shapely import MultiPolygon

from dashboard.geo.checks import flaws, invalid_polygons, mismatched_borders
from dashboard.geo.layer import Layer, read_layer
from dashboard.geo.matching import Match, Resolve, match
from dashboard.geo.models import HAMM_BOX, GeoError, GeoWarning, Outline
from dashboard.geo.network import polygons, read_network
from dashboard.geo.plane import to_degrees, to_metres

#: Slivers up to this width come from digitising and are closed; wider ones are faults.
SLIVER_M = 1.0


def import_official(
    path: Path,
    resolve: Resolve,
    name_column: str | None = None,
    *,
    layer: str | None = None,
    reference: Mapping[str, Outline] | None = None,
) -> dict[str, MultiPolygon]:
    """Official areas from GeoPackage, Shapefile or GeoJSON as area id → MultiPolygon in WGS 84.

    ``resolve`` turns a name or key of the file into an area id, or None; ``name_column`` is found
    when not given. ``reference`` gives the expected areas, their order and roughly their place
    (default: the nine Sozialräume of the shipped network). Raises GeoError with every problem;
    slivers up to 1 m are closed and reported by a GeoWarning each.
    """
    expected = polygons(read_network(), "sozialraum") if reference is None else reference
    source = read_layer(path, layer)
    matched = match(source, resolve, tuple(expected), name_column)
    found, problems = _outlines(source, matched)
    problems = [*matched.problems, *problems]
    cautions: list[str] = []
    if not problems:
        problems, cautions = _tiling(source.file, found)
        problems += _misplaced(source.file, found, expected)
    if problems:
        raise GeoError(problems)
    for caution in cautions:
        warnings.warn(caution, GeoWarning, stacklevel=2)
    return _tidy({area: found[area] for area in expected})


def _outlines(source: Layer, matched: Match) -> tuple[dict[str, MultiPolygon], list[str]]:
    """Area id → geometry as a MultiPolygon, for the objects that are fit for it."""
    found: dict[str, MultiPolygon] = {}
    problems = []
    for number, (area, geometry) in enumerate(zip(matched.areas, source.geometries, strict=True), start=1):
        name = source.columns[matched.column][number - 1]
        faults = _geometry_faults(name, geometry)
        problems += [f"{source.file}, Objekt {number}: {fault}" for fault in faults]
        if area is not None and geometry is not None and not faults:
            found[area] = MultiPolygon(list(shapely.get_parts(geometry)))
    return found, problems


def _geometry_faults(name: str, geometry: shapely.Geometry | None) -> list[str]:
    if geometry is None:
        return [f"„{name}“ ohne Geometrie; erwartet: eine Fläche"]
    if geometry.geom_type not in ("Polygon", "MultiPolygon"):
        return [f"„{name}“ ist {geometry.geom_type}; erwartet: Polygon oder MultiPolygon"]
    return invalid_polygons({name: geometry}) or _outside(name, geometry)


def _outside(name: str, outline: Outline) -> list[str]:
    if shapely.box(*HAMM_BOX).covers(outline):
        return []
    west, south, east, north = HAMM_BOX
    lies = " / ".join(f"{bound:.3f}" for bound in outline.bounds)
    expected = f"innerhalb von {west} / {south} / {east} / {north} (Hamm: West / Süd / Ost / Nord)"
    return [f"„{name}“ liegt bei {lies}; erwartet: {expected}".replace(".", ",")]


def _tiling(file: str, found: Mapping[str, Outline]) -> tuple[list[str], list[str]]:
    """Problems (wider than a sliver) and cautions (slivers)."""
    problems, cautions = [], []
    for flaw in flaws(found):
        if flaw.thinner_than(SLIVER_M):
            cautions.append(f"{file}: {flaw.text()}; bis 1 m Breite wird sie geschlossen")
        else:
            problems.append(f"{file}: {flaw.text()}; erwartet: höchstens 1 m Breite")
    return problems, cautions


def _misplaced(file: str, found: Mapping[str, Outline], expected: Mapping[str, Outline]) -> list[str]:
    """Areas that lie where another one is expected: names that were mixed up."""
    problems = []
    for area, outline in found.items():
        there = max(expected, key=lambda other: _overlap(outline, expected[other]))
        if there != area:
            problems.append(f"{file}: „{area}“ liegt dort, wo „{there}“ erwartet ist; Namen vertauscht?")
    return problems


def _overlap(first: Outline, second: Outline) -> float:
    """Intersection over union, 0 to 1."""
    return float(first.intersection(second).area / first.union(second).area)


def _tidy(found: dict[str, MultiPolygon]) -> dict[str, MultiPolygon]:
    """Close slivers, so that neighbours share their borders exactly; leave a clean tiling untouched."""
    if not mismatched_borders(found) and not flaws(found):
        return {area: shapely.orient_polygons(outline) for area, outline in found.items()}
    plane = [to_metres(outline) for outline in found.values()]
    clean = shapely.coverage_clean(plane, gap_width=SLIVER_M)
    degrees = (shapely.orient_polygons(to_degrees(outline)) for outline in clean)
    return {
        area: MultiPolygon(list(shapely.get_parts(outline)))
        for area, outline in zip(found, degrees, strict=True)
    }
