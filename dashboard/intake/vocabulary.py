"""What the intake room needs of the catalogue, and how a name is suggested without being guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Protocol

from dashboard.catalogue.models import Area, AreaKind, Indicator, Source
from dashboard.intake.finding import quoted


class Vocabulary(Protocol):
    """The part of the catalogue a delivery is read with."""

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """Indicators by id."""

    @property
    def areas(self) -> Mapping[str, Area]:
        """Areas by id."""

    @property
    def sources(self) -> Mapping[str, Source]:
        """Sources by id."""

    def resolve_area(self, text: str, kind: AreaKind | None = None) -> Area | None:
        """The area that ``text`` (id, name, alias or key) means, or None."""


def suggestion(text: str, names: Iterable[str]) -> str:
    """``Gemeint vielleicht: „…“?`` with up to three near names, or an empty text."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(name.casefold(), name)
    near = get_close_matches(text.casefold(), by_key, n=3, cutoff=0.6)
    if not near:
        return ""
    return f" Gemeint vielleicht: {', '.join(quoted(by_key[key]) for key in near)}?"


def area_ids(catalogue: Vocabulary, kind: AreaKind) -> tuple[str, ...]:
    """Ids of all areas of one kind, in the catalogue's order."""
    return tuple(area.id for area in catalogue.areas.values() if area.kind == kind)
