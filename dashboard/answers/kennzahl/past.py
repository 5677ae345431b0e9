"""The card on the development: the big picture, its figures below the years, the areas beside it."""

from __future__ import annotations

from dashboard.answers import areas, published
from dashboard.answers.foot import foot
from dashboard.answers.kennzahl import target
from dashboard.answers.kennzahl.cards import Developing, Entry
from dashboard.answers.kennzahl.marks import trend_of
from dashboard.answers.kennzahl.numbers import numbers
from dashboard.answers.kennzahl.pooled import is_pooled, relabelled, short_span, span
from dashboard.answers.kennzahl.programme import bars
from dashboard.answers.kennzahl.table import table
from dashboard.answers.over_time import breaks, every_year
from dashboard.answers.question import Question
from dashboard.display import History, Series
from dashboard.model import CITY
from dashboard.store.facts import Fact
from dashboard.wording import grammar, histories, periods, statements
from dashboard.wording.histories import HistoryPoint


def developing(annual: Question, shown: Question) -> Developing:
    """``annual`` holds the values of single years, ``shown`` those that are drawn."""
    words = words_of(annual)
    title = _title(annual, words)
    history = _history(annual, shown)
    return Developing(
        title=title,
        subtitle=_subtitle(annual, shown, histories.history_note(words)),
        description=f"{annual.indicator.title} im Verlauf: {title}. Alle Werte stehen in der Tabelle.",
        history=history,
        numbers=numbers(shown, history),
        list_title=f"{_period(shown)} im Vergleich",
        entries=entries(shown),
        table=table(shown),
        foot=foot(shown, annual.view),
    )


def _title(question: Question, words: histories.History) -> str:
    """What the line did; without a line of its own only which periods there are."""
    years = question.line.years
    if words.shown() or not years or question.view.raum != CITY:
        title = histories.history_title(words)
        return f"{title} (Einzeljahre)" if is_pooled(question) else title
    if len(years) == 1:
        return "Nur ein Zeitraum, noch keine Entwicklung"
    return f"Entwicklung {periods.range_label(question.indicator, years[0], years[-1])}"


def words_of(question: Question) -> histories.History:
    """The development in the form the sentences are made from; single years, the shown year's trend."""
    area = question.catalogue.areas[question.view.raum]
    facts = question.line.by_area.get(area.id, {})
    own = (facts if area.id != CITY else question.line.city).get(question.year)
    return histories.History(
        indicator=question.indicator,
        area=area,
        points=_points(facts),
        city=_points(question.line.city),
        trend=trend_of(own),
        detectable=own.trend_detectable if own else None,
        partition=question.view.ebene,
    )


def entries(question: Question) -> tuple[Entry, ...]:
    """Areas in order of their value, with the city among them where it is no sum of them."""
    found = [
        Entry(
            value.area,
            value.short_name,
            value.text,
            value.sign,
            statements.accessible_area(value),
            value.noted,
            value.href,
            value.focused,
        )
        for value in question.values
    ]
    if not question.line.has_areas:
        return ()
    city = question.city
    if question.year not in question.line.city:
        return tuple(found)
    own = Entry(CITY, "Stadt Hamm", city.text, "none", f"Stadt Hamm: {city.text}", False, "", False)
    higher = sum(1 for each in question.values if each.value is not None and each.value > (city.value or 0))
    place = 0 if question.is_sum else higher
    return (*found[:place], own, *found[place:])


def _history(annual: Question, shown: Question) -> History:
    three = is_pooled(annual)
    series, city = _series(shown)
    drawn = relabelled((*series, city)) if three else (*series, city)
    return History(
        series=drawn[:-1],
        city=drawn[-1],
        years=every_year(shown.line.years),
        unit=annual.indicator.unit,
        breaks=breaks(annual),
        target=target.target_line(annual),
        projection=None if three else target.projection(annual),
        measures=bars(annual),
        published=() if three or shown.is_sum else published.city_points(annual.line, annual.indicator),
        pooled=three,
    )


def _series(question: Question) -> tuple[tuple[Series, ...], Series]:
    """Areas and city. A city that is the sum of its areas is only drawn where none is in focus."""
    series = question.series() if question.line.has_areas else ()
    city = question.city_series()
    if question.is_sum and question.line.has_areas and question.view.raum == CITY:
        whole = question.catalogue.city
        city = areas.series_of(whole, question.line.city, question.indicator, question.year, True, "")
    return series, city


def _points(facts: dict[int, Fact]) -> tuple[HistoryPoint, ...]:
    return tuple(
        HistoryPoint(year, facts[year].value, facts[year].status, facts[year].comparison or "none")
        for year in sorted(facts)
    )


def _period(question: Question) -> str:
    if is_pooled(question):
        return short_span(question.year)
    return periods.axis_label(question.indicator, question.year)


def _subtitle(annual: Question, shown: Question, note: str) -> str:
    indicator, years = annual.indicator, shown.line.years
    category = f", {annual.category}" if annual.category else ""
    measured = "" if indicator.kind == "count" else grammar.measured(indicator)
    unit = f" {measured}" if measured else ""
    when = periods.range_label(indicator, years[0], years[-1]) if years else ""
    values = f"3-Jahres-Werte bis {span(years[-1], indicator)}" if is_pooled(annual) and years else when
    parts = (f"{indicator.title}{category}{unit}", values)
    return "; ".join(part for part in (", ".join(part for part in parts if part), note) if part)
