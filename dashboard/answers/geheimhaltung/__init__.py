"""The answer of ``/daten/geheimhaltung``: how much is hidden, by which rule; never what is in it."""

from __future__ import annotations

from dashboard.answers.geheimhaltung.answer import answer
from dashboard.answers.geheimhaltung.export import figures
from dashboard.answers.geheimhaltung.parts import GeheimhaltungAnswer

__all__ = ["GeheimhaltungAnswer", "answer", "figures"]
