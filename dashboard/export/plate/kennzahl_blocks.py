"""The pictures and lists of an indicator's plate."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.display import CityLine
from dashboard.export.plate.courses import courses, gaps
from dashboard.export.plate.parts import Block, Line, Listing, Picture
from dashboard.export.plate.ranked import ranked, rows_of
from dashboard.export.plate.slopes import slopes
from dashboard.export.plate.words import CITY_NAME
from dashboard.figures import strip
from dashboard.figures.runs import at_year

_SUMS = ("count", "euro")
_NO_CITY = CityLine(None, None, None, "", "")
_UNITS = {"Punkte": "Punkten", "€": "Euro", "%": "Prozent"}
_DIAMOND = " (Raute: veröffentlichter Wert)"


def developing(answer: KennzahlAnswer) -> tuple[Block, ...]:
    """The line over time, and the areas in the shown period; nothing without any value."""
    return (*_over_time(answer), *_areas(answer))


def _over_time(answer: KennzahlAnswer) -> Iterator[Block]:
    card = answer.developing
    if card.drawn:
        title = f"{card.title}{_DIAMOND if card.history.published else ''}"
        yield Picture(courses(card.history), card.description, title, 1.7)


def _areas(answer: KennzahlAnswer) -> Iterator[Block]:
    if not any(area.value is not None for area in answer.areas):
        return
    card, city = answer.developing, _city(answer)
    limits = strip.domain(answer.areas, city)
    drawn = ranked(rows_of(answer.areas), limits, city=city, unit=answer.indicator.unit)
    alt = f"{card.list_title}: {'; '.join(f'{area.name} {area.text}' for area in answer.areas)}"
    yield Picture(drawn, alt, card.list_title)


def _city(answer: KennzahlAnswer) -> CityLine:
    """The city in the shown period, where it is drawn beside its areas; a sum of them is not."""
    if answer.indicator.kind in _SUMS:
        return _NO_CITY
    shown = next((entry for entry in answer.developing.entries if not entry.href), None)
    history = answer.developing.history
    last = at_year(history.city.points, history.years[-1]) if history.years else None
    if shown is None or last is None or last.text != shown.text:
        return _NO_CITY
    return CityLine(last.value, last.lower, last.upper, last.text, f"{CITY_NAME} {last.text}")


def apart(answer: KennzahlAnswer) -> tuple[Block, ...]:
    """The gap over time before its band of chance, and the measures of the latest period."""
    card = answer.apart
    title = f"Höchster minus niedrigster Wert, in {_UNITS.get(card.unit_label, card.unit_label)}"
    picture = Picture(gaps(card.points, card.breaks), card.description, title, 1.7)
    lines = tuple(Line((name, value)) for name, value, _ in card.measures)
    return (picture, Listing(("Maß der Ungleichheit", "Wert"), lines)) if lines else (picture,)


def between(answer: KennzahlAnswer) -> tuple[Block, ...]:
    """Two periods side by side."""
    card = answer.between
    drawn = slopes(card.rows, card.first_label, card.last_label, card.change_label)
    return (Picture(drawn, card.description, f"{card.first_label} und {card.last_label}"),)


def without_values(answer: KennzahlAnswer) -> tuple[Block, ...]:
    """What is known all the same: published figures, and what will be counted."""
    found = tuple(_published(answer))
    lines = tuple(Line(pair) for pair in answer.known.definition)
    definition = Listing(("", "Was gezählt wird"), lines, text_columns=2)
    return (*found, definition) if lines else found


def _published(answer: KennzahlAnswer) -> Iterator[Block]:
    lines = tuple(Line((one.place, one.period, one.text)) for one in answer.published)
    if lines:
        yield Listing(("Veröffentlicht", "Zeitraum", "Wert"), lines, text_columns=2)
