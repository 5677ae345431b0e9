"""Why a release is not built: every reason at once, in German."""

from __future__ import annotations

from collections.abc import Sequence


class ReleaseRefused(ValueError):
    """The inputs do not make a release. ``problems``: one German line each."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(["Der Datenstand wird nicht erstellt:", *(f"  {p}" for p in problems)]))
