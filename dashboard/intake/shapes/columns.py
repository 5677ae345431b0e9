"""Finds the described columns in a table's header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from dashboard.intake.context import Context
from dashboard.intake.files.table import Row, Table
from dashboard.intake.finding import quoted
from dashboard.intake.record import Cell
from dashboard.intake.vocabulary import suggestion

_DELIMITERS = ";,|\t"
Mapped = tuple[str, str]  #: (table of the description, key in it)


def indices(table: Table, names: Iterable[str], context: Context) -> dict[str, int] | None:
    """Index by column name; None and a finding per missing or doubled column."""
    wanted = list(dict.fromkeys(names))
    doubtful = [name for name in wanted if table.header.count(name) != 1]
    for name in doubtful:
        _note(table, name, context)
    return None if doubtful else {name: table.header.index(name) for name in wanted}


def _note(table: Table, name: str, context: Context) -> None:
    twice = name in table.header
    found = ", ".join(quoted(column) for column in table.header[:40])
    hint = suggestion(name, table.header) or _delimiter_hint(table, context)
    context.findings.error(
        table.place.at(context.file.kopfzeile),
        f"Die Spalte {quoted(name)} {'steht mehrfach' if twice else 'fehlt'} in der Kopfzeile.{hint}",
        column=name,
        expectation=f"genau einmal; gefunden: {found}",
    )


def _delimiter_hint(table: Table, context: Context) -> str:
    if len(table.header) != 1:
        return ""
    others = [mark for mark in _DELIMITERS if mark != context.file.trennzeichen and mark in table.header[0]]
    shown = "\\t" if others == ["\t"] else "".join(others[:1])
    return f' Vielleicht ist trennzeichen = "{shown}" gemeint.' if others else ""


def fixed(context: Context) -> dict[str, Cell]:
    """The fixed values of the description as cells without a column."""
    file = context.file
    given = {
        "kennzahl": file.kennzahl, "raum": file.raum, "zeitraum": file.zeitraum, "merkmal": file.merkmal,
    }  # fmt: skip
    return {name: Cell(text) for name, text in given.items() if text}


def cells_of(row: Row, fields: Mapping[str, str], where: Mapping[str, int]) -> dict[str, Cell]:
    """The cells of a row by our field names (``fields``: field → column name)."""
    return {name: Cell(row.cells[where[column]], column) for name, column in fields.items()}


def left_out(row: Row, where: Mapping[str, int], context: Context) -> bool:
    """Whether the description says that this row's area is none of ours (``auslassen``)."""
    column = context.file.spalten.get("raum")
    return column is not None and str(row.cells[where[column]]).strip() in context.file.auslassen


def note_unmet(table: Table, told: Iterable[Mapped], met: AbstractSet[Mapped], context: Context) -> None:
    """Notes what the description maps, but no row that is taken has: a slip would lose figures silently."""
    for name, key in sorted(set(told) - met):
        context.findings.error(
            table.place,
            f"{quoted(key)} aus [datei.{name}] kommt in keiner übernommenen Zeile vor",
            value=key,
            expectation="ein Schlüssel, wie er in der Datei steht (auch führende Nullen)",
        )


def regions(context: Context) -> set[Mapped]:
    """Every key of ``[datei.regionen]`` with the name of its table."""
    return {(f"regionen.{name}", key) for name, areas in context.file.regionen.items() for key in areas}
