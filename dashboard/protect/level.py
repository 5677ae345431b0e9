"""Single facilities beside a release: a second stage, in which what the public sees is settled.

Everybody sees the areas; planners see single schools as well. Both are attacked together: the cells
of the schools, the hidden cells of the areas, and all sums between them are one problem. It is solved
after the public one, so that the public figures are the same with and without schools, and an area's
figure that is shown is a constant of this problem: nothing here can hide it, and nothing has to, since
a school's children can always be kept back among those of the other schools of its area.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Observation, Origin
from dashboard.protect.around import around, only
from dashboard.protect.cells import Figures, cells, figures
from dashboard.protect.level_sums import Areas, sizes, to_areas
from dashboard.protect.links import links
from dashboard.protect.problem import TOLERANCE, Cell, Key, Problem, Sum, Unprotectable
from dashboard.protect.release import Finding, Settled, findings_of, stripped
from dashboard.protect.solve import Protected, protect
from dashboard.protect.sums import sums
from dashboard.protect.uneven import Tables, Uneven


@dataclass(frozen=True, slots=True)
class LevelOutcome:
    """All rows in their order, hidden ones without any number; a finding for each of these.

    ``withheld``: tables whose unevenness over the schools would give a hidden figure back.
    """

    observations: tuple[Observation, ...]
    findings: tuple[Finding, ...]
    withheld: Tables = frozenset()


def protected_level(
    rows: Sequence[Observation],
    areas: Areas,
    settled: Settled,
    catalogue: Catalogue,
    uneven: Collection[str] = (),
) -> LevelOutcome:
    """Hide small numbers of facilities so that they cannot be computed from areas and facilities together.

    ``rows``: of one origin, ``area`` is the facility's number. ``areas``: the area it lies in.
    ``settled``: the public figures of the same origin. ``uneven``: indicators whose dissimilarity index
    over all these facilities is public. Raises :class:`Unprotectable` with indicator and year.
    """
    of = figures(rows, catalogue, {})
    index = Uneven.of(of, uneven)
    done, narrow = _attempt(of, areas, settled, index)
    years = {year for _, year in narrow}
    told = frozenset(table for table in index.tables if table[1] in years)
    if told:  # the index tells too much, or may do so: these years go without it
        index = index.without(told)
        done, narrow = _attempt(of, areas, settled, index)
    if done is None or narrow:
        raise Unprotectable(narrow)
    origin: Origin = rows[0].origin if rows else "demo"
    findings = findings_of(of, done, origin)
    hidden = {(each.origin, each.place) for each in findings}
    kept = tuple(stripped(row, hidden) for row in rows)
    return LevelOutcome(kept, tuple(findings), index.withheld)


def _attempt(of: Figures, areas: Areas, settled: Settled, index: Uneven) -> tuple[Protected | None, Tables]:
    """The hidden cells, and the tables that are not protected well enough by them, or not at all."""
    problem = _problem(of, areas, settled, index)
    try:
        done = protect(problem)
    except Unprotectable as error:
        return None, frozenset(error.tables)
    return done, _narrow(problem, done) - _narrow(settled.problem, settled.solution)


def _problem(of: Figures, areas: Areas, settled: Settled, index: Uneven) -> Problem:
    """Facilities with all they hang on."""
    gone, own = settled.solution.hidden, index.bounded(cells(of))
    linked, below = links(of, own), sizes(of, own, areas, gone)
    own = below.unbounded(own) | linked.cells | below.cells
    made = list(to_areas(own, areas, settled.problem, gone))
    zeros = _zeros(made, own)
    nobody = {key for key in zeros if own[key].state == "open" and key not in below.rows}
    found = [*below.closed(sums(of, own)), *linked.sums, *below.sums, *made, *index.sums(areas)]
    left = (only(each, lambda key: key not in nobody) for each in found)
    found = [each for each in left if each.parts]
    reached = {key for each in found for key in each.totals} - set(own)
    public, beside = around(settled.problem, gone, reached)
    schools = {
        key: replace(cell, range=0.0) if key in zeros else cell
        for key, cell in own.items()
        if key not in nobody
    }
    return Problem({**public, **schools}, [*beside, *found], {**linked.along, **below.along})


def _zeros(made: Iterable[Sum], own: Mapping[Key, Cell]) -> set[Key]:
    """Zeros where the area shows a zero: known to everybody, so there is nothing left to protect.

    They may still be hidden, with the size of a school. Others are no part of the problem.
    """
    return {
        key
        for each in made
        if not each.totals and all(own[part].value == 0 for part in each.parts)
        for key in each.parts
    }


def _narrow(problem: Problem, done: Protected) -> Tables:
    """Tables of cells that keep less room than they should, whatever is hidden."""
    return frozenset(
        (found.key[0], found.key[3])
        for found in done.intervals
        if found.needed < problem.cells[found.key].range - TOLERANCE
    )
