"""What the protected database holds: facilities, and the links that let planners see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class FacilityValue:
    """One figure of a facility. ``year`` as in :class:`dashboard.model.Observation`."""

    indicator: str
    year: int
    value: float
    delivery: str


@dataclass(frozen=True, slots=True)
class FacilityFact:
    """A school or another facility. ``area`` is its Sozialraum, ``None`` where its place is not known."""

    number: str
    name: str
    form: str
    postcode: str
    area: str | None
    values: tuple[FacilityValue, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkRecord:
    """A link that was given out; ``areas`` is ``None`` for all. ``purpose`` is all it says about whom.

    ``address`` is what it opens. All times are UTC.
    """

    id: str
    purpose: str
    areas: frozenset[str] | None
    address: str
    created: datetime
    expires: datetime
    withdrawn: datetime | None = None
