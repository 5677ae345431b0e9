"""The pieces of matrix and chain, typed and final: words are German, links are whole."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.parts import Table
from dashboard.model import TargetStatus


@dataclass(frozen=True, slots=True)
class Cell:
    """One area (or the city) against one target. ``status=None``: not judged, ``word`` says why."""

    area: str
    name: str
    status: TargetStatus | None
    word: str  # "nicht auf Kurs", "geschützt", "nur ganze Stadt"
    text: str  # the judged value, its mark, or ""
    period: str
    sentence: str
    href: str  # "" where there is nothing behind it
    row: int
    column: int
    value: float | None = None  # the judged value as its files have it


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the matrix; its head sorts by it."""

    area: str
    name: str
    href: str  # sorts
    sorted: str  # "", "ascending", "descending": as aria-sort says it
    choose: str  # brings the area into focus
    focused: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One target over the city and the areas; ``group`` is its perspective."""

    id: str
    title: str
    href: str
    goal: str
    example: bool
    group: str
    cells: tuple[Cell, ...]  # the city first
    unit: str = ""
    decimals: int = 1
    year: int = 0  # in which it is to be reached


@dataclass(frozen=True, slots=True)
class Matrix:
    """Targets × areas. ``grouped``: in the order of the perspectives, else as sorted."""

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    target_href: str  # back to the order of the scorecard
    target_sorted: str
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]  # per column: "3 von 10"
    grouped: bool
    left: str  # "30 von 32 Zielen"
    table: Table


@dataclass(frozen=True, slots=True)
class Reach:
    """An indicator of reach in one phase: whom the programme gets to."""

    title: str
    href: str
    period: str
    values: tuple[tuple[str, float | None, str], ...]  # area, share, printed


@dataclass(frozen=True, slots=True)
class Phase:
    """One link of the chain. ``gap``: what is missing here, in words; "" where nothing is."""

    id: str
    title: str
    across: bool  # accompanies all phases
    reach: tuple[Reach, ...]
    reach_gap: str
    targets: tuple[MatrixRow, ...]
    result_gap: str
    summary: str  # "1 von 3 Zielen erreicht oder auf Kurs"


@dataclass(frozen=True, slots=True)
class Chain:
    """The prevention chain with the areas in their order, the city first."""

    title: str
    subtitle: str
    areas: tuple[tuple[str, str, str, bool], ...]  # id, name, address, focused
    phases: tuple[Phase, ...]
    table: Table
