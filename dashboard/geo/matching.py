"""Which object of a supplier's layer is which area: find the column of names, resolve its texts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from dashboard.geo.layer import Layer
from dashboard.geo.models import GeoError

Resolve = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Match:
    """``column`` holds the names; ``areas``: per object the area id, or None where there is a problem."""

    column: str
    areas: tuple[str | None, ...]
    problems: tuple[str, ...]


def match(layer: Layer, resolve: Resolve, expected: Collection[str], name_column: str | None = None) -> Match:
    """Give every object its area.

    Problems: name empty, unknown or of another partition, area twice, area missing, number of
    objects not that of ``expected``. GeoError when the column of names cannot be told.
    """
    column = _column(layer, resolve, expected, name_column)
    texts = layer.columns[column]
    areas, problems = _areas(layer.file, column, texts, resolve, expected)
    if len(texts) != len(expected):
        problems.append(f"{layer.file}: {len(texts)} Flächen; erwartet: {len(expected)}")
    for missing in (area for area in expected if area not in areas):
        problems.append(f"{layer.file}, Spalte „{column}“: „{missing}“ fehlt; erwartet: jede Fläche einmal")
    return Match(column, tuple(areas), tuple(problems))


def _areas(
    file: str, column: str, texts: tuple[str, ...], resolve: Resolve, expected: Collection[str]
) -> tuple[list[str | None], list[str]]:
    areas: list[str | None] = []
    problems = []
    for number, text in enumerate(texts, start=1):
        area = resolve(text) if text else None
        fault = _fault(text, area, areas, expected)
        if fault:
            problems.append(f"{file}, Objekt {number}, Spalte „{column}“: {fault}")
        areas.append(None if fault else area)
    return areas, problems


def _fault(text: str, area: str | None, seen: list[str | None], expected: Collection[str]) -> str:
    if not text:
        return "Name fehlt; erwartet: der Name einer Fläche"
    if area is None:
        return f"„{text}“ unbekannt; erwartet: eine aus {', '.join(expected)}"
    if area not in expected:
        return f"„{text}“ ist „{area}“ und gehört nicht hierher; erwartet: eine aus {', '.join(expected)}"
    if area in seen:
        return f"„{text}“ ist „{area}“ zum zweiten Mal; erwartet: jede Fläche einmal"
    return ""


def _column(layer: Layer, resolve: Resolve, expected: Collection[str], told: str | None) -> str:
    listed = ", ".join(f"„{column}“" for column in layer.columns) or "keine"
    if told is not None:
        if told not in layer.columns:
            raise GeoError([f"{layer.file}: Spalte „{told}“ gibt es nicht; erwartet: eine aus {listed}"])
        return told
    known = {column: _known(texts, resolve, expected) for column, texts in layer.columns.items()}
    most = max((len(areas) for areas in known.values()), default=0)
    if most == 0:
        expectation = f"eine Spalte mit Namen wie {', '.join(expected)}"
        raise GeoError([f"{layer.file}: keine Spalte mit Flächennamen ({listed}); erwartet: {expectation}"])
    return _only(layer, [column for column, areas in known.items() if len(areas) == most], resolve)


def _only(layer: Layer, columns: list[str], resolve: Resolve) -> str:
    """Of columns that are equally good the first, provided that they say the same."""
    readings = {tuple(resolve(text) for text in layer.columns[column]) for column in columns}
    if len(readings) > 1:
        listed = " und ".join(f"„{column}“" for column in columns)
        raise GeoError([f"{layer.file}: Spalten {listed} widersprechen sich; erwartet: die Spalte angeben"])
    return columns[0]


def _known(texts: tuple[str, ...], resolve: Resolve, expected: Collection[str]) -> set[str]:
    areas = (resolve(text) for text in texts if text)
    return {area for area in areas if area is not None and area in expected}
