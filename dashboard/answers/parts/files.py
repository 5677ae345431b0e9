"""What stands under a card, and a view's figures for files."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.parts.controls import Option
from dashboard.answers.rows import Described, Row
from dashboard.model import Origin


@dataclass(frozen=True, slots=True)
class Foot:
    """Source, origin and release under every card."""

    source: str
    origin: Origin
    origin_word: str
    release: str
    files: tuple[Option, ...]  # label, address


@dataclass(frozen=True, slots=True)
class Figures:
    """A view's figures for files: rows, and what is said about them. ``name``: of the file, no ending."""

    name: str
    title: str
    statement: str
    detail: str
    period: str
    unit: str
    origin: Origin
    source: str
    release: str
    address: str
    filters: tuple[tuple[str, str], ...]  # in words: what was chosen
    notices: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[Row, ...]
    indicators: tuple[Described, ...] = ()  # of files that hold several indicators
