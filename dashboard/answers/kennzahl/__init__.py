"""One indicator over all areas and years."""

from dashboard.answers.kennzahl.answer import answer, figures
from dashboard.answers.kennzahl.parts import KennzahlAnswer

__all__ = ["KennzahlAnswer", "answer", "figures"]
