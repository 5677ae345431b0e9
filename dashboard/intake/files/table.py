"""A table as it stands in a file: a header and rows with their physical row numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.intake.description.models import FileDescription
from dashboard.intake.files.header import column_names
from dashboard.intake.finding import Findings, Place, quoted
from dashboard.intake.sign import Value


@dataclass(frozen=True, slots=True)
class Row:
    """One physical row; ``cells`` has exactly as many entries as the header."""

    number: int
    cells: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Header and data rows of one file or sheet, empty rows and the footer left out."""

    place: Place
    header: tuple[str, ...]
    rows: tuple[Row, ...]


RawRow = tuple[int, Sequence[Value]]


def table_of(raw: Iterable[RawRow], place: Place, file: FileDescription, findings: Findings) -> Table | None:
    """The table that starts at ``kopfzeile`` and ends before its footer; None if there is none."""
    filled = [(number, cells) for number, cells in raw if any(str(cell).strip() for cell in cells)]
    if not filled:
        findings.error(place, "Die Datei enthält keine Zeilen", expectation="Kopfzeile und Datenzeilen")
        return None
    if all(number != file.kopfzeile for number, _ in filled):
        findings.error(
            place.at(file.kopfzeile),
            f"In Zeile {file.kopfzeile} beginnt keine Kopfzeile",
            expectation=f"Spaltennamen; die erste gefüllte Zeile ist Zeile {filled[0][0]}",
        )
        return None
    last = file.kopfzeile + file.kopfzeilen - 1
    header = [cells for number, cells in filled if file.kopfzeile <= number <= last]
    body = _without_footer([row for row in filled if row[0] > last], file.footer)
    if not body:
        findings.error(place.at(last), "Nach der Kopfzeile folgt keine Datenzeile")
        return None
    names = column_names(header, file)
    rows = [_row(number, cells, len(names), place, findings) for number, cells in body]
    return Table(place, names, tuple(row for row in rows if row is not None))


def _without_footer(rows: list[RawRow], mark: str) -> list[RawRow]:
    if not mark:
        return rows
    end = next((i for i, (_, cells) in enumerate(rows) if str(cells[0]).strip().startswith(mark)), len(rows))
    return rows[:end]


def _row(number: int, cells: Sequence[Value], width: int, place: Place, findings: Findings) -> Row | None:
    surplus = [cell for cell in cells[width:] if str(cell).strip()]
    if len(cells) >= width and not surplus:
        return Row(number, tuple(cells[:width]))
    findings.error(
        place.at(number),
        "Die Zeile hat eine andere Zahl von Feldern als die Kopfzeile"
        + (f"; überzählig: {quoted(surplus[0])}" if surplus else ""),
        value=len(cells),
        expectation=f"{width} Felder",
    )
    return None
