"""The parts of the page on resources: drawn whole for the page, and as changes for the round trip."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.ressourcen import RessourcenAnswer
from dashboard.answers.ressourcen.parts import Card
from dashboard.components import card as cards
from dashboard.components import filters, html
from dashboard.components.card import Texts
from dashboard.components.markup import Markup
from dashboard.components.ressourcen import controls, names, tables, texts
from dashboard.components.statement import notices, statement
from dashboard.components.tiles import tiles

__all__ = ["KEYS", "changes", "content"]

_REGIONS = (ids.NOTICES, ids.STATEMENT, ids.TILES, ids.BAR, names.SENTENCES, names.PRESETS, names.SCHOOLS)
#: Every property that a change of the view sets.
KEYS = (
    *[ids.prop(region) for region in _REGIONS],
    ids.prop(names.SENTENCES, "hidden"),
    *controls.KEYS,
    *[key for name in names.CARDS for key in cards.keys(name)],
    *[ids.prop(names.picture(name), "html") for name in names.CARDS],
    *[ids.prop(name, "hidden") for name in names.CARDS],
)


def changes(answer: RessourcenAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    found = {**_regions(answer), **controls.changes(answer)}
    found[ids.prop(names.SENTENCES, "hidden")] = not answer.sentences
    for name, card, drawn in _cards(answer):
        found |= cards.changes(name, _texts(card, answer))
        found[ids.prop(names.picture(name), "html")] = str(drawn)
        found[ids.prop(name, "hidden")] = not card.title
    return found


def content(answer: RessourcenAnswer) -> list[Component]:
    """Everything between header and footer, for one answer."""
    part = _regions(answer)

    def region(name: str, classes: str = "", hidden: bool = False) -> Component:
        return html.Div(part[ids.prop(name)], id=name, className=classes or None, hidden=hidden)

    main, made, compared = (_card(name, card, drawn, answer) for name, card, drawn in _cards(answer))
    return [
        region(ids.NOTICES),
        region(ids.STATEMENT, "statement"),
        controls.form(answer),
        html.Dl(part[ids.prop(ids.TILES)], id=ids.TILES, className="tiles"),
        html.Div([main, html.Div([made, compared], className="shares-pair")], className="shares-cards"),
        region(names.SENTENCES, "card", hidden=not answer.sentences),
        region(names.PRESETS, "card shares-rules"),
        region(names.SCHOOLS, "card"),
        region(ids.BAR),
    ]


def _cards(answer: RessourcenAnswer) -> list[tuple[str, Card, Safe]]:
    return [
        (names.MAIN, answer.main_card, tables.main(answer.main)),
        (names.MADE, answer.made_card, tables.made(answer.made)),
        (names.COMPARED, answer.compared_card, tables.compared(answer.compared)),
    ]


def _card(name: str, card: Card, drawn: Safe, answer: RessourcenAnswer) -> Component:
    picture: list[Component] = [Markup(drawn, id=names.picture(name), className="shares-picture")]
    return cards.card(name, _texts(card, answer), picture, hidden=not card.title, classes=f"card {name}")


def _texts(card: Card, answer: RessourcenAnswer) -> Texts:
    return Texts(card.title, card.subtitle, card.table, answer.method, answer.foot)


def _regions(answer: RessourcenAnswer) -> dict[str, Any]:
    """Children of the plain regions, those that hold no control and no card."""
    found = {
        ids.NOTICES: notices(answer.said, answer.demo, answer.foot.release),
        ids.STATEMENT: statement(answer.said, answer.demo),
        ids.TILES: tiles(answer.tiles),
        ids.BAR: filters.bar(answer.controls),
        names.SENTENCES: texts.sentences(answer.sentences),
        names.PRESETS: texts.presets(answer.presets, answer.limits),
        names.SCHOOLS: texts.schools(answer.schools),
    }
    return {ids.prop(region): children for region, children in found.items()}
