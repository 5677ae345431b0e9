"""What the protected database holds: facilities, and the links that let planners see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dashboard.model import TOTAL, Origin, Status


@dataclass(frozen=True, slots=True)
class FacilityValue:
    """One figure of a facility; fields as in :class:`dashboard.model.Observation`.

    A hidden one (``status``) carries no number at all. ``delivery`` is empty for demo values.
    """

    indicator: str
    year: int
    value: float | None
    delivery: str
    breakdown: str = TOTAL
    numerator: float | None = None
    denominator: float | None = None
    status: Status = "valid"
    origin: Origin = "delivered"
    lower: float | None = None
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class FacilityFact:
    """A school or another facility. ``area`` is its Sozialraum, ``None`` where its place is not known.

    ``origin``: ``demo`` for an invented one.
    """

    number: str
    name: str
    form: str
    postcode: str
    area: str | None
    values: tuple[FacilityValue, ...] = ()
    origin: Origin = "delivered"

    def years(self, indicator: str, breakdown: str = TOTAL) -> dict[int, FacilityValue]:
        """The figures of one indicator by year, hidden ones included."""
        wanted = (indicator, breakdown)
        return {value.year: value for value in self.values if (value.indicator, value.breakdown) == wanted}


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
