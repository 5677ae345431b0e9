"""What is computed over all areas of a partition together."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.model.words import ComparisonLabel, ConvergenceLabel, Origin, Partition


@dataclass(frozen=True, slots=True)
class Gap:
    """Highest minus lowest area of a partition in one period, with its chance band."""

    indicator: str
    partition: Partition
    year: int
    breakdown: str
    lowest: str
    highest: str
    gap: float
    chance_mean: float | None
    chance_p95: float | None
    areas: int
    origin: Origin = "delivered"


@dataclass(frozen=True, slots=True)
class Convergence:
    """Whether the spread of the true values over the areas fell between two years."""

    indicator: str
    partition: Partition
    breakdown: str
    label: ConvergenceLabel
    p: float | None
    first_year: int | None
    last_year: int | None
    first_spread: float | None
    last_spread: float | None
    origin: Origin = "delivered"


@dataclass(frozen=True, slots=True)
class Pooled:
    """Three consecutive years of one area taken together ("3-Jahres-Wert"); ``year`` is the last.

    ``numerator`` and ``denominator`` are summed, ``value``, its 95 % limits, ``rest`` (the city
    without the area) and ``difference`` are in the indicator's unit. ``label`` follows Holm over all
    areas of the partition, ``single_label`` the unadjusted test; both are ``none`` for the city.
    """

    indicator: str
    area: str
    year: int
    breakdown: str
    value: float
    numerator: float
    denominator: float
    lower: float | None
    upper: float | None
    rest: float | None
    difference: float | None
    p: float | None
    p_holm: float | None
    label: ComparisonLabel
    single_label: ComparisonLabel
    origin: Origin = "delivered"


@dataclass(frozen=True, slots=True)
class Inequality:
    """How unequal the areas of a partition are in one period, weighted by the denominators.

    In the indicator's unit: ``bgsd`` (between-group standard deviation), ``mdmw`` (mean difference
    from the mean), ``sii`` (slope index: least minus most deprived end of the line) with its 95 %
    limits, and ``true_spread`` (standard deviation of the true values, chance taken off) with its
    95 % limits; ``bgv`` (between-group variance) in its square. ``cov`` (coefficient of variation)
    and ``idisp`` (weighted index of disparity) in percent of the mean; ``theil`` and ``mld`` times
    1000; ``rii`` (PHE) is the ratio of both ends of the line. ``deprivation_year``: of the values
    by which the areas were ordered, ``None`` without slope index. ``areas``: how many were counted.
    """

    indicator: str
    partition: Partition
    year: int
    breakdown: str
    bgsd: float
    cov: float | None
    idisp: float | None
    theil: float | None
    mld: float | None
    mdmw: float
    bgv: float
    sii: float | None
    sii_lower: float | None
    sii_upper: float | None
    rii: float | None
    deprivation_year: int | None
    true_spread: float | None
    true_spread_lower: float | None
    true_spread_upper: float | None
    areas: int
    origin: Origin = "delivered"
