"""What a scenario is made of: today's growth, the reader's, and both ways into the future."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.analysis.scenario import Growth, Path, break_even, mean_growth, path
from dashboard.answers.kosten.parts import Mark, Slider
from dashboard.answers.kosten.scope import Scope
from dashboard.state import KOSTEN
from dashboard.wording.costs import change_percent
from dashboard.wording.numbers import signed
from dashboard.wording.units import NARROW

YEARS_BACK, YEARS_AHEAD = 5, 10
SLIDERS = (("faelle", "Fallzahl"), ("preis", "Kosten je Fall"))


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a scenario is made of. ``year``: the last booked one; ``since``: where today's trend begins."""

    year: int
    since: int
    today: Growth
    assumed: Growth
    goal: int
    trend: Path
    scenario: Path


def outlook(scope: Scope) -> Outlook | None:
    """The two ways of the area in focus; None without two years of amounts and cases."""
    book, area = scope.book, scope.view.raum
    known = {year: book.amount(area, year) for year in book.years}
    usable = [year for year, each in known.items() if (each.cents or 0) > 0 and (each.cases or 0) > 0]
    if len(usable) < 2:
        return None
    year = usable[-1]
    since = min((each for each in usable[:-1] if each >= year - YEARS_BACK), default=usable[-2])
    first, last = known[since], known[year]
    span, cents = year - since, last.cents or 0
    cases = mean_growth(first.cases or 0, last.cases or 0, span)
    both = mean_growth(first.cents or 0, cents, span)
    today = Growth(cases, (1 + both) / (1 + cases) - 1)
    assumed = Growth(rate(scope, "faelle"), rate(scope, "preis"))
    goal = min(max(int(number_of(scope, "zieljahr")), year + 1), year + YEARS_AHEAD)
    ends = (goal, year + YEARS_AHEAD)
    return Outlook(
        year,
        since,
        today,
        assumed,
        goal,
        path(cents, year, today, today, *ends),
        path(cents, year, today, assumed, *ends),
    )


def number_of(scope: Scope, name: str) -> str:
    """A parameter as written in the address, or its default."""
    default = next(each.default for each in KOSTEN.more if each.name == name)
    return scope.view.get(name) or default


def rate(scope: Scope, name: str) -> float:
    """A growth rate of the address as a fraction."""
    return float(number_of(scope, name)) / 100


def sliders(scope: Scope) -> tuple[Slider, ...]:
    """Both sliders with today's trend and the rate at which the rise ends marked."""
    hidden = scope.view.ansicht != "szenario"
    found = None if hidden else outlook(scope)
    return tuple(_slider(scope, name, label, found, hidden) for name, label in SLIDERS)


def _slider(scope: Scope, name: str, label: str, found: Outlook | None, hidden: bool) -> Slider:
    limits = next(each for each in KOSTEN.more if each.name == name)
    value = number_of(scope, name)
    marks: tuple[Mark, ...] = ()
    if found is not None:
        own, other = (
            (found.today.cases, found.assumed.cost)
            if name == "faelle"
            else (found.today.cost, found.assumed.cases)
        )
        still = break_even(other)
        marks = (
            Mark(_way(own, limits.low, limits.high), f"heutiger Trend {change_percent(own)}", "trend"),
            Mark(
                _way(still, limits.low, limits.high),
                f"Anstieg endet bei {change_percent(still)} oder weniger",
                "still",
            ),
        )
    text = f"{signed(float(value), 1)}{NARROW}% pro Jahr"
    return Slider(name, f"{label} ab Zieljahr", value, text, limits.low, limits.high, marks, hidden)


def _way(share: float, low: float, high: float) -> float:
    return (share * 100 - low) / (high - low)
