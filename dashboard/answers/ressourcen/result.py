"""The rule applied to the figures of the release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboard.analysis.allocation import Allocation, Criteria, allocate
from dashboard.analysis.social_index import SocialIndex
from dashboard.answers.desk import Asking
from dashboard.answers.ressourcen import ground
from dashboard.answers.ressourcen.ground import Column, Rows, Today
from dashboard.answers.ressourcen.rule import Rule, rule_of
from dashboard.catalogue.models import Area
from dashboard.model import Origin
from dashboard.wording.grammar import listed

NO_RULE = "Dieser Datenstand enthält keine Angaben zur Verteilung."


@dataclass(frozen=True)
class Result:
    """A rule, what it stands on, and what comes out. Vectors have the order of ``rule.areas``."""

    asking: Asking
    rule: Rule
    rows: Rows
    columns: tuple[Column, ...]
    people: Mapping[str, float] | None
    today: Today | None

    @classmethod
    def of(cls, asking: Asking) -> Result:
        """Of the view that is asked for."""
        rule = rule_of(asking)
        rows = ground.rows_of(asking, rule)
        return cls(
            asking,
            rule,
            rows,
            ground.columns(rows, rule, asking.catalogue),
            ground.people(rows, rule),
            ground.today(rows, rule, asking.catalogue),
        )

    @property
    def areas(self) -> tuple[Area, ...]:
        """The areas among which is shared out."""
        return self.rule.areas

    @cached_property
    def used(self) -> tuple[Column, ...]:
        """The criteria the index is made of."""
        return tuple(column for column in self.columns if column.weight and not column.why)

    @cached_property
    def left_out(self) -> tuple[Column, ...]:
        """Criteria with a weight that cannot be used: never filled in, always named."""
        return tuple(column for column in self.columns if column.weight and column.why)

    @cached_property
    def why(self) -> str:
        """Why nothing can be shared out; "" where it can."""
        if not self.areas:
            return NO_RULE
        if self.rule.weights and not self.used:
            parts = [f"„{column.indicator.short_title}“ ({column.why})" for column in self.left_out]
            return f"Der Index ist nicht berechenbar: Es fehlt {listed(parts)}.{self._closing()}"
        if self.people is None and not self.rule.equal:
            name = f"„{self.rule.population.title}“" if self.rule.population else "der Bezugsgruppe"
            return f"Nicht berechenbar: Die Zahl {name} ist nicht in allen Räumen bekannt."
        if self.people is not None and sum(self.people.values()) <= 0 and not self.rule.equal:
            return "Nicht berechenbar: In der Bezugsgruppe ist niemand."
        return ""

    def _closing(self) -> str:
        """Which deliveries would close the gap of criteria without any value."""
        empty = [column.indicator for column in self.left_out if not column.facts]
        sources = self.asking.catalogue.sources
        titles = dict.fromkeys(sources[indicator.sources[0]].title for indicator in empty)
        return (
            f" Die Lücke schließt die Lieferung {listed([f'„{title}“' for title in titles])}."
            if titles
            else ""
        )

    @cached_property
    def allocation(self) -> Allocation | None:
        """What every area gets; None where :attr:`why` says why not."""
        if self.why:
            return None
        rule, used = self.rule, self.used
        criteria = None
        if used:
            values = [[column.value(area.id) for column in used] for area in self.areas]
            criteria = Criteria(
                values, [column.weight for column in used], [column.more_is_need for column in used]
            )
        heads = [1.0 if rule.equal or self.people is None else self.people[area.id] for area in self.areas]
        return allocate(rule.total, heads, criteria, rule.spread, rule.floor)

    @property
    def index(self) -> SocialIndex | None:
        """The social index, where there are weights."""
        return self.allocation.index if self.allocation else None

    @cached_property
    def order(self) -> tuple[int, ...]:
        """Places of the areas as they are shown: highest index first, without one largest part first."""
        if self.allocation is None:
            return tuple(range(len(self.areas)))
        size = self.index.score if self.index else self.allocation.units
        return tuple(sorted(range(len(self.areas)), key=lambda place: -float(size[place])))

    @cached_property
    def origin(self) -> Origin:
        """Of everything that is shown: demo as soon as one figure is."""
        population = self.rule.population
        people = self.rows.get(population.indicator, {}) if population and not self.rule.equal else {}
        groups = [column.facts for column in self.used] + [people]
        found = {fact.origin for facts in groups for fact in facts.values()}
        found |= {"demo"} if self.today and self.today.demo else set()
        order: tuple[Origin, ...] = ("demo", "published", "delivered")
        return next((origin for origin in order if origin in found), "delivered")

    def amount(self, place: int) -> int:
        """What an area gets, in steps. Only asked where there is an allocation."""
        assert self.allocation is not None
        return int(self.allocation.units[place])

    def change(self, place: int) -> int | None:
        """The difference to today in steps of today's unit."""
        if self.today is None or self.allocation is None:
            return None
        return self.today.change(self.areas[place].id, self.amount(place), self.rule.unit)
