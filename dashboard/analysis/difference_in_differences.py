"""Areas with a measure against areas without it, before and after its start.

Two steps, after Donald & Lang (2007, Rev. Econ. Stat. 89: 221): every area is reduced to one number,
a contrast of its years (mean after minus mean before; one year minus the year before the start; slope
before the start), and these few numbers are compared between both groups with a t distribution of
areas − 2 degrees of freedom. So years of one area may depend on one another (Bertrand, Duflo &
Mullainathan 2004, QJE 119: 249), and nine areas never count as nine times ten.

An area's number has chance in it (binomial or Poisson, known) and a part of its own (estimated after
Paule & Mandel 1982); it is weighted by 1 ÷ both together, and the error follows Knapp & Hartung (2003,
Stat. Med. 22: 2693), not bounded from below. With equal sizes this is the t test with pooled variance.
It says how much the groups drifted apart, never why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from dashboard.analysis import student
from dashboard.analysis.arrays import Flags, Kind, Vector, vector

MIN_BEFORE, MIN_AFTER = 3, 2  #: periods; below three nothing can be said of the trend before
MOST = 5  #: periods looked at on either side
MIN_AREAS = 2  #: on either side
POWER = 0.8
_STEPS = 60  # bisections: the own part is then known to 1 : 10^18


@dataclass(frozen=True, slots=True)
class Estimate:
    """Contrast of the areas with the measure minus that of the others, in the unit of the values.

    ``treated`` and ``others``: the contrast of either group, ``difference`` between them. ``lower`` and
    ``upper``: 95 % (or 1 − alpha) limits; two-sided ``p``; ``detectable``: the smallest true difference
    that would be found four times in five. Scalars, or one entry per data set.
    """

    treated: Vector
    others: Vector
    difference: Vector
    lower: Vector
    upper: Vector
    p: Vector
    detectable: Vector


@dataclass(frozen=True, slots=True)
class Window:
    """The periods that are compared: up to five before the start and five from it on."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """All of them, ascending."""
        return (*self.before, *self.after)

    @property
    def enough(self) -> bool:
        """Whether there are enough periods on both sides."""
        return len(self.before) >= MIN_BEFORE and len(self.after) >= MIN_AFTER


def window(years: Iterable[int], start: int, end: int | None = None, breaks: Iterable[int] = ()) -> Window:
    """The periods around a start that no break separates from it; the start's own period counts as after."""
    cuts = sorted(breaks)
    first = max((cut for cut in cuts if cut <= start), default=-np.inf)
    last = min((cut for cut in cuts if cut > start), default=np.inf)
    inside = sorted({year for year in years if first <= year < last and year <= (end or year)})
    before = [year for year in inside if year < start]
    return Window(tuple(before[-MOST:]), tuple(year for year in inside if year >= start)[:MOST])


def mean_change(years: Window) -> Vector:
    """Contrast: mean of the periods after minus mean of the periods before."""
    before, after = len(years.before), len(years.after)
    return vector([-1 / before] * before + [1 / after] * after)


def change_to(years: Window, year: int) -> Vector:
    """Contrast: one period minus the last before the start (the zero of an event study)."""
    contrast = np.zeros(len(years.years))
    contrast[years.years.index(year)] += 1
    contrast[len(years.before) - 1] -= 1
    return contrast


def slope_before(years: Window) -> Vector:
    """Contrast: least-squares slope per year over the periods before the start."""
    off = vector(years.before) - np.mean(years.before)
    return np.concatenate([off / (off**2).sum(), np.zeros(len(years.after))])


def compare(
    values: ArrayLike,
    treated: ArrayLike,
    contrast: ArrayLike,
    *,
    sizes: ArrayLike | None = None,
    kind: Kind = "share",
    per: float = 1.0,
    alpha: float = 0.05,
) -> Estimate:
    """Compare the contrast of both groups of areas. ``values``: (… ×) areas × periods, in units of ``per``.

    ``treated``: one flag per area. ``sizes`` (denominators, same shape) gives areas of more people more
    weight; without them all count the same. Raises ValueError where a group has fewer than two areas or
    a value or size is missing.
    """
    observed, group, of_years = vector(values), np.asarray(treated, dtype=bool), vector(contrast)
    if min(group.sum(), (~group).sum()) < MIN_AREAS or not np.isfinite(observed).all():
        raise ValueError("at least two areas with and two without the measure, and every value known")
    numbers = observed @ of_years
    if sizes is None:
        return _estimate(numbers, np.ones(numbers.shape), np.zeros(numbers.shape[:-1]), group, alpha)
    people = vector(sizes)
    if not (people > 0).all():
        raise ValueError("every size is above 0")
    chance = _chance(observed / per, people, of_years, kind) * per**2
    return _estimate(numbers, chance, _own_part(numbers, chance, group), group, alpha)


def _chance(values: Vector, sizes: Vector, contrast: Vector, kind: Kind) -> Vector:
    """Sampling variance of every area's contrast; half an event more and less, so that it is never 0."""
    total = sizes.sum(axis=-1)
    level = ((values * sizes).sum(axis=-1) + 0.5) / (total + 1)
    spread = level * (1 - level) if kind == "share" else level
    return np.asarray(spread * (contrast**2 / sizes).sum(axis=-1), dtype=np.float64)


def _estimate(numbers: Vector, chance: Vector, own: Vector, group: Flags, alpha: float) -> Estimate:
    freedom = numbers.shape[-1] - 2
    weights = 1 / (chance + own[..., np.newaxis])
    treated, others, scatter = _fit(numbers, weights, group)
    parts = [1 / weights[..., side].sum(axis=-1) for side in (group, ~group)]
    error = np.sqrt(scatter / freedom * (parts[0] + parts[1]))
    quantile, difference = student.quantile(1 - alpha / 2, freedom), treated - others
    return Estimate(
        treated=treated,
        others=others,
        difference=difference,
        lower=difference - quantile * error,
        upper=difference + quantile * error,
        p=student.two_sided(_ratio(difference, error), freedom),
        detectable=(quantile + student.quantile(POWER, freedom)) * error,
    )


def _fit(numbers: Vector, weights: Vector, group: Flags) -> tuple[Vector, Vector, Vector]:
    """Weighted mean of either group, and the weighted squares around them."""
    means, scatter = [], np.zeros(numbers.shape[:-1])
    for side in (group, ~group):
        weight, own = weights[..., side], numbers[..., side]
        mean = (weight * own).sum(axis=-1) / weight.sum(axis=-1)
        scatter = scatter + (weight * (own - mean[..., np.newaxis]) ** 2).sum(axis=-1)
        means.append(mean)
    return means[0], means[1], scatter


def _own_part(numbers: Vector, chance: Vector, group: Flags) -> Vector:
    """Variance between areas of one group beyond chance (Paule–Mandel), at least 0, by bisection."""
    freedom = numbers.shape[-1] - 2
    low = np.zeros(numbers.shape[:-1])
    high = _fit(numbers, np.ones(numbers.shape), group)[2]
    for _step in range(_STEPS):
        middle = (low + high) / 2
        beyond = _fit(numbers, 1 / (chance + middle[..., np.newaxis]), group)[2] > freedom
        low, high = np.where(beyond, middle, low), np.where(beyond, high, middle)
    return high


def _ratio(difference: Vector, error: Vector) -> Vector:
    """t; 0 where nothing differs and nothing scatters."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nan_to_num(difference / error, nan=0.0)
