"""A release as XLSX: real numbers, the other tables beside them, and a sheet that explains the signs."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from dashboard.answers.daten.tables import Cell, Column, DataTable, Whole

#: Part of every file: two runs give the same bytes.
_CREATED: Final = datetime(2000, 1, 1)
_WIDTH: Final = 13
_WIDTHS: Final = {
    "kennzahl_titel": 44, "raum_name": 20, "merkmal_titel": 20, "vergleich": 20, "trend": 22, "quelle": 40,
    "anmerkung": 30, "titel": 50, "frage": 50, "zaehler": 18, "nenner": 18, "wissenswert": 60,
    "aufbereitung": 50, "quellen": 40, "herausgeber": 30, "lieferant": 30, "name": 32, "einheit": 16,
    "hinweise": 60, "dateien": 60,
}  # fmt: skip


class _Styles:
    """The cell formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.term = book.add_format({"bold": True, "valign": "top"})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self._by_decimals = {
            decimals: book.add_format({"num_format": f"#,##0{'.' if decimals else ''}{'0' * decimals}"})
            for decimals in range(4)
        }
        self._year = book.add_format({"num_format": "0"})

    def of(self, column: Column, decimals: int) -> Any:
        """How numbers of this column look: values as the indicator prints them, limits one place finer."""
        if column.kind == "integer":
            return self._year
        wanted = {"wert": decimals, "untergrenze": decimals + 1, "obergrenze": decimals + 1}
        return self._by_decimals[min(wanted.get(column.name, 0), 3)]


def write(whole: Whole) -> bytes:
    """A workbook. Texts are written as texts: none of them is ever run as a formula."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        title = f"{whole.title}, Datenstand {whole.release}"
        book.set_properties({"title": title, "comments": whole.statement, "created": _CREATED})
        styles = _Styles(book)
        for table in whole.tables:
            _sheet(book, table, styles)
        _pairs(book, "Angaben", {**dict(whole.about)}, styles)
        _pairs(book, "Zeichenerklärung", {**dict(whole.signs), **_columns(whole)}, styles)
    return target.getvalue()


def _sheet(book: Any, table: DataTable, styles: _Styles) -> None:
    sheet = book.add_worksheet("Werte" if table.name == "werte" else table.title)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _WIDTHS.get(column.name, _WIDTH))
        sheet.write_string(0, place, column.title, styles.head)
    decimals = table.decimals or (1,) * len(table.rows)
    for number, (row, places) in enumerate(zip(table.rows, decimals, strict=True), start=1):
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True)):
            _cell(sheet, number, place, value, column, places, styles)
    sheet.freeze_panes(1, 4 if table.name == "werte" else 1)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _cell(
    sheet: Any, row: int, place: int, value: Cell, column: Column, decimals: int, styles: _Styles
) -> None:
    if isinstance(value, str):
        if value:
            sheet.write_string(row, place, value)
    elif value is not None:
        sheet.write_number(row, place, value, styles.of(column, decimals))


def _columns(whole: Whole) -> dict[str, str]:
    """What the columns of the values mean."""
    return {f"Spalte {column.title}": column.description for column in whole.table("werte").columns}


def _pairs(book: Any, name: str, lines: Mapping[str, str], styles: _Styles) -> None:
    sheet = book.add_worksheet(name)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 100)
    for number, (term, text) in enumerate(lines.items()):
        sheet.write_string(number, 0, term, styles.term)
        sheet.write_string(number, 1, text, styles.text)
