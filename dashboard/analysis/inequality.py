"""Inequality over areas that are ordered by deprivation: SII, RII, concentration, PAR.

Every function takes arrays ordered from the most to the least deprived area. The two families
of the slope index differ in definition and must be named when shown: ``slope_index`` is PHE's
(line on the ridit), ``logistic_slope_index`` WHO's (logistic curve).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, logit
from statsmodels.genmod.families import Binomial
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.regression.linear_model import WLS

from dashboard.analysis.arrays import Vector, vector

Scale = Literal["linear", "log", "logit"]


@dataclass(frozen=True, slots=True)
class SlopeIndex:
    """``sii``: least minus most deprived end of the line; ``rii``: their ratio; ``intercept``:
    the most deprived end. In the unit of the values (times the multiplier for ``sii``)."""

    sii: float
    rii: float
    intercept: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A measure with its standard error."""

    value: float
    se: float


def ridit(population: ArrayLike) -> Vector:
    """Midpoint of every area's range in the cumulative share of the population, 0..1."""
    people = vector(population)
    return np.asarray((people.cumsum() - people / 2) / people.sum(), dtype=np.float64)


def slope_index(
    values: ArrayLike,
    population: ArrayLike,
    scale: Scale = "linear",
    multiplier: float = 1.0,
) -> SlopeIndex:
    """PHE's slope and relative index: regression on the ridit, weighted by population.

    ``scale``: the line is fitted to the values, their log (rates) or logit (shares in 0..1) and
    its two ends carried back. A negative ``multiplier`` turns the polarity, so the RII is
    inverted. Source: Low & Low (2004), PHEindicatormethods ``phe_sii``.
    """
    there, back = _scale(scale)
    fit = WLS(there(vector(values)), _design(population), weights=vector(population)).fit()
    low, high = (float(end) for end in back(fit.predict([[1, 0], [1, 1]])))
    ratio = high / low
    return SlopeIndex(multiplier * (high - low), 1 / ratio if multiplier < 0 else ratio, low)


def logistic_slope_index(shares: ArrayLike, population: ArrayLike) -> tuple[Estimate, Estimate]:
    """WHO's SII (difference, per 1) and RII (ratio; its se is that of the log) of shares in 0..1.

    A logistic curve over the ridit through counts rounded to whole people. The source weights
    those counts by population once more, which is kept so that the figures agree; se by HC1.
    Source: WHO healthequal ``sii``, ``rii``.
    """
    people = vector(population)
    counted = np.rint(vector(shares) * people) / people
    model = GLM(counted, _design(people), family=Binomial(), var_weights=people**2)
    fit = model.fit(cov_type="HC0", tol=1e-12)
    low, high = fit.predict([[1, 0], [1, 1]])
    covariance = fit.cov_params() * people.size / (people.size - 2)
    sii = Estimate(float(high - low), _delta(covariance, high * (1 - high), low * (1 - low)))
    return sii, Estimate(float(high / low), _delta(covariance, 1 - high, 1 - low))


def aci(values: ArrayLike, population: ArrayLike) -> Estimate:
    """Absolute concentration index, in the unit of the values.

    The slope of values × twice the ridit's variance on the ridit. Source: healthequal ``aci``.
    """
    people, rank = vector(population), ridit(population)
    variance = float((people * (rank - 0.5) ** 2).sum() / people.sum())
    fit = WLS(2 * variance * vector(values), _design(people), weights=people).fit()
    return Estimate(float(fit.params[1]), float(fit.bse[1]))


def rci(values: ArrayLike, population: ArrayLike) -> Estimate:
    """Relative concentration index: ACI ÷ mean, between −1 and 1. NaN for a mean of 0."""
    absolute, mean = aci(values, population), _mean(values, population)
    if not mean:
        return Estimate(np.nan, np.nan)
    return Estimate(absolute.value / mean, absolute.se / mean)


def par(values: ArrayLike, population: ArrayLike, high_is_good: bool = True) -> float:
    """Population attributable risk: least deprived area minus the mean, if that is an improvement.

    Signed: positive for a good that would rise, negative for a burden that would fall; else 0.
    """
    difference = float(vector(values)[-1]) - _mean(values, population)
    return max(difference, 0.0) if high_is_good else min(difference, 0.0)


def paf(values: ArrayLike, population: ArrayLike, high_is_good: bool = True) -> float:
    """Population attributable fraction: PAR in percent of the mean. NaN for a mean of 0."""
    mean = _mean(values, population)
    return 100 * par(values, population, high_is_good) / mean if mean else np.nan


def _design(population: ArrayLike) -> Vector:
    rank = ridit(population)
    return np.column_stack([np.ones_like(rank), rank])


def _mean(values: ArrayLike, population: ArrayLike) -> float:
    return float(np.average(vector(values), weights=vector(population)))


def _delta(covariance: Vector, high: float, low: float) -> float:
    """Standard error of a contrast of both ends, whose derivatives are ``high`` and ``low``."""
    gradient = np.array([high - low, high])
    return float(np.sqrt(gradient @ covariance @ gradient))


def _scale(name: Scale) -> tuple[np.ufunc, np.ufunc]:
    pairs: dict[Scale, tuple[np.ufunc, np.ufunc]] = {
        "linear": (np.positive, np.positive),
        "log": (np.log, np.exp),
        "logit": (logit, expit),
    }
    return pairs[name]
