"""Reads transitions per primary school: every row is right, or the delivery is refused with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dashboard.catalogue.models import Indicator
from dashboard.intake.context import Context
from dashboard.intake.facility import Facility, Transition
from dashboard.intake.files.table import Table
from dashboard.intake.finding import quoted
from dashboard.intake.number import NumberError
from dashboard.intake.record import Record
from dashboard.intake.resolve import period, source_of
from dashboard.intake.shapes.uebergaenge_schulen.columns import records
from dashboard.intake.shapes.uebergaenge_schulen.notices import notices
from dashboard.intake.shapes.uebergaenge_schulen.schools import Register
from dashboard.intake.shapes.uebergaenge_schulen.words import form_of, note, recommendation_of

_WHOLE = "eine ganze Zahl, 0 oder mehr"
_NO_SCHOOLS = (
    "Es ist keine Grundschule bekannt: Übergänge je Schule brauchen ein Schulverzeichnis, "
    "in dieser oder einer anderen Lieferung"
)
_PUBLISHED = "Zahlen einzelner Schulen sind keine veröffentlichten Angaben; sie bleiben geschützt"
_Key = tuple[str, int, str, str | None]


def read_transitions(
    table: Table, context: Context, schools: Iterable[Facility], before: Sequence[Transition] = ()
) -> list[Transition]:
    """The transitions of one file; problems go to the context.

    ``schools``: all that are known, of any form. ``before``: of other files of the delivery.
    """
    register = Register(schools)
    if context.delivery.herkunft != "delivered":
        context.findings.error(table.place, _PUBLISHED, expectation='herkunft = "delivered"')
        return []
    if not register.primary:
        expected = 'eine Datei mit form = "schulverzeichnis"'
        context.findings.error(table.place, _NO_SCHOOLS, expectation=expected)
        return []
    found: list[Transition] = []
    first: dict[_Key, Record | None] = {_key(one): None for one in before}
    for record in records(table, context):
        one = _transition(record, register, context)
        if one is not None and _is_new(one, record, first, context):
            found.append(one)
    if not context.findings.has_errors:
        notices(found, register, table.place, context)
    return found


def _transition(record: Record, register: Register, context: Context) -> Transition | None:
    """One row read; everything that is wrong with it is noted, not only the first thing."""
    school, form = register.find(record, context), form_of(record, context)
    source, children = source_of(record, context), _children(record, context)
    told = "empfehlung" in record.cells
    recommended = recommendation_of(record, context) if told else None
    year = _year(record, form, context)
    if school is None or form is None or source is None or children is None or year is None:
        return None
    if told and recommended is None:
        return None
    return Transition(school, year, form.id, children, recommended, source)


def _year(record: Record, form: Indicator | None, context: Context) -> int | None:
    """The year of a form's row; without a form there is no period to judge by."""
    found = period(record, form, context) if form is not None else None
    return None if found is None else found.year


def _children(record: Record, context: Context) -> int | None:
    """The number of children: signs and empty cells are refused, nothing may be missing from a sum."""
    try:
        figure = context.file.notation.read(record.cells["anzahl"].value)
    except NumberError as error:
        note(record, "anzahl", str(error), _WHOLE, context)
        return None
    if figure is None or figure.number is None:
        message = "Die Zahl der Kinder fehlt; kleine Zahlen werden erst im Datenstand geschützt"
        note(record, "anzahl", message, _WHOLE, context)
        return None
    if figure.number < 0:
        note(record, "anzahl", "Die Zahl der Kinder ist negativ", _WHOLE, context)
        return None
    if figure.number != figure.number.to_integral_value():
        note(record, "anzahl", "Eine Anzahl von Kindern hat keine Nachkommastellen", _WHOLE, context)
        return None
    return int(figure.number)


def _key(one: Transition) -> _Key:
    return one.school.number, one.year, one.form, one.recommended


def _is_new(one: Transition, record: Record, first: dict[_Key, Record | None], context: Context) -> bool:
    """Whether nobody gave this cell before; the second row is an error that names the first."""
    before = first.setdefault(_key(one), record)
    if before is record:
        return True
    where = "einer anderen Datei der Lieferung" if before is None else f"Zeile {before.place.row}"
    told = f", Empfehlung {quoted(record.text('empfehlung'))}" if one.recommended is not None else ""
    cell = f"{one.school.name}, {record.text('zeitraum')}, {record.text('schulform')}{told}"
    expected = f"jede Schule je Schuljahr und Schulform{' und Empfehlung' if told else ''} einmal"
    note(record, "schule", f"Dieselbe Angabe ({cell}) steht schon in {where}", expected, context)
    return False
