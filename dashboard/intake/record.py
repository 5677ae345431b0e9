"""What a shape hands on: the cells of one future observation, still as text, each with its column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dashboard.intake.finding import Place
from dashboard.intake.sign import Value


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its content and the supplier's column name (empty: a fixed value of the description)."""

    value: Value
    column: str = ""

    @property
    def text(self) -> str:
        """The content as text without surrounding blanks."""
        return str(self.value).strip()


@dataclass(frozen=True, slots=True)
class Record:
    """One future observation. ``cells`` by field name of lieferung.toml, ``units`` by role."""

    place: Place
    cells: Mapping[str, Cell]
    units: Mapping[str, str] = field(default_factory=dict)
    quality: str = ""

    def text(self, name: str) -> str:
        """The text of a field, empty if the record has none."""
        cell = self.cells.get(name)
        return "" if cell is None else cell.text

    def column(self, name: str) -> str:
        """The supplier's column of a field, empty for fixed values."""
        cell = self.cells.get(name)
        return "" if cell is None else cell.column
