"""What a record's texts mean in the catalogue. Unknown words are errors; near names are suggested."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from dashboard.catalogue.models import Area, Indicator
from dashboard.intake.context import Context
from dashboard.intake.finding import quoted
from dashboard.intake.period import EXPECTED, Period, PeriodError, parse_period
from dashboard.intake.record import Record
from dashboard.intake.vocabulary import suggestion
from dashboard.model import TOTAL, Certainty

_TOTAL_WORDS = {"", "insgesamt", "gesamt", "zusammen", "alle"}


@dataclass(frozen=True, slots=True)
class Key:
    """Which cell of which table a record is: everything but the figures."""

    indicator: Indicator
    area: str
    period: Period
    breakdown: str
    source: str
    certainty: Certainty
    reading: int


def key_of(record: Record, found: Indicator, context: Context) -> Key | None:
    """The record's meaning, or None after noting every word that has none."""
    found_area, source = area(record, context), source_of(record, context)
    certainty, reading = certainty_of(record, context), reading_of(record, context)
    span, category = period(record, found, context), breakdown(record, found, context)
    if found_area is None or source is None or certainty is None or reading is None:
        return None
    if span is None or category is None:
        return None
    return Key(found, found_area.id, span, category, source, certainty, reading)


def indicator(record: Record, context: Context) -> Indicator | None:
    """The indicator of the field ``kennzahl``: its id or title."""
    text = record.text("kennzahl")
    indicators = context.catalogue.indicators
    if text in indicators:
        return indicators[text]
    named = [each for each in indicators.values() if text.casefold() in (each.title.casefold(), each.id)]
    if len(named) == 1:
        return named[0]
    names = [*indicators, *(each.title for each in indicators.values())]
    message = f"Unbekannte Kennzahl {quoted(text)}.{suggestion(text, names)}"
    _error(record, "kennzahl", message, "eine Kennzahl des Katalogs", context)
    return None


def area(record: Record, context: Context) -> Area | None:
    """The area of the field ``raum``; a name of both partitions needs ``ebene``."""
    delivered = record.text("raum")
    text = context.file.raeume.get(delivered, delivered)
    described = text != delivered or not record.column("raum") or bool(context.file.regionen)
    if described and text in context.catalogue.areas:  # in lieferung.toml an id means itself
        return context.catalogue.areas[text]
    resolve = context.catalogue.resolve_area
    if context.file.ebene is not None:
        found = [resolve(text, context.file.ebene)]
    else:
        found = [resolve(text, "sozialraum"), resolve(text, "stadtbezirk")]
    meant = {each.id: each for each in found if each is not None}
    if len(meant) == 1:
        return next(iter(meant.values()))
    if not meant:
        _unknown_area(record, text, context)
        return None
    message = f"{quoted(text)} ist Sozialraum und Stadtbezirk"
    _error(record, "raum", message, 'in lieferung.toml ebene = "sozialraum" oder "stadtbezirk"', context)
    return None


def _unknown_area(record: Record, text: str, context: Context) -> None:
    areas = context.catalogue.areas.values()
    names = [name for each in areas for name in (each.name, each.short_name, each.id, *each.aliases)]
    message = f"Unbekannter Raum {quoted(text)}.{suggestion(text, names)}"
    _error(record, "raum", message, "ein Raum des Katalogs", context)


def period(record: Record, indicator: Indicator, context: Context) -> Period | None:
    """The period of the field ``zeitraum``, fitting the indicator's kind, validity and the receipt date."""
    text = record.text("zeitraum")
    try:
        found = parse_period(text, indicator.period)
    except PeriodError as error:
        _error(record, "zeitraum", str(error), EXPECTED[indicator.period], context)
        return None
    first, last = indicator.valid_from, indicator.valid_until
    if (first is not None and found.year < first) or (last is not None and found.year > last):
        message = f"Die Kennzahl {quoted(indicator.title)} gilt in diesem Zeitraum nicht"
        _error(record, "zeitraum", message, f"von {first or '…'} bis {last or '…'}", context)
        return None
    _notice_period(record, found, indicator, context)
    return found


def _notice_period(record: Record, found: Period, indicator: Indicator, context: Context) -> None:
    received = context.delivery.eingegangen
    expectation = ""
    if found.year > received.year:
        message = f"Der Zeitraum liegt nach dem Eingang der Lieferung ({received:%d.%m.%Y})"
    elif not indicator.key_date.endswith(found.key_date):
        message = "Der Stichtag ist ein anderer als der der Kennzahl"
        expectation = indicator.key_date
    else:
        return
    column, text = record.column("zeitraum"), record.text("zeitraum")
    once = record.place.at(None)  # one notice per period, not per row
    context.findings.warning(
        once, f"{quoted(indicator.title)}: {message}", column=column, value=text, expectation=expectation
    )


def breakdown(record: Record, indicator: Indicator, context: Context) -> str | None:
    """The category id of the field ``merkmal``; empty or „insgesamt“ is the total."""
    text = record.text("merkmal")
    if text.casefold() in _TOTAL_WORDS:
        return TOTAL
    categories = [category for dimension in indicator.breakdowns for category in dimension.categories]
    for category in categories:
        if text == category.id or text.casefold() == category.title.casefold():
            return category.id
    names = [name for category in categories for name in (category.id, category.title)]
    message = f"{quoted(indicator.title)} hat kein Merkmal {quoted(text)}.{suggestion(text, names)}"
    known = ", ".join(category.id for category in categories) or "keine Merkmale"
    _error(record, "merkmal", message, known, context)
    return None


def source_of(record: Record, context: Context) -> str | None:
    """The source id of the row, or the delivery's."""
    text = record.text("quelle") or context.delivery.quelle
    if text in context.catalogue.sources:
        return text
    if not text:
        _error(record, "quelle", "Die Quelle fehlt", "quelle in lieferung.toml oder je Zeile", context)
        return None
    message = f"Unbekannte Quelle {quoted(text)}.{suggestion(text, context.catalogue.sources)}"
    _error(record, "quelle", message, "eine Quelle des Katalogs", context)
    return None


def certainty_of(record: Record, context: Context) -> Certainty | None:
    """The field ``sicherheit``: hoch (default), mittel or niedrig."""
    text = record.text("sicherheit").casefold() or "hoch"
    known: tuple[Certainty, ...] = get_args(Certainty)
    for word in known:
        if text == word:
            return word
    _error(record, "sicherheit", "Unbekannte Angabe zur Sicherheit", ", ".join(known), context)
    return None


def reading_of(record: Record, context: Context) -> int | None:
    """The field ``lesart``: 0 (default) is the reading that is shown."""
    text = record.text("lesart") or "0"
    if text in tuple("0123456789"):
        return int(text)
    _error(record, "lesart", "Die Lesart ist keine Ziffer", "0 bis 9", context)
    return None


def _error(record: Record, field: str, message: str, expectation: str, context: Context) -> None:
    column, value = record.column(field), record.text(field)
    # what lieferung.toml says for the whole file is wrong once, not in every row
    place = record.place if column else record.place.at(None)
    context.findings.error(place, message, column=column, value=value, expectation=expectation)
