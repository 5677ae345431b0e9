"""The head of the two-year comparison: on which side of the first year the areas lie, and what is proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.model import ComparisonLabel, Partition
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital, listed, places, printed
from dashboard.wording.numbers import change_between
from dashboard.wording.periods import axis_label, period_label

NAMED: Final = 3  #: up to so many areas are named, more are counted
_SIDES: Final = {1: "über", -1: "unter", 0: "auf"}


@dataclass(frozen=True, slots=True)
class SlopeLine:
    """One area (or the city) in two periods, in the indicator's unit; None where not shown.

    ``label``: the change from ``first`` to ``last``, "higher" or "lower" only where the test
    between both periods confirms it (after Holm over all areas); "none" where not tested.
    """

    name: str
    locative: str
    first: float | None
    last: float | None
    label: ComparisonLabel = "none"

    def side(self, indicator: Indicator) -> int | None:
        """1 above its first value, -1 below, 0 where both print alike; None without both."""
        if self.first is None or self.last is None:
            return None
        apart = printed(self.last, indicator) - printed(self.first, indicator)
        return (apart > 0) - (apart < 0)


@dataclass(frozen=True, slots=True)
class Slopes:
    """All areas of a partition in two periods, with the city."""

    indicator: Indicator
    first_year: int
    last_year: int
    areas: tuple[SlopeLine, ...]
    city: SlopeLine | None
    partition: Partition = "sozialraum"

    def comparable(self) -> tuple[SlopeLine, ...]:
        """The areas that have both values; none across a break."""
        if self.broken():
            return ()
        return tuple(line for line in self.areas if line.side(self.indicator) is not None)

    def broken(self) -> bool:
        """Whether the series breaks between the two periods."""
        years = (entry.year for entry in self.indicator.breaks)
        return any(self.first_year < year <= self.last_year for year in years)


def slope_title(slopes: Slopes) -> str:
    """ "Alle neun liegen unter dem Wert von 2015; gesichert ist das nur für die Stadt", no full stop."""
    if slopes.first_year == slopes.last_year:
        return "Nur ein Zeitraum, kein Vergleich möglich"
    lines = slopes.comparable()
    if not lines:
        return _without(slopes)
    sides = [line.side(slopes.indicator) for line in lines]
    side = max((1, -1), key=sides.count) if any(sides) else 0
    count = sides.count(side)
    head = f"{_counted(count, lines, slopes)} {_SIDES[side]} dem Wert {_of_first(slopes)}"
    return capital("; ".join(part for part in (head, _proven(slopes, lines, side)) if part))


def slope_note(slopes: Slopes) -> str:
    """Below the title: which areas cannot be compared, and why."""
    if slopes.broken():
        return "Über einen Bruch der Reihe hinweg wird nichts verglichen"
    missing = [line.name for line in slopes.areas if line.side(slopes.indicator) is None]
    return (
        f"Nicht in beiden Zeiträumen ausgewiesen: {listed(missing)}"
        if missing and slopes.comparable()
        else ""
    )


def slope_change(line: SlopeLine, indicator: Indicator) -> str:
    """ "−7,4 Punkte": the difference of the printed values; empty without both."""
    if line.first is None or line.last is None:
        return ""
    return change_between(line.first, line.last, indicator)


def _counted(count: int, lines: Sequence[SlopeLine], slopes: Slopes) -> str:
    """ "alle neun liegen", "sechs von neun liegen", "Hamm-Norden liegt", "alle vier gezeigten liegen"."""
    total = len(lines)
    if total == 1:
        return f"{lines[0].name} liegt"
    shown = " gezeigten" if total < len(slopes.areas) else ""
    if count == total:
        return f"beide{shown} liegen" if total == 2 else f"alle {count_word(total)}{shown} liegen"
    who = "einer" if count == 1 else count_word(count)
    return f"{who} von {count_word(total)}{shown} {'liegt' if count == 1 else 'liegen'}"


def _of_first(slopes: Slopes) -> str:
    label = period_label(slopes.indicator, slopes.first_year)
    return f"{'vom' if slopes.indicator.period == 'key_date' else 'von'} {label}"


def _proven(slopes: Slopes, lines: Sequence[SlopeLine], side: int) -> str:
    """Where the change is proven; one proven against the majority outweighs the count and is said too."""
    if not side or all(line.label == "none" for line in lines):
        return ""
    here, there = ("higher", "lower") if side > 0 else ("lower", "higher")
    along = [line for line in lines if line.label == here and line.side(slopes.indicator) == side]
    against = [line for line in lines if line.label == there and line.side(slopes.indicator) == -side]
    city = slopes.city is not None and slopes.city.label == here
    found = _secured(along, len(lines)) or ("nur für die Stadt" if city else "")
    parts = [f"gesichert ist das {found}" if found else _nowhere(len(lines))]
    if against:
        verb = "liegt" if len(against) == 1 else "liegen"
        where = "darunter" if side > 0 else "darüber"
        parts.append(f"gesichert {where} {verb} {_named([line.name for line in against])}")
    return "; ".join(parts)


def _secured(along: Sequence[SlopeLine], total: int) -> str:
    if not along:
        return ""
    if total == 1:
        return "auch einzeln"
    if len(along) == total:
        return "in beiden" if total == 2 else "in allen"
    names = [line.locative for line in along]
    return f"nur {listed(names)}" if len(names) <= NAMED else f"in {count_word(len(names))}"


def _nowhere(total: int) -> str:
    return "gesichert ist das nicht" if total == 1 else "einzeln gesichert ist das in keinem"


def _named(names: Sequence[str]) -> str:
    return listed(names) if len(names) <= NAMED else count_word(len(names))


def _without(slopes: Slopes) -> str:
    first, last = (axis_label(slopes.indicator, year) for year in (slopes.first_year, slopes.last_year))
    if slopes.broken():
        return f"{first} und {last} lassen sich nicht vergleichen: die Reihe ist unterbrochen"
    return f"{first} und {last} sind in keinem der {places(slopes.partition)} gemeinsam ausgewiesen"
