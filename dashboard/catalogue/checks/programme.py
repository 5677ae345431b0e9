"""Targets can be judged, measures end after they begin, prices have their base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard.catalogue.models import Indicator, Measure, Prices, StrategicGoal, Target
from dashboard.catalogue.problem import NOT_GIVEN, Problem
from dashboard.catalogue.tables import Located, Tables

_AGAINST = {"high": "fall", "low": "rise"}


def programme_faults(tables: Tables) -> Iterator[Problem]:
    """Faults of targets, measures, strategic goals and the price index."""
    indicators = {located.entry.id: located.entry for located in tables.of("kennzahlen", Indicator)}
    for target in tables.of("ziele", Target):
        yield from _target(target, indicators)
    for measure in tables.of("massnahmen", Measure):
        if measure.entry.end is not None and measure.entry.end < measure.entry.start:
            yield measure.problem("end", measure.entry.end, f"ein Jahr ab start ({measure.entry.start})")
    if tables.complete("strategische_ziele"):
        yield from _goals(tables)
    yield from _prices(tables)


def _target(located: Located[Target], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    target = located.entry
    if target.kind in ("absolute", "relative") and target.value is None:
        yield located.problem("value", None, f"einen Zielwert (Zielart „{target.kind}“)")
    if target.kind in ("direction", "convergence") and target.value is not None:
        yield located.problem("value", target.value, f"keinen Zielwert (Zielart „{target.kind}“)")
    if target.target_year <= target.baseline_year:
        yield located.problem("target_year", target.target_year, f"ein Jahr nach {target.baseline_year}")
    indicator = indicators.get(target.indicator)
    # Convergence is about the spread: it falls while the number of converging indicators rises.
    if indicator and target.kind != "convergence" and _AGAINST.get(indicator.polarity) == target.direction:
        expected = f"die Richtung, die bei „{indicator.id}“ günstig ist"
        yield located.problem("direction", target.direction, expected)


def _goals(tables: Tables) -> Iterator[Problem]:
    numbers = {located.entry.number for located in tables.of("strategische_ziele", StrategicGoal)}
    missing = sorted(set(range(1, 7)) - numbers)
    if missing:
        found = ", ".join(str(number) for number in sorted(numbers)) or NOT_GIVEN
        expected = "die sechs strategischen Ziele 1 bis 6"
        yield Problem("strategische_ziele.toml", "strategische_ziele", "number", found, expected)


def _prices(tables: Tables) -> Iterator[Problem]:
    entries = tables.of("preise", Prices)
    if len(entries) != 1 and tables.complete("preise"):
        expected = "genau eine Tabelle mit dem Preisindex"
        yield Problem("preise.toml", "preise", "", str(len(entries)), expected)
    for located in entries:
        values = {value.year: value.index for value in located.entry.values}
        for year, count in Counter(value.year for value in located.entry.values).items():
            if count > 1:
                yield located.problem("values", year, "jedes Jahr nur einmal")
        base = located.entry.base
        if values.get(base) != 100:
            yield located.problem("values", values.get(base), f"den Wert 100 im Basisjahr {base}")
