"""Presets weigh criteria that exist, in the direction the indicator is good or bad."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dashboard.catalogue.models import Area, Criterion, Distribution, Indicator, Population, Preset
from dashboard.catalogue.problem import Problem
from dashboard.catalogue.tables import Located, Tables

_AGAINST = {"high": "high", "low": "low"}  # a good high value is no need
#: A form sends each criterion as a field; more would not fit into a call.
MOST_CRITERIA = 24


def resource_faults(tables: Tables) -> Iterator[Problem]:
    """Faults of criteria, populations, presets and today's distributions."""
    criteria = tables.of("kriterien", Criterion)
    yield from _criteria(tables)
    for population in tables.of("bezugsgruppen", Population):
        yield from _known(tables, population, "indicator", "kennzahlen", population.entry.indicator)
    weighable = {each.entry.indicator for each in criteria} | tables.refused["kriterien"]
    for preset in tables.of("vorlagen", Preset):
        yield from _known(tables, preset, "source", "quellen", preset.entry.source)
        if preset.entry.equal and preset.entry.weights:
            yield preset.problem("weights", len(preset.entry.weights), "keine Gewichte, weil equal = true")
        for weight in preset.entry.weights:
            if weight.indicator not in weighable:
                yield preset.problem("weights", weight.indicator, "eine Kennzahl der Tabelle kriterien")
    for distribution in tables.of("verteilungen", Distribution):
        yield from _distribution(tables, distribution)
    for table in ("kriterien", "bezugsgruppen", "vorlagen", "verteilungen"):
        yield from _twice(tables, table)


def _criteria(tables: Tables) -> Iterator[Problem]:
    located = tables.of("kriterien", Criterion)
    indicators = {each.entry.id: each.entry for each in tables.of("kennzahlen", Indicator)}
    for each in located:
        criterion = each.entry
        yield from _known(tables, each, "indicator", "kennzahlen", criterion.indicator)
        indicator = indicators.get(criterion.indicator)
        if indicator and _AGAINST.get(indicator.polarity) == criterion.need:
            yield each.problem("need", criterion.need, f"die ungünstige Seite von „{indicator.id}“")
    if len(located) > MOST_CRITERIA:
        yield located[-1].problem("", len(located), f"höchstens {MOST_CRITERIA} Kriterien")


def _distribution(tables: Tables, located: Located[Distribution]) -> Iterator[Problem]:
    distribution = located.entry
    yield from _known(tables, located, "source", "quellen", distribution.source)
    if bool(distribution.indicator) == bool(distribution.shares):
        yield located.problem("indicator", distribution.indicator, "entweder indicator oder shares")
    if distribution.indicator:
        yield from _known(tables, located, "indicator", "kennzahlen", distribution.indicator)
        return
    areas = {each.entry.id for each in tables.of("flaechen", Area) if each.entry.kind == "sozialraum"}
    named = [share.area for share in distribution.shares]
    wrong = {area for area in areas | set(named) if named.count(area) != 1 or area not in areas}
    if tables.complete("flaechen") and wrong:
        yield located.problem("shares", ", ".join(sorted(wrong)), "jeden Sozialraum genau einmal")
    step = 0.25 if distribution.kind == "posts" else 0.01
    for share in distribution.shares:
        if abs(share.amount / step - round(share.amount / step)) > 1e-6:
            yield located.problem("shares", share.amount, f"ein Vielfaches von {step}".replace(".", ","))


def _known(tables: Tables, located: Located[Any], key: str, table: str, wanted: str) -> Iterator[Problem]:
    known = {entry.entry.id for entry in tables.entries[table]} | tables.refused[table]
    if wanted not in known:
        word = "Kennzahl" if table == "kennzahlen" else "Quelle"
        yield located.problem(key, wanted, f"eine vorhandene {word} (Tabelle {table})")


def _twice(tables: Tables, table: str) -> Iterator[Problem]:
    counts = Counter(located.entry.id for located in tables.entries[table])
    for located in tables.entries[table]:
        if counts[located.entry.id] > 1:
            yield located.problem("id", located.entry.id, "eine Angabe, die nur einmal vorkommt")
