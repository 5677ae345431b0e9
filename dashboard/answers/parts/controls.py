"""What a reader can choose, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass

Option = tuple[str, str]  # value, German label


@dataclass(frozen=True, slots=True)
class Select:
    """One choice of the reader; hidden where there is nothing to choose. ``name``: the parameter."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One area in the 3×3 picker of the phone."""

    name: str
    href: str
    row: int
    column: int
    focused: bool


@dataclass(frozen=True, slots=True)
class Controls:
    """What the reader can choose, and what is chosen."""

    selects: tuple[Select, ...]
    hidden: tuple[Option, ...]  # name and value of what the form carries along
    cells: tuple[Cell, ...]
    city_href: str  # the view without an area in focus; "" where there is none
    title: str  # what the phone's bar says is shown
    chosen: str  # area and period beside it
    with_years: bool = False
    years: tuple[int, ...] = ()
    year: int = 0
    year_label: str = ""
    first_label: str = ""
    period_kind: str = ""
