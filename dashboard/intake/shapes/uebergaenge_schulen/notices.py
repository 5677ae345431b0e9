"""What somebody has to look at in transitions per school that are right row by row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.catalogue.models import Indicator
from dashboard.intake.context import Context
from dashboard.intake.facility import Facility, Transition
from dashboard.intake.finding import Place
from dashboard.intake.shapes.uebergaenge_schulen.schools import Register
from dashboard.intake.shapes.uebergaenge_schulen.words import forms

_NAMED = 10  # so many names in one message


def notices(found: Sequence[Transition], register: Register, place: Place, context: Context) -> None:
    """Warnings about schools and rows that are not there; invented schools outside an example."""
    for year in sorted({one.year for one in found}):
        of_year = [one for one in found if one.year == year]
        _missing_schools(of_year, register, place, context)
        _missing_rows(of_year, valid_forms(context, year), place, context)
    _places(found, place, context)
    if any(one.school.invented for one in found) and not context.delivery.beispiel:
        context.findings.warning(
            place,
            "Die Schulen sind die erfundenen der Beispieldaten",
            value="kein Schulverzeichnis",
            expectation="ein geliefertes Schulverzeichnis; bis dahin sagt die Lieferung nichts über Hamm",
        )


def valid_forms(context: Context, year: int) -> tuple[Indicator, ...]:
    """The forms that exist in a year."""
    return tuple(
        form
        for form in forms(context.catalogue)
        if (form.valid_from or year) <= year <= (form.valid_until or year)
    )


def school_year(year: int) -> str:
    """ "2024/25"."""
    return f"{year}/{(year + 1) % 100:02d}"


def _missing_schools(
    of_year: Sequence[Transition], register: Register, place: Place, context: Context
) -> None:
    year, there = of_year[0].year, {one.school.number for one in of_year}
    known = register.primary
    gone = [school for school in known if school.number not in there]
    if gone:
        context.findings.warning(
            place,
            f"{school_year(year)}: Es fehlen {_several(gone)}; "
            "der Index gilt nur für die gelieferten Schulen",
            value=f"{len(known) - len(gone)} von {len(known)} Grundschulen",
            expectation=f"alle {len(known)} Grundschulen aus: {register.title}",
        )


def _missing_rows(
    of_year: Sequence[Transition], valid: Sequence[Indicator], place: Place, context: Context
) -> None:
    year, there = of_year[0].year, {(one.school.number, one.form) for one in of_year}
    schools = {one.school.number: one.school for one in of_year}
    gone = [
        (school, form)
        for school in schools.values()
        for form in valid
        if (school.number, form.id) not in there
    ]
    if gone:
        school, form = gone[0]
        context.findings.warning(
            place,
            f"{school_year(year)}: Für {len(gone)} Paare aus Schule und Schulform gibt es keine Zeile, zum "
            f"Beispiel {school.name}, {form.short_title}; sie gelten als 0",
            value=f"{len(there)} Paare",
            expectation=f"{len(schools)} Schulen mal {len(valid)} Schulformen, auch die mit 0 Kindern",
        )


def _places(found: Iterable[Transition], place: Place, context: Context) -> None:
    schools = {one.school.number: one.school for one in found if one.school.area is None}
    if schools:
        context.findings.warning(
            place,
            f"Ohne Lage im Schulverzeichnis: {_several(list(schools.values()))}; sie zählen zur Stadt, "
            "aber zu keinem Sozialraum",
            value=f"{len(schools)} Schulen",
            expectation="Koordinaten im Schulverzeichnis",
        )


def _several(schools: Sequence[Facility]) -> str:
    names = [f"{school.name} ({school.number})" for school in schools[:_NAMED]]
    return ", ".join(names) + (f" und {len(schools) - _NAMED} weitere" if len(schools) > _NAMED else "")
