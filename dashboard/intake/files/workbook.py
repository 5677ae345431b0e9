"""XLSX and ODS sheets through calamine, with the row numbers that the office program shows."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from dashboard.intake.description.models import FileDescription
from dashboard.intake.files.archive import harmless
from dashboard.intake.files.guard import Limits
from dashboard.intake.files.table import RawRow, Table, table_of
from dashboard.intake.finding import Findings, Place
from dashboard.intake.sign import Value

Native = int | float | str | bool | time | date | datetime | timedelta
SUFFIXES = (".xlsx", ".xlsm", ".ods")


def read_workbook(raw: bytes, file: FileDescription, findings: Findings, limits: Limits) -> Table | None:
    """The table on the described sheet, or None and findings."""
    place = Place(file.name)
    if not harmless(raw, place, findings, limits):
        return None
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(raw))
        sheet = _sheet(workbook, file, findings)
        rows = [] if sheet is None else list(_rows(sheet))
    except (CalamineError, OSError, ValueError) as error:
        findings.error(place, "Die Arbeitsmappe lässt sich nicht lesen", value=str(error)[:80])
        return None
    if sheet is None:
        return None
    return table_of(rows, Place(file.name, sheet=sheet.name), file, findings)


def _sheet(workbook: CalamineWorkbook, file: FileDescription, findings: Findings) -> CalamineSheet | None:
    names = workbook.sheet_names
    if file.blatt in names or (not file.blatt and len(names) == 1):
        return workbook.get_sheet_by_name(file.blatt or names[0])
    message = (
        "Das beschriebene Tabellenblatt fehlt" if file.blatt else "In lieferung.toml fehlt die Angabe blatt"
    )
    findings.error(
        Place(file.name), message, value=file.blatt, expectation=f"eines von: {', '.join(names) or 'keines'}"
    )
    return None


def _rows(sheet: CalamineSheet) -> Iterator[RawRow]:
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        yield number, [_value(cell) for cell in cells]


def _value(cell: Native) -> Value:
    """Text or exact number. Fifteen digits are what a workbook means: 0.1 + 0.2 is stored as 0.30…04."""
    if isinstance(cell, bool):
        return "WAHR" if cell else "FALSCH"
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        return _plain(Decimal(f"{cell:.15g}")) if math.isfinite(cell) else str(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    return cell if isinstance(cell, str) else str(cell)


def _plain(number: Decimal) -> Decimal:
    """Without exponent, so that 2010.0 reads as the year 2010."""
    return (
        number.quantize(Decimal(1))
        if number == number.to_integral_value() and abs(number) < 10**15
        else number
    )
