"""How far the areas lie apart: the card that the pages of an indicator and of the transitions share."""

from __future__ import annotations

from dashboard.answers.gap.apart import apart
from dashboard.answers.gap.parts import Apart

__all__ = ["Apart", "apart"]
