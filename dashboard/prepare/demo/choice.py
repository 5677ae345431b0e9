"""Draws for each child a chosen form beside the recommended one: the cross table of two drawn margins."""

from __future__ import annotations

import numpy as np

from dashboard.prepare.demo.pupil_terms import Crossed
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.terms import Part
from dashboard.prepare.demo.trend import YEARS, Floats

CATEGORIES = ("niedriger", "wie-empfohlen", "hoeher")


def draw_crossed(spec: Crossed, world: World) -> Table:
    """Children below, at and above their recommendation. Shape of the counts: area × year × category."""
    recommended = _recommended(spec, world)
    chosen = _chosen(spec, world)
    people = recommended.sum(axis=0)
    if (people < sum(chosen.values())).any():
        raise CalibrationError(f"„{spec.indicator}“: mehr Wechsel als Empfehlungen")
    rng = world.rng(spec.indicator)
    counts = np.zeros((len(world.areas), len(YEARS), len(CATEGORIES)), dtype=np.int64)
    for area in range(len(world.areas)):
        for year in range(len(YEARS)):
            margin = {rank: int(table[area, year]) for rank, table in chosen.items()}
            counts[area, year] = _cell(spec, rng, recommended[:, area, year], margin)
    cohort = np.repeat(people[:, :, None], len(CATEGORIES), axis=2)
    return Table(spec, CATEGORIES, counts, cohort)


def _recommended(spec: Crossed, world: World) -> Ints:
    """Children by recommended rank, lowest first: rank × area × year."""
    names = world.drawn[spec.recommended].categories
    found = [
        world.part(
            Part(indicator=spec.recommended, categories=tuple(n for n in names if spec.ranks[n] == rank))
        )
        for rank in sorted(spec.open)
    ]
    return np.stack(found)


def _chosen(spec: Crossed, world: World) -> dict[int, Ints]:
    """Children by rank of the chosen form: area × year."""
    forms = {spec.ranks[name]: name for name in spec.ranks if name in world.drawn}
    return {rank: world.part(Part(indicator=name)) for rank, name in sorted(forms.items())}


def _cell(spec: Crossed, rng: np.random.Generator, recommended: Ints, chosen: dict[int, int]) -> Ints:
    """One area and year. Highest form first, each takes its children by weight and without putting back."""
    ranks = np.repeat(sorted(spec.open), recommended)
    counts = np.zeros(len(CATEGORIES), dtype=np.int64)
    for form, wanted in sorted(chosen.items(), reverse=True):
        # Smallest exponential over weight: sampling without replacement (Efraimidis & Spirakis 2006).
        order = np.argsort(rng.exponential(size=ranks.size) / _weights(spec, ranks, form), kind="stable")
        steps = form - ranks[order[:wanted]]
        counts += [(steps < 0).sum(), (steps == 0).sum(), (steps > 0).sum()]
        ranks = ranks[order[wanted:]]
    counts[CATEGORIES.index("wie-empfohlen")] += ranks.size
    return counts


def _weights(spec: Crossed, ranks: Ints, form: int) -> Floats:
    """How much a form draws a child of each recommended rank, against the forms that have no rank."""
    open_to = np.array([spec.open[rank] for rank in sorted(spec.open)])[ranks - min(spec.open)]
    return np.asarray(spec.apart ** -np.abs(ranks - form) / open_to, dtype=np.float64)
