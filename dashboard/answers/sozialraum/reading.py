"""What the store knows about one area, sorted out for its profile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.answers.desk import Asking
from dashboard.answers.sozialraum.found import (
    Found,
    by_origin,
    found_in,
    histories,
    in_order,
    with_history,
    with_own,
)
from dashboard.answers.sozialraum.target import latest_targets
from dashboard.catalogue.models import Area
from dashboard.model import CITY, LINE_ORIGINS, Partition
from dashboard.store.facts import Fact
from dashboard.wording.profile import Finding, Profile, profile_of


@dataclass(frozen=True)
class Reading:
    """An area with everything found in it; ``counted`` are the findings by strength of evidence."""

    area: Area
    found: tuple[Found, ...]
    history: dict[str, tuple[Fact, ...]]
    city_history: dict[str, tuple[Fact, ...]]

    @property
    def counted(self) -> tuple[Found, ...]:
        """Without figures of the past, strongest evidence first."""
        return by_evidence(self.found)

    def profile(self) -> Profile:
        """The counts behind headline and lead."""
        return profile_of(self.area, findings(self.counted))


def read(asking: Asking) -> Reading:
    """Ask the store about the area of the view; the same whatever else the view shows."""
    key = ("profile", asking.release, asking.view.raum, asking.view.ebene)
    return asking.lines.get(key, lambda: _read(asking))


def _read(asking: Asking) -> Reading:
    area, partition = asking.catalogue.areas[asking.view.raum], asking.view.ebene
    own = histories(asking.store.area_history(asking.release, area.id))
    city = histories(asking.store.area_history(asking.release, CITY))
    latest = asking.choices.latest
    found = found_in(area, matrix(asking, partition), asking.catalogue, latest)
    if partition == "stadtbezirk":  # published for single ones, each in a year of its own
        last = found_in(area, _latest(own, city), asking.catalogue, latest)
        found = with_own(found, last)
    targets = latest_targets(asking.store.target_results(asking.release), area.id, asking.catalogue)
    ordered = {indicator.id: at for at, indicator in enumerate(in_order(asking.catalogue))}
    found = tuple(sorted(found, key=lambda entry: ordered[entry.indicator.id]))
    of_city = asking.lines.get(("city by origin", asking.release), lambda: by_origin(city))
    return Reading(area, with_history(found, by_origin(own), of_city, targets), own, city)


def matrix(asking: Asking, partition: Partition) -> tuple[Fact, ...]:
    """All areas of a partition and the city, each indicator in the latest year of its line."""
    return asking.store.matrix_facts(asking.release, partition)


def by_evidence(found: Iterable[Found]) -> tuple[Found, ...]:
    """Without figures of the past, strongest evidence first."""
    return tuple(sorted((entry for entry in found if not entry.past), key=lambda entry: entry.evidence))


def findings(found: Iterable[Found]) -> list[Finding]:
    """As the sentences count them."""
    return [
        Finding(
            entry.indicator,
            entry.sign,
            (entry.fact.trend if entry.fact else None) or "not_computable",
            entry.fact.origin if entry.fact else "delivered",
        )
        for entry in found
    ]


def _latest(own: dict[str, tuple[Fact, ...]], city: dict[str, tuple[Fact, ...]]) -> list[Fact]:
    """Of each indicator the area's last row, with the city's of the same year and origin."""
    found: list[Fact] = []
    for name, facts in own.items():
        origin = next(known for known in LINE_ORIGINS if any(fact.origin == known for fact in facts))
        last = max(
            (fact for fact in facts if fact.origin == origin and fact.reading == 0),
            key=lambda fact: fact.year,
        )
        beside = (fact for fact in city.get(name, ()) if (fact.year, fact.origin) == (last.year, origin))
        found += [last, *beside]
    return found
