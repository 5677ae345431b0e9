"""The measures that ran in an area: its own first, then those of the whole city."""

from __future__ import annotations

from dashboard.answers.sozialraum.parts import MeasureEntry
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Measure
from dashboard.model import CITY


def measures(area: Area, catalogue: Catalogue) -> tuple[MeasureEntry, ...]:
    """Those of programme areas are left out: such an area is not the Sozialraum of a similar name."""
    ran = [entry for entry in catalogue.measures.values() if area.id in entry.areas or CITY in entry.areas]
    ordered = sorted(ran, key=lambda entry: (area.id not in entry.areas, entry.start, entry.title))
    return tuple(_entry(entry, area) for entry in ordered)


def _entry(measure: Measure, area: Area) -> MeasureEntry:
    return MeasureEntry(
        title=measure.title,
        period=_period(measure),
        place=area.name if area.id in measure.areas else "ganze Stadt",
        description=measure.description,
        assumed=measure.demo,
    )


def _period(measure: Measure) -> str:
    if measure.end is None:
        return f"seit {measure.start}"
    return str(measure.start) if measure.end == measure.start else f"{measure.start} bis {measure.end}"
