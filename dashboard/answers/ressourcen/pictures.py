"""What the three cards draw, typed. Texts are printed German, links are whole."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Index:
    """The index of one area as drawn and printed."""

    score: float
    low: float
    high: float
    text: str
    range_text: str
    factor: str


@dataclass(frozen=True, slots=True)
class Row:
    """One area: index, people, what it gets. Bars are shares of the longest (0 … 1)."""

    area: str
    name: str
    href: str
    focused: bool
    index: Index | None
    people: str
    amount: str
    share: str
    bar: float
    bar_low: float
    bar_high: float
    range_text: str
    per_head: str
    size: float = 0.0  # what it gets, in posts or euros


@dataclass(frozen=True, slots=True)
class Main:
    """The areas with index and distribution; the last line is the exact sum."""

    rows: tuple[Row, ...]
    people: str  # heading of the column
    unit: str
    per_head: str
    sums: tuple[str, str, str, str]  # people, amount, share, per head
    limits: tuple[float, float]  # of the index


@dataclass(frozen=True, slots=True)
class Piece:
    """What one criterion adds to the index of one area. ``colour``: place in the legend."""

    colour: int
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Stack:
    """The index of one area by criteria; ``score`` is their sum."""

    area: str
    name: str
    href: str
    focused: bool
    pieces: tuple[Piece, ...]
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Made:
    """What the indices are made of. ``legend``: criteria with their part of all weights."""

    stacks: tuple[Stack, ...]
    legend: tuple[str, ...]
    limits: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Difference:
    """One area today and under the rule; ``bar``: −1 … 1 of the largest difference."""

    area: str
    name: str
    href: str
    focused: bool
    today: str
    then: str
    change: str
    word: str  # mehr, weniger, gleich
    bar: float
    size: float = 0.0  # today, in posts or euros


@dataclass(frozen=True, slots=True)
class Compared:
    """All areas against today; ``sums``: today, then, difference. ``same``: link to today's amount."""

    rows: tuple[Difference, ...]
    sums: tuple[str, str, str]
    unit: str
    note: str
    same: tuple[str, str]  # label and address, both "" where it is today's amount already
