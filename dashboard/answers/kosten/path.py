"""Where on the way down a view stands: node, area, year, and the links to the other levels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.answers.kosten import tree
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import REST, SETTINGS
from dashboard.answers.kosten.printing import HIDDEN, Printed, hierarchy
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.tree import Child, Node, amount, node_of
from dashboard.model import CITY, TOTAL
from dashboard.wording.costs import Money, unit_for
from dashboard.wording.units import NBSP

ALL = "Hilfen zur Erziehung"


@dataclass(frozen=True)
class Way:
    """A view of the way down; ``scope`` is in totals."""

    scope: Scope
    node: Node

    @classmethod
    def of(cls, scope: Scope) -> Way:
        """The node of the view's parameters."""
        return cls(scope, node_of(scope.book, scope.view.get("bereich"), scope.view.merkmal))

    @cached_property
    def whole(self) -> Printed:
        """The city's kinds of help as printed, under their settings."""
        return hierarchy(self.scope, self.scope.year, CITY)

    @cached_property
    def areas(self) -> Printed:
        """The node's areas as printed: they sum to the node's printed amount."""
        found = tree.areas(self.scope.book, self.node, self.scope.year)
        shown = {
            child.key: self.child(child, CITY if child.key == REST else child.key).cents for child in found
        }
        parts = {key: cents for key, cents in shown.items() if cents is not None}
        own = self.amount(CITY).cents
        unit = self.unit_of(self.node)
        complete = own is not None and (REST in parts or len(parts) == len(found))
        return Printed(parts, unit, self.steps(self.node, unit) if complete else None)

    def keys(self, node: Node) -> tuple[str, ...]:
        """The printed parts of the city that make a node."""
        wanted = [kind.id for kind in tree.kinds_of(self.scope.book, node)] + ([REST] if node.is_root else [])
        return tuple(key for key in wanted if key in self.whole.keys)

    def unit_of(self, node: Node) -> Money:
        """The fine unit of a node's amount in the city."""
        return unit_for(self.of_node(node, CITY).cents or 0, fine=True)

    def steps(self, node: Node, unit: Money) -> int | None:
        """The node's printed steps: those of the city's table where the unit is the same."""
        if unit == self.whole.unit:
            return self.whole.steps(*self.keys(node))
        cents = self.of_node(node, CITY).cents
        return None if cents is None else unit.steps(cents)

    def text(self, node: Node, area: str = CITY) -> str:
        """A node's amount as every table of the view prints it; empty where it is not shown."""
        if area != CITY:
            return self.areas.text(area) if area in self.areas.keys else ""
        cents, unit = self.of_node(node, CITY).cents, self.unit_of(node)
        steps = self.steps(node, unit)
        return "" if cents is None or steps is None else f"{unit.bare(steps)}{NBSP}{unit.name}"

    def share(self, area: str) -> str:
        """The node's share in all helps of the city; of an area its share in the city's node."""
        if area != CITY:
            return self.areas.share(area) if area in self.areas.keys else ""
        return self.whole.share(*self.keys(self.node)) if self.keys(self.node) else ""

    def of_node(self, node: Node, area: str, year: int | None = None) -> Amount:
        """A node of an area in the euros of the view."""
        year = year or self.scope.year
        return self.scope.in_euros(amount(self.scope.book, node, area, year), year, area)

    def amount(self, area: str) -> Amount:
        """This node of an area."""
        return self.of_node(self.node, area)

    def child(self, child: Child, area: str = CITY) -> Amount:
        """A child's amount in the euros of the view."""
        return self.scope.in_euros(child.amount, self.scope.year, area)

    def title(self, node: Node | None = None) -> str:
        """Name of a node: "Hilfen zur Erziehung", "stationär", "Heimerziehung"."""
        node = node or self.node
        kind = next((kind for kind in self.scope.book.kinds if kind.id == node.kind), None)
        return kind.title if kind else SETTINGS.get(node.setting, ALL)

    def short(self, node: Node) -> str:
        """Short name of a node."""
        kind = next((kind for kind in self.scope.book.kinds if kind.id == node.kind), None)
        return kind.short_title if kind else SETTINGS.get(node.setting, "HzE")

    def label(self) -> str:
        """The node at the beginning of a title: "Bereich „ambulant“", "Heimerziehung, betreute Wohnform"."""
        return f"Bereich „{self.title()}“" if self.node.setting and not self.node.kind else self.title()

    def phrase(self) -> str:
        """The node after "auf": "„Heimerziehung, betreute Wohnform“", "den Bereich „stationär“"."""
        if self.node.kind:
            return f"„{self.title()}“"
        return f"den Bereich „{self.title()}“" if self.node.setting else f"die {ALL}"

    def href(self, node: Node, area: str | None = None) -> str:
        """The address of a node, in the same area unless another is named."""
        setting = "" if node.kind else node.setting
        view = self.scope.view.with_more("bereich", setting)
        area = self.scope.view.raum if area is None else area
        return replace(view, merkmal=node.kind or TOTAL, raum=area, jahr=self.scope.view.jahr).address(
            self.scope.choices
        )

    def in_year(self, year: int) -> str:
        """The address of the same place in another year."""
        last = self.scope.book.years[-1]
        return replace(self.scope.view, jahr=None if year == last else year).address(self.scope.choices)

    def crumbs(self) -> tuple[tuple[str, str, str], ...]:
        """Label with amount, address and key of every level from the top; the last is where we are."""
        steps = [(Node(), CITY)]
        if self.node.setting:
            steps.append((Node(self.node.setting), CITY))
        if self.node.kind:
            steps.append((self.node, CITY))
        if not self.scope.is_city:
            steps.append((self.node, self.scope.view.raum))
        return tuple(
            (self._label(node, area), self.href(node, area), _key(node, area)) for node, area in steps
        )

    def _label(self, node: Node, area: str) -> str:
        name = self.scope.catalogue.areas[area].name if area != CITY else self.short(node)
        return f"{name} {self.text(node, area) or HIDDEN}"


def _key(node: Node, area: str) -> str:
    """What the row that leads here is called: the keyboard follows it."""
    return area if area != CITY else node.kind or node.setting or "alle"


def child_node(node: Node, key: str) -> Node | None:
    """The node that a part of this node is; None for a remainder."""
    if key == REST:
        return None
    return Node(node.setting, key) if node.setting else Node(key)
