"""The start page's answer: where do we stand?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers import controls, file_names, method, published, tables, tiles
from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import figures_of
from dashboard.answers.foot import foot
from dashboard.answers.key_figure import key_figure
from dashboard.answers.line_rows import line_rows
from dashboard.answers.parts import Compared, Figures, KarteAnswer, Said, Trend
from dashboard.answers.question import Question
from dashboard.answers.scale import map_scale
from dashboard.figures import runs, strip
from dashboard.model import CITY
from dashboard.state import KENNZAHL, View
from dashboard.wording import grammar, periods, sentences, statements
from dashboard.wording.stories import CityStory, Story

_MORE = "Mehr zu dieser Kennzahl"
_PLACES = {"sozialraum": "neun Sozialräume", "stadtbezirk": "sieben Stadtbezirke"}


def answer(asking: Asking) -> KarteAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    question = asking.question
    story, indicator, view = question.story(), question.indicator, question.view
    line, year = question.line, question.year
    return KarteAnswer(
        key=(question.choices.release, view, view.notices),
        view=view,
        address=view.address(question.choices),
        indicator=indicator,
        demo=line.origin == "demo",
        has_areas=line.has_areas,
        said=_said(question, story),
        controls=controls.controls(question),
        figure=key_figure(question, story),
        tiles=tiles.tiles(line, indicator, question.catalogue, year, question.values),
        compared=_compared(question, story),
        trend=_trend(question),
        published=published.published_values(line, indicator, question.catalogue),
        method=method.method(indicator, question.catalogue),
        foot=foot(question, view),
        more=(_MORE, view.at(KENNZAHL).address(question.choices)),
    )


def figures(asking: Asking) -> Figures:
    """The page's figures for files."""
    question = asking.question
    rows = line_rows(question, every_period=question.view.ansicht == "verlauf")
    return figures_of(question, _said(question, question.story()), rows)


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
        file=file_names.of_question(question, _file_period(question)),
    )


def _file_period(question: Question) -> str:
    """All periods, where the lines over time are the picture."""
    over_time = question.view.ansicht == "verlauf" or not question.line.has_areas
    years = question.line.years if over_time and question.line.years else (question.year,)
    return file_names.period_of(question.indicator, years)


def _compared(question: Question, story: Story) -> Compared:
    values = question.values
    return Compared(
        map_title=f"Die {_PLACES[question.view.ebene]}",
        list_title=_list_title(story),
        areas=values,
        city=question.drawn_city,
        city_href=_unfocused(question.view).address(question.choices),
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
        table=tables.trend_table(series, question.city_row(), question.indicator, question.line.years),
        foot=foot(question, replace(question.view, ansicht="verlauf")),
    )


def _every_year(years: tuple[int, ...]) -> tuple[int, ...]:
    """Without gaps: a line stops where a year is missing."""
    return tuple(range(years[0], years[-1] + 1)) if years else ()


def _unfocused(view: View) -> View:
    return view if view.raum == CITY else view.focused_on(view.raum)


def _subtitle(question: Question) -> str:
    category = f", {question.category}" if question.category else ""
    indicator = question.indicator
    parts = (f"{indicator.title}{category}", periods.period_title(indicator, question.year))
    return ", ".join(part for part in (*parts, grammar.measured(indicator)) if part)


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
