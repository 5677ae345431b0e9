"""Where a line lay against the city, period by period: an observed fact, of printed values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dashboard.catalogue.models import Indicator
from dashboard.catalogue.models.base import PeriodKind
from dashboard.model import ComparisonLabel
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import printed

#: Preposition, nominative singular and dative plural of the indicator's periods.
_TIMES: Final[dict[PeriodKind, tuple[str, str, str]]] = {
    "year": ("in", "Jahr", "Jahren"),
    "school_year": ("in", "Schuljahr", "Schuljahren"),
    "key_date": ("zu", "Stichtag", "Stichtagen"),
}
_NONE: Final = "", True


class Level(NamedTuple):
    """The clause, and whether it is the same in all shown periods."""

    text: str
    uniform: bool


class Pair(NamedTuple):
    """A period that has a value of both: the area, the city, the test after Holm."""

    value: float
    city: float
    label: ComparisonLabel


def level(pairs: Sequence[Pair], indicator: Indicator) -> Level:
    """ "in jedem ausgewiesenen Jahr über der Stadt", "in sechs von acht … über der Stadt".

    Empty for amounts that depend on an area's size, and without a common period. "Nachweisbar"
    only where every period's test says so.
    """
    if not pairs or indicator.kind in ("count", "euro"):
        return Level(*_NONE)
    sides = [_side(pair, indicator) for pair in pairs]
    if len(set(sides)) > 1:
        return Level(_mixed(sides, indicator), False)
    place = {1: "über der Stadt", -1: "unter der Stadt", 0: "gleichauf mit der Stadt"}[sides[0]]
    if {pair.label for pair in pairs} == {{1: "higher", -1: "lower", 0: "never"}[sides[0]]}:
        place = f"nachweisbar {place.replace('der Stadt', 'der übrigen Stadt')}"
    return Level(f"{_every(len(sides), indicator)} {place}", True)


def _side(pair: Pair, indicator: Indicator) -> int:
    apart = printed(pair.value, indicator) - printed(pair.city, indicator)
    return (apart > 0) - (apart < 0)


def _every(total: int, indicator: Indicator) -> str:
    preposition, one, many = _TIMES[indicator.period]
    words = {1: f"einem ausgewiesenen {one}", 2: f"beiden ausgewiesenen {many}"}
    return f"{preposition} {words.get(total, f'jedem ausgewiesenen {one}')}"


def _mixed(sides: Sequence[int], indicator: Indicator) -> str:
    """The side of most periods with its count; both where they are as many."""
    preposition, _, many = _TIMES[indicator.period]
    above, below = sides.count(1), sides.count(-1)
    among = f"von {count_word(len(sides))} ausgewiesenen {many}"
    most = "einem" if max(above, below) == 1 else count_word(max(above, below))
    if above == below:
        return f"{preposition} {most} {among} über, {preposition} {most} unter der Stadt"
    return f"{preposition} {most} {among} {'über' if above > below else 'unter'} der Stadt"
