"""The figures of a release with everything hidden that has to be, and the proof that it is enough."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Observation, Origin
from dashboard.protect.cells import Figures, cells, figures, key_of
from dashboard.protect.days import is_days, protected_days
from dashboard.protect.knowledge import Known, Place, known, phantoms, place
from dashboard.protect.links import links
from dashboard.protect.overlaps import overlaps
from dashboard.protect.problem import Interval, Key, Problem, Unprotectable
from dashboard.protect.solve import Protected, Told, protect, silent
from dashboard.protect.sums import sums

_ORIGINS: tuple[Origin, ...] = ("delivered", "demo")


@dataclass(frozen=True, slots=True)
class Finding:
    """A hidden figure: whether it was small (or delivered hidden) itself, and what an attacker knows.

    ``interval`` is ``None`` where nothing adds up and nobody is counted (means, indices).
    """

    place: Place
    origin: Origin
    primary: bool
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What is decided about the figures of one origin: the problem, and how it was solved."""

    problem: Problem
    solution: Protected


@dataclass(frozen=True, slots=True)
class Outcome:
    """All observations in their order, hidden ones without any number, and a finding for each of these.

    ``settled``: by origin, for whoever protects single facilities beside these figures.
    """

    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]
    settled: Mapping[Origin, Settled] = field(default_factory=dict)


def protected(
    observations: Iterable[Observation],
    catalogue: Catalogue,
    earlier: Iterable[Observation] = (),
    told: Told = silent,
) -> Outcome:
    """Hide small numbers of delivered and demo figures; published ones are public and known.

    ``earlier``: what previous releases showed. Raises :class:`Unprotectable` with indicator and year
    of the tables that cannot be protected, or of which nothing would be left.
    """
    rows = list(observations)
    public = known(row for row in rows if row.origin == "published")
    before = {**known(earlier), **public}
    findings: list[Finding] = []
    settled: dict[Origin, Settled] = {}
    for origin in _ORIGINS:
        found = [row for row in rows if row.origin == origin]
        beside = before if origin == "delivered" else public
        first, days = _figures(found, catalogue, beside, origin)
        problem = problem_of(first)
        settled[origin] = Settled(problem, protect(problem, told))
        findings += findings_of(first, settled[origin].solution, origin)
        findings += findings_of(
            days, protected_days(days, first, problem, settled[origin].solution, told), origin
        )
    hidden = {(finding.origin, finding.place) for finding in findings}
    _refuse_empty(rows, hidden)
    return Outcome(tuple(stripped(row, hidden) for row in rows), tuple(findings), settled)


def _figures(
    rows: Sequence[Observation], catalogue: Catalogue, public: Known, origin: Origin
) -> tuple[Figures, Figures]:
    """The figures of one origin; those of days apart, they are protected after their cases."""
    both = []
    for wanted in (False, True):
        found = [row for row in rows if is_days(row, catalogue) == wanted]
        more = phantoms(public, map(place, found), catalogue) if origin == "delivered" else []
        both.append(figures(found, catalogue, public, more))
    return both[0], both[1]


def findings_of(of: Figures, done: Protected, origin: Origin) -> list[Finding]:
    """The hidden ones among these figures, in the order of their keys."""
    proof = {interval.key: interval for interval in done.intervals}
    keys = {key_of(where, of.indicator(where)): where for where in of.shown}
    return [
        Finding(keys[key], origin, key in done.primary, proof.get(key))
        for key in sorted(done.hidden)
        if key in keys
    ]


def problem_of(of: Figures) -> Problem:
    """Cells and sums of one origin: links between indicators, overlaps, and amounts that go with cases."""
    found = cells(of)
    linked = links(of, found)
    over = list(overlaps(of.catalogue, found))
    every = {**found, **linked.cells}
    all_sums = [*sums(of, every), *linked.sums, *(each for _, each in over)]
    along = {**linked.along, **_amounts(of, found)}
    return Problem({**every, **{cell.key: cell for cell, _ in over}}, all_sums, along)


def _amounts(of: Figures, found: Iterable[Key]) -> dict[Key, tuple[Key, ...]]:
    """An amount divided by what is usual per case gives hidden cases away: it is hidden with them."""
    along: dict[Key, list[Key]] = defaultdict(list)
    for key in sorted(found):
        cases = of.cases(key[:4]) if key[4] == "e" else None
        if cases is not None:
            along[(*place(cases), "x")].append(key)
    return {cases: tuple(keys) for cases, keys in along.items()}


def stripped(row: Observation, hidden: Container[tuple[Origin, Place]]) -> Observation:
    """The row, without any number if it is hidden."""
    if row.status != "hidden" and (row.origin, place(row)) not in hidden:
        return row
    note = row.note if row.status == "hidden" else ""
    return replace(
        row, value=None, numerator=None, denominator=None, cents=None, lower=None, upper=None,
        status="hidden", note=note,
    )  # fmt: skip


def _refuse_empty(rows: Sequence[Observation], hidden: set[tuple[Origin, Place]]) -> None:
    """A table that had numbers and of which nothing would be left is no table: it needs another cut."""
    numbers = [row for row in rows if row.value is not None and row.origin in _ORIGINS]
    tables = {(row.origin, row.indicator, row.year) for row in numbers}
    left = {
        (row.origin, row.indicator, row.year) for row in numbers if (row.origin, place(row)) not in hidden
    }
    if tables - left:
        raise Unprotectable((indicator, year) for _, indicator, year in tables - left)
