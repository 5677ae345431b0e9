"""Draws for each child a chosen form beside the recommended one: the cross table of two drawn margins."""

from __future__ import annotations

import numpy as np

from dashboard.prepare.demo.pupil_terms import Crossed
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.terms import Part, Span
from dashboard.prepare.demo.trend import YEARS, Floats

CATEGORIES = ("niedriger", "wie-empfohlen", "hoeher")
#: Of the recommendation, lowest first, and of the choice: the forms with a rank, and all others together.
RANKED = ("hauptschule", "realschule", "gymnasium")
CHOSEN = (*RANKED, "andere")


def draw_crossed(spec: Crossed, world: World) -> dict[str, Table]:
    """Recommended against chosen form: children by step, by recommendation, and as the whole cross table.

    Shape of all counts: area × year × category; shares are those of all children. The table is shown for
    the city alone: in an area most of its cells would have to be hidden.
    """
    recommended = _recommended(spec, world)
    chosen = _chosen(spec, world)
    people = recommended.sum(axis=0)
    if (people < sum(chosen.values())).any():
        raise CalibrationError(f"„{spec.indicator}“: mehr Wechsel als Empfehlungen")
    rng = world.rng(spec.indicator)
    cells = np.zeros((len(world.areas), len(YEARS), len(spec.open), len(CHOSEN)), dtype=np.int64)
    for area in range(len(world.areas)):
        for year in range(len(YEARS)):
            margin = {rank: int(table[area, year]) for rank, table in chosen.items()}
            cells[area, year] = _cell(spec, rng, recommended[:, area, year], margin)
    ranks = tuple(f"fuer-{form}" for form in RANKED)
    crossed = tuple(f"{one}-{other}" for one in RANKED for other in CHOSEN)
    flat = cells.reshape(*cells.shape[:2], -1)
    late = Span(first=max(spec.first, spec.crossed_first), last=spec.last)
    return {
        spec.indicator: Table(spec, CATEGORIES, _steps(cells), _for_each(people, len(CATEGORIES))),
        spec.rows: Table(late, ranks, cells.sum(axis=3), _for_each(people, len(ranks)), city_only=True),
        spec.crossed: Table(late, crossed, flat, _for_each(people, len(crossed)), city_only=True),
    }


def _for_each(people: Ints, categories: int) -> Ints:
    return np.repeat(people[:, :, None], categories, axis=2)


def _steps(cells: Ints) -> Ints:
    """Children below, at and above their recommendation; forms without a rank stand beside each."""
    step = np.array([[form - rank for form in range(len(RANKED))] for rank in range(len(RANKED))])
    ranked = cells[..., : len(RANKED)]
    lower, higher = ranked[:, :, step < 0].sum(axis=2), ranked[:, :, step > 0].sum(axis=2)
    return np.stack([lower, cells.sum(axis=(2, 3)) - lower - higher, higher], axis=2)


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
    counts = np.zeros((len(spec.open), len(CHOSEN)), dtype=np.int64)
    for form, wanted in sorted(chosen.items(), reverse=True):
        # Smallest exponential over weight: sampling without replacement (Efraimidis & Spirakis 2006).
        order = np.argsort(rng.exponential(size=ranks.size) / _weights(spec, ranks, form), kind="stable")
        counts[:, form - 1] = np.bincount(ranks[order[:wanted]] - 1, minlength=len(counts))
        ranks = ranks[order[wanted:]]
    counts[:, len(RANKED)] = np.bincount(ranks - 1, minlength=len(counts))
    return counts


def _weights(spec: Crossed, ranks: Ints, form: int) -> Floats:
    """How much a form draws a child of each recommended rank, against the forms that have no rank."""
    open_to = np.array([spec.open[rank] for rank in sorted(spec.open)])[ranks - min(spec.open)]
    return np.asarray(spec.apart ** -np.abs(ranks - form) / open_to, dtype=np.float64)
