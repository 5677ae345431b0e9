"""What the page on measures is made of, typed; everything in here is final words."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.parts import Controls, Foot, Method, Said, Table
from dashboard.display import SpreadPoint
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its paragraphs; more than one paragraph is a list."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure in the list. ``verdict``: whether its areas allow a comparison at all."""

    title: str
    description: str
    href: str
    period: str
    assumed: str  # "Beginn angenommen", or empty
    places: str
    phase: str
    budget: str
    budget_note: str
    verdict: str
    possible: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """The event study: difference of both groups to the last period before the start."""

    title: str
    subtitle: str
    description: str
    points: tuple[SpreadPoint, ...]
    start: int
    start_label: str
    unit_label: str
    table: Table


@dataclass(frozen=True, slots=True)
class WirkungAnswer:
    """Everything the page shows. ``picture`` and ``areas`` are None where nothing can be computed."""

    key: Hashable
    view: View
    address: str
    said: Said
    demo: bool
    controls: Controls
    picture: Picture | None
    blocks: tuple[Block, ...]
    areas: Table | None
    measures: tuple[MeasureRow, ...]
    method: Method
    foot: Foot
