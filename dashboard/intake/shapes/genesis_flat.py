"""The shape ``genesis-flat``: flat files of GENESIS and Regionalstatistik (2025/26).

Columns ``time``, ``n_variable_code``, ``n_variable_attribute_code``, ``value``, ``value_unit``,
``value_variable_code`` and, since 2025, ``value_q``. An empty attribute code means the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from dashboard.intake.context import Context
from dashboard.intake.files.table import Row, Table
from dashboard.intake.finding import quoted
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.columns import Mapped, indices, note_unmet, regions

_REQUIRED = ("time", "value", "value_unit", "value_variable_code")


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per row whose value, region and filters the description takes."""
    variables = [name for name in table.header if re.fullmatch(r"\d+_variable_(attribute_)?code", name)]
    optional = [name for name in ("value_q",) if name in table.header]
    where = indices(table, [*_REQUIRED, *variables, *optional], context)
    if where is None:
        return
    met: set[Mapped] = set()
    for row in table.rows:
        if _wanted(row, where, context):
            met |= _mapped(row, where, context)
            record = _record(table, row, where, context)
            yield from () if record is None else (record,)
    if met:
        note_unmet(table, {*_indicators(context), *regions(context)}, met, context)
    else:
        context.findings.error(
            table.place,
            "Keine Zeile passt zu kennzahlen, regionen und filter",
            expectation=_expected(context),
        )


def _attributes(row: Row, where: Mapping[str, int]) -> dict[str, str]:
    """Attribute code by variable code of one row."""
    found = {}
    for name, index in where.items():
        if match := re.fullmatch(r"(\d+)_variable_code", name):
            attribute = where.get(f"{match[1]}_variable_attribute_code")
            code = str(row.cells[index]).strip()
            if code and attribute is not None:
                found[code] = str(row.cells[attribute]).strip()
    return found


def _wanted(row: Row, where: Mapping[str, int], context: Context) -> bool:
    file = context.file
    if str(row.cells[where["value_variable_code"]]).strip() not in file.kennzahlen:
        return False
    attributes = _attributes(row, where)
    for variable, codes in file.filter.items():
        if attributes.get(variable) not in ((codes,) if isinstance(codes, str) else codes):
            return False
    return _region(attributes, context) is not None


def _mapped(row: Row, where: Mapping[str, int], context: Context) -> set[Mapped]:
    """What of the description this row has."""
    found = {(f"regionen.{name}", code) for name, code in _attributes(row, where).items()}
    indicator = ("kennzahlen", str(row.cells[where["value_variable_code"]]).strip())
    return {*(found & regions(context)), indicator}


def _indicators(context: Context) -> set[Mapped]:
    return {("kennzahlen", code) for code in context.file.kennzahlen}


def _region(attributes: Mapping[str, str], context: Context) -> str | None:
    found = [
        areas[attributes[variable]]
        for variable, areas in context.file.regionen.items()
        if attributes.get(variable) in areas
    ]
    return found[0] if len(found) == 1 else None


def _record(table: Table, row: Row, where: Mapping[str, int], context: Context) -> Record | None:
    attributes = _attributes(row, where)
    category = _category(table, row, attributes, context)
    if category is None:
        return None
    code = str(row.cells[where["value_variable_code"]]).strip()
    cells = {
        "kennzahl": Cell(context.file.kennzahlen[code], "value_variable_code"),
        "raum": Cell(_region(attributes, context) or "", "n_variable_attribute_code"),
        "zeitraum": Cell(row.cells[where["time"]], "time"),
        "merkmal": Cell(category, "n_variable_attribute_code"),
        "wert": Cell(row.cells[where["value"]], "value"),
    }
    quality = str(row.cells[where["value_q"]]).strip() if "value_q" in where else ""
    unit = context.file.einheit or str(row.cells[where["value_unit"]]).strip()
    return Record(table.place.at(row.number), cells, {"wert": unit}, quality)


def _category(table: Table, row: Row, attributes: Mapping[str, str], context: Context) -> str | None:
    """The breakdown category of a row, ``""`` for the total, None (and a finding) if it has none of ours."""
    categories: list[str] = []
    for variable, code in attributes.items():
        mapped = context.file.merkmale.get(variable, {})
        if variable in context.file.regionen or variable in context.file.filter and code not in mapped:
            continue
        if code and code not in mapped:
            _unmapped(table, row, variable, code, context)
            return None
        categories += [mapped[code]] if mapped.get(code) else []
    if len(categories) > 1:
        found = " und ".join(quoted(category) for category in categories)
        context.findings.error(
            table.place.at(row.number), f"Die Zeile gehört zu zwei Merkmalen zugleich: {found}",
            expectation="ein Merkmal; das andere über [datei.filter] auf Insgesamt festlegen",
        )  # fmt: skip
        return None
    return categories[0] if categories else ""


def _unmapped(table: Table, row: Row, variable: str, code: str, context: Context) -> None:
    context.findings.error(
        table.place.at(row.number),
        f"Die Ausprägung {quoted(code)} der Variablen {variable} ist weder gefiltert noch zugeordnet",
        column=f"{variable} (variable_attribute_code)",
        value=code,
        expectation=f"[datei.filter] {variable} oder [datei.merkmale.{variable}]",
    )


def _expected(context: Context) -> str:
    file = context.file
    regions = [f"{name}={code}" for name, codes in file.regionen.items() for code in codes]
    filters = [f"{variable}={codes}" for variable, codes in file.filter.items()]
    return f"value_variable_code {', '.join(file.kennzahlen)}; {', '.join([*regions, *filters])}"
