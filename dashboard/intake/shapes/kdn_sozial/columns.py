"""The columns of the export: their own names unless ``[datei.spalten]`` says otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.intake.context import Context
from dashboard.intake.files.table import Row, Table
from dashboard.intake.record import Cell
from dashboard.intake.sign import Value

NAMES: Mapping[str, str] = {
    "zeitraum": "Jahr",
    "raum": "Sozialraum",
    "merkmal": "Merkmal",
    "auspraegung": "Ausprägung",
    "anzahl": "Anzahl",
    "gesamt": "Gesamt",
}
KEY_DATE = "Stichtag"  # another name of the first column


class ExportRow:
    """One row, asked by field name."""

    def __init__(self, row: Row, names: Mapping[str, str], where: Mapping[str, int]) -> None:
        self.number = row.number
        self._names = names
        self._values: dict[str, Value] = {field: row.cells[where[name]] for field, name in names.items()}

    def __getitem__(self, field: str) -> str:
        return str(self._values[field]).strip()

    def cell(self, field: str) -> Cell:
        """The cell with its column."""
        return Cell(self._values[field], self._names[field])


def names_of(table: Table, context: Context) -> dict[str, str]:
    """The supplier's column by field."""
    own = dict(NAMES)
    if KEY_DATE in table.header and NAMES["zeitraum"] not in table.header:
        own["zeitraum"] = KEY_DATE
    return {**own, **context.file.spalten}
