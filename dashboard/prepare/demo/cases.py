"""Draws cases by kind and area: Poisson around a trend, or a stated count of the city over the areas."""

from __future__ import annotations

import numpy as np

from dashboard.prepare.demo.calibration import CaseKind, Cases, Steps
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.trend import YEARS, Floats, path


def draw_cases(spec: Cases, world: World) -> Table:
    """Cases by kind with their total; with denominators where the indicator is a rate."""
    rng = world.rng(spec.indicator)
    people = [world.people(kind.base or spec.base) for kind in spec.kinds]
    counts = [_kind(spec, kind, who, rng, world) for kind, who in zip(spec.kinds, people, strict=True)]
    numerator = np.stack(counts, axis=2)
    categories = tuple(kind.id for kind in spec.kinds)
    total = numerator.sum(axis=2) if any(categories) else None
    if not spec.rate:
        return Table(spec, categories, numerator, total=total)
    shared = not any(kind.base for kind in spec.kinds)
    everybody = world.people(spec.base) if shared else np.stack(people, axis=2).sum(axis=2)
    return Table(spec, categories, numerator, np.stack(people, axis=2), total, everybody)


def _kind(spec: Cases, kind: CaseKind, people: Ints, rng: np.random.Generator, world: World) -> Ints:
    """Independent Poisson counts: the city's count, spread over the areas by a multinomial draw."""
    weights = area_weights(spec, kind, people, world)
    city = rng.poisson(path(kind.level))
    for year, exact in spec.exact.items():
        city[YEARS.index(year)] = exact[kind.id]
    return np.asarray(rng.multinomial(city, weights.T).T, dtype=np.int64)


def area_weights(spec: Cases, kind: CaseKind, people: Ints, world: World) -> Floats:
    """Expected share of each area in the city's cases; columns (years) add up to 1."""
    relative = np.exp(kind.gradient * world.deprivation[:, None] * path(spec.spread)[None, :]) * people
    return np.asarray(relative / relative.sum(axis=0), dtype=np.float64)


def state_steps(spec: Steps, world: World) -> Table:
    """A count or an amount of the whole city as the calibration states it; the areas have none."""
    stated = np.array([spec.values[max(known for known in spec.values if known <= year)] for year in YEARS])
    rows = np.zeros((len(world.areas), len(YEARS), 1), dtype=np.int64)
    rows[0, :, 0] = stated * 100 if spec.euros else stated
    return Table(spec, ("",), rows, cents=spec.euros, city_only=True)
