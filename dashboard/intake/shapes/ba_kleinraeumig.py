"""The shape ``ba-kleinraeumig``: „Arbeitsmarktdaten in kleinräumiger Gliederung“ of the Bundesagentur.

Month of the report, key of the municipality, nine-digit key of the city's own division, its name, then one
column per figure; rows of sums have ``SUM`` in their key; ``*`` hides a small figure. No genuine file was at
hand: columns are taken by their place unless the description names them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.intake.context import Context
from dashboard.intake.description.fitting import BA_FIELDS
from dashboard.intake.files.table import Row, Table
from dashboard.intake.finding import quoted
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.breit import ValueColumns
from dashboard.intake.shapes.columns import fixed, indices
from dashboard.model import CITY

_MONTH, _MUNICIPALITY, _KEY = BA_FIELDS
_WHOLE_CITY: Final = "SUMSUMSUM"
_MONTHS: Final = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
_Y, _M = r"(?P<year>[0-9]{4})", r"(?P<month>0?[1-9]|1[0-2])"
_WRITTEN: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_Y}(?P<month>0[1-9]|1[0-2])", rf"{_Y}-{_M}(-[0-9]{{2}})?", rf"([0-9]{{1,2}}\.)?{_M}[./]{_Y}",
        rf"(?P<name>[A-Za-zä]+)\.?\s+{_Y}",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Columns:
    """The names of the three columns in front, and the value columns."""

    names: Mapping[str, str]
    values: ValueColumns

    def text(self, row: Row, field: str) -> str:
        return str(row.cells[self.values.where[self.names[field]]]).strip()


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per row with a mapped key and (Kennzahl, Zeitraum, Merkmal) of the described columns."""
    file = context.file
    by_place = zip(BA_FIELDS, table.header, strict=False)
    names = {field: file.spalten.get(field, name) for field, name in by_place}
    where = indices(table, [*names.values(), *(value.spalte for value in file.werte)], context)
    if where is None or len(names) < len(BA_FIELDS):
        return
    columns = _Columns(names, ValueColumns.of(file, where))
    areas = {_key(key): area for key, area in file.regionen[_KEY].items()}
    met: set[str] = set()
    for row in table.rows:
        key = _key(columns.text(row, _KEY))
        met.add(key)
        if key in areas and _of_wanted_month(row, columns, context):
            yield from _records(table, row, columns, areas[key], context)
    _note_missing(table, areas, met, context)


def month(text: str) -> str:
    """``12/2024`` for a month written as 202412, 2024-12-31, 31.12.2024, 12.2024 or Dezember 2024.

    What is no month stays as it is.
    """
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(text.strip()):
            parts = found.groupdict()
            name = (parts.get("name") or "")[:3].casefold()
            if name and name not in _MONTHS:
                return text
            number = _MONTHS.index(name) + 1 if name else int(parts["month"])
            return f"{number:02d}/{parts['year']}"
    return text


def _key(text: str) -> str:
    """Nine places: a workbook that takes a key for a number drops its leading zeros."""
    return text.strip().zfill(9) if text.strip().isdecimal() else text.strip().upper()


def _of_wanted_month(row: Row, columns: _Columns, context: Context) -> bool:
    wanted = context.file.filter.get("zeitraum")
    if wanted is None:
        return True
    months = (wanted,) if isinstance(wanted, str) else wanted
    return month(columns.text(row, _MONTH)) in {month(text) for text in months}


def _records(table: Table, row: Row, columns: _Columns, area: str, context: Context) -> Iterator[Record]:
    if not _of_this_city(table, row, columns, context):
        return
    cells = {
        "raum": Cell(area, columns.names[_KEY]),
        "zeitraum": Cell(month(columns.text(row, _MONTH)), columns.names[_MONTH]),
    }
    yield from columns.values.records(table, row, cells | fixed(context))


def _of_this_city(table: Table, row: Row, columns: _Columns, context: Context) -> bool:
    found, city = columns.text(row, _MUNICIPALITY), context.catalogue.areas[CITY]
    if not found and columns.text(row, _KEY).upper().endswith("SUM"):
        return True
    if found.zfill(8) == city.key:
        return True
    context.findings.error(
        table.place.at(row.number),
        f"Die Zeile gehört nicht zur Gemeinde {quoted(city.name)}",
        column=columns.names[_MUNICIPALITY],
        value=found,
        expectation=city.key,
    )
    return False


def _note_missing(table: Table, areas: Mapping[str, str], met: set[str], context: Context) -> None:
    """A mapped key that is nowhere is a slip; a sum of the city that nobody takes must be known."""
    for key in sorted(set(areas) - met):
        context.findings.error(
            table.place,
            f"Der Schlüssel {quoted(key)} aus [datei.regionen.{_KEY}] kommt in der Datei nicht vor",
            value=key,
            expectation="ein Schlüssel der Gebietsgliederung in der Datei",
        )
    if _WHOLE_CITY in met and CITY not in areas.values():
        context.findings.warning(
            table.place,
            f"Die Summenzeile {_WHOLE_CITY} ist nicht zugeordnet: Der Stadtwert wäre sonst die Summe der "
            "Räume, ohne Personen, die keinem Raum zugeordnet sind",
            value=_WHOLE_CITY,
            expectation=f'[datei.regionen.{_KEY}] {_WHOLE_CITY} = "{CITY}"',
        )
