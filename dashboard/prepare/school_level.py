"""Single schools beside a release: whose they are, and when invented ones have to go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.intake.delivery import Delivery
from dashboard.model import Observation
from dashboard.store.protected_facts import FacilityFact, FacilityValue

#: The form of school this level is about, as the directory of schools calls it.
PRIMARY = "Grundschule"


@dataclass(frozen=True, slots=True)
class SchoolLevel:
    """Schools without figures, and their rows: ``area`` of a row is the number of the school.

    ``uneven``: public indices of the whole city by id, with the indicator of whose rows each is made.
    Nothing of this may get into the public database.
    """

    schools: tuple[FacilityFact, ...] = ()
    rows: tuple[Observation, ...] = ()
    uneven: Mapping[str, str] = field(default_factory=dict)

    def places(self) -> dict[str, str | None]:
        """The Sozialraum of each school by its number."""
        return {school.number: school.area for school in self.schools}

    def facts(self) -> tuple[FacilityFact, ...]:
        """Every school with its figures."""
        found: dict[str, list[FacilityValue]] = {school.number: [] for school in self.schools}
        for row in self.rows:
            found[row.area].append(_value(row))
        return tuple(
            replace(school, values=tuple(sorted(found[school.number], key=value_order)))
            for school in self.schools
        )


NO_SCHOOLS = SchoolLevel()


def standing(
    demo: Sequence[Observation],
    level: SchoolLevel,
    deliveries: Iterable[Delivery],
    own: SchoolLevel = NO_SCHOOLS,
) -> tuple[list[Observation], SchoolLevel]:
    """Demo rows and demo schools as far as no delivery takes their place: the two are never mixed.

    ``own``: the delivered schools, if there are any.
    Delivered transitions of schools take the place of the invented schools, in all years. Delivered
    transitions of areas take invented schools with all that is computed from them: their children
    would not add up to any area. A delivered directory of primary schools takes the schools alone.
    """
    given = list(deliveries)
    if own.rows:
        return [row for row in demo if row.indicator not in own.uneven], own
    delivered = {row.indicator for each in given for row in each.observations if row.origin == "delivered"}
    if delivered & {row.indicator for row in level.rows}:
        return [row for row in demo if row.indicator not in level.uneven], NO_SCHOOLS
    listed = any(school.form == PRIMARY for each in given for school in each.facilities)
    return list(demo), NO_SCHOOLS if listed else level


def _value(row: Observation) -> FacilityValue:
    return FacilityValue(
        row.indicator, row.year, row.value, row.delivery, row.breakdown, row.numerator, row.denominator,
        row.status, row.origin, row.lower, row.upper,
    )  # fmt: skip


def value_order(value: FacilityValue) -> tuple[str, int, str]:
    """The order in which the figures of a school are kept."""
    return value.indicator, value.year, value.breakdown
