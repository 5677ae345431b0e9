"""Delivered transitions of primary schools as the level of single schools: a row per form and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dashboard.catalogue.catalogue import Catalogue
from dashboard.intake.delivery import Delivery
from dashboard.intake.facility import Transition
from dashboard.intake.shapes.uebergaenge_schulen.words import forms
from dashboard.model import TOTAL, Observation
from dashboard.prepare.school_level import NO_SCHOOLS, SchoolLevel
from dashboard.store.protected_facts import FacilityFact

#: The public index and the form whose unevenness over the schools it measures.
SEGREGATION, GYMNASIUM = "segregation-gymnasium", "uebergang-gymnasium"
Counts = Mapping[tuple[str, int], Mapping[str, int]]  #: (school, year) → form → children


def delivered_level(deliveries: Iterable[Delivery], catalogue: Catalogue) -> SchoolLevel:
    """The schools of all deliveries with their children; nothing where none was delivered."""
    given = [delivery for delivery in deliveries if delivery.transitions]
    if not given:
        return NO_SCHOOLS
    schools = {one.school.number: one.school for delivery in given for one in delivery.transitions}
    facts = tuple(
        FacilityFact(school.number, school.name, school.form, school.postcode, school.area,
                     origin="demo" if school.invented else "delivered")
        for _, school in sorted(schools.items())
    )  # fmt: skip
    rows = tuple(row for delivery in given for row in _rows(delivery, catalogue))
    return SchoolLevel(facts, rows, uneven={SEGREGATION: GYMNASIUM})


def counts(transitions: Iterable[Transition]) -> Counts:
    """Children by school and year, then by form; recommendations are added up."""
    found: dict[tuple[str, int], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in transitions:
        found[one.school.number, one.year][one.form] += one.children
    return found


def _rows(delivery: Delivery, catalogue: Catalogue) -> Iterator[Observation]:
    """A form that exists in the year and has no row is nobody: the intake has said so."""
    source = delivery.transitions[0].source
    for (school, year), by_form in sorted(counts(delivery.transitions).items()):
        everybody = sum(by_form.values())
        for form in forms(catalogue):
            if (form.valid_from or year) <= year <= (form.valid_until or year):
                children = by_form.get(form.id, 0)
                yield Observation(
                    indicator=form.id,
                    area=school,
                    year=year,
                    breakdown=TOTAL,
                    value=form.per * children / everybody if everybody else None,
                    numerator=float(children),
                    denominator=float(everybody),
                    cents=None,
                    status="valid" if everybody else "nothing",
                    origin="delivered",
                    source=source,
                    delivery=delivery.id,
                )
