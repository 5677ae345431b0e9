"""An indicator contradicts neither itself nor the group it belongs to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from string import Formatter

from dashboard.catalogue.models import Indicator
from dashboard.catalogue.problem import Problem
from dashboard.catalogue.tables import Located, Tables


def indicator_faults(tables: Tables) -> Iterator[Problem]:
    """Faults inside single indicators and between the members of a group."""
    indicators = tables.of("kennzahlen", Indicator)
    for located in indicators:
        yield from _kind(located)
        yield from _behind(located)
        yield from _breakdowns(located)
        yield from _phrase(located)
        yield from _validity(located)
    yield from _groups(indicators)


def _kind(located: Located[Indicator]) -> Iterator[Problem]:
    indicator = located.entry
    if indicator.kind in ("share", "rate") and not indicator.denominator:
        yield located.problem("denominator", "", "den Nenner in Worten (Anteile und Raten haben einen)")
    if indicator.kind == "share" and (indicator.unit, indicator.per) != ("%", 100):
        found = f"{indicator.unit} je {indicator.per}"
        yield located.problem("unit", found, "„%“ je 100 bei einem Anteil")
    if indicator.comparison != "none" and indicator.comparison != indicator.kind:
        yield located.problem("comparison", indicator.comparison, f"„{indicator.kind}“ oder „none“")
    if indicator.comparison != "none" and not indicator.sampling:
        expected = "„none“, solange sampling = false ist (ohne Zufallsbereich kein Test)"
        yield located.problem("comparison", indicator.comparison, expected)
    if not re.fullmatch(r"\d\d\.\d\d\.", indicator.key_date):
        yield located.problem("key_date", indicator.key_date, "einen Stichtag der Form „31.12.“")


def _behind(located: Located[Indicator]) -> Iterator[Problem]:
    """An amount that belongs to cases has no chance of its own; of a count it has to be said how much."""
    indicator = located.entry
    if indicator.cases and indicator.sampling:
        yield located.problem("cases", indicator.cases, "sampling = false (der Betrag ist keine Stichprobe)")
    if (indicator.cases is not None and indicator.kind == "count") != (indicator.most_per_case is not None):
        expected = "die Höchstzahl je Fall, genau dann, wenn „cases“ die Fälle einer Anzahl nennt"
        yield located.problem("most_per_case", indicator.most_per_case or "", expected)


def _breakdowns(located: Located[Indicator]) -> Iterator[Problem]:
    dimensions = located.entry.breakdowns
    ids = [dimension.id for dimension in dimensions]
    categories = [category.id for dimension in dimensions for category in dimension.categories]
    for id_ in _repeated(ids):
        yield located.problem("breakdowns", id_, "jede Merkmalsart nur einmal")
    for id_ in _repeated(categories):
        yield located.problem("breakdowns", id_, "jede Ausprägung nur einmal je Kennzahl")


def _repeated(ids: Sequence[str]) -> list[str]:
    return [id_ for id_, count in Counter(ids).items() if count > 1]


def _phrase(located: Located[Indicator]) -> Iterator[Problem]:
    phrase = located.entry.phrase
    if phrase is None:
        return
    wanted = (
        ("per_hundred", phrase.per_hundred, {"n"}),
        ("compared", phrase.compared, {"factor", "other"}),
    )
    for key, text, names in wanted:
        if _placeholders(text) != names:
            expected = "einen Satz mit den Platzhaltern " + ", ".join(f"{{{name}}}" for name in sorted(names))
            yield located.problem(f"phrase.{key}", text, expected)


def _placeholders(text: str) -> set[str] | None:
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:  # an unpaired brace
        return None


def _validity(located: Located[Indicator]) -> Iterator[Problem]:
    indicator = located.entry
    first, last = indicator.valid_from, indicator.valid_until
    if first and last and first > last:
        yield located.problem("valid_until", last, f"ein Jahr ab valid_from ({first})")
    if indicator.successor == indicator.id:
        yield located.problem("successor", indicator.successor, "eine andere Kennzahl als sie selbst")
    for broken in indicator.breaks:
        if (first and broken.year <= first) or (last and broken.year > last):
            yield located.problem("breaks", broken.year, "ein Jahr innerhalb der Gültigkeit der Kennzahl")


def _groups(indicators: Sequence[Located[Indicator]]) -> Iterator[Problem]:
    groups: dict[str, list[Located[Indicator]]] = defaultdict(list)
    for located in indicators:
        if located.entry.group:
            groups[located.entry.group].append(located)
    for group, members in groups.items():
        head, *others = members
        if not others:
            yield head.problem("group", group, "mindestens zwei Kennzahlen in einer Gruppe")
        for other in others:
            if _shape(other.entry) != _shape(head.entry):
                expected = f"Art, Einheit, Bezug und Zeitraum wie bei „{head.entry.id}“ derselben Gruppe"
                yield other.problem("group", group, expected)


def _shape(indicator: Indicator) -> tuple[str, str, int, str]:
    return indicator.kind, indicator.unit, indicator.per, indicator.period
