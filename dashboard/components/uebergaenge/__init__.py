"""The parts of the page on transitions: drawn whole for the page, and as changes for the round trip."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard import ids
from dashboard.answers.uebergaenge import UebergaengeAnswer
from dashboard.answers.uebergaenge.controls import HIDDEN, SELECTS
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.components import card as cards
from dashboard.components import filters, html
from dashboard.components.card import Texts
from dashboard.components.markup import Markup
from dashboard.components.statement import notices, statement
from dashboard.components.uebergaenge import head, names, published
from dashboard.components.uebergaenge.pictures import drawn
from dashboard.components.uebergaenge.text import notes
from dashboard.components.wild import wild

__all__ = ["KEYS", "changes", "content"]

_REGIONS = (ids.NOTICES, names.PATH, ids.STATEMENT, names.RATES, ids.BAR)
_CARDS = (names.MAIN, names.SECOND, names.THIRD)
#: Every property that a change of the view sets.
KEYS = (
    *[ids.prop(region) for region in _REGIONS],
    ids.prop(names.CARDS, "className"),
    *head.view_keys(),
    *filters.keys(SELECTS, HIDDEN),
    *[key for name in _CARDS for key in cards.keys(name)],
    *[ids.prop(names.picture(name), "html") for name in _CARDS],
    *[ids.prop(name, "hidden") for name in _CARDS],
)


def changes(answer: UebergaengeAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    found = _regions(answer) | {ids.prop(names.CARDS, "className"): _class(answer)}
    found |= head.view_changes(answer.switches) | filters.changes(answer.controls)
    for name, panel in _panels(answer).items():
        shown = panel or answer.main
        found |= cards.changes(name, _texts(shown))
        found[ids.prop(names.picture(name), "html")] = str(_picture(panel))
        found[ids.prop(name, "hidden")] = panel is None
    return found


def content(answer: UebergaengeAnswer) -> list[Component]:
    """Everything between header and footer, for one answer."""
    part = _regions(answer)

    def region(name: str, classes: str = "") -> Component:
        return html.Div(part[ids.prop(name)], id=name, className=classes or None)

    return [
        region(ids.NOTICES),
        html.Nav(part[ids.prop(names.PATH)], id=names.PATH, className=names.PATH, **wild(aria_label="Pfad")),
        region(ids.STATEMENT, "statement"),
        filters.form(answer.controls, answer.view.place.name),
        head.views(answer.switches),
        html.Div([_card(answer, name) for name in _CARDS], id=names.CARDS, className=_class(answer)),
        region(names.RATES, "rates"),
        region(ids.BAR),
    ]


def _card(answer: UebergaengeAnswer, name: str) -> Component:
    panel = _panels(answer)[name]
    picture: list[Component] = [Markup(_picture(panel), id=names.picture(name))]
    return cards.card(name, _texts(panel or answer.main), picture, hidden=panel is None)


def _panels(answer: UebergaengeAnswer) -> dict[str, Panel | None]:
    return {names.MAIN: answer.main, names.SECOND: answer.second, names.THIRD: answer.third}


def _picture(panel: Panel | None) -> Safe:
    return drawn(panel.content, panel.title) + notes(panel.notes) if panel else Safe("")


def _texts(panel: Panel) -> Texts:
    return Texts(panel.title, panel.subtitle, panel.table, panel.method, panel.foot)


def _class(answer: UebergaengeAnswer) -> str:
    return f"transitions {answer.view.ansicht or answer.view.place.default_view}"


def _regions(answer: UebergaengeAnswer) -> dict[str, Any]:
    """Children of the plain regions, those that hold no control and no card."""
    found = {
        ids.NOTICES: notices(answer.said, answer.demo, answer.foot.release),
        names.PATH: head.path(answer.crumbs),
        ids.STATEMENT: statement(answer.said, answer.demo, answer.figure),
        names.RATES: published.rates(answer.published),
        ids.BAR: filters.bar(answer.controls),
    }
    return {ids.prop(region): children for region, children in found.items()}
