"""The list of measures: when, where, for whom, what it cost, and whether it can be compared."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.wirkung.chosen import MEASURE, areas_reason, first
from dashboard.answers.wirkung.parts import MeasureRow
from dashboard.catalogue.catalogue import LIFE_PHASES, Catalogue
from dashboard.catalogue.models import Budget, Indicator, Measure
from dashboard.model import CITY
from dashboard.wording.effects import ASSUMED
from dashboard.wording.effects_missing import NOT_COMPUTABLE, POSSIBLE, reason_short
from dashboard.wording.numbers import number
from dashboard.wording.units import NBSP

_ALL = "alle"
UNKNOWN_BUDGET = "nicht bekannt"


def measure_rows(asking: Asking, shown: Measure) -> tuple[MeasureRow, ...]:
    """All measures: those that can be compared first, then by start and title."""
    measures = asking.catalogue.measures.values()
    ordered = sorted(
        measures,
        key=lambda entry: (areas_reason(entry, asking.catalogue) is not None, entry.start, entry.title),
    )
    return tuple(_row(entry, asking, entry.id == shown.id) for entry in ordered)


def alongside(measure: Measure, indicator: Indicator, catalogue: Catalogue, last: int) -> tuple[str, ...]:
    """Titles of other measures that ran in a part of the city from the start of this one to ``last``."""
    return tuple(
        other.title
        for other in catalogue.measures.values()
        if other.id != measure.id
        and CITY not in other.areas
        and other.life_phase in (_ALL, indicator.life_phase)
        and other.start <= last
        and (other.end is None or other.end >= measure.start)
    )


def period_of(measure: Measure) -> str:
    """ "seit 2012", "2012 bis 2015", "2012"."""
    if measure.end is None:
        return f"seit {measure.start}"
    return str(measure.start) if measure.end == measure.start else f"{measure.start} bis {measure.end}"


def places_of(measure: Measure, catalogue: Catalogue) -> str:
    """The names of its areas, "ganze Stadt" for the city."""
    if CITY in measure.areas:
        return "ganze Stadt"
    return ", ".join(catalogue.areas[area].name for area in measure.areas)


def budget_text(budget: Budget | None) -> str:
    """ "87.600 € (2012 bis 2014)", or that none is known."""
    if budget is None:
        return UNKNOWN_BUDGET
    years = str(budget.first) if budget.first == budget.last else f"{budget.first} bis {budget.last}"
    return f"{number(budget.euros)}{NBSP}€ ({years})"


def _row(measure: Measure, asking: Asking, shown: bool) -> MeasureRow:
    catalogue, reason = asking.catalogue, areas_reason(measure, asking.catalogue)
    default = first(catalogue)
    view = asking.view.at(asking.view.place).with_more(
        MEASURE, "" if measure.id == default.id else measure.id
    )
    return MeasureRow(
        title=measure.title,
        description=measure.description,
        href=view.address(asking.choices),
        period=period_of(measure),
        assumed=ASSUMED if measure.demo else "",
        places=places_of(measure, catalogue),
        phase=LIFE_PHASES[measure.life_phase],
        budget=budget_text(measure.budget),
        budget_note=_budget_note(measure, catalogue),
        verdict=POSSIBLE if reason is None else f"{NOT_COMPUTABLE}: {reason_short(reason)}",
        possible=reason is None,
        chosen=shown,
    )


def _budget_note(measure: Measure, catalogue: Catalogue) -> str:
    if measure.budget is None:
        return ""
    source = catalogue.sources[measure.budget.source]
    return "; ".join(part for part in (measure.budget.note, source.title) if part)
