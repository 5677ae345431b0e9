"""The parts of the page on costs: drawn whole for the page, and as changes for the round trip."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.kosten import KostenAnswer
from dashboard.answers.kosten.parts import Card, Tab
from dashboard.answers.parts import Table
from dashboard.components import card as cards
from dashboard.components import filters, html
from dashboard.components.card import Texts
from dashboard.components.kosten import blocks, controls, names
from dashboard.components.markup import Markup
from dashboard.components.published import published
from dashboard.components.statement import notices, statement
from dashboard.components.tiles import tiles
from dashboard.components.wild import wild

__all__ = ["KEYS", "changes", "content"]

_REGIONS = (ids.NOTICES, ids.STATEMENT, names.TABS, ids.TILES, ids.PUBLISHED, ids.BAR)
_NONE = Card("", "", (), Table("", (), ()))
#: Every property that a change of the view sets.
KEYS = (
    *[ids.prop(region) for region in _REGIONS],
    *controls.KEYS,
    *[key for name in names.CARDS for key in cards.keys(name)],
    *[ids.prop(names.picture(name), "html") for name in names.CARDS],
    *[ids.prop(name, part) for name in names.CARDS for part in ("hidden", "className")],
)


def changes(answer: KostenAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    found = {**_regions(answer), **controls.changes(answer)}
    for name, card in _slots(answer):
        found |= cards.changes(name, _texts(card, answer))
        found[ids.prop(names.picture(name), "html")] = str(blocks.content(card))
        found[ids.prop(name, "hidden")] = card is _NONE
        found[ids.prop(name, "className")] = _class(card)
    return found


def content(answer: KostenAnswer) -> list[Component]:
    """Everything between header and footer, for one answer."""
    part = _regions(answer)

    def region(name: str, classes: str = "") -> Component:
        return html.Div(part[ids.prop(name)], id=name, className=classes or None)

    return [
        region(ids.NOTICES),
        region(ids.STATEMENT, "statement"),
        html.Nav(
            part[ids.prop(names.TABS)], id=names.TABS, className="money-tabs", **wild(aria_label="Ansicht")
        ),
        controls.form(answer),
        html.Dl(part[ids.prop(ids.TILES)], id=ids.TILES, className="tiles"),
        html.Div([_card(name, card, answer) for name, card in _slots(answer)], className="money-cards"),
        region(ids.PUBLISHED, "beside"),
        region(ids.BAR),
    ]


def _slots(answer: KostenAnswer) -> list[tuple[str, Card]]:
    """Always all cards: they stay when the view changes, what is not needed is hidden."""
    return [
        (name, answer.cards[index] if index < len(answer.cards) else _NONE)
        for index, name in enumerate(names.CARDS)
    ]


def _card(name: str, card: Card, answer: KostenAnswer) -> Component:
    drawn: list[Component] = [
        Markup(Safe(blocks.content(card)), id=names.picture(name), className="money-card")
    ]
    return cards.card(name, _texts(card, answer), drawn, hidden=card is _NONE, classes=_class(card))


def _class(card: Card) -> str:
    return "card half" if card.half else "card"


def _texts(card: Card, answer: KostenAnswer) -> Texts:
    return Texts(card.title, card.subtitle, card.table, answer.method, answer.foot)


def _regions(answer: KostenAnswer) -> dict[str, Any]:
    """Children of the plain regions, those that hold no control and no card."""
    found = {
        ids.NOTICES: notices(answer.said, answer.demo, answer.foot.release),
        ids.STATEMENT: statement(answer.said, answer.demo),
        names.TABS: [_tab(tab) for tab in answer.tabs],
        ids.TILES: tiles(answer.tiles),
        ids.PUBLISHED: published(answer.published),
        ids.BAR: filters.bar(answer.controls),
    }
    return {ids.prop(region): children for region, children in found.items()}


def _tab(tab: Tab) -> Component:
    here = wild(aria_current="page") if tab.here else {}
    return html.A(
        [html.Strong(tab.title), html.Span(tab.question)], href=tab.href, **wild(data_view="1"), **here
    )
