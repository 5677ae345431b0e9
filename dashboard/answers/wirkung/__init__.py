"""The answer of ``/ziele/wirkung``: what became of the areas with a measure?"""

from __future__ import annotations

from dashboard.answers.wirkung.answer import answer
from dashboard.answers.wirkung.export import figures

__all__ = ["answer", "figures"]
