"""The network's TOML file, checked for form: tables, names, numbers; not yet for what they mean together."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.geo.models import HAMM_BOX, Coordinate, GeoError, Line, Network
from dashboard.model import Partition

EDGES = "kanten"
FACES = "flaechen"
PARTITIONS: Mapping[Partition, str] = {"sozialraum": "sozialraeume", "stadtbezirk": "stadtbezirke"}
TABLES = (EDGES, FACES, *PARTITIONS.values())


def problem(file: str, table: str, name: str, value: str, expected: str) -> str:
    """One line of a :class:`GeoError`: where, what stands there, what should."""
    place = f"{file}, [{table}] {name}" if name else f"{file}, [{table}]"
    return f"{place}: {value}; erwartet: {expected}"


def read_tables(path: Path) -> Network:
    """The file's tables in typed form; GeoError with every fault of form."""
    tables = _toml(path)
    problems = _table_problems(path.name, tables)
    if not problems:
        problems = _edge_problems(path.name, tables[EDGES]) + _list_problems(path.name, tables)
    if problems:
        raise GeoError(problems)
    return Network(
        file=path.name,
        edges={name: _line(points) for name, points in tables[EDGES].items()},
        faces=_names(tables[FACES]),
        partitions={partition: _names(tables[table]) for partition, table in PARTITIONS.items()},
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GeoError([f"{path.name}: Datei nicht lesbar ({error.strerror}); erwartet: {path}"]) from error
    except UnicodeDecodeError as error:
        raise GeoError([f"{path.name}: Zeichen ab Byte {error.start} unlesbar; erwartet: UTF-8"]) from error
    except tomllib.TOMLDecodeError as error:
        raise GeoError([f"{path.name}: kein gültiges TOML ({error}); erwartet: jeder Name einmal"]) from error


def _table_problems(file: str, tables: dict[str, Any]) -> list[str]:
    expected = "die Tabellen " + ", ".join(f"[{table}]" for table in TABLES)
    missing = [problem(file, t, "", "Tabelle fehlt", expected) for t in TABLES if t not in tables]
    unknown = [problem(file, t, "", "Tabelle unbekannt", expected) for t in tables if t not in TABLES]
    wrong = [
        problem(file, table, "", "keine Tabelle mit Einträgen", "je Zeile ein Name und eine Liste")
        for table in TABLES
        if table in tables and not (isinstance(tables[table], dict) and tables[table])
    ]
    return missing + unknown + wrong


def _edge_problems(file: str, edges: dict[str, Any]) -> list[str]:
    west, south, east, north = HAMM_BOX
    box = f"Länge {west} bis {east}, Breite {south} bis {north}".replace(".", ",")
    problems = []
    for name, points in edges.items():
        if not isinstance(points, list) or len(points) < 2:
            expected = "eine Liste von mindestens zwei Punkten"
            problems.append(problem(file, EDGES, name, f"{points!r}", expected))
            continue
        for number, point in enumerate(points, start=1):
            if not _in_hamm(point):
                value = f"Punkt {number} ist {point!r}"
                problems.append(problem(file, EDGES, name, value, f"[Länge, Breite] in Grad, {box}"))
    return problems


def _in_hamm(point: object) -> bool:
    if not isinstance(point, list) or len(point) != 2:
        return False
    if not all(isinstance(number, int | float) for number in point):
        return False
    west, south, east, north = HAMM_BOX
    return bool(west <= point[0] <= east and south <= point[1] <= north)


def _list_problems(file: str, tables: dict[str, Any]) -> list[str]:
    return [
        problem(file, table, name, f"{names!r}", "eine Liste von mindestens einem Namen")
        for table in TABLES
        if table != EDGES
        for name, names in tables[table].items()
        if not (isinstance(names, list) and names and all(isinstance(each, str) for each in names))
    ]


def _line(points: list[list[float]]) -> Line:
    return tuple(_coordinate(point) for point in points)


def _coordinate(point: list[float]) -> Coordinate:
    return float(point[0]), float(point[1])


def _names(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(names) for name, names in table.items()}
