"""The three cards: development, two periods, gap."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.gap import Apart
from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.answers.kennzahl.cards import Between, Developing
from dashboard.components import card as cards
from dashboard.components import chart, html
from dashboard.components.card import Texts
from dashboard.components.kennzahl import beside, names
from dashboard.components.kennzahl.pictures import Drawn, Pictures
from dashboard.components.markup import Markup

KEYS = (
    *cards.keys(names.HISTORY),
    ids.prop(names.HISTORY, "hidden"),
    *chart.keys(names.HISTORY_CHART),
    ids.prop(names.narrow(names.HISTORY_CHART), "html"),
    *[ids.prop(part) for part in (names.NUMBERS, names.LEGEND, names.LIST, names.LIST_TITLE)],
    ids.prop(names.MAP_LINK, "href"),
    *cards.keys(names.TWO),
    ids.prop(names.TWO, "hidden"),
    ids.prop(names.TWO_CHART, "html"),
    ids.prop(names.narrow(names.TWO_CHART), "html"),
    *cards.keys(names.GAP),
    ids.prop(names.GAP, "hidden"),
    *chart.keys(names.GAP_CHART),
    ids.prop(names.narrow(names.GAP_CHART), "html"),
    *chart.keys(names.SPREAD_CHART),
    ids.prop(names.narrow(names.SPREAD_CHART), "html"),
    ids.prop(names.SPREAD, "hidden"),
    ids.prop(names.SPREAD_TITLE),
    ids.prop(names.MEASURES),
    ids.prop(names.GAP_NOTES),
)


def changes(answer: KennzahlAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    pictures = Pictures(answer)
    return {
        **cards.changes(names.HISTORY, _texts(answer, answer.developing)),
        ids.prop(names.HISTORY, "hidden"): not answer.developing.there,
        **_chart_changes(names.HISTORY_CHART, pictures.history),
        **_beside(answer, pictures),
        **cards.changes(names.TWO, _texts(answer, answer.between)),
        ids.prop(names.TWO, "hidden"): not answer.between.there,
        ids.prop(names.TWO_CHART, "html"): str(pictures.two(narrow=False)),
        ids.prop(names.narrow(names.TWO_CHART), "html"): str(pictures.two(narrow=True)),
        **cards.changes(names.GAP, _texts(answer, answer.apart)),
        ids.prop(names.GAP, "hidden"): not answer.apart.there,
        **_chart_changes(names.GAP_CHART, pictures.gap),
        **_chart_changes(names.SPREAD_CHART, pictures.spread),
        ids.prop(names.SPREAD, "hidden"): not answer.apart.spread,
        ids.prop(names.SPREAD_TITLE): answer.apart.spread_title,
        ids.prop(names.MEASURES): _measures(answer.apart),
        ids.prop(names.GAP_NOTES): _notes(answer.apart),
    }


def three(answer: KennzahlAnswer) -> list[Component]:
    """The cards in the order of the view: the one that was asked for first."""
    pictures = Pictures(answer)
    found = {
        "": _history(answer, pictures),
        "vergleich": _two(answer, pictures),
        "abstand": _gap(answer, pictures),
    }
    return [found.pop(answer.view.ansicht), *found.values()]


def _history(answer: KennzahlAnswer, pictures: Pictures) -> Component:
    part = _beside(answer, pictures)
    picture = html.Div(
        [
            html.P(part[ids.prop(names.LEGEND)], id=names.LEGEND, className="legend"),
            *_chart(names.HISTORY_CHART, pictures.history, answer.developing.description),
            html.Div(part[ids.prop(names.NUMBERS)], id=names.NUMBERS, className="numbers"),
        ],
        className="picture",
    )
    places = html.Div(
        [
            html.H3(part[ids.prop(names.LIST_TITLE)], id=names.LIST_TITLE),
            html.Ol(part[ids.prop(names.LIST)], id=names.LIST, className="entries"),
            html.A(answer.map_link[0], href=answer.map_link[1], id=names.MAP_LINK),
        ],
        className="places",
    )
    texts = _texts(answer, answer.developing)
    drawn: list[Component] = [html.Div([picture, places], className="with-places")]
    return cards.card(names.HISTORY, texts, drawn, hidden=not answer.developing.there)


def _two(answer: KennzahlAnswer, pictures: Pictures) -> Component:
    drawn: list[Component] = [
        Markup(pictures.two(narrow=False), id=names.TWO_CHART, className="wide-picture"),
        Markup(pictures.two(narrow=True), id=names.narrow(names.TWO_CHART), className="narrow-picture"),
    ]
    return cards.card(names.TWO, _texts(answer, answer.between), drawn, hidden=not answer.between.there)


def _gap(answer: KennzahlAnswer, pictures: Pictures) -> Component:
    spread = html.Div(
        [
            html.H3(answer.apart.spread_title, id=names.SPREAD_TITLE),
            *_chart(names.SPREAD_CHART, pictures.spread, answer.apart.spread_title),
        ],
        id=names.SPREAD,
        className="spread",
        hidden=not answer.apart.spread,
    )
    drawn: list[Component] = [
        html.Div(_chart(names.GAP_CHART, pictures.gap, answer.apart.description), className="gap-picture"),
        html.Dl(_measures(answer.apart), id=names.MEASURES, className="measures"),
        spread,
        html.Ul(_notes(answer.apart), id=names.GAP_NOTES, className="gap-notes"),
    ]
    inside: list[Component] = [html.Div(drawn, className="gap-parts")]
    return cards.card(names.GAP, _texts(answer, answer.apart), inside, hidden=not answer.apart.there)


def _texts(answer: KennzahlAnswer, part: Developing | Between | Apart) -> Texts:
    return Texts(part.title, part.subtitle, part.table, answer.method, part.foot)


def _beside(answer: KennzahlAnswer, pictures: Pictures) -> dict[str, Any]:
    card = answer.developing
    return {
        ids.prop(names.LEGEND): beside.legend(card.history),
        ids.prop(names.NUMBERS): beside.numbers(card, pictures.history_scene.frame),
        ids.prop(names.LIST): beside.areas(card.entries),
        ids.prop(names.LIST_TITLE): card.list_title if card.entries else "",
        ids.prop(names.MAP_LINK, "href"): answer.map_link[1],
    }


def _chart(name: str, drawn: Drawn, description: str) -> list[Component]:
    """The chart, and for a phone our own picture alone."""
    return [
        chart.chart(name, drawn.figure, drawn.height, drawn.still, description),
        Markup(drawn.narrow, id=names.narrow(name), className="narrow-picture"),
    ]


def _chart_changes(name: str, drawn: Drawn) -> dict[str, Any]:
    new = chart.changes(name, drawn.figure(), drawn.still)
    return new | {ids.prop(names.narrow(name), "html"): str(drawn.narrow)}


def _measures(card: Apart) -> list[Component]:
    return [
        html.Div([html.Dt(name), html.Dd([html.Strong(value), html.Span(what)])])
        for name, value, what in card.measures
    ]


def _notes(card: Apart) -> list[Component]:
    return [html.Li(note) for note in card.notes]
