"""The pieces of the view on convergence, typed and final."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.parts import Table
from dashboard.display import SpreadPoint
from dashboard.model import ConvergenceLabel


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One tested indicator: spread at both ends, result and p."""

    indicator: str
    title: str
    href: str  # brings it into the large picture
    label: ConvergenceLabel
    word: str
    p: str
    first: float
    last: float
    first_text: str
    last_text: str
    period: str
    focused: bool


@dataclass(frozen=True, slots=True)
class SpreadGroup:
    """Indicators in one unit, so that one scale holds for all of them."""

    unit: str
    title: str
    top: float  # end of the scale, which begins at 0
    rows: tuple[SpreadRow, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """A small picture of a spread over time."""

    title: str
    href: str
    word: str
    label: ConvergenceLabel
    points: tuple[SpreadPoint, ...]
    breaks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """The indicator in the large picture."""

    title: str
    subtitle: str
    sentence: str
    href: str  # its own page
    points: tuple[SpreadPoint, ...]
    breaks: tuple[tuple[int, str], ...]
    unit: str
    description: str
    table: Table


@dataclass(frozen=True, slots=True)
class Approach:
    """The view on convergence."""

    focus: Focus | None
    groups: tuple[SpreadGroup, ...]
    smalls: tuple[Small, ...]
    untested: str
    table: Table
