"""The cross table of recommendation and choice as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Step = Literal["lower", "same", "higher", "none"]


@dataclass(frozen=True, slots=True)
class CrossCell:
    """Children with one recommendation who chose one form. ``share``: of the recommendation, in per cent.

    ``step``: ``lower``, ``same``, ``higher`` than recommended, or ``none`` (a form beside them all).
    """

    text: str
    n_text: str
    share: float | None
    step: Step
    hidden: bool = False
    limits: str = ""  # 95 % interval of the share


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One recommendation, with the children who got it and a cell per chosen form."""

    name: str
    n_text: str
    cells: tuple[CrossCell, ...]


@dataclass(frozen=True, slots=True)
class Cross:
    """Recommended (rows) by chosen form (columns)."""

    columns: tuple[str, ...]
    rows: tuple[CrossRow, ...]
