"""The shape ``genesis-klassisch``: the classic table of GENESIS and Regionaldatenbank.

Title lines, a header of several rows that names the value columns only, nameless columns with period, key
and name of the area and perhaps a breakdown, and a footer behind ``__________``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.intake.context import Context
from dashboard.intake.files.table import Row, Table
from dashboard.intake.finding import quoted
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.breit import ValueColumns
from dashboard.intake.shapes.columns import Mapped, cells_of, fixed, indices, left_out, note_unmet, regions
from dashboard.intake.sign import Value


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per row that the description takes and (Kennzahl, Zeitraum, Merkmal) of the columns."""
    file = context.file
    beside = [*file.spalten.values(), *file.filter, *file.merkmale, *file.regionen, *file.auffuellen]
    where = indices(table, [*beside, *(value.spalte for value in file.werte)], context)
    if where is None:
        return
    columns, taken, met = ValueColumns.of(file, where), 0, set[Mapped]()
    for row in _filled_down(table, where, context):
        if not left_out(row, where, context) and _wanted(row, where, context):
            taken += 1
            met |= {(f"regionen.{column}", _text(row, column, where)) for column in file.regionen}
            yield from _records(table, row, columns, context)
    if taken:
        note_unmet(table, regions(context), met, context)
    else:
        expectation = _expected(context)
        context.findings.error(
            table.place, "Keine Zeile passt zu regionen und filter", expectation=expectation
        )


def _filled_down(table: Table, where: Mapping[str, int], context: Context) -> Iterator[Row]:
    """Rows in which an empty cell of the described columns says what the row above says."""
    last: dict[int, Value] = {}
    for row in table.rows:
        cells = list(row.cells)
        for at in (where[name] for name in context.file.auffuellen):
            cells[at] = cells[at] if str(cells[at]).strip() else last.get(at, cells[at])
            last[at] = cells[at]
        yield Row(row.number, tuple(cells))


def _text(row: Row, column: str, where: Mapping[str, int]) -> str:
    return str(row.cells[where[column]]).strip()


def _wanted(row: Row, where: Mapping[str, int], context: Context) -> bool:
    for column, wanted in context.file.filter.items():
        if _text(row, column, where) not in ((wanted,) if isinstance(wanted, str) else wanted):
            return False
    return all(_text(row, column, where) in areas for column, areas in context.file.regionen.items())


def _records(table: Table, row: Row, columns: ValueColumns, context: Context) -> Iterator[Record]:
    file, where = context.file, columns.where
    category = _category(table, row, where, context)
    if category is None:
        return
    shared = fixed(context) | cells_of(row, file.spalten, where)
    for column, areas in file.regionen.items():
        shared["raum"] = Cell(areas[_text(row, column, where)], column)
    for record in columns.records(table, row, shared | ({"merkmal": category} if category.text else {})):
        named = record.text("merkmal")
        if category.text and named != category.text:
            _twice(table, row, (category.text, named), context)
            return
        yield record


def _category(table: Table, row: Row, where: Mapping[str, int], context: Context) -> Cell | None:
    """The breakdown category beside the columns, empty for the total; None and a finding if it has none."""
    found: list[Cell] = []
    for column, mapped in context.file.merkmale.items():
        text = _text(row, column, where)
        if text not in mapped:
            if column in context.file.filter:
                continue
            _unmapped(table, row, column, text, context)
            return None
        found += [Cell(mapped[text], column)] if mapped[text] else []
    if len(found) > 1:
        _twice(table, row, tuple(cell.text for cell in found), context)
        return None
    return found[0] if found else Cell("")


def _twice(table: Table, row: Row, categories: tuple[str, ...], context: Context) -> None:
    found = " und ".join(quoted(category) for category in categories)
    context.findings.error(
        table.place.at(row.number), f"Die Zeile gehört zu zwei Merkmalen zugleich: {found}",
        expectation="ein Merkmal; das andere über [datei.filter] auf Insgesamt festlegen",
    )  # fmt: skip


def _unmapped(table: Table, row: Row, column: str, text: str, context: Context) -> None:
    context.findings.error(
        table.place.at(row.number),
        f"Die Ausprägung {quoted(text)} ist weder gefiltert noch zugeordnet",
        column=column,
        value=text,
        expectation=f'[datei.filter] oder [datei.merkmale."{column}"]',
    )


def _expected(context: Context) -> str:
    file = context.file
    regions = [f"{column} {code}" for column, codes in file.regionen.items() for code in codes]
    filters = [f"{column} {text}" for column, text in file.filter.items()]
    return "; ".join([*regions, *filters]) or "mindestens eine Datenzeile"
