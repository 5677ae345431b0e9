"""Figures as CSV: for German spreadsheets, or plain for machines."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from decimal import Decimal

from dashboard.answers.rows import Row

COLUMNS = tuple(field.name for field in fields(Row))
#: A text that begins so may be run as a formula by a spreadsheet, its full-width twins included:
#: https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA = ("=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠")
#: Some programs drop what cannot be seen before they look at the first character.
_UNSEEN = "\0\t\n\v\f\r \u00a0\u200b\u202f\u2060\u3000\ufeff"


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
        return _text(value)
    text = f"{value:.2f}" if isinstance(value, Decimal) else f"{value:.6f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text if machine else text.replace(".", ",")


def _text(value: str) -> str:
    """The text, with an apostrophe in front where a spreadsheet might take it for a formula."""
    seen = value.lstrip(_UNSEEN)
    is_hidden = value.startswith(("\t", "\r", "\n", "\0"))
    return f"'{value}" if is_hidden or seen.startswith(_FORMULA) else value
