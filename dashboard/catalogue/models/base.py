"""What all catalogue entries share: their base class and the words they may use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Kind = Literal["share", "rate", "mean", "count", "euro", "index"]
Polarity = Literal["high", "low", "none"]
PeriodKind = Literal["year", "school_year", "key_date"]
LifePhase = Literal[
    "start", "kita", "grundschule", "uebergang-sek1", "sek1", "uebergang-beruf", "sek2",
    "eltern", "fachkraefte", "alle",
]  # fmt: skip
Perspective = Literal["adressaten", "prozesse", "kosten", "fachkraefte"]
AreaKind = Literal[
    "stadt", "sozialraum", "stadtbezirk", "statistischer_bezirk", "einrichtung",
    "spanne", "programmgebiet", "vergleich",
]  # fmt: skip


class Entry(BaseModel):
    """Base of all catalogue entries: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")
