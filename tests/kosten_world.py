"""The page on costs over the whole release, asked the way a reader asks."""

from __future__ import annotations

from dashboard.answers.desk import Desk
from dashboard.answers.kosten import KostenAnswer, answer, figures
from dashboard.answers.kosten.book import Book
from dashboard.answers.kosten.parts import Block, Ledger, Line
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.tree import Child, Node
from dashboard.answers.parts import Figures
from dashboard.state import KOSTEN

VIEWS = ("", "ursachen", "praevention", "raeume", "szenario", "projekt")


def shown(desk: Desk, **query: str) -> KostenAnswer:
    """The page for an address."""
    return desk.ask(KOSTEN, query, answer)


def files(desk: Desk, **query: str) -> Figures:
    """The figures of the same view."""
    return figures(desk.asking(KOSTEN, query))


def scope(desk: Desk, **query: str) -> Scope:
    """The books as the view reads them."""
    return Scope.of(desk.asking(KOSTEN, query))


def nodes(book: Book) -> list[Node]:
    """All helps, every setting, every kind."""
    kinds = [Node(kind.setting, kind.id) for kind in book.kinds]
    return [Node(), *(Node(setting) for setting in book.settings), *kinds]


def summed(children: list[Child]) -> tuple[int, int, int | None]:
    """Cents, cases and days of what is shown; no days where a shown part has none."""
    parts = [child.amount for child in children if child.amount.cents is not None]
    days = [part.days for part in parts]
    known = [each for each in days if each is not None]
    whole = sum(known) if days and len(known) == len(days) else None
    return sum(part.cents or 0 for part in parts), sum(part.cases or 0 for part in parts), whole


def blocks(page: KostenAnswer) -> list[Block]:
    """Everything that is in the cards."""
    return [block for card in page.cards for block in (*card.blocks, *card.beside)]


def lines(page: KostenAnswer) -> list[Line]:
    """All rows of all ledgers."""
    return [line for block in blocks(page) if isinstance(block, Ledger) for line in block.lines]
