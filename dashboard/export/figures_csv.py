"""Figures as CSV: for German spreadsheets, or plain for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from decimal import Decimal

from dashboard.answers.rows import Row

Cell = str | float | Decimal | None
COLUMNS = tuple(field.name for field in fields(Row))
#: A text that begins so may be run as a formula by a spreadsheet, its full-width twins included:
#: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
#: Some programs drop what cannot be seen before they look at the first character.
_UNSEEN = "\0\t\n\v\f\r \u00a0\u200b\u202f\u2060\u3000\ufeff"


def write(rows: Sequence[Row], *, machine: bool = False) -> bytes:
    """UTF-8. German: BOM, ``;``, decimal comma (opens right in Excel); machine: ``,`` and points."""
    return table(columns_of(rows), (asdict(row).values() for row in rows), machine=machine)


def table(columns: Iterable[str], rows: Iterable[Iterable[Cell]], *, machine: bool = False) -> bytes:
    """The same for any table: a line of names, then the cells of each row."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter="," if machine else ";", lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value, machine) for value in row])
    return target.getvalue().encode("utf-8" if machine else "utf-8-sig")


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns of these rows, which may have more than :data:`COLUMNS` at their end."""
    return tuple(field.name for field in fields(rows[0])) if rows else COLUMNS


def _cell(value: Cell, machine: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return _text(value)
    text = f"{value:.2f}" if isinstance(value, Decimal) else f"{value:.6f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text if machine else text.replace(".", ",")


def _text(value: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet might take it for a formula."""
    seen = value.lstrip(_UNSEEN)
    if value == "%":  # a unit alone computes nothing
        return value
    is_hidden = value.startswith(("\t", "\r", "\n", "\0"))
    return f"'{value}" if is_hidden or seen.startswith(_FORMULA) else value
