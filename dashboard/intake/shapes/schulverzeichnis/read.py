"""Reads a directory of schools: facilities for planning, means for publishing."""

from __future__ import annotations

from dataclasses import replace

from dashboard.intake.context import Context
from dashboard.intake.facility import Facility
from dashboard.intake.files.table import Table
from dashboard.intake.finding import quoted
from dashboard.intake.observe import Placed
from dashboard.intake.shapes.schulverzeichnis.columns import SchoolRow, damaged_numbers, school_rows
from dashboard.intake.shapes.schulverzeichnis.location import Geography, area_of, has_place
from dashboard.intake.shapes.schulverzeichnis.mean import observations
from dashboard.intake.shapes.schulverzeichnis.school import SchoolReader

__all__ = ["Geography", "read_schools"]


def read_schools(
    table: Table, context: Context, geography: Geography
) -> tuple[list[Placed], tuple[Facility, ...]]:
    """Observations of the directory and all its schools of Hamm; problems go to the context."""
    names, rows = school_rows(table, context)
    reader = SchoolReader(table.place, names, context)
    ours = [row for row in rows if reader.is_ours(row)]
    if rows and not ours:
        context.findings.error(
            table.place, "Das Verzeichnis enthält keine Schule in Hamm", expectation="05915000"
        )
    by_year: dict[int, list[Facility]] = {}
    for row in _single(ours, table, names, context):
        school, year = reader.school(row), reader.year(row)
        if school is None or year is None:
            continue
        area = area_of(row, school, table.place, geography, context)
        by_year.setdefault(year, []).append(replace(school, area=area, year=year))
    reader.repairs.report(table.place, context)
    _notices(table, ours, geography, context)
    if not by_year:
        return [], ()
    schools = tuple(school for members in by_year.values() for school in members)
    return observations(by_year, table.place, context), schools


def _single(rows: list[SchoolRow], table: Table, names: dict[str, str], context: Context) -> list[SchoolRow]:
    """The rows without those whose school was there before in the same school year, which are noted."""
    first: dict[tuple[str, str], SchoolRow] = {}
    for row in rows:
        key = (row["schuljahr"], row["schulnummer"].removesuffix(".0"))
        before = first.setdefault(key, row)
        if before is not row:
            context.findings.error(
                table.place.at(row.number),
                f"Die Schule {quoted(key[1])} steht schon in Zeile {before.number}",
                column=names["schulnummer"],
                value=key[1],
                expectation="jede Schulnummer einmal je Schuljahr",
            )
    return list(first.values())


def _notices(table: Table, ours: list[SchoolRow], geography: Geography, context: Context) -> None:
    # we neither keep nor use telephone numbers; the damage tells that the file took a detour
    if damaged := damaged_numbers(table):
        context.findings.warning(
            table.place,
            f"{damaged} Telefon- und Faxnummern sind als Kommazahlen gespeichert (führende Null verloren); "
            "sie werden nicht verwendet",
            column="Telefonnummer, Faxnummer",
            expectation="die Datei, wie IT.NRW sie liefert",
        )
    if geography.inside_city is None and any(has_place(row) for row in ours):
        context.findings.warning(
            table.place,
            "Die Koordinaten wurden nicht an den Grenzen der Stadt geprüft",
            column="Koordinaten",
            expectation="Prüfung mit Grenzen",
        )
