"""What the page's cards show, typed and final: words are German, links are whole."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.parts import Foot, Table
from dashboard.display import History, Sign, SlopeRow


@dataclass(frozen=True, slots=True)
class Entry:
    """One area (or the city, without link) in the list beside the picture."""

    area: str
    name: str
    text: str
    sign: Sign
    spoken: str
    noted: bool
    href: str
    focused: bool


@dataclass(frozen=True, slots=True)
class Numbers:
    """A row of figures below the years: year and printed number, "" where there is none."""

    name: str
    cells: tuple[tuple[int, str], ...]
    strong: bool


@dataclass(frozen=True, slots=True)
class Developing:
    """The card on the development. ``numbers``: rows that fit below the axis."""

    title: str
    subtitle: str
    description: str
    history: History
    numbers: tuple[Numbers, ...]
    list_title: str
    entries: tuple[Entry, ...]
    table: Table
    foot: Foot

    @property
    def there(self) -> bool:
        """Whether there is anything that the headline does not say: several periods or several areas."""
        return len(self.history.years) > 1 or bool(self.entries)

    @property
    def drawn(self) -> bool:
        """Whether there is more than one period: a single one is no picture over time."""
        return len(self.history.years) > 1


@dataclass(frozen=True, slots=True)
class Between:
    """The card on two periods."""

    there: bool
    title: str
    subtitle: str
    description: str
    first_label: str
    last_label: str
    change_label: str  # "± Punkte"
    rows: tuple[SlopeRow, ...]
    table: Table
    foot: Foot


@dataclass(frozen=True, slots=True)
class Bar:
    """One category of the shown period; ``width``, ``lower`` and ``upper`` in percent of the scale."""

    name: str
    text: str
    interval_text: str
    width: float | None
    lower: float | None
    upper: float | None
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Split:
    """The card on the categories; ``note`` says how they relate to the total."""

    there: bool
    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    note: str
