"""What does it cost, and why does it rise?"""

from __future__ import annotations

from dashboard.answers.kosten.answer import answer, figures
from dashboard.answers.kosten.parts import KostenAnswer

__all__ = ["KostenAnswer", "answer", "figures"]
