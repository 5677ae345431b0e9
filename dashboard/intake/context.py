"""What every step of reading one file needs to hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.intake.description.models import Description, FileDescription
from dashboard.intake.finding import Findings
from dashboard.intake.vocabulary import Vocabulary

Cell = tuple[str, str, int, str]


@dataclass(frozen=True, slots=True)
class Context:
    """One file of a delivery with its description, the catalogue, and where problems go.

    ``met``: cells (indicator, area, year, breakdown) that were delivered, even with a wrong figure.
    """

    delivery: Description
    file: FileDescription
    catalogue: Vocabulary
    findings: Findings
    met: set[Cell] = field(default_factory=set)
