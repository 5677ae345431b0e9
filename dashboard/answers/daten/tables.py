"""A release as tables: what every file of it holds, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

Cell = str | int | float | Decimal | None
Kind = Literal["string", "integer", "number"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``name`` is for machines, ``title`` for people; ``required``: no cell is empty."""

    name: str
    title: str
    description: str
    kind: Kind = "string"
    required: bool = False
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table with as many cells per row as columns.

    ``key``: columns that name a row together; ``refers``: a column and the table in whose first column
    its cells stand. ``decimals``: of the column ``wert``, row by row (empty where there is none).
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...] = ()
    decimals: tuple[int, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole release, ready to be written. ``about`` and ``signs`` are pairs of term and text."""

    release: str
    created: datetime
    content_hash: str
    title: str
    statement: str
    detail: str
    tables: tuple[DataTable, ...]
    about: tuple[tuple[str, str], ...]
    signs: tuple[tuple[str, str], ...]

    def table(self, name: str) -> DataTable:
        """The table of this name; ``KeyError`` if there is none."""
        return {table.name: table for table in self.tables}[name]
