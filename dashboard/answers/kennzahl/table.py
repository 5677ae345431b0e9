"""The table behind the big picture: its equal in text, one row per period."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from dashboard.answers.areas import interval_text, value_text
from dashboard.answers.kennzahl.pooled import is_pooled, span
from dashboard.answers.parts import Table
from dashboard.answers.question import Question
from dashboard.catalogue.models import Area
from dashboard.model import CITY
from dashboard.store.facts import Fact
from dashboard.wording import periods, signs
from dashboard.wording.numbers import number

Cell = Callable[[Fact | None], str]
Column = tuple[tuple[str, str], str, dict[int, Fact], Cell]  # what of which area, title, facts, how printed


def table(question: Question) -> Table:
    """The focused area in detail (value, interval, counts, comparison), then city and the others."""
    areas = question.line.areas if question.line.has_areas else ()
    focus = next((area for area in areas if area.id == question.view.raum), question.catalogue.city)
    others = tuple(area for area in areas if area is not focus)
    columns = [*_detailed(focus, question), *_plain(question, focus, others)]
    kept = question.line.part
    labels = kept("labels", lambda: tuple(_label(year, question) for year in _years(question)))
    cells = [kept(("column", key), partial(_cells, facts, cell, _years(question)))
             for key, _, facts, cell in columns]  # fmt: skip
    rows = zip(labels, *cells, strict=True)
    caption = f"{question.indicator.title} nach Zeitraum; neueste zuerst"
    return Table(caption, ("Zeitraum", *(name for _, name, _, _ in columns)), tuple(rows))


def _years(question: Question) -> tuple[int, ...]:
    return question.line.years[::-1]


def _cells(facts: dict[int, Fact], cell: Cell, years: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(cell(facts.get(year)) for year in years)


def _detailed(area: Area, question: Question) -> list[Column]:
    facts, own = _facts(area, question), area.id
    columns: list[Column] = [(("value", own), area.name, facts, _value(question))]
    if question.indicator.sampling and question.indicator.kind in ("share", "rate"):
        columns.append((("interval", own), "95-%-Vertrauensbereich", facts, _interval(question)))
    if question.indicator.kind in ("share", "rate"):
        columns.append((("numerator", own), "Zähler", facts, _numerator))
        columns.append((("denominator", own), "Nenner", facts, _denominator))
    if area.id != CITY:
        columns.append((("compared", own), "gegen die übrige Stadt", facts, _compared(question)))
    return columns


def _plain(question: Question, focus: Area, others: tuple[Area, ...]) -> list[Column]:
    city = question.catalogue.city
    places = others if focus is city else (city, *others)
    return [
        (("value", area.id), area.short_name, _facts(area, question), _value(question)) for area in places
    ]


def _facts(area: Area, question: Question) -> dict[int, Fact]:
    return question.line.city if area.id == CITY else question.line.by_area[area.id]


def _value(question: Question) -> Cell:
    return lambda fact: value_text(fact, question.indicator)


def _interval(question: Question) -> Cell:
    return lambda fact: interval_text(fact, question.indicator) or "–"


def _compared(question: Question) -> Cell:
    def cell(fact: Fact | None) -> str:
        if fact is None:
            return "–"
        sign = signs.sign(fact.comparison or "none", question.indicator.polarity, fact.status)
        return signs.SIGN_SHORT[sign]

    return cell


def _numerator(fact: Fact | None) -> str:
    return _count(fact.numerator if fact else None)


def _denominator(fact: Fact | None) -> str:
    return _count(fact.denominator if fact else None)


def _count(value: float | None) -> str:
    if value is None:
        return "–"
    return number(value, 0 if float(value).is_integer() else 2)


def _label(year: int, question: Question) -> str:
    if is_pooled(question):
        return span(year, question.indicator)
    return periods.period_label(question.indicator, year)
