"""Transitions: where do paths part?"""

from dashboard.answers.uebergaenge.answer import answer, figures
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer

__all__ = ["UebergaengeAnswer", "answer", "figures"]
