"""The boundary network of the city as polygons: twelve faces, and two partitions joined from them."""

from __future__ import annotations

from pathlib import Path

import shapely
from shapely import Polygon

from dashboard.geo.audit import network_problems
from dashboard.geo.checks import tiling_problems
from dashboard.geo.models import GeoError, Network, Outline
from dashboard.geo.rings import ring
from dashboard.geo.tables import FACES, read_tables
from dashboard.model import Partition

#: The network that comes with the product: generalised, not official.
NETWORK_FILE = Path(__file__).resolve().parents[2] / "geodata" / "grenznetz.toml"


def read_network(path: Path = NETWORK_FILE) -> Network:
    """Read and check a boundary network (TOML, WGS 84); GeoError lists every problem in German.

    What is returned can be trusted: rings close, faces are valid and neither overlap nor leave gaps,
    and each partition holds every face once.
    """
    network = read_tables(path)
    problems = network_problems(network)
    if not problems:
        problems = [f"{network.file}, [{FACES}]: {found}" for found in tiling_problems(faces(network))]
    if problems:
        raise GeoError(problems)
    return network


def faces(network: Network) -> dict[str, Polygon]:
    """Face name → polygon in WGS 84, outer ring anticlockwise; its vertices are those of its edges."""
    return {face: _polygon(network, edges) for face, edges in network.faces.items()}


def polygons(network: Network, partition: Partition) -> dict[str, Outline]:
    """Area id → polygon in WGS 84, in the file's order.

    Faces are joined as a coverage: the edges between them vanish, all other vertices stay as they
    are, so neighbours keep identical borders.
    """
    pieces = faces(network)
    return {
        area: _joined([pieces[face] for face in names])
        for area, names in network.partitions[partition].items()
    }


def _polygon(network: Network, edges: tuple[str, ...]) -> Polygon:
    points, _ = ring([network.edges[edge] for edge in edges])
    return shapely.orient_polygons(Polygon(points))


def _joined(pieces: list[Polygon]) -> Outline:
    parts = shapely.get_parts(shapely.coverage_union_all(pieces))
    whole = parts[0] if len(parts) == 1 else shapely.MultiPolygon(list(parts))
    return shapely.orient_polygons(whole)
