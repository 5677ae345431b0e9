"""What a caller may see, as types: a function that asks for a :class:`StaffScope` gets no other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

Level = Literal["öffentlich", "fachkräfte"]
STAFF: Level = "fachkräfte"


@dataclass(frozen=True, slots=True)
class PublicScope:
    """Everybody: the city, its Sozialräume and Stadtbezirke."""


@dataclass(frozen=True, slots=True)
class StaffScope:
    """Planners: facilities as well, of ``areas`` (``None`` = of all) until ``expires`` (with time zone).

    ``via`` tells where the right comes from: ``link:<id>`` or ``anmeldung``.
    """

    areas: frozenset[str] | None
    expires: datetime
    via: str

    def is_over(self, now: datetime) -> bool:
        """Whether the right has ended."""
        return now >= self.expires


Scope: TypeAlias = PublicScope | StaffScope
PUBLIC = PublicScope()
