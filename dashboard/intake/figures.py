"""The figures of one record: every role read in the file's notation and scaled to the indicator's unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from dashboard.catalogue.models import Indicator
from dashboard.intake.context import Context
from dashboard.intake.description.fields import Role
from dashboard.intake.number import NumberError
from dashboard.intake.record import Cell, Record
from dashboard.intake.sign import Figure, Value, qualified
from dashboard.intake.unit import UnitError, count_factor, factor
from dashboard.model import Status

ROLES: tuple[Role, ...] = ("wert", "zaehler", "nenner", "betrag", "untergrenze", "obergrenze")
_COUNTS = ("zaehler", "nenner")
_TOO_LARGE = (
    Decimal(10) ** 15
)  # no count or amount of a city; in cents it still fits the database, summed too
_EXPECTED = "eine Zahl oder ein in lieferung.toml erklärtes Zeichen"


@dataclass(frozen=True, slots=True)
class Scaled:
    """A figure in the indicator's unit; ``step`` is half a unit of its last printed place."""

    number: Decimal | None
    status: Status
    note: str
    step: Decimal = Decimal(0)


Figures = Mapping[Role, Scaled]


def figures_of(record: Record, indicator: Indicator, context: Context) -> Figures | None:
    """The filled roles of a record, or None after noting every cell that is no figure."""
    found: dict[Role, Scaled] = {}
    complete = True
    for role in ROLES:
        cell = record.cells.get(role)
        if cell is None:
            continue
        try:
            figure = _figure(record, role, cell, indicator, context)
        except (NumberError, UnitError) as error:
            complete = False
            context.findings.error(
                record.place, str(error), column=cell.column, value=cell.text, expectation=_EXPECTED
            )
        else:
            found |= {} if figure is None else {role: figure}
    return found if complete else None


def _figure(record: Record, role: Role, cell: Cell, indicator: Indicator, context: Context) -> Scaled | None:
    by = _factor(role, record.units.get(role, ""), indicator)
    # „0,4 %“ in a column of fractions, or „5 €“ in one of thousands, contradict their unit
    bare = _bare(cell.value, role, indicator) if by == 1 else cell.value
    figure = context.file.notation.read(bare)
    if figure is None:
        return None
    if role == "wert":
        figure = qualified(figure, record.quality)
    return _scaled(figure, by)


def _bare(value: Value, role: Role, indicator: Indicator) -> Value:
    """Without the unit's sign behind the number: „21,9 %“ in a share, „12,50 €“ in an amount."""
    if isinstance(value, Decimal) or role in _COUNTS:
        return value
    mark = "%" if indicator.unit == "%" else "€" if indicator.kind == "euro" else ""
    return value.strip().removesuffix(mark).rstrip() if mark else value


def _factor(role: Role, unit: str, indicator: Indicator) -> Decimal:
    if role in _COUNTS and indicator.kind != "count":
        return count_factor(unit)
    return factor(unit, indicator) if unit else Decimal(1)


def _scaled(figure: Figure, by: Decimal) -> Scaled:
    if figure.number is None:
        return Scaled(None, figure.status, figure.note)
    exponent = figure.number.as_tuple().exponent
    places = exponent if isinstance(exponent, int) else 0
    scaled = figure.number * by
    if abs(scaled) >= _TOO_LARGE:
        raise NumberError("Die Zahl ist zu groß: höchstens 15 Stellen vor dem Komma")
    return Scaled(scaled, figure.status, figure.note, Decimal(5).scaleb(min(places, 0) - 1) * by)
