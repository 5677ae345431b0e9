"""From a record to an observation, together with the place it came from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from dashboard.intake.amount import Amount, amount_of
from dashboard.intake.context import Context
from dashboard.intake.figures import figures_of
from dashboard.intake.finding import Place
from dashboard.intake.record import Record
from dashboard.intake.resolve import Key, area, indicator, key_of, source_of
from dashboard.intake.rules import AmountError
from dashboard.model import Observation


@dataclass(frozen=True, slots=True)
class Placed:
    """An observation and where its value stands in the delivery; ``column`` may be empty."""

    observation: Observation
    place: Place
    column: str = ""

    @property
    def where(self) -> str:
        """File, sheet and row in words."""
        sheet = f", {self.place.sheet}" if self.place.sheet else ""
        return f"{self.place.file}{sheet}, Zeile {self.place.row}"


def observe(record: Record, context: Context) -> Placed | None:
    """The observation of a record, or None after noting everything that is wrong with it."""
    known = indicator(record, context)
    if known is None:  # without it neither period nor figures can be judged
        area(record, context)
        source_of(record, context)
        return None
    key = key_of(record, known, context)
    if key is not None:
        context.met.add((known.id, key.area, key.period.year, key.breakdown))
    figures = figures_of(record, known, context)
    if figures is None:
        return None
    try:
        amount = amount_of(figures, known, lone_counts=context.delivery.herkunft == "published")
    except AmountError as error:
        _note(error, record, context)
        return None
    return None if key is None else _placed(key, amount, record, context)


def _placed(key: Key, amount: Amount, record: Record, context: Context) -> Placed:
    role = next(
        role for role in ("wert", "betrag", "zaehler", "untergrenze", "obergrenze") if role in record.cells
    )
    observation = Observation(
        indicator=key.indicator.id,
        area=key.area,
        year=key.period.year,
        breakdown=key.breakdown,
        value=_float(amount.value),
        numerator=_float(amount.numerator),
        denominator=_float(amount.denominator),
        cents=amount.cents,
        status=amount.status,
        origin=context.delivery.herkunft,
        source=key.source,
        certainty=key.certainty,
        note=_remarks(key, amount, record),
        delivery=context.delivery.id,
        reading=key.reading,
        lower=_float(amount.lower),
        upper=_float(amount.upper),
    )
    return Placed(observation, record.place, record.column(role))


def _remarks(key: Key, amount: Amount, record: Record) -> str:
    date = key.period.key_date
    other_date = "" if key.indicator.key_date.endswith(date) else f"Stichtag {key.period.date}"
    return "; ".join(
        part for part in (record.text("anmerkung"), key.period.note, other_date, amount.note) if part
    )


def _float(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _note(error: AmountError, record: Record, context: Context) -> None:
    context.findings.error(
        record.place,
        str(error),
        column=record.column(error.role) or record.column("zaehler"),
        value=record.text(error.role),
        expectation=error.expectation,
    )
