"""What the plates of the page on costs are made from: its blocks, and amounts as exact euros."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, TypeVar

from dashboard.answers.kosten.parts import Block, Card, KostenAnswer, Ledger, Words
from dashboard.export.plate.parts import Block as Drawn
from dashboard.export.plate.parts import Chart, Key, Line, Listing
from dashboard.export.plate.words import key
from dashboard.wording import costs
from dashboard.wording.units import NBSP

One = TypeVar("One")
#: Cents of one printed unit, by its name.
CENTS: Final = {
    unit.name: unit.cents
    for unit in (costs.MILLIONS, costs.FINE_MILLIONS, costs.THOUSANDS, costs.FINE_THOUSANDS, costs.EURO)
}
MOST_KEYS: Final = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """The blocks of a plate with the chart that says the same; ``keys``: instead of the page's tiles."""

    body: tuple[Drawn, ...]
    chart: Chart
    keys: tuple[Key, ...] = ()
    notes: tuple[str, ...] = ()


def nothing(title: str) -> Shown:
    """A view whose amounts cannot be said."""
    return Shown((), Chart("columns", title, (), (), "€", 0))


def find(answer: KostenAnswer, kind: type[One]) -> tuple[Card, One] | None:
    """The first block of a kind, and the card it is in."""
    found = ((card, block) for card in answer.cards for block in blocks(card) if isinstance(block, kind))
    return next(found, None)


def blocks(card: Card) -> tuple[Block, ...]:
    """Everything a card shows."""
    return (*card.blocks, *card.beside)


def ledgers(card: Card) -> tuple[Ledger, ...]:
    """The ledgers of a card."""
    return tuple(block for block in blocks(card) if isinstance(block, Ledger))


def said(card: Card) -> tuple[str, ...]:
    """The paragraphs of a card that carry no result: what belongs to the notes."""
    return tuple(block.text for block in blocks(card) if isinstance(block, Words) and not block.strong)


def euros(value: float, unit: str) -> float:
    """An amount in a printed unit as euros, exact to the cent it was made from."""
    return round(value * CENTS[unit]) / 100


def listing(ledger: Ledger, title: str = "", weight: float = 1.0) -> Listing:
    """A ledger as a list; sums stand out."""
    lines = tuple(
        Line(
            (line.name.replace("§ ", f"§{NBSP}"), *line.cells),
            focused=line.role in ("sum", "group") or line.chosen,
        )
        for line in ledger.lines
    )
    return Listing(ledger.header, lines, title, weight)


def keys(answer: KostenAnswer) -> tuple[Key, ...]:
    """The page's tiles."""
    return tuple(key(tile) for tile in answer.tiles[:MOST_KEYS])
