"""Days of help: every drawn case runs for a part of the year, 1 to 366 days."""

from __future__ import annotations

from calendar import isleap

import numpy as np

from dashboard.prepare.demo.calibration import Days
from dashboard.prepare.demo.table import Table, World
from dashboard.prepare.demo.trend import YEARS, Floats, path

_EVENNESS = 3.0  # of the beta law: most helps begin or end within the year, many run all through it


def draw_days(spec: Days, world: World) -> Table:
    """Sums of the cases' durations by area, year and kind, with their total over the kinds."""
    cases = world.drawn[spec.cases]
    lengths = np.array([366 if isleap(year) else 365 for year in YEARS])
    means = np.stack([path(spec.per_case[kind]) for kind in cases.categories], axis=1) / lengths[:, None]
    rng = world.rng(spec.indicator)
    days = np.zeros(cases.numerator.shape, dtype=np.int64)
    for area, year, kind in np.ndindex(*days.shape):
        parts = _parts(rng, means[year, kind], int(cases.numerator[area, year, kind]))
        days[area, year, kind] = np.ceil(parts * lengths[year]).sum()
    return Table(spec, cases.categories, days, total=days.sum(axis=2))


def _parts(rng: np.random.Generator, mean: float, cases: int) -> Floats:
    """The part of the year for which each case runs, above 0 and at most 1."""
    found: Floats = rng.beta(_EVENNESS * mean, _EVENNESS * (1.0 - mean), cases)
    return np.clip(found, 1e-9, 1.0)
