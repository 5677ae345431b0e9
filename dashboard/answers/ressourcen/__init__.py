"""By which rule is money distributed?"""

from __future__ import annotations

from dashboard.answers.ressourcen.answer import answer, figures
from dashboard.answers.ressourcen.parts import RessourcenAnswer

__all__ = ["RessourcenAnswer", "answer", "figures"]
