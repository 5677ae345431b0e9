"""One indicator as the profile sees it: the area's fact beside those of the other areas and the city."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from dashboard.catalogue.catalogue import LIFE_PHASES, Catalogue
from dashboard.catalogue.models import Area, Indicator
from dashboard.display import Sign
from dashboard.model import CITY, LINE_ORIGINS, Origin, TargetResult
from dashboard.store.facts import Fact
from dashboard.wording import signs

Course = tuple[str, Origin]  # indicator and origin of a line
ADDS_UP = ("km²",)  # units in which areas add up though the figure is no count
PAST = 3  # years behind the release's latest after which a figure no longer says how an area stands


@dataclass(frozen=True)
class Found:
    """``fact`` is the area's, None where it has no row; the others are of the same year and origin."""

    indicator: Indicator
    year: int
    fact: Fact | None
    city: Fact | None
    others: tuple[Fact, ...]
    past: bool = False  # too old to be counted
    history: tuple[Fact, ...] = ()
    city_history: tuple[Fact, ...] = ()
    target: TargetResult | None = None

    @property
    def sign(self) -> Sign:
        """Compared with the rest of the city, after Holm."""
        if self.fact is None:
            return "none"
        return signs.sign(self.fact.comparison or "none", self.indicator.polarity, self.fact.status)

    @property
    def evidence(self) -> tuple[float, float, str]:
        """Strongest first: p after Holm, then alone."""
        p = (self.fact.p_holm, self.fact.comparison_p) if self.fact else (None, None)
        return (*(1.0 if one is None else one for one in p), self.indicator.id)  # type: ignore[return-value]

    @property
    def judgement(self) -> str:
        """ "günstig", "ungünstig" or empty: where the trend leads."""
        trend = self.fact.trend if self.fact else None
        return signs.trend_judgement(trend or "not_computable", self.indicator.polarity)

    @property
    def is_sum(self) -> bool:
        """Whether areas add up to the city, so that no area stands above or below it."""
        return self.indicator.kind in ("count", "euro") or self.indicator.unit in ADDS_UP


def found_in(area: Area, facts: Iterable[Fact], catalogue: Catalogue, latest: int) -> tuple[Found, ...]:
    """Every indicator that an area of the partition has, in order of life phase and catalogue.

    ``facts``: several areas and the city; of one indicator all in the same year.
    """
    by_indicator = _by_indicator(facts)
    entries = (
        _found(indicator, by_indicator[indicator.id], area, latest)
        for indicator in in_order(catalogue)
        if indicator.id in by_indicator
    )
    return tuple(entry for entry in entries if entry is not None)


def in_order(catalogue: Catalogue) -> list[Indicator]:
    """All indicators by life phase, inside it as in the catalogue."""
    phases = list(LIFE_PHASES)
    return sorted(catalogue.indicators.values(), key=lambda indicator: phases.index(indicator.life_phase))


def with_own(found: Iterable[Found], own: Iterable[Found]) -> tuple[Found, ...]:
    """The area's latest figures (``own``) where it has none in the year that the others are shown in."""
    latest = {entry.indicator.id: entry for entry in own}
    shown = {entry.indicator.id: entry for entry in found if entry.fact is not None}
    return tuple((latest | shown).values())


def with_history(
    found: Iterable[Found],
    area: Mapping[Course, tuple[Fact, ...]],
    city: Mapping[Course, tuple[Fact, ...]],
    targets: Mapping[str, TargetResult],
) -> tuple[Found, ...]:
    """The same with the years of the area and of the city (see :func:`by_origin`), and the latest target."""
    return tuple(
        replace(
            entry,
            history=_up_to(entry, area),
            city_history=_up_to(entry, city),
            target=targets.get(entry.indicator.id),
        )
        for entry in found
    )


def histories(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    """The years of one area by indicator."""
    return {name: tuple(rows) for name, rows in _by_indicator(facts).items()}


def _found(indicator: Indicator, facts: list[Fact], area: Area, latest: int) -> Found | None:
    of_areas = [fact for fact in facts if fact.area != CITY]
    origin = next((name for name in LINE_ORIGINS if any(fact.origin == name for fact in of_areas)), None)
    if origin is None:
        return None
    line = {fact.area: fact for fact in reversed(facts) if fact.origin == origin and fact.reading == 0}
    year = of_areas[0].year
    others = tuple(fact for name, fact in line.items() if name not in (CITY, area.id))
    return Found(indicator, year, line.get(area.id), line.get(CITY), others, past=year < latest - PAST)


def by_origin(facts: Mapping[str, Iterable[Fact]]) -> dict[Course, tuple[Fact, ...]]:
    """One row per year, in their order, of every indicator and origin."""
    found: dict[Course, dict[int, Fact]] = {}
    for name, rows in facts.items():
        for fact in rows:
            if fact.reading == 0:
                found.setdefault((name, fact.origin), {})[fact.year] = fact
    return {course: tuple(rows[year] for year in sorted(rows)) for course, rows in found.items()}


def _up_to(entry: Found, courses: Mapping[Course, tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """The rows of the line's origin up to the shown year."""
    rows = courses.get((entry.indicator.id, entry.fact.origin), ()) if entry.fact else ()
    if not rows or rows[-1].year <= entry.year:
        return rows
    return tuple(fact for fact in rows if fact.year <= entry.year)


def _by_indicator(facts: Iterable[Fact]) -> dict[str, list[Fact]]:
    name = attrgetter("indicator")
    pairs: Iterator[tuple[str, Iterator[Fact]]] = groupby(sorted(facts, key=name), name)
    return {key: list(rows) for key, rows in pairs}
