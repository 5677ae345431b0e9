"""The pieces of the report on protected small numbers. Words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.parts import Foot, Method, Said, Table, Tile
from dashboard.catalogue.models import Indicator
from dashboard.model import Origin
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of values. ``primary`` were small themselves or delivered hidden, ``secondary`` protect them.

    ``unknown``: nobody knows the value (not published, not asked, makes no sense); nothing is hidden there.
    """

    shown: int = 0
    primary: int = 0
    secondary: int = 0
    unknown: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.shown + other.shown,
            self.primary + other.primary,
            self.secondary + other.secondary,
            self.unknown + other.unknown,
        )

    @property
    def hidden(self) -> int:
        """Values that are not shown to protect people."""
        return self.primary + self.secondary

    @property
    def cells(self) -> int:
        """All values."""
        return self.shown + self.hidden + self.unknown

    def share(self, count: int) -> float:
        """A number of values in per cent of all; 0 where there is none."""
        return 100 * count / self.cells if self.cells else 0.0


@dataclass(frozen=True, slots=True)
class Protected:
    """The values of one indicator and origin. ``tables``: with a hidden value; ``narrowest``: see Audit.

    ``sources``: ids of the sources that the values name; ``years``: the first and the last one.
    """

    indicator: Indicator
    origin: Origin
    tally: Tally
    tables: int
    narrowest: float | None
    sources: tuple[str, ...]
    years: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Family:
    """The values of all indicators of a life phase. ``phase`` is its id, "" for all phases together."""

    phase: str
    title: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class GeheimhaltungAnswer:
    """What the report says about one release."""

    key: Hashable
    view: View
    address: str
    said: Said
    demo: bool
    release: str
    tiles: tuple[Tile, ...]
    picture_title: str
    picture_subtitle: str
    families: tuple[Family, ...]  # of the life phases that have values
    total: Tally
    by_family: Table  # the accessible equal of the picture; all phases together come last
    by_indicator: Table
    rules: Table
    how: tuple[str, ...]
    method: Method
    foot: Foot
    data_href: str  # the page of data, with the same release
