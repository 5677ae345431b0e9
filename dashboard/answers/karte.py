"""The start page's answer: where do we stand?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers import controls, method, published, tables, tiles
from dashboard.answers.parts import Compared, Foot, KarteAnswer, KeyFigure, Said, Trend
from dashboard.answers.question import PATH, Question
from dashboard.answers.scale import map_scale
from dashboard.figures import runs, strip
from dashboard.model import CITY
from dashboard.state import View
from dashboard.store.facts import Fact
from dashboard.wording import numbers, periods, sentences, signs, statements
from dashboard.wording.stories import CityStory, FocusStory, Story

_UNIT_WORDS = {"%": "Prozent", "€": "Euro"}
_PLACES = {"sozialraum": "neun Sozialräume", "stadtbezirk": "sieben Stadtbezirke"}


def answer(question: Question) -> KarteAnswer:
    """Put the page's answer together. Pure: same question, same answer."""
    story, indicator, view = question.story(), question.indicator, question.view
    line, year = question.line, question.year
    return KarteAnswer(
        key=(question.choices.release, view, view.notices),
        view=view,
        address=view.address(PATH, question.choices),
        indicator=indicator,
        demo=line.origin == "demo",
        has_areas=line.has_areas,
        said=_said(question, story),
        controls=controls.controls(PATH, view, question.choices, indicator, line.years, year),
        figure=_key(question, story),
        tiles=tiles.tiles(line, indicator, question.catalogue, year, question.values),
        compared=_compared(question, story),
        trend=_trend(question),
        published=published.published_values(line, indicator, question.catalogue),
        method=method.method(indicator, question.catalogue),
        foot=_foot(question, view),
    )


def _said(question: Question, story: Story) -> Said:
    headline = statements.headline(story)
    return Said(
        title=f"{headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=_subtitle(question),
        detail=statements.detail(story),
        copy_text=statements.copyable(story),
        period=periods.period_title(question.indicator, question.year),
        notices=question.view.notices,
    )


def _compared(question: Question, story: Story) -> Compared:
    values = question.values
    return Compared(
        map_title=f"Die {_PLACES[question.view.ebene]}",
        list_title=_list_title(story),
        areas=values,
        city=question.drawn_city,
        city_href=_unfocused(question.view).address(PATH, question.choices),
        limits=strip.domain(values, question.drawn_city),
        scale=map_scale(values, question.indicator),
        shapes=question.shapes,
        sentences={value.area: statements.accessible_area(value) for value in values},
        table=tables.area_table(values, question.city, question.indicator, question.year),
    )


def _trend(question: Question) -> Trend:
    series, city = question.series(), question.city_series()
    points = published.city_points(question.line, question.indicator)
    return Trend(
        title=_trend_title(question),
        subtitle=_trend_subtitle(question),
        series=series,
        city=city,
        published=points,
        years=_every_year(question.line.years),
        year=question.year,
        limits=runs.domain((*series, city), None, points),
        breaks=tuple(entry.year for entry in question.indicator.breaks),
        table=tables.trend_table(series, city, question.indicator, question.line.years),
        foot=_foot(question, replace(question.view, ansicht="verlauf")),
    )


def _every_year(years: tuple[int, ...]) -> tuple[int, ...]:
    """Without gaps: a line stops where a year is missing."""
    return tuple(range(years[0], years[-1] + 1)) if years else ()


def _unfocused(view: View) -> View:
    return view if view.raum == CITY else view.focused_on(view.raum)


def _subtitle(question: Question) -> str:
    category = f", {question.category}" if question.category else ""
    indicator = question.indicator
    unit = _UNIT_WORDS.get(indicator.unit, indicator.unit)
    return f"{indicator.title}{category}, {periods.period_title(indicator, question.year)}, in {unit}"


def _trend_title(question: Question) -> str:
    years = question.line.years
    return f"Entwicklung {periods.since_phrase(question.indicator, years[0])}" if years else "Entwicklung"


def _trend_subtitle(question: Question) -> str:
    years = question.line.years
    if not years:
        return "Noch keine Zeitreihe."
    span = periods.range_label(question.indicator, years[0], years[-1])
    with_interval = question.indicator.sampling and question.indicator.kind in ("share", "rate")
    line = "Linie: Raum mit 95-%-Vertrauensbereich; " if with_interval else ""
    city = "" if question.is_sum else "gestrichelt: Stadt Hamm; "
    return f"{line}{city}{span}, gemeinsame Skala"


def _list_title(story: Story) -> str:
    if isinstance(story, CityStory):
        return sentences.deviation_title(story)
    return f"{story.area.name} im Vergleich"


def _key(question: Question, story: Story) -> KeyFigure:
    if isinstance(story, FocusStory):
        return _focus_key(question, story)
    city = question.line.city.get(question.year)
    lines = (numbers.interval_text(city.lower, city.upper, question.indicator), _n(city)) if city else ()
    return KeyFigure(question.city.text, "Stadt Hamm", "none", "", tuple(line for line in lines if line))


def _focus_key(question: Question, story: FocusStory) -> KeyFigure:
    value = next(entry for entry in question.values if entry.area == story.area.id)
    fact = question.line.by_area[story.area.id].get(question.year)
    rest = story.rest()
    lines = (
        f"übrige Stadt {numbers.figure(rest, question.indicator)}" if rest is not None else "",
        value.interval_text,
        _n(fact),
    )
    word = signs.SIGN_SHORT.get(value.sign, "") if value.sign != "none" else ""
    return KeyFigure(value.text, value.name, value.sign, word, tuple(line for line in lines if line))


def _n(fact: Fact | None) -> str:
    return numbers.n_text(fact.denominator, fact.numerator) if fact else ""


def _foot(question: Question, view: View) -> Foot:
    query = view.address("", question.choices)
    return Foot(
        source="; ".join(f"{source.title} ({source.publisher})" for source in question.sources),
        origin=question.line.origin,
        origin_word=signs.origin_word(question.line.origin),
        release=question.choices.release,
        csv=f"/karte.csv{query}",
        json=f"/karte.json{query}",
    )
