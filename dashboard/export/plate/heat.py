"""Many judged cells as a table: what a slide shows as a heat map that can be edited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from dashboard.figures import theme
from dashboard.model import TargetStatus

#: What a cell can be: a judged state, protected, or nothing to judge.
HeatCell = TargetStatus | Literal["hidden"] | None
#: Of targets, as areas: a state that is not final is the lighter one.
FILLS: Final[dict[TargetStatus, str]] = {
    "reached": theme.PETROL, "on_track": theme.SEQUENTIAL[2], "off_track": theme.DIVERGING[2],
    "missed": theme.ORANGE, "open": theme.FADED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One line. ``first``: it stays where there is no room for all of them."""

    title: str
    cells: tuple[HeatCell, ...]
    first: bool = True


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows by columns. ``words``: what the cells in use mean. ``focused``: the place of a column.

    ``rest``: what rows are called ("Ziele").
    """

    title: str
    corner: str  # head of the titles
    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    words: tuple[tuple[HeatCell, str], ...]
    focused: int | None = None
    rest: str = ""
