"""Which measure and which of its indicators the page shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dashboard.answers.desk import Asking
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator, Measure
from dashboard.model import CITY
from dashboard.state import Choices
from dashboard.wording.effects_missing import Reason

MEASURE = "massnahme"
ALL = "alle"
#: Values that do not grow with the size of an area; counts and euros would only compare sizes.
COMPARABLE = ("share", "rate", "mean", "index")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """A measure, what it may be compared in, and the asking about the one shown (``None``: nothing)."""

    measure: Measure
    offered: tuple[Indicator, ...]
    reason: Reason | None  # why its areas or its phase allow no comparison
    asking: Asking
    notices: tuple[str, ...]


def chosen(asking: Asking) -> Chosen:
    """What the address means: an unknown measure is named, an indicator of another phase is replaced."""
    catalogue, asked = asking.catalogue, asking.view.get(MEASURE)
    default = first(catalogue)
    measure = catalogue.measures.get(asked, default)
    notices = asking.view.notices
    if asked and asked not in catalogue.measures:
        notices = (*notices, f"Die Maßnahme „{asked}“ gibt es hier nicht. Gezeigt wird „{measure.title}“.")
    found = offered(measure, catalogue, asking.choices)
    reason = areas_reason(measure, catalogue) or (None if found else "no_indicator")
    names = [indicator.id for indicator in found] if reason is None else [asking.choices.default]
    return Chosen(measure, found, reason, _settled(asking, measure, default, names), notices)


def first(catalogue: Catalogue) -> Measure:
    """The measure shown unless another is asked for: the first whose areas allow a comparison."""
    measures = tuple(catalogue.measures.values())
    return next((entry for entry in measures if areas_reason(entry, catalogue) is None), measures[0])


def areas_reason(measure: Measure, catalogue: Catalogue) -> Reason | None:
    """Why the areas of a measure allow no comparison; None where they do."""
    ours = {area.id for area in catalogue.partition("sozialraum")}
    if CITY in measure.areas:
        return "city"
    treated = ours & set(measure.areas)
    if not treated:
        return "programme_area"
    if len(treated) < _FEWEST:
        return "few_with"
    return "few_without" if len(ours) - len(treated) < _FEWEST else None


def offered(measure: Measure, catalogue: Catalogue, choices: Choices) -> tuple[Indicator, ...]:
    """The indicators of the measure's life phase (all, if it has none) with comparable values per area."""
    return tuple(
        indicator
        for indicator in catalogue.indicators.values()
        if indicator.kind in COMPARABLE
        and measure.life_phase in (ALL, indicator.life_phase)
        and choices.indicators[indicator.id].years.get("sozialraum")
    )


def _settled(asking: Asking, measure: Measure, default: Measure, names: list[str]) -> Asking:
    """The same asking about one of the indicators ``names``, over the Sozialräume."""
    view = asking.view
    kennzahl = view.kennzahl if view.kennzahl in names else names[0]
    same = kennzahl == view.kennzahl
    category = view.merkmal if same else asking.choices.indicators[kennzahl].first_category
    settled = replace(view, kennzahl=kennzahl, merkmal=category, jahr=None, raum=CITY, ebene="sozialraum")
    settled = settled.with_more(MEASURE, "" if measure.id == default.id else measure.id)
    return replace(asking, view=settled)
