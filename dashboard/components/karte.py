"""The parts of the start page: drawn whole for the page, and as changes for the round trip."""

from __future__ import annotations

from functools import partial
from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.controls import HIDDEN, SELECTS
from dashboard.answers.parts import KarteAnswer, Option
from dashboard.components import area_list, chart, filters, html, panels
from dashboard.components import card as cards
from dashboard.components.card import Texts
from dashboard.components.markup import Markup
from dashboard.components.published import published
from dashboard.components.statement import notices, statement
from dashboard.components.tiles import tiles
from dashboard.figures import city_map
from dashboard.figures.theme import Figure
from dashboard.figures.trend_lines import trend_lines
from dashboard.state import SOZIALRAUM
from dashboard.wording.grammar import of_place

LINES_HEIGHT = 300
_NO_STILL = Safe("")  # on a phone the table behind the tab is enough until Plotly has drawn
#: Every property that a change of the view sets.
KEYS = (
    *[ids.prop(region) for region in (ids.NOTICES, ids.STATEMENT, ids.BAR, ids.TILES, ids.PUBLISHED)],
    *filters.keys(SELECTS, HIDDEN),
    *cards.keys(ids.MAP),
    ids.prop(ids.MAP_SVG, "html"),
    ids.prop(ids.MAP_LEGEND, "html"),
    *cards.keys(ids.AREAS),
    *area_list.KEYS,
    *cards.keys(ids.TREND),
    ids.prop(ids.TREND, "hidden"),
    ids.prop(ids.TREND, "className"),
    *panels.KEYS,
    *chart.keys(ids.TREND_LINES),
)


def changes(answer: KarteAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    return {
        **regions(answer),
        **filters.changes(answer.controls),
        **cards.changes(ids.MAP, _map_texts(answer)),
        ids.prop(ids.MAP_SVG, "html"): str(_map(answer)),
        ids.prop(ids.MAP_LEGEND, "html"): str(_legend(answer)),
        **cards.changes(ids.AREAS, _areas_texts(answer)),
        **area_list.changes(answer),
        **cards.changes(ids.TREND, _trend_texts(answer)),
        ids.prop(ids.TREND, "hidden"): not _has_trend(answer),
        ids.prop(ids.TREND, "className"): _trend_class(answer),
        **panels.changes(answer),
        **chart.changes(ids.TREND_LINES, _lines(answer), _NO_STILL),
    }


def regions(answer: KarteAnswer) -> dict[str, Any]:
    """Children of the plain regions, those that hold no control and no chart."""
    return {
        ids.prop(ids.NOTICES): notices(answer.said, answer.demo, answer.foot.release),
        ids.prop(ids.STATEMENT): statement(
            answer.said, answer.demo, answer.figure, answer.more, *_profile(answer)
        ),
        ids.prop(ids.BAR): filters.bar(answer.controls),
        ids.prop(ids.TILES): tiles(answer.tiles),
        ids.prop(ids.PUBLISHED): published(answer.published),
    }


def _profile(answer: KarteAnswer) -> tuple[Option, ...]:
    """The way to the focused area over all indicators; none for the whole city."""
    focused = (area for area in answer.compared.areas if area.focused)
    stand = f"?stand={answer.view.stand}" if answer.view.stand else ""
    return tuple(
        (f"Profil {of_place(area.name)}", f"{SOZIALRAUM.path({'raum': area.area})}{stand}")
        for area in focused
    )


def map_card(answer: KarteAnswer) -> Component:
    """The nine on the map, with legend; table and method behind the tabs."""
    drawn = [
        Markup(_map(answer), id=ids.MAP_SVG, className="map"),
        Markup(_legend(answer), id=ids.MAP_LEGEND, className="map-key"),
        html.P("Generalisierte Grenzen (Lage etwa 300 m genau), nicht amtlich.", className="small"),
    ]
    return cards.card(ids.MAP, _map_texts(answer), drawn)


def areas_card(answer: KarteAnswer) -> Component:
    """The areas in order of their value, with intervals."""
    return cards.card(ids.AREAS, _areas_texts(answer), area_list.area_list(answer))


def trend_card(answer: KarteAnswer) -> Component:
    """The areas over time: nine panels placed like the city, on a phone one chart of lines.

    Nothing is drawn for a single period; without values per area the city has one chart for all screens.
    """
    draw = partial(_lines, answer)
    lines = chart.chart(ids.TREND_LINES, draw, LINES_HEIGHT, _NO_STILL, answer.trend.subtitle)
    return cards.card(
        ids.TREND,
        _trend_texts(answer),
        [panels.panels(answer), lines],
        hidden=not _has_trend(answer),
        classes=_trend_class(answer),
    )


def _map_texts(answer: KarteAnswer) -> Texts:
    return Texts(
        answer.compared.map_title, answer.said.subtitle, answer.compared.table, answer.method, answer.foot
    )


def _areas_texts(answer: KarteAnswer) -> Texts:
    subtitle = "Punkt: Wert; Linie: 95-%-Vertrauensbereich"
    return Texts(answer.compared.list_title, subtitle, answer.compared.table, answer.method, answer.foot)


def _trend_texts(answer: KarteAnswer) -> Texts:
    return Texts(
        answer.trend.title, answer.trend.subtitle, answer.trend.table, answer.method, answer.trend.foot
    )


def _map(answer: KarteAnswer) -> Safe:
    return city_map.city_map(
        answer.compared.shapes,
        {area.area: area for area in answer.compared.areas},
        answer.compared.scale,
        mode="classes",
        title=answer.compared.map_title,
        description=answer.said.headline,
        unit_label=answer.indicator.unit,
        sentences=answer.compared.sentences,
    )


def _legend(answer: KarteAnswer) -> Safe:
    return city_map.legend(answer.compared.scale, missing=city_map.without_number(answer.compared.areas))


def _has_trend(answer: KarteAnswer) -> bool:
    return len(answer.trend.years) > 1


def _trend_class(answer: KarteAnswer) -> str:
    return f"card {ids.TREND}" if answer.has_areas else f"card {ids.TREND} nur-stadt"


def _lines(answer: KarteAnswer) -> Figure:
    shown = (
        answer.trend.series,
        answer.trend.city,
        answer.trend.limits,
        answer.trend.years,
        answer.trend.year,
    )
    return trend_lines(
        *shown, breaks=answer.trend.breaks, published=answer.trend.published, height=LINES_HEIGHT
    )
