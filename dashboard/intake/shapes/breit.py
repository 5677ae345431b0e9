"""The shape ``breit``: one row per area, one column per value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dashboard.intake.context import Context
from dashboard.intake.description.fields import ValueColumn
from dashboard.intake.description.models import FileDescription
from dashboard.intake.files.table import Row, Table
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.columns import cells_of, fixed, indices, left_out

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ValueColumns:
    """The value columns of a file, those of one future observation together, and where they stand."""

    file: FileDescription
    groups: Sequence[Sequence[ValueColumn]]
    where: Mapping[str, int]

    @classmethod
    def of(cls, file: FileDescription, where: Mapping[str, int]) -> ValueColumns:
        """``where``: index by column name, of the value columns at least."""
        groups = [list(group) for _, group in groupby(sorted(file.werte, key=_key), key=_key)]
        return cls(file, groups, where)

    def records(self, table: Table, row: Row, shared: Mapping[str, Cell]) -> Iterator[Record]:
        """One record per (Kennzahl, Zeitraum, Merkmal); ``shared``: what the whole row has in common."""
        for group in self.groups:
            yield self._record(table, row, shared, group)

    def _record(
        self, table: Table, row: Row, shared: Mapping[str, Cell], group: Sequence[ValueColumn]
    ) -> Record:
        cells, units = dict(shared), {"wert": self.file.einheit, "betrag": self.file.einheit}
        for value in group:
            for name in ("kennzahl", "zeitraum", "merkmal"):
                if text := getattr(value, name):
                    cells[name] = Cell(text, value.spalte)
            cells[value.rolle] = Cell(row.cells[self.where[value.spalte]], value.spalte)
            units |= {value.rolle: value.einheit} if value.einheit else {}
        return Record(table.place.at(row.number), cells, units)


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per row and (Kennzahl, Zeitraum, Merkmal) of the described value columns."""
    file = context.file
    where = indices(table, [*file.spalten.values(), *(value.spalte for value in file.werte)], context)
    if where is None:
        return
    columns = ValueColumns.of(file, where)
    for row in table.rows:
        if not left_out(row, where, context):
            shared = fixed(context) | cells_of(row, file.spalten, where)
            yield from columns.records(table, row, shared)


def _key(value: ValueColumn) -> _Key:
    return value.kennzahl, value.zeitraum, value.merkmal
