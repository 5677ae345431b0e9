"""An area's facilities, for a reader who may see them; for everybody else who may."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.sozialraum.parts import FacilityEntry
from dashboard.catalogue.catalogue import Catalogue
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.wording import numbers, periods

PROTECTED = (
    "Einzelne Einrichtungen sehen nur Fachkräfte der Planung, mit einem Zugangslink oder nach Anmeldung. "
    "Die Summen des Raums sind öffentlich."
)
NONE_KNOWN = "Für diesen Raum sind keine einzelnen Einrichtungen geliefert."


def facilities(asking: Asking) -> tuple[tuple[FacilityEntry, ...], str]:
    """The entries and, where there are none, why."""
    if asking.facilities is None:
        return (), PROTECTED
    if not asking.facilities:
        return (), NONE_KNOWN
    return tuple(_entry(fact, asking.catalogue) for fact in asking.facilities), ""


def _entry(fact: FacilityFact, catalogue: Catalogue) -> FacilityEntry:
    """With the latest value of each indicator."""
    latest = {value.indicator: value for value in sorted(fact.values, key=lambda value: value.year)}
    known = (value for value in latest.values() if value.indicator in catalogue.indicators)
    kind = f"{fact.form}, Beispieldaten" if fact.origin == "demo" else fact.form
    return FacilityEntry(fact.name, kind, tuple(_figure(value, catalogue) for value in known))


def _figure(value: FacilityValue, catalogue: Catalogue) -> tuple[str, str]:
    indicator = catalogue.indicators[value.indicator]
    period = periods.axis_label(indicator, value.year)
    hidden = value.value is None
    said = numbers.MARKS[value.status] if hidden else numbers.spoken(value.value or 0.0, indicator)
    return indicator.short_title, f"{said}, {period}"
