"""What the controls offer for a view."""

from __future__ import annotations

from dashboard.answers.parts import Controls
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.catalogue.models import Indicator
from dashboard.model import Partition
from dashboard.state import WHOLE, Choices, View
from dashboard.wording import periods

_PARTITIONS: dict[Partition, str] = {"sozialraum": "Sozialräume", "stadtbezirk": "Stadtbezirke"}


def controls(
    path: str, view: View, choices: Choices, indicator: Indicator, years: tuple[int, ...], year: int
) -> Controls:
    """Options and current values; the indicator shown is always among the options."""
    choice = choices.indicators[view.kennzahl]
    categories = ((WHOLE, "insgesamt"), *choice.categories) if choice.has_total else choice.categories
    label = periods.axis_label(indicator, year)
    offered = choices.in_phase(indicator.life_phase)
    return Controls(
        path=path,
        phases=tuple((phase, title) for phase, title in LIFE_PHASES.items() if choices.in_phase(phase)),
        phase=indicator.life_phase,
        indicators=tuple((entry.id, _title(entry.title, bool(entry.partitions))) for entry in offered)
        or ((choice.id, choice.title),),
        categories=categories if choice.categories else (),
        partitions=tuple((partition, _PARTITIONS[partition]) for partition in choice.partitions),
        years=years,
        year=year,
        year_label=label,
        first_label=periods.axis_label(indicator, years[0]) if years else "",
        period_kind=indicator.period,
    )


def _title(title: str, has_areas: bool) -> str:
    return title if has_areas else f"{title} (nur Stadt)"
