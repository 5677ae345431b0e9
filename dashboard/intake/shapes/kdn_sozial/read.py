"""Reads the export: rows into groups, groups into records of the catalogue's indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from dashboard.intake.context import Context
from dashboard.intake.files.table import Table
from dashboard.intake.finding import quoted
from dashboard.intake.number import NumberError, format_number
from dashboard.intake.period import Period, PeriodError, parse_period
from dashboard.intake.record import Cell, Record
from dashboard.intake.shapes.columns import indices
from dashboard.intake.shapes.kdn_sozial.columns import ExportRow, names_of
from dashboard.intake.shapes.kdn_sozial.features import ONLY_TOTAL, WITHOUT_ANSWER, features
from dashboard.intake.shapes.kdn_sozial.persons import has_personal_columns, has_single_people
from dashboard.intake.shapes.kdn_sozial.tables import Group, Part, Totals, used
from dashboard.intake.vocabulary import suggestion

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}")
_MIDNIGHT = " 00:00:00"  # what some programs add to a date
_Key = tuple[str, str, str]


def read(table: Table, context: Context) -> Iterator[Record]:
    """One record per indicator, category, area and period; none if the file is about single people."""
    names = names_of(table, context)
    if has_personal_columns(table, frozenset(names.values()), context):
        return
    where = indices(table, names.values(), context)
    if where is None:
        return
    rows = [ExportRow(row, names, where) for row in table.rows]
    kept = [row for row in rows if row["raum"] not in context.file.auslassen]
    if has_single_people(kept, names, table, context):
        return
    totals = Totals(table, names, context)
    groups = _groups(kept, totals, context)
    seen = used(groups)
    wholes: dict[_Key, Group] = {}
    for group in groups:
        if totals.agree(group, seen[group.name]):
            yield from _records(group, table, totals, wholes, context)


def _groups(rows: list[ExportRow], totals: Totals, context: Context) -> list[Group]:
    """Rows by period, area and feature; what cannot be read is noted and left out."""
    known = features(context.file)
    found: dict[_Key, list[Part]] = {}
    for row in rows:
        feature = known.get(row["merkmal"])
        if feature is None or row["auspraegung"] not in feature.categories:
            field = "merkmal" if feature is None else "auspraegung"
            words = known if feature is None else feature.categories
            message = f"Unbekannt: {quoted(row[field])}.{suggestion(row[field], words)}"
            totals.note(row, field, message, ", ".join(word or "(leer)" for word in words))
            continue
        part = _part(row, feature.categories[row["auspraegung"]], totals)
        if part is not None:
            found.setdefault((row["zeitraum"], row["raum"], row["merkmal"]), []).append(part)
    return [Group(key[2], known[key[2]], tuple(parts)) for key, parts in found.items()]


def _part(row: ExportRow, category: str, totals: Totals) -> Part | None:
    numbers: list[Decimal | None] = []
    for field in ("anzahl", "gesamt"):
        try:
            numbers.append(totals.number(row, field))
        except NumberError as error:
            totals.note(row, field, str(error), "eine Zahl oder ein in lieferung.toml erklärtes Zeichen")
    return Part(row, category, numbers[0], numbers[1]) if len(numbers) == 2 else None


def _records(
    group: Group, table: Table, totals: Totals, wholes: dict[_Key, Group], context: Context
) -> Iterator[Record]:
    """A share: counted of those with an answer. A count: the categories, and once the total itself."""
    indicator = context.catalogue.indicators.get(group.feature.indicator)
    counted = indicator is not None and indicator.kind == "count"
    shared = _shared(group, yearly=indicator is not None and indicator.period == "year")
    for category in dict.fromkeys(part.category for part in group.parts):
        if category not in (ONLY_TOTAL, WITHOUT_ANSWER):
            parts = [part for part in group.parts if part.category == category]
            cells = {**shared, "merkmal": Cell(category, parts[0].row.cell("auspraegung").column)}
            cells["wert" if counted else "zaehler"] = _added(parts)
            if not counted:
                cells["nenner"] = _answered(group)
            yield Record(table.place.at(parts[0].row.number), cells)
    if counted and _is_first(group, totals, wholes):
        yield Record(table.place.at(group.first.number), {**shared, "wert": group.first.cell("gesamt")})


def _shared(group: Group, *, yearly: bool) -> dict[str, Cell]:
    """Indicator, area and period; of an indicator per year a key date is kept as a remark."""
    period = group.first.cell("zeitraum")
    cells = {"kennzahl": Cell(group.feature.indicator), "raum": group.first.cell("raum"), "zeitraum": period}
    day = _key_date(period.text) if yearly else None
    if day is not None:
        cells["zeitraum"] = Cell(str(day.year), period.column)
        cells["anmerkung"] = Cell(f"Stichtag {day.date}", period.column)
    return cells


def _key_date(text: str) -> Period | None:
    """The day that stands in place of a year; None for anything else, which is then no year either."""
    day = text.removesuffix(_MIDNIGHT)
    if _DAY.fullmatch(day) is None:
        return None
    try:
        return parse_period(day, "key_date")
    except PeriodError:  # not in the calendar
        return None


def _added(parts: list[Part]) -> Cell:
    """The counts together; a sign in place of one of them stands for all."""
    sign = next((part for part in parts if part.count is None), None)
    if sign is not None or len(parts) == 1:
        return (sign or parts[0]).row.cell("anzahl")
    known = [part.count for part in parts if part.count is not None]
    return Cell(sum(known, Decimal(0)), parts[0].row.cell("anzahl").column)


def _answered(group: Group) -> Cell:
    """The total without those who gave no answer; a sign where one of both numbers is a sign."""
    whole, cell = group.parts[0].whole, group.first.cell("gesamt")
    silent = [part for part in group.parts if part.category == WITHOUT_ANSWER]
    if whole is None or not silent:
        return cell
    counts = [part.count for part in silent if part.count is not None]
    if len(counts) < len(silent):
        return silent[0].row.cell("anzahl")
    return Cell(whole - sum(counts, Decimal(0)), cell.column)


def _is_first(group: Group, totals: Totals, wholes: dict[_Key, Group]) -> bool:
    """Whether nobody gave this total yet; another total for the same people is an error."""
    key = (group.feature.indicator, group.first["raum"], group.first["zeitraum"])
    before = wholes.setdefault(key, group)
    if before is not group and before.parts[0].whole != group.parts[0].whole:
        message = (
            f"{group.name}, {key[1]}, {key[2]}: Das Gesamt ist ein anderes als beim Merkmal "
            f"{quoted(before.name)} (Zeile {before.first.number})"
        )
        expected = format_number(before.parts[0].whole or Decimal(0))
        totals.note(group.first, "gesamt", message, expected)
    return before is group
