"""The shape ``breit``: one row per area, one column per value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dashboard.intake.context import Context
from dashboard.intake.description.models import ValueColumn
from dashboard.intake.files.table import Row, Table
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.columns import cells_of, fixed, indices, left_out

_Key = tuple[str, str, str]


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per row and (Kennzahl, Zeitraum, Merkmal) of the described value columns."""
    file = context.file
    where = indices(table, [*file.spalten.values(), *(value.spalte for value in file.werte)], context)
    if where is None:
        return
    groups = [list(group) for _, group in groupby(sorted(file.werte, key=_key), key=_key)]
    for row in table.rows:
        if not left_out(row, where, context):
            shared = fixed(context) | cells_of(row, file.spalten, where)
            yield from (_record(table, row, shared, group, where, context) for group in groups)


def _key(value: ValueColumn) -> _Key:
    return value.kennzahl, value.zeitraum, value.merkmal


def _record(
    table: Table,
    row: Row,
    shared: dict[str, Cell],
    group: list[ValueColumn],
    where: dict[str, int],
    context: Context,
) -> Record:
    cells, units = dict(shared), {"wert": context.file.einheit, "betrag": context.file.einheit}
    for value in group:
        for name in ("kennzahl", "zeitraum", "merkmal"):
            if text := getattr(value, name):
                cells[name] = Cell(text, value.spalte)
        cells[value.rolle] = Cell(row.cells[where[value.spalte]], value.spalte)
        units |= {value.rolle: value.einheit} if value.einheit else {}
    return Record(table.place.at(row.number), cells, units)
