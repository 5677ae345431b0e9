"""The invented primary schools as facilities, with a row per form and year."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.catalogue.models import Indicator
from dashboard.model import CITY
from dashboard.prepare.demo.calibration import Calibration
from dashboard.prepare.demo.rows import observations
from dashboard.prepare.demo.schools import draw_schools
from dashboard.prepare.demo.table import Table, World
from dashboard.prepare.demo.terms import Span
from dashboard.prepare.school_level import NO_SCHOOLS, PRIMARY, SchoolLevel
from dashboard.store.protected_facts import FacilityFact


def school_level(calibration: Calibration, world: World, indicators: Mapping[str, Indicator]) -> SchoolLevel:
    """Schools of the calibration with the children of which the areas' tables are the sums."""
    if not calibration.schools:
        return NO_SCHOOLS
    (spec,) = calibration.schools
    counts = draw_schools(spec, calibration.school, world)
    names = tuple(school.id for school in counts.schools)
    rows = []
    for form, found in counts.forms.items():
        drawn = world.drawn[form].span
        span = Span(first=max(spec.first, drawn.first), last=min(spec.last, drawn.last))
        table = Table(span, ("",), found[:, :, None], counts.everybody[:, :, None])
        # The sum of the schools is the city's row of the areas' table already.
        rows += [row for row in observations(indicators[form], table, names) if row.area != CITY]
    facts = tuple(
        FacilityFact(school.id, school.name, PRIMARY, "", school.area, origin="demo")
        for school in counts.schools
    )
    return SchoolLevel(facts, tuple(rows), uneven={spec.indicator: spec.form})
