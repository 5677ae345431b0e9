"""An area against the rest of its city, with Holm over all areas of the partition."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr
from scipy.stats import binomtest

from dashboard.analysis.arrays import Kind, Vector, optional, possible, vector
from dashboard.model import ComparisonLabel


@dataclass(frozen=True, slots=True)
class Against:
    """One area against the rest. ``rest`` and ``difference`` (area − rest) per 1.

    ``label`` follows Holm, ``single_label`` the test of this area alone; all ``None``/``none``
    where nothing can be compared.
    """

    rest: float | None
    difference: float | None
    p: float | None
    p_holm: float | None
    label: ComparisonLabel
    single_label: ComparisonLabel


def against_rest(
    x: ArrayLike,
    n: ArrayLike,
    kind: Kind,
    alpha: float = 0.05,
    city_x: float | None = None,
    city_n: float | None = None,
) -> list[Against]:
    """Every area of a partition against the city without that area, in the given order.

    ``x``, ``n``: one entry per area, NaN where hidden or missing; impossible counts (negative, a share
    above 1, nobody) are taken as missing. The city is the sum of the areas that are there, unless
    its own counts are given. Share: two-sided score test; rate:
    exact conditional test. Holm (1979) at ``alpha`` over the areas that were tested.
    """
    counts, sizes = possible(x, n, kind)
    rest_x = (np.nansum(counts) if city_x is None else city_x) - counts
    rest_n = (np.nansum(sizes) if city_n is None else city_n) - sizes
    p = two_sided_p(counts, sizes, rest_x, rest_n, kind)
    adjusted = holm(p)
    with np.errstate(divide="ignore", invalid="ignore"):
        rest = rest_x / rest_n
        difference = counts / sizes - rest
    return [_row(*cell, alpha) for cell in zip(rest, difference, p, adjusted, strict=True)]


def two_sided_p(x1: ArrayLike, n1: ArrayLike, x2: ArrayLike, n2: ArrayLike, kind: Kind) -> Vector:
    """p of "both have the same share (or rate)"; NaN where one side is missing or impossible."""
    a, m, b, k = np.broadcast_arrays(*possible(x1, n1, kind), *possible(x2, n2, kind))
    usable = np.isfinite(a) & np.isfinite(b)
    p = np.full(a.shape, np.nan)
    test = _score_p if kind == "share" else _conditional_p
    p[usable] = test(a[usable], m[usable], b[usable], k[usable])
    return p


def holm(p: ArrayLike) -> Vector:
    """Holm-adjusted p-values; NaN stays NaN and does not count as a comparison.

    Written out because statsmodels' ``multipletests`` collects garbage on every call (50 ms),
    and a release makes thousands; the tests compare both.
    """
    raw = vector(p)
    adjusted, tested = np.full(raw.shape, np.nan), np.flatnonzero(np.isfinite(raw))
    ascending = tested[np.argsort(raw[tested], kind="stable")]
    still_open = np.arange(ascending.size, 0, -1)
    adjusted[ascending] = np.minimum(np.maximum.accumulate(still_open * raw[ascending]), 1)
    return adjusted


def _score_p(a: Vector, m: Vector, b: Vector, k: Vector) -> Vector:
    """Two-sided score test with the pooled share; 1 where both sides are all or nothing."""
    pooled = (a + b) / (m + k)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / m + 1 / k))
    difference = np.abs(a / m - b / k)
    z = np.divide(difference, spread, out=np.zeros_like(spread), where=spread > 0)
    return np.asarray(2 * ndtr(-z), dtype=np.float64)


def _conditional_p(a: Vector, m: Vector, b: Vector, k: Vector) -> Vector:
    """Given all events, those of one side are binomial with its part of the exposure.

    Source: Przyborowski & Wilenski (1940).
    """
    events = np.rint(a).astype(int), np.rint(a + b).astype(int)
    cells = zip(*events, m / (m + k), strict=True)
    return vector([binomtest(int(i), int(j), q).pvalue if j else 1.0 for i, j, q in cells])


def _row(rest: float, difference: float, p: float, adjusted: float, alpha: float) -> Against:
    if not np.isfinite(p):
        return Against(None, None, None, None, "none", "none")
    labels = _label(difference, adjusted, alpha), _label(difference, p, alpha)
    return Against(optional(rest), optional(difference), float(p), float(adjusted), *labels)


def _label(difference: float, p: float, alpha: float) -> ComparisonLabel:
    if p > alpha or difference == 0:
        return "same"
    return "higher" if difference > 0 else "lower"
