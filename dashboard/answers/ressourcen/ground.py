"""What a release says about need, people and today: the figures a distribution stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.answers.desk import Asking
from dashboard.answers.ressourcen.rule import Rule
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Criterion, Distribution, Indicator, Part
from dashboard.model import LINE_ORIGINS, Origin
from dashboard.store.facts import Fact
from dashboard.wording.grammar import listed
from dashboard.wording.resources_units import UNITS, Unit

Rows = Mapping[str, Mapping[str, Fact]]  # indicator -> area -> fact
NO_VALUES = "keine Werte je Sozialraum geliefert"


@dataclass(frozen=True, slots=True)
class Column:
    """One criterion with the facts of its latest year; ``why``: what keeps it from being used, or ""."""

    criterion: Criterion
    indicator: Indicator
    weight: int
    facts: Mapping[str, Fact]
    why: str

    @property
    def year(self) -> int:
        """Of the facts; 0 without any."""
        return next((fact.year for fact in self.facts.values()), 0)

    @property
    def more_is_need(self) -> bool:
        """Whether a high value means need."""
        return self.criterion.need == "high"

    def value(self, area: str) -> float:
        """The value of an area. Only asked of a column that can be used."""
        found = self.facts[area].value
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Today:
    """How it is distributed today. ``steps`` by area, in steps of ``unit`` (quarter posts or cents)."""

    distribution: Distribution
    unit: Unit
    steps: Mapping[str, int]
    demo: bool

    @property
    def total(self) -> int:
        """All areas together."""
        return sum(self.steps.values())

    def change(self, area: str, steps: int, unit: Unit) -> int:
        """What ``steps`` of the rule's ``unit`` are more than today, in steps of today's."""
        return steps * (self.unit.per_one // unit.per_one) - self.steps[area]


def rows_of(asking: Asking, rule: Rule) -> Rows:
    """Every indicator over the areas in its latest year, of the one origin its line is drawn from."""
    areas = {area.id for area in rule.areas}
    found: dict[str, dict[Origin, dict[str, Fact]]] = {}
    for fact in asking.store.matrix_facts(asking.release, "sozialraum"):
        if fact.area in areas and fact.reading == 0:
            found.setdefault(fact.indicator, {}).setdefault(fact.origin, {})[fact.area] = fact
    return {
        name: next(by_origin[origin] for origin in LINE_ORIGINS if origin in by_origin)
        for name, by_origin in found.items()
    }


def columns(rows: Rows, rule: Rule, catalogue: Catalogue) -> tuple[Column, ...]:
    """All criteria of the catalogue with their weights, in its order."""
    return tuple(
        Column(
            criterion,
            catalogue.indicators[name],
            rule.weights.get(name, 0),
            rows.get(name, {}),
            _why(rows.get(name, {}), rule.areas),
        )
        for name, criterion in catalogue.criteria.items()
    )


def people(rows: Rows, rule: Rule) -> dict[str, float] | None:
    """The people concerned by area; None where one area's number is not known."""
    if rule.population is None:
        return None
    return _parts(rows.get(rule.population.indicator, {}), rule.population.part, rule.areas)


def today(rows: Rows, rule: Rule, catalogue: Catalogue) -> Today | None:
    """Today's distribution of posts or euros; None where it is not known in every area."""
    kind = "posts" if rule.unit.posts else "euros"
    fitting = (each for each in catalogue.distributions.values() if each.kind == kind)
    distribution = next(fitting, None)
    if distribution is None:
        return None
    if distribution.indicator is None:
        amounts: dict[str, float] | None = {share.area: share.amount for share in distribution.shares}
        is_demo = distribution.demo
    else:
        facts = rows.get(distribution.indicator, {})
        amounts = _parts(facts, distribution.part, rule.areas)
        is_demo = distribution.demo or any(fact.origin == "demo" for fact in facts.values())
    if amounts is None or {area.id for area in rule.areas} - set(amounts):
        return None
    unit = UNITS["viertelstellen" if rule.unit.posts else "euro"]
    steps = {area.id: round(unit.per_one * amounts[area.id]) for area in rule.areas}
    return Today(distribution, unit, steps, is_demo)


def _parts(facts: Mapping[str, Fact], part: Part, areas: Iterable[Area]) -> dict[str, float] | None:
    found = {area.id: getattr(facts[area.id], part, None) for area in areas if area.id in facts}
    known = {area: float(value) for area, value in found.items() if value is not None}
    return known if known and all(area.id in known for area in areas) else None


def _why(facts: Mapping[str, Fact], areas: Iterable[Area]) -> str:
    if not facts:
        return NO_VALUES
    hidden = [area.name for area in areas if area.id in facts and facts[area.id].status == "hidden"]
    open_ = [area.name for area in areas if area.id not in facts or facts[area.id].value is None]
    unknown = [name for name in open_ if name not in hidden]
    parts = (
        f"in {listed(hidden)} geschützt (Geheimhaltung)" if hidden else "",
        f"in {listed(unknown)} nicht bekannt" if unknown else "",
    )
    return ", ".join(part for part in parts if part)
