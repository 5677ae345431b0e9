"""CSV and other delimited text files, with exact physical line numbers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress

from dashboard.intake.description.models import FileDescription
from dashboard.intake.files.encoding import decoded
from dashboard.intake.files.table import RawRow, Table, table_of
from dashboard.intake.finding import Findings, Place

_LONGEST = 131_072  # characters of a field


def read_text(raw: bytes, file: FileDescription, findings: Findings) -> Table | None:
    """The table of a delimited text file, or None and findings."""
    place = Place(file.name)
    text = decoded(raw, file.zeichensatz, place, findings)
    if text is None:
        return None
    try:
        rows = list(_records(text, file))
    except csv.Error as error:
        _broken(text, file, str(error), findings)
        return None
    return table_of(rows, place, file, findings)


def _records(text: str, file: FileDescription) -> Iterator[RawRow]:
    """Records with the line they begin in: a quoted cell may run over several lines."""
    # titles above the header need not follow the rules of CSV; the header's line number stays exact
    stream = io.StringIO(text, newline="")
    for _ in range(file.kopfzeile - 1):
        stream.readline()
    reader = csv.reader(stream, delimiter=file.trennzeichen, strict=True)
    line = file.kopfzeile
    for cells in reader:
        if any(len(cell) > _LONGEST for cell in cells):  # csv's own limit belongs to the whole process
            raise csv.Error("field larger than the limit")
        yield line, cells
        if _is_footer(cells, file):
            return
        line = file.kopfzeile + reader.line_num


def _is_footer(cells: list[str], file: FileDescription) -> bool:
    return bool(file.footer and cells and cells[0].strip().startswith(file.footer))


def _broken(text: str, file: FileDescription, reason: str, findings: Findings) -> None:
    readable = file.kopfzeile - 1
    with suppress(csv.Error):
        for number, _ in _records(text, file):
            readable = number
    line = readable + 1  # the record after the last readable one
    too_long = "field larger" in reason
    findings.error(
        Place(file.name, line),
        f"Ein Feld ist länger als {_LONGEST // 1000} {_LONGEST % 1000:03d} Zeichen"
        if too_long
        else "Die Anführungszeichen sind nicht paarig",
        expectation='jedes Feld entweder ohne oder ganz in Anführungszeichen, innen verdoppelt ("")',
    )
