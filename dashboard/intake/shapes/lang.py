"""The shape ``lang``: one row per value."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.intake.context import Context
from dashboard.intake.files.table import Table
from dashboard.intake.record import Record
from dashboard.intake.shapes.columns import cells_of, fixed, indices, left_out


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per row."""
    fields = context.file.spalten
    where = indices(table, fields.values(), context)
    if where is None:
        return
    units = {"wert": context.file.einheit, "betrag": context.file.einheit}
    for row in table.rows:
        if not left_out(row, where, context):
            cells = fixed(context) | cells_of(row, fields, where)
            yield Record(table.place.at(row.number), cells, units)
