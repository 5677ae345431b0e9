"""The page of data and downloads, and a whole release as tables."""

from __future__ import annotations

from dashboard.answers.daten.answer import answer

__all__ = ["answer"]
