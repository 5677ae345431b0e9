"""The figures of the way down for files: what icicle, ledger and bars show and no stored cell holds."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.answers.kosten import levels, per_head, tree
from dashboard.answers.kosten.book import REST
from dashboard.answers.kosten.computed import computed, name_of
from dashboard.answers.kosten.path import Way
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.tree import Node
from dashboard.answers.rows import Row
from dashboard.model import CITY, TOTAL

Part = tuple[str, int, str, int | None, str]  # area, year, part, cents, title of what is no area


def rows(scope: Scope) -> Iterator[Row]:
    """Amounts of the levels that are shown, then the node per 1,000 inhabitants below 21, by area."""
    way = Way.of(scope.whole())
    name, stored = name_of(way.scope), {TOTAL, *(kind.id for kind in scope.book.kinds)}
    for area, year, part, cents, title in _parts(way):
        if cents is not None and (scope.is_real or title or part not in stored):
            yield computed(way.scope, name, area, str(year), part, cents, title=title)
    name = name_of(scope.per_head())
    for area, (_amount, cents) in per_head.rates(way).items():
        if cents is not None:
            yield computed(way.scope, name, area, str(scope.year), _key(way.node), cents)


def _parts(way: Way) -> Iterator[Part]:
    """Total, settings and kinds of the city, the node in its areas, and its years in the area in focus."""
    scope, book, year = way.scope, way.scope.book, way.scope.year
    yield CITY, year, TOTAL, way.of_node(Node(), CITY).cents, ""
    for child in tree.settings(book, CITY, year):
        yield CITY, year, child.key, way.child(child).cents, _remainder(child)
    for setting in book.settings:
        for child in tree.kinds(book, setting, CITY, year):
            yield CITY, year, child.key, way.child(child).cents, ""
    for child in tree.areas(book, way.node, year):
        area = CITY if child.key == REST else child.key
        yield child.key, year, _key(way.node), way.child(child, area).cents, _remainder(child)
    if levels.depth(way) == levels.NAMES.index("Jahr"):
        others = (other for other in scope.years if other != year)
        for other in others:
            amount = way.of_node(way.node, scope.view.raum, other)
            yield scope.view.raum, other, _key(way.node), amount.cents, ""


def _key(node: Node) -> str:
    return node.kind or node.setting or TOTAL


def _remainder(child: tree.Child) -> str:
    """What a remainder is called; empty for a part with a name of its own."""
    return child.title if child.key == REST else ""
