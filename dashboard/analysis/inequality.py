"""Inequality over areas that are ordered by deprivation: SII, RII, concentration, PAR.

Every function takes arrays ordered from the most to the least deprived area. The two families
of the slope index differ in definition and must be named when shown: ``slope_index`` is PHE's
(line on the ridit), ``logistic_slope_index`` WHO's (logistic curve). An area cannot be left out
without changing the order's meaning, so one without a value or without people makes the answer
NaN; likewise fewer than two areas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import expit, logit, ndtri
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
    if not (np.isfinite(people) & (people > 0)).all():
        return np.full(people.shape, np.nan)
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
    inverted. NaN off the scale's domain. Source: Low & Low (2004), PHEindicatormethods ``phe_sii``.
    """
    there, back = _scale(scale)
    with np.errstate(divide="ignore", invalid="ignore"):
        heights = np.asarray(there(vector(values)), dtype=np.float64)
    if not _computable(heights, population):
        return SlopeIndex(np.nan, np.nan, np.nan)
    fit = WLS(heights, _design(population), weights=vector(population)).fit()
    low, high = (float(end) for end in back(fit.predict([[1, 0], [1, 1]])))
    top, bottom = (low, high) if multiplier < 0 else (high, low)
    return SlopeIndex(multiplier * (high - low), top / bottom if bottom else np.nan, low)


def slope_interval(
    values: ArrayLike, population: ArrayLike, se: ArrayLike, level: float = 0.95
) -> tuple[float, float]:
    """Limits of the linear slope index, given the standard error of every area's value.

    The slope is Σ cᵢ vᵢ with cᵢ = wᵢ (rᵢ − r̄) ÷ Σ wⱼ (rⱼ − r̄)², so its error is √Σ cᵢ² seᵢ². This is
    what the simulation of PHEindicatormethods ``phe_sii`` draws values from, without drawing.
    """
    errors, weights = vector(se), vector(population)
    if not (_computable(values, population) and (np.isfinite(errors) & (errors >= 0)).all()):
        return np.nan, np.nan
    off = ridit(weights) - np.average(ridit(weights), weights=weights)
    lever = weights * off / (weights * off**2).sum()
    reach = float(ndtri((1 + level) / 2) * np.sqrt((lever**2 * errors**2).sum()))
    middle = float((lever * vector(values)).sum())
    return middle - reach, middle + reach


def logistic_slope_index(shares: ArrayLike, population: ArrayLike) -> tuple[Estimate, Estimate]:
    """WHO's SII (difference, per 1) and RII (ratio; its se is that of the log) of shares in 0..1.

    A logistic curve over the ridit through counts rounded to whole people. The source weights
    those counts by population once more, which is kept so that the figures agree; se by HC1.
    Source: WHO healthequal ``sii``, ``rii``. NaN for fewer than three areas and where all shares
    are 0 or all are 1.
    """
    people, given = vector(population), vector(shares)
    mean = _mean(given, people)
    if not (_computable(given, people) and people.size > 2 and 0 < mean < 1 and _within_1(given)):
        return Estimate(np.nan, np.nan), Estimate(np.nan, np.nan)
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
    if not _computable(values, population):
        return Estimate(np.nan, np.nan)
    people, rank = vector(population), ridit(population)
    variance = float((people * (rank - 0.5) ** 2).sum() / people.sum())
    fit = WLS(2 * variance * vector(values), _design(people), weights=people).fit()
    return Estimate(float(fit.params[1]), float(fit.bse[1]))


def rci(values: ArrayLike, population: ArrayLike) -> Estimate:
    """Relative concentration index: ACI ÷ mean, between −1 and 1. NaN for a mean of 0."""
    absolute, mean = aci(values, population), _mean(values, population)
    if not abs(mean) > 0:
        return Estimate(np.nan, np.nan)
    return Estimate(absolute.value / mean, absolute.se / mean)


def par(values: ArrayLike, population: ArrayLike, high_is_good: bool = True) -> float:
    """Population attributable risk: least deprived area minus the mean, if that is an improvement.

    Signed: positive for a good that would rise, negative for a burden that would fall; else 0.
    """
    mean = _mean(values, population)
    if not np.isfinite(mean):
        return np.nan
    difference = float(vector(values)[-1]) - mean
    return max(difference, 0.0) if high_is_good else min(difference, 0.0)


def paf(values: ArrayLike, population: ArrayLike, high_is_good: bool = True) -> float:
    """Population attributable fraction: PAR in percent of the mean. NaN for a mean of 0."""
    mean = _mean(values, population)
    return 100 * par(values, population, high_is_good) / mean if mean else np.nan


def _design(population: ArrayLike) -> Vector:
    rank = ridit(population)
    return np.column_stack([np.ones_like(rank), rank])


def _mean(values: ArrayLike, population: ArrayLike) -> float:
    if not _computable(values, population):
        return np.nan
    return float(np.average(vector(values), weights=vector(population)))


def _computable(values: ArrayLike, population: ArrayLike) -> bool:
    """Whether every one of at least two areas has a value and people."""
    numbers, people = vector(values), vector(population)
    sound = np.isfinite(numbers) & np.isfinite(people) & (people > 0)
    return bool(sound.size > 1 and sound.all())


def _within_1(shares: Vector) -> bool:
    return bool(((shares >= 0) & (shares <= 1)).all())


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
