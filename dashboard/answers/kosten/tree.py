"""The way down: total → Bereich → Hilfeart → Sozialraum → Jahr. Every level sums to the one above."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.kosten.amount import Amount, remainder
from dashboard.answers.kosten.book import REST, SETTINGS, Book
from dashboard.catalogue.models import CostKind
from dashboard.model import CITY, TOTAL

NOT_ASSIGNED = "nicht zugeordnet"
PROTECTED = "geschützt (zusammen)"
NOT_SPLIT = "nicht aufgeteilt"


@dataclass(frozen=True, slots=True)
class Node:
    """Which part of the helps: all, a setting, or a kind of help (``kind`` id, with its setting)."""

    setting: str = ""
    kind: str = ""

    @property
    def is_root(self) -> bool:
        """Whether all helps are meant."""
        return not self.setting


@dataclass(frozen=True, slots=True)
class Child:
    """A part of a node: what it is, and what is shown of it. ``key`` is REST for a remainder."""

    key: str
    title: str
    amount: Amount


def node_of(book: Book, setting: str, kind: str) -> Node:
    """The node of an address: a kind of help brings its own setting."""
    found = next((each for each in book.kinds if each.id == kind), None)
    if found is not None:
        return Node(found.setting, found.id)
    return Node(setting) if setting in book.settings else Node()


def kinds_of(book: Book, node: Node) -> tuple[CostKind, ...]:
    """The kinds of help in a node."""
    if node.kind:
        return tuple(kind for kind in book.kinds if kind.id == node.kind)
    return book.of_setting(node.setting) if node.setting else book.kinds


def amount(book: Book, node: Node, area: str, year: int) -> Amount:
    """What is shown of a node in an area: the booked total of all helps, else the counted kinds."""
    if node.is_root:
        return book.amount(area, year, TOTAL)
    return book.of(area, year, kinds_of(book, node))


def settings(book: Book, area: str, year: int) -> list[Child]:
    """The total's parts: settings, and what no setting may show."""
    found = [Child(name, SETTINGS[name], amount(book, Node(name), area, year)) for name in book.settings]
    rest = book.rest(area, year)
    title = PROTECTED if rest is not None and rest.hidden else NOT_SPLIT
    return found if rest is None else [*found, Child(REST, title, rest)]


def kinds(book: Book, setting: str, area: str, year: int) -> list[Child]:
    """A setting's kinds; those that are not counted belong to the total's remainder."""
    return [
        Child(kind.id, kind.short_title, book.cell(area, year, kind.id)) for kind in book.of_setting(setting)
    ]


def areas(book: Book, node: Node, year: int) -> list[Child]:
    """The areas of a node, and what belongs to none or may not be said."""
    whole = amount(book, node, CITY, year)
    found = [Child(area, "", amount(book, node, area, year)) for area in book.areas]
    rest = remainder(whole, _cells(book, node, year))
    if rest is None:
        return found
    return [*found, Child(REST, PROTECTED if rest.hidden else NOT_ASSIGNED, rest)]


def is_complete(book: Book, node: Node, area: str, year: int) -> bool:
    """Whether an area's amount holds every kind that the city's amount of the node holds."""
    counted = [kind for kind in kinds_of(book, node) if book.is_counted(kind.id, year)]
    return node.is_root or all(book.cell(area, year, kind.id).cents is not None for kind in counted)


def left_out(book: Book, node: Node, year: int) -> tuple[CostKind, ...]:
    """The kinds of a node that no sum holds because the city's amount is not shown."""
    kinds = () if node.is_root else kinds_of(book, node)
    return tuple(kind for kind in kinds if not book.is_counted(kind.id, year))


def _cells(book: Book, node: Node, year: int) -> list[Amount]:
    """All cells that the areas' parts are made of: a remainder of a single one would give it away."""
    if node.is_root:
        return [book.amount(area, year, TOTAL) for area in book.areas]
    counted = [kind for kind in kinds_of(book, node) if book.is_counted(kind.id, year)]
    return [book.cell(area, year, kind.id) for area in book.areas for kind in counted]


def years(book: Book, node: Node, area: str) -> list[Child]:
    """A node's amounts over the years."""
    return [Child(str(year), str(year), amount(book, node, area, year)) for year in book.years]
