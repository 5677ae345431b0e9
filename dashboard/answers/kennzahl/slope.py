"""Two periods of all areas: which changed, and by how much."""

from __future__ import annotations

import re
from dataclasses import replace

from dashboard.answers import areas as values_of
from dashboard.answers.foot import foot
from dashboard.answers.kennzahl.cards import Between
from dashboard.answers.kennzahl.change import AREA_LEVEL, CITY_LEVEL, change_p, holm, label_of
from dashboard.answers.kennzahl.pooled import WIDTH, is_pooled, short_span, span
from dashboard.answers.parts import Table
from dashboard.answers.question import Question
from dashboard.catalogue.models import Area
from dashboard.display import SlopeRow
from dashboard.model import CITY, ComparisonLabel
from dashboard.store.facts import Fact
from dashboard.wording import periods, signs, slopes
from dashboard.wording.numbers import percent_points
from dashboard.wording.slopes import SlopeLine, Slopes

_NUMBER = re.compile(r"^[(−\d.,]+")
_CHANGE = re.compile(r"^[+−±][\d.,]+(\s?%)?")
_WORDS = {"%": "Prozent", "€": "Euro"}
_PROVEN = {"higher": "gestiegen", "lower": "gesunken", "same": "nicht nachweisbar", "none": "nicht geprüft"}
_TEST = {
    "share": "zweiseitiger Score-Test der beiden Anteile",
    "rate": "exakter bedingter Test der beiden Raten",
}


def first_years(question: Question) -> tuple[int, ...]:
    """Years before the shown one that are not separated from it by a break."""
    start = max((entry.year for entry in question.indicator.breaks if entry.year <= question.year), default=0)
    return tuple(year for year in question.line.years if start <= year < question.year)


def first_year(question: Question, asked: str) -> int | None:
    """The year to compare with: the one asked for, else the first possible one; None without any."""
    years = first_years(question)
    if asked and int(asked) in years:
        return int(asked)
    return years[0] if years else None


def compared(question: Question) -> Slopes | None:
    """Both periods in the words' own form; None where there is only one."""
    first = first_year(question, question.view.get("seit"))
    if first is None:
        return None
    return question.line.part(("slopes", first, question.year), lambda: _compared(question, first))


def _compared(question: Question, first: int) -> Slopes:
    places = question.line.areas if question.line.has_areas else ()
    pairs = [_pair(question.line.by_area[area.id], first, question.year) for area in places]
    tested = holm([_p(pair, question) for pair in pairs])
    lines = [_line(area, pair, p, AREA_LEVEL) for area, pair, p in zip(places, pairs, tested, strict=True)]
    return Slopes(
        question.indicator, first, question.year, tuple(lines), _city(question, first), question.view.ebene
    )


def between(question: Question, found: Slopes | None) -> Between:
    """The card; not there where two periods cannot be compared."""
    if found is None:
        nothing = Table("", (), ())
        return Between(False, "", "", "", "", "", "", (), nothing, foot(question, question.view))
    first, last = (_label(year, question) for year in (found.first_year, found.last_year))
    title = slopes.slope_title(found)
    lines = {CITY: found.city} | dict(
        zip((area.id for area in question.line.areas), found.areas, strict=False)
    )
    kept = ("rows of slopes", found.first_year, found.last_year)
    printed = question.line.part(
        kept, lambda: tuple(_row(area, lines[area.id], question, found) for area in _places(question, found))
    )
    unit = _unit(printed)
    return Between(
        there=any(row.first is not None and row.last is not None for row in printed),
        title=title,
        subtitle=_subtitle(question, found, unit),
        description=f"{question.indicator.title}: {first} und {last} im Vergleich. {title}.",
        first_label=first,
        last_label=last,
        change_label="Punkte" if percent_points(question.indicator) else "Änderung",
        rows=tuple(_drawn(row, unit, question) for row in printed),
        table=_table(question, found, printed, (first, last)),
        foot=foot(question, question.view),
    )


def _pair(facts: dict[int, Fact], first: int, last: int) -> tuple[Fact | None, Fact | None]:
    return facts.get(first), facts.get(last)


def _p(pair: tuple[Fact | None, Fact | None], question: Question) -> float | None:
    first, last = pair
    if first is None or last is None or not question.indicator.sampling:
        return None
    if is_pooled(question) and last.year - first.year < WIDTH:
        return None  # both values share a year
    return change_p(first, last, question.indicator.comparison)


def _line(area: Area, pair: tuple[Fact | None, Fact | None], p: float | None, level: float) -> SlopeLine:
    first, last = (fact.value if fact else None for fact in pair)
    return SlopeLine(area.short_name, area.locative, first, last, label_of(p, first, last, level))


def _city(question: Question, first: int) -> SlopeLine | None:
    if question.is_sum and question.line.has_areas:
        return None
    pair = _pair(question.line.city, first, question.year)
    city = question.catalogue.city
    found = _line(city, pair, _p(pair, question), CITY_LEVEL)
    return SlopeLine("Stadt Hamm", found.locative, found.first, found.last, found.label)


def _places(question: Question, found: Slopes) -> tuple[Area, ...]:
    areas = question.line.areas if question.line.has_areas else ()
    return (*areas, question.catalogue.city) if found.city else areas


def _row(area: Area, line: SlopeLine | None, question: Question, found: Slopes) -> SlopeRow:
    is_city = area.id == CITY
    facts = question.line.city if is_city else question.line.by_area[area.id]
    first, last = _pair(facts, found.first_year, found.last_year)
    label: ComparisonLabel = last.comparison or "none" if last else "none"
    change = slopes.slope_change(line, question.indicator) if line else ""
    return SlopeRow(
        area=area.id,
        name="Stadt Hamm" if is_city else area.short_name,
        first=first.value if first else None,
        last=last.value if last else None,
        first_text=values_of.value_text(first, question.indicator),
        last_text=values_of.value_text(last, question.indicator),
        change_text=_CHANGE.match(change)[0] if change else "",  # type: ignore[index]  # it has a number
        sign=signs.sign(label, question.indicator.polarity, last.status if last else "unknown"),
        focused=False,
        city=is_city,
        href="",
    )


def _unit(rows: tuple[SlopeRow, ...]) -> str:
    """The unit that all values share, so that it need be said only once; "" where they differ."""
    texts = [text for row in rows for text, value in ((row.first_text, row.first), (row.last_text, row.last))
             if value is not None]  # fmt: skip
    units = {_NUMBER.sub("", text) for text in texts}
    return units.pop() if len(units) == 1 else ""


def _drawn(row: SlopeRow, unit: str, question: Question) -> SlopeRow:
    """Without the unit that is said once, with its link, and strong where it is in focus."""
    first, last = (text.removesuffix(unit) for text in (row.first_text, row.last_text))
    focused = row.area == question.view.raum and not row.city
    href = "" if row.city else question.href(row.area)
    return replace(row, first_text=first, last_text=last, focused=focused, href=href)


def _label(year: int, question: Question) -> str:
    if is_pooled(question):
        return short_span(year)
    return periods.axis_label(question.indicator, year)


def _subtitle(question: Question, found: Slopes, unit: str) -> str:
    label = span if is_pooled(question) else (lambda year, indicator: periods.period_label(indicator, year))
    ends = " und ".join(label(year, question.indicator) for year in (found.first_year, found.last_year))
    test = _TEST.get(question.indicator.comparison, "") if question.indicator.sampling else ""
    proof = f"Geprüft: {test}, über alle Räume nach Holm" if test else ""
    shared = f" in {_WORDS.get(unit.strip(), unit.strip())}" if unit.strip() else ""
    parts = (f"{question.indicator.title}{shared}, {ends}", slopes.slope_note(found), proof)
    return ". ".join(part for part in parts if part) + "."


def _table(question: Question, found: Slopes, rows: tuple[SlopeRow, ...], labels: tuple[str, str]) -> Table:
    lines = [*found.areas, *([found.city] if found.city else [])]
    cells = [
        (row.name, row.first_text, row.last_text, slopes.slope_change(line, question.indicator) or "–",
         _PROVEN[line.label])
        for row, line in zip(rows, lines, strict=True)
    ]  # fmt: skip
    header = ("Raum", *labels, "Änderung", "Ergebnis des Tests")
    return Table(f"{question.indicator.title}, {labels[0]} und {labels[1]}", header, tuple(cells))
