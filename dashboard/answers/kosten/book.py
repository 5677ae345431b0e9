"""The books: cents, cases and days by area, year and kind of help, and what of them may be added up.

A kind is *counted* in a year if the city's amount of it is shown and its cases are not hidden.
Everything else (hidden or not known) is in one remainder, "geschützt" or "nicht aufgeteilt": total
less what is counted. So every level has an exact sum and no level says more than the total already does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.answers.desk import Asking
from dashboard.answers.kosten.amount import Amount, added, remainder
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import CostKind
from dashboard.model import CITY, LINE_ORIGINS, TOTAL, Origin
from dashboard.store.facts import Fact

EUROS, CASES, DAYS, PEOPLE = "hze-aufwendungen", "hze-faelle", "hze-hilfetage", "bevoelkerung"
UNDER_21 = ("0-2", "3-5", "6-9", "10-15", "16-17", "18-20")
SETTINGS = {
    "stationaer": "stationär",
    "teilstationaer": "teilstationär",
    "ambulant": "ambulant",
    "uebergreifend": "übergreifend (§§ 27, 35a)",
}
REST = "rest"

Place = tuple[str, str, int]  # area, kind (TOTAL for the total), year
_NOTHING = Amount(None)


@dataclass(frozen=True)
class Book:
    """Facts of one origin by place, and the kinds of help in the catalogue's order."""

    euros: Mapping[Place, Fact]
    cases: Mapping[Place, Fact]
    days: Mapping[Place, Fact]
    people: Mapping[Place, Fact]
    kinds: tuple[CostKind, ...]
    areas: tuple[str, ...]
    origin: Origin

    @cached_property
    def years(self) -> tuple[int, ...]:
        """Years in which the city's total is shown, ascending."""
        return tuple(sorted({year for area, kind, year in self.euros if (area, kind) == (CITY, TOTAL)}))

    @property
    def has_days(self) -> bool:
        """Whether days of help are known at all."""
        return bool(self.days)

    @cached_property
    def settings(self) -> tuple[str, ...]:
        """The settings that have a kind of help, stationary first."""
        return tuple(name for name in SETTINGS if self.of_setting(name))

    def of_setting(self, setting: str) -> tuple[CostKind, ...]:
        """The kinds of help of a setting."""
        return self._by_setting.get(setting, ())

    @cached_property
    def _by_setting(self) -> Mapping[str, tuple[CostKind, ...]]:
        found: dict[str, list[CostKind]] = {}
        for kind in self.kinds:
            found.setdefault(kind.setting, []).append(kind)
        return {setting: tuple(kinds) for setting, kinds in found.items()}

    def amount(self, area: str, year: int, kind: str = TOTAL) -> Amount:
        """What is shown of one cell."""
        return self._amounts.get((area, kind, year), _NOTHING)

    def is_counted(self, kind: str, year: int) -> bool:
        """Whether the city's amount of this kind is shown, and its cases are not hidden."""
        return self.amount(CITY, year, kind).is_counted

    def cell(self, area: str, year: int, kind: str) -> Amount:
        """One kind in one area, as far as it takes part in sums."""
        found = self._cells.get((area, kind, year))
        return self._counted(area, kind, year) if found is None else found

    def of(self, area: str, year: int, kinds: tuple[CostKind, ...]) -> Amount:
        """The sum of some kinds, of those that are counted; nothing where none is."""
        cells = [self.cell(area, year, kind.id) for kind in kinds]
        return added(cells)

    def rest(self, area: str, year: int) -> Amount | None:
        """Total less all counted cells; None where there is no such remainder."""
        return self._rests.get((area, year))

    def under_21(self, area: str, year: int) -> int | None:
        """Inhabitants below 21 on 31 December; None where an age group is missing."""
        groups = [self.people.get((area, group, year)) for group in UNDER_21]
        counts = [fact.numerator for fact in groups if fact is not None and fact.numerator is not None]
        return int(sum(counts)) if len(counts) == len(UNDER_21) and sum(counts) > 0 else None

    @cached_property
    def _amounts(self) -> Mapping[Place, Amount]:
        """Every cell that is known, once: the levels of a view ask for each of them many times."""
        return {
            place: _amount(self.euros[place], self.cases.get(place), self.days.get(place))
            for place in self.euros
        }

    @cached_property
    def _cells(self) -> Mapping[Place, Amount]:
        """The same as far as they take part in sums."""
        return {(area, kind, year): self._counted(area, kind, year) for area, kind, year in self._amounts}

    @cached_property
    def _rests(self) -> Mapping[tuple[str, int], Amount | None]:
        """What is left of every total, by area and year."""
        totals = [(area, year, whole) for (area, kind, year), whole in self._amounts.items() if kind == TOTAL]
        return {
            (area, year): remainder(whole, [self.cell(area, year, kind.id) for kind in self.kinds])
            for area, year, whole in totals
        }

    def _counted(self, area: str, kind: str, year: int) -> Amount:
        found, whole = self.amount(area, year, kind), self.amount(CITY, year, kind)
        if found.is_counted and whole.is_counted:
            return found
        return Amount(None, None, found.hidden or whole.hidden)


def book_of(asking: Asking) -> Book:
    """The books of the release that is asked about, read once; no view changes them."""
    return asking.part(("kosten", "books"), lambda: _read(asking))


def _amount(euros: Fact, cases: Fact | None, days: Fact | None) -> Amount:
    return Amount(
        euros.cents,
        int(cases.numerator) if cases and cases.numerator is not None else None,
        euros.status == "hidden" or bool(cases and cases.status == "hidden"),
        int(days.value) if days and days.value is not None else None,
        bool(days and days.status == "hidden"),
    )


def _read(asking: Asking) -> Book:
    """Real amounts never meet made-up cases or people."""
    euros = asking.store.every_category(asking.release, EUROS)
    catalogue = asking.catalogue
    origin = _leading(euros)
    people = asking.store.every_category(asking.release, PEOPLE)
    usable = [fact for fact in people if origin == "demo" or fact.origin != "demo"]
    return Book(
        euros=_placed(euros, origin),
        cases=_placed(asking.store.every_category(asking.release, CASES), origin),
        days=_placed(asking.store.every_category(asking.release, DAYS), origin),
        people=_placed(usable, _leading(usable)),
        kinds=_kinds(catalogue),
        areas=tuple(area.id for area in catalogue.partition("sozialraum")),
        origin=origin,
    )


def _kinds(catalogue: Catalogue) -> tuple[CostKind, ...]:
    if EUROS not in catalogue.indicators:
        return ()
    titles = [kind.id for each in catalogue.indicators[EUROS].breakdowns for kind in each.categories]
    return tuple(catalogue.cost_kinds[name] for name in titles if name in catalogue.cost_kinds)


def _placed(facts: Iterable[Fact], origin: Origin) -> dict[Place, Fact]:
    return {
        (fact.area, fact.breakdown, fact.year): fact
        for fact in facts
        if fact.origin == origin and fact.reading == 0
    }


def _leading(facts: Iterable[Fact]) -> Origin:
    present = {fact.origin for fact in facts}
    return next((origin for origin in LINE_ORIGINS if origin in present), "published")
