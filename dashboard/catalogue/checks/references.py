"""Ids are unique, and whatever an entry names exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dashboard.catalogue.models import (
    Indicator,
    Measure,
    Membership,
    Prices,
    StrategicGoal,
    Target,
)
from dashboard.catalogue.problem import Problem
from dashboard.catalogue.tables import Located, Tables

#: What the tables with ids are called in a message.
_KINDS = {
    "quellen": "Quelle",
    "flaechen": "Fläche",
    "kennzahlen": "Kennzahl",
    "ziele": "Ziel",
    "massnahmen": "Maßnahme",
    "kostenarten": "Kostenart",
}


def reference_faults(tables: Tables) -> Iterator[Problem]:
    """Ids and goal numbers used twice, and references that lead nowhere."""
    for table in _KINDS:
        yield from _twice(tables.entries[table], "id")
    yield from _twice(tables.entries["strategische_ziele"], "number")
    check = _Known(tables)
    for indicator in tables.of("kennzahlen", Indicator):
        yield from check.indicator(indicator)
    for target in tables.of("ziele", Target):
        yield from check.target(target)
    for measure in tables.of("massnahmen", Measure):
        yield from check.each(measure, "areas", "flaechen", measure.entry.areas)
        yield from check.each(measure, "source", "quellen", [measure.entry.source])
        budget = [measure.entry.budget.source] if measure.entry.budget else []
        yield from check.each(measure, "budget", "quellen", budget)
    for member in tables.of("zugehoerigkeiten", Membership):
        yield from check.each(member, "part", "flaechen", [member.entry.part])
        yield from check.each(member, "whole", "flaechen", [member.entry.whole])
    for goal in tables.of("strategische_ziele", StrategicGoal):
        yield from check.each(goal, "source", "quellen", [goal.entry.source])
    for prices in tables.of("preise", Prices):
        yield from check.each(prices, "source", "quellen", [prices.entry.source])


def _twice(entries: Iterable[Located[Any]], key: str) -> Iterator[Problem]:
    first: dict[object, str] = {}
    for located in entries:
        value = getattr(located.entry, key)
        if value in first:
            yield located.problem(
                key,
                value,
                f"eine Angabe, die nur einmal vorkommt (schon in {first[value]})",
            )
        first.setdefault(value, located.file)


class _Known:
    """The ids of all tables, and the faults of an entry that names others."""

    def __init__(self, tables: Tables) -> None:
        self._ids = {
            table: {located.entry.id for located in tables.entries[table]} | tables.refused[table]
            for table in _KINDS
        }
        goals = tables.of("strategische_ziele", StrategicGoal)
        self._goals = {located.entry.number for located in goals} | tables.refused["strategische_ziele"]

    def each(self, located: Located[Any], key: str, table: str, ids: Iterable[str]) -> Iterator[Problem]:
        """A fault for each of ``ids`` that ``table`` does not have."""
        for id_ in ids:
            if id_ not in self._ids[table]:
                yield located.problem(key, id_, f"eine vorhandene {_KINDS[table]} (Tabelle {table})")

    def goal(self, located: Located[Any], number: int | None) -> Iterator[Problem]:
        """A fault if there is no such strategic goal."""
        if number is not None and number not in self._goals:
            expected = "ein vorhandenes strategisches Ziel (Tabelle strategische_ziele)"
            yield located.problem("strategic_goal", number, expected)

    def indicator(self, located: Located[Indicator]) -> Iterator[Problem]:
        """Sources, successor, goal and kinds of help of an indicator."""
        indicator = located.entry
        yield from self.each(located, "sources", "quellen", indicator.sources)
        if indicator.successor:
            yield from self.each(located, "successor", "kennzahlen", [indicator.successor])
        if indicator.cases:
            yield from self.each(located, "cases", "kennzahlen", [indicator.cases])
        yield from self.goal(located, indicator.strategic_goal)
        for dimension in indicator.breakdowns:
            if dimension.id == "hilfeart":
                categories = [category.id for category in dimension.categories]
                yield from self.each(located, "breakdowns", "kostenarten", categories)

    def target(self, located: Located[Target]) -> Iterator[Problem]:
        """Indicator, source and goal of a target."""
        yield from self.each(located, "indicator", "kennzahlen", [located.entry.indicator])
        yield from self.each(located, "source", "quellen", [located.entry.source])
        yield from self.goal(located, located.entry.strategic_goal)
