"""The parts of an indicator's page: drawn whole for the page, and as changes for the round trip."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component

from dashboard import ids
from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.answers.kennzahl.controls import HIDDEN, SELECTS
from dashboard.components import filters, html
from dashboard.components.kennzahl import below, cards, head, names
from dashboard.components.published import published
from dashboard.components.statement import notices, statement
from dashboard.components.wild import wild

__all__ = ["KEYS", "changes", "content"]

_REGIONS = (
    ids.NOTICES, names.PATH, ids.STATEMENT, names.LOCATOR, ids.TILES, names.SPLIT, names.KNOWN,
    ids.PUBLISHED, ids.BAR,
)  # fmt: skip
#: Every property that a change of the view sets.
KEYS = (
    *[ids.prop(region) for region in _REGIONS],
    ids.prop(names.CARDS, "className"),
    *head.view_keys(),
    *filters.keys(SELECTS, HIDDEN),
    *cards.KEYS,
)


def changes(answer: KennzahlAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    return {
        **_regions(answer),
        ids.prop(names.CARDS, "className"): _class(answer),
        **head.view_changes(answer.views),
        **filters.changes(answer.controls),
        **cards.changes(answer),
    }


def content(answer: KennzahlAnswer) -> list[Component]:
    """Everything between header and footer, for one answer."""
    part = _regions(answer)

    def region(name: str, classes: str = "") -> Component:
        return html.Div(part[ids.prop(name)], id=name, className=classes or None)

    head_of = [
        html.Nav(part[ids.prop(names.PATH)], id=names.PATH, className="pfad", **wild(aria_label="Pfad")),
        head.views(answer.views),
        region(ids.STATEMENT, "statement"),
        region(names.LOCATOR, "where"),
    ]
    return [
        region(ids.NOTICES),
        html.Div(head_of, className="head"),
        filters.form(answer.controls, answer.view.place.name),
        html.Dl(part[ids.prop(ids.TILES)], id=ids.TILES, className="tiles"),
        html.Div(cards.three(answer), id=names.CARDS, className=_class(answer)),
        region(names.SPLIT, "card split"),
        region(names.KNOWN, "known"),
        region(ids.PUBLISHED, "beside"),
        region(ids.BAR),
    ]


def _class(answer: KennzahlAnswer) -> str:
    """Which card comes first, and what there is nothing of."""
    there = {"abstand": answer.apart.there, "vergleich": answer.between.there}
    first = answer.view.ansicht if there.get(answer.view.ansicht) else "entwicklung"
    alone = "" if answer.developing.entries else " nur-stadt"
    single = "" if answer.developing.drawn else " ein-zeitraum"
    return f"views {first}-first{alone}{single}"


def _regions(answer: KennzahlAnswer) -> dict[str, Any]:
    """Children of the plain regions, those that hold no control and no chart."""
    found = {
        ids.NOTICES: notices(answer.said, answer.demo, answer.foot.release),
        names.PATH: head.path(answer.crumbs),
        ids.STATEMENT: statement(answer.said, answer.demo, answer.figure),
        names.LOCATOR: head.locator(answer),
        ids.TILES: head.tiles(answer.tiles),
        names.SPLIT: below.split(answer.split),
        names.KNOWN: below.known(answer),
        ids.PUBLISHED: published(answer.published),
        ids.BAR: filters.bar(answer.controls),
    }
    return {ids.prop(region): children for region, children in found.items()}
