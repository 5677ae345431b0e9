"""The directory's columns: IT.NRW's own names unless ``[datei.spalten]`` says otherwise."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.intake.context import Context
from dashboard.intake.files.table import Row, Table
from dashboard.intake.shapes.columns import indices

REQUIRED: Mapping[str, str] = {
    "schuljahr": "Schuljahr",
    "schulform": "Schulform",
    "ags": "Amtlicher Gemeindeschlüssel",
    "schulnummer": "Schulnummer",
    "name": "Amtliche Bezeichnung 1",
    "postleitzahl": "Postleitzahl",
    "schueler": "Anzahl",
    "sozialindex": "Sozialindex",
}
OPTIONAL: Mapping[str, str] = {
    "name2": "Amtliche Bezeichnung 2",
    "breite": "latitude",
    "laenge": "longitude",
    "gefundene_adresse": "found_address",
}


class SchoolRow:
    """One row of the directory, asked by field name; fields without a column are empty."""

    def __init__(self, row: Row, names: Mapping[str, str], where: Mapping[str, int]) -> None:
        self.number = row.number
        self._texts = {field: str(row.cells[where[column]]).strip() for field, column in names.items()}

    def __getitem__(self, field: str) -> str:
        return self._texts.get(field, "")


def school_rows(table: Table, context: Context) -> tuple[dict[str, str], list[SchoolRow]]:
    """The supplier's column by field, and all rows; no rows (and findings) if a column is missing."""
    described = context.file.spalten
    present = {field: name for field, name in OPTIONAL.items() if name in table.header}
    names = {**REQUIRED, **present, **described}
    where = indices(table, names.values(), context)
    if where is None:
        return names, []
    return names, [SchoolRow(row, names, where) for row in table.rows]


def damaged_numbers(table: Table) -> int:
    """How many telephone and fax cells were stored as decimal numbers (``2381.0``: leading zero lost)."""
    columns = [
        index for index, name in enumerate(table.header) if name.startswith(("Telefonnummer", "Faxnummer"))
    ]
    cells = (str(row.cells[index]).strip() for row in table.rows for index in columns)
    return sum(cell.endswith(".0") and cell[:-2].isdigit() for cell in cells)
