"""The columns of the delivery: the usual names unless ``[datei.spalten]`` says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.intake.context import Context
from dashboard.intake.files.table import Table
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.columns import cells_of, indices

#: By field, the names under which a column is found, the most usual one first.
NAMES: Mapping[str, tuple[str, ...]] = {
    "schule": ("Schule", "Schulnummer", "Grundschule"),
    "zeitraum": ("Schuljahr",),
    "schulform": ("Zielschulform", "Schulform"),
    "anzahl": ("Kinder", "Anzahl"),
    "empfehlung": ("Empfehlung",),
}
OPTIONAL = ("empfehlung",)


def records(table: Table, context: Context) -> Iterator[Record]:
    """One record per row; none, and findings, where a column is missing."""
    names = names_of(table, context)
    where = indices(table, names.values(), context)
    for row in table.rows if where is not None else ():
        yield Record(table.place.at(row.number), _cells(cells_of(row, names, where or {}), context))


def names_of(table: Table, context: Context) -> dict[str, str]:
    """The supplier's column by field; an optional one only where it is there or described."""
    found = {}
    for field, usual in NAMES.items():
        present = next((name for name in usual if name in table.header), None)
        needed = field not in OPTIONAL and not (field == "zeitraum" and context.file.zeitraum)
        if present or needed:
            found[field] = present or usual[0]
    return {**found, **context.file.spalten}


def _cells(cells: dict[str, Cell], context: Context) -> dict[str, Cell]:
    """The cells of a row, and the period of the whole file where it is no column."""
    return {"zeitraum": Cell(context.file.zeitraum)} | cells
