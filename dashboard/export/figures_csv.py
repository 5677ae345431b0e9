"""Figures as CSV: for German spreadsheets, or plain for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from decimal import Decimal

from dashboard.answers.rows import Row

COLUMNS = tuple(field.name for field in fields(Row))
#: A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(rows: Sequence[Row], *, machine: bool = False) -> bytes:
    """UTF-8. German: BOM, ``;``, decimal comma (opens right in Excel); machine: ``,`` and points."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter="," if machine else ";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(value, machine) for value in asdict(row).values()])
    return target.getvalue().encode("utf-8" if machine else "utf-8-sig")


def _cell(value: str | float | Decimal | None, machine: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    text = f"{value:.2f}" if isinstance(value, Decimal) else f"{value:.6f}".rstrip("0").rstrip(".")
    return text if machine else text.replace(".", ",")
