"""Whether a network's edges, faces and partitions fit together, by their names and end points."""

from __future__ import annotations

from collections import Counter

from dashboard.geo.models import Network
from dashboard.geo.rings import ring
from dashboard.geo.tables import EDGES, FACES, PARTITIONS, problem
from dashboard.model import Partition


def network_problems(network: Network) -> list[str]:
    """Every contradiction in the network, German, one line each; empty when there is none."""
    problems = _unknown_edges(network) + _edge_use(network) + _open_rings(network)
    for partition in PARTITIONS:
        problems += _unknown_faces(network, partition) + _face_use(network, partition)
    return problems


def _unknown_edges(network: Network) -> list[str]:
    return [
        problem(network.file, FACES, face, f"Kante „{edge}“ unbekannt", f"ein Name aus [{EDGES}]")
        for face, edges in network.faces.items()
        for edge in edges
        if edge not in network.edges
    ]


def _edge_use(network: Network) -> list[str]:
    used = Counter(edge for edges in network.faces.values() for edge in edges)
    expected = "einmal (Außengrenze) oder zweimal (zwischen zwei Flächen)"
    problems = []
    for edge in network.edges:
        if used[edge] > 2:
            value = f"{used[edge]}-mal verwendet ({_users(network, edge)})"
            problems.append(problem(network.file, EDGES, edge, value, expected))
        elif not used[edge]:
            problems.append(problem(network.file, EDGES, edge, "von keiner Fläche verwendet", expected))
    return problems


def _users(network: Network, edge: str) -> str:
    return ", ".join(face for face, edges in network.faces.items() for each in edges if each == edge)


def _open_rings(network: Network) -> list[str]:
    problems = []
    for face, edges in network.faces.items():
        if any(edge not in network.edges for edge in edges):
            continue
        points, broken = ring([network.edges[edge] for edge in edges])
        if broken is not None:
            problems.append(_open_ring(network, face, points[-1], points[0], broken))
        elif len(set(points)) < 3:
            value = f"Ring hat nur {len(set(points))} verschiedene Punkte"
            problems.append(problem(network.file, FACES, face, value, "mindestens drei"))
    return problems


def _open_ring(
    network: Network, face: str, end: tuple[float, float], start: tuple[float, float], broken: int
) -> str:
    edges = network.faces[face]
    if broken == len(edges):
        value = f"Ring schließt nicht, „{edges[-1]}“ endet bei {list(end)}"
        return problem(network.file, FACES, face, value, f"der Anfang des Rings, {list(start)}")
    value = f"Ring schließt nicht, „{edges[broken]}“ folgt nicht auf „{edges[broken - 1]}“"
    return problem(network.file, FACES, face, value, f"eine Kante mit dem Endpunkt {list(end)}")


def _unknown_faces(network: Network, partition: Partition) -> list[str]:
    table, expected = PARTITIONS[partition], f"ein Name aus [{FACES}]"
    return [
        problem(network.file, table, area, f"Fläche „{face}“ unbekannt", expected)
        for area, names in network.partitions[partition].items()
        for face in names
        if face not in network.faces
    ]


def _face_use(network: Network, partition: Partition) -> list[str]:
    areas, table = network.partitions[partition], PARTITIONS[partition]
    problems = []
    for face in network.faces:
        users = [area for area, names in areas.items() for each in names if each == face]
        if len(users) != 1:
            how = f"kommt {len(users)}-mal vor ({', '.join(users)})" if users else "fehlt"
            value = f"Fläche „{face}“ {how}"
            problems.append(problem(network.file, table, "", value, "jede Fläche genau einmal"))
    return problems
