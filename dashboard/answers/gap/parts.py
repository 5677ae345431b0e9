"""What the card on the gap shows, typed and final: words are German."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.parts import Foot, Table
from dashboard.display import BreakMark, GapPoint, SpreadPoint


@dataclass(frozen=True, slots=True)
class Apart:
    """The card on the gap between the areas. ``spread``: true spread over time."""

    there: bool
    title: str
    subtitle: str
    description: str
    points: tuple[GapPoint, ...]
    spread: tuple[SpreadPoint, ...]
    spread_title: str
    breaks: tuple[BreakMark, ...]
    unit_label: str
    measures: tuple[tuple[str, str, str], ...]  # name, value, what it is
    notes: tuple[str, ...]
    table: Table
    foot: Foot
