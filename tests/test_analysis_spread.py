"""Gap and chance band, spread measures, segregation, convergence."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import hypergeom

from dashboard.analysis import dispersion, inequality
from dashboard.analysis.convergence import sigma, true_variance
from dashboard.analysis.gap import Band, Span, chance_band, gap
from dashboard.analysis.segregation import against_chance, dissimilarity

PEOPLE = np.array([
    832, 931, 1468, 1021, 1039, 1515, 1138, 620, 794, 866, 1367, 1108, 1120,
    1033, 833, 1536, 1149, 410, 1210, 858, 680, 935, 692, 781, 812,
])  # fmt: skip
VALUES = np.array([
    61, 74, 58, 59, 72, 75, 74, 68, 75, 67, 73, 63, 66, 62, 60, 66, 71, 73, 71, 61, 74, 84, 55, 69, 60,
])  # fmt: skip
ORDERED, ORDERED_PEOPLE = np.array([20, 30, 40, 50, 60]), np.array([78, 91, 162, 103, 105])


@pytest.mark.parametrize(
    ("measure", "expected", "tolerance"),
    [
        ("bgv", 46.198326, 1e-6),
        ("bgsd", 6.7969351, 1e-6),
        ("mdmw", 5.8348689, 1e-6),
        ("mdmu", 5.891726, 1e-6),
        ("idisw", 8.6178417, 1e-6),
        ("idisu", 8.7018175, 1e-6),
        ("mdbw", 16.293156, 1e-6),
        ("mdbu", 16.360001, 1e-6),
        ("theil", 5.0359201, 1e-4),  # the tolerance of the published test, likewise below
        ("mld", 5.0524006, 1e-3),
    ],
)
def test_spread_measures_as_published(measure: str, expected: float, tolerance: float) -> None:
    """WHO healthequal tests/testthat/test-<measure>.R, test-ti.R for Theil (25 groups)."""
    assert getattr(dispersion, measure)(VALUES, PEOPLE) == pytest.approx(expected, rel=tolerance)


def test_spread_from_a_reference_as_published() -> None:
    """healthequal test-mdrw.R, test-mdru.R: reference is the 14th group."""
    assert dispersion.mdrw(VALUES, PEOPLE, VALUES[13]) == pytest.approx(7.2228465, rel=1e-6)
    assert dispersion.mdru(VALUES, PEOPLE, VALUES[13]) == pytest.approx(7.2399998, rel=1e-6)


def test_spread_of_equal_or_missing_areas() -> None:
    for measure in (dispersion.bgv, dispersion.cov, dispersion.idisw, dispersion.theil, dispersion.mld):
        assert measure([5, 5, 5], [1, 2, 3]) == pytest.approx(0)
        assert np.isnan(measure([np.nan], [1]))
    assert dispersion.bgsd([1, np.nan, 3], [10, 99, 10]) == pytest.approx(1)
    assert dispersion.cov([1, 3], [10, 10]) == pytest.approx(50)
    assert dispersion.theil([0, 2], [1, 1]) == pytest.approx(1000 * np.log(2))
    assert np.isnan(dispersion.theil([0, 0], [1, 1]))
    assert dispersion.mdbw([1, 3], [1, 1], high_is_good=False) == pytest.approx(1)


def test_ordered_measures_as_published() -> None:
    """healthequal test-aci.R, test-rci.R, test-parisk.R, test-paf.R, test-sii.R, test-rii.R."""
    aci, rci = (measure(ORDERED, ORDERED_PEOPLE) for measure in (inequality.aci, inequality.rci))
    assert (aci.value, aci.se) == pytest.approx((7.3284202, 0.29368517), rel=1e-5)
    assert (rci.value, rci.se) == pytest.approx((0.17776859, 0.0071240491), rel=1e-5)
    assert inequality.par(ORDERED, ORDERED_PEOPLE) == pytest.approx(18.775509)
    assert inequality.paf(ORDERED, ORDERED_PEOPLE) == pytest.approx(45.544548)
    assert inequality.par(ORDERED, ORDERED_PEOPLE, high_is_good=False) == 0
    sii, rii = inequality.logistic_slope_index(ORDERED / 100, ORDERED_PEOPLE)
    assert (sii.value, sii.se) == pytest.approx((0.4444502, 0.02190822))
    assert (rii.value, rii.se) == pytest.approx((3.159506, 0.07644001))


def test_slope_index_as_published() -> None:
    """PHEindicatormethods testdata_SII.xlsx, records 1–10."""
    people = [7291, 7997, 6105, 7666, 5790, 6934, 5918, 5974, 7147, 7534]
    values = [
        75.9334590103081, 78.3442382727843, 83.8360631041654, 83.6375399664931, 80.4655031529559,
        81.1156759857022, 81.6930835718562, 84.1900062060987, 80.5955641081472, 86.2894349578624,
    ]  # fmt: skip
    found = inequality.slope_index(values, people)
    assert found.sii == pytest.approx(6.934616473668819)
    assert found.rii == pytest.approx(1.0888180804446217)
    assert found.intercept == pytest.approx(78.07663078231671)
    turned = inequality.slope_index(values, people, multiplier=-1)
    assert (turned.sii, turned.rii) == pytest.approx((-found.sii, 1 / found.rii))


@pytest.mark.parametrize("scale", ["log", "logit"])
def test_transformed_slope_index_finds_an_exact_curve(scale: str) -> None:
    people = np.array([5.0, 3.0, 4.0, 6.0, 2.0])
    line = -2 + 1.5 * inequality.ridit(people)
    ends = np.array([-2, -0.5])
    values, (low, high) = (np.exp(each) for each in (line, ends))
    if scale == "logit":
        values, (low, high) = (1 / (1 + np.exp(-each)) for each in (line, ends))
    found = inequality.slope_index(values, people, "log" if scale == "log" else "logit")
    assert (found.intercept, found.sii, found.rii) == pytest.approx((low, high - low, high / low))


def test_gap_and_its_ends() -> None:
    assert gap([0.25, np.nan, 0.5, 0.0]) == Span(0.5, 3, 2, 3)
    assert gap([np.nan, 0.3]) is None
    assert gap([0.3] * 9) == Span(0.0, 0, 0, 9)


def test_chance_band_of_nine_areas_with_190_children() -> None:
    """10.3 points on average by chance alone, 15.3 at the 95th percentile."""
    band = chance_band([190] * 9, 0.35, "share")
    assert (band.mean, band.p95) == pytest.approx((0.103, 0.153), abs=0.0005)


@pytest.mark.parametrize("kind", ["share", "rate"])
def test_chance_band_agrees_with_simulation(kind: str) -> None:
    n = np.array([60, 120, 150, 190, 200, 230, 260, 300, 400])
    rng = np.random.default_rng(7)
    shape = (100_000, n.size)
    drawn = rng.binomial(n, 0.1, shape) if kind == "share" else rng.poisson(n * 0.1, shape)
    spans = np.ptp(drawn / n, axis=1)
    band = chance_band(n, 0.1, "share" if kind == "share" else "rate")
    assert band.mean == pytest.approx(spans.mean(), abs=0.0003)
    assert band.p95 == pytest.approx(np.quantile(spans, 0.95), abs=0.001)


@given(st.lists(st.integers(20, 500), min_size=2, max_size=9), st.floats(0.05, 0.95))
@settings(max_examples=30)
def test_chance_band_grows_as_n_falls_and_ignores_order(n: list[int], rate: float) -> None:
    wide, narrow = chance_band(n, rate, "share"), chance_band(np.array(n) * 4, rate, "share")
    assert wide.mean is not None
    assert narrow.mean is not None
    assert wide.mean > narrow.mean
    turned = chance_band(n[::-1], rate, "share")
    assert (turned.mean, turned.p95) == pytest.approx((wide.mean, wide.p95))


def test_chance_band_without_chance_or_meaning() -> None:
    assert chance_band([190, 190], 0.0, "share") == Band(0.0, 0.0)
    assert chance_band([190, 190], 1.0, "share") == Band(0.0, 0.0)
    assert chance_band([190, np.nan], 0.3, "share") == Band(None, None)
    assert chance_band([190, 190], np.nan, "rate") == Band(None, None)


def test_dissimilarity() -> None:
    assert dissimilarity([10, 0], [0, 10]) == 1
    assert dissimilarity([10, 20], [20, 40]) == pytest.approx(0)
    assert np.isnan(dissimilarity([0, 0], [1, 1]))
    assert against_chance([0, 0], [1, 1]) is None


def test_chance_of_segregation_against_its_exact_mean() -> None:
    """Every unit's count is hypergeometric, so the mean of D is known without drawing."""
    a, b = np.array([12, 8, 30, 5, 20]), np.array([18, 22, 15, 25, 20])
    sizes, people, rest = a + b, int(a.sum()), int(b.sum())
    mean = sum(
        (np.abs(k / people - (size - k) / rest) * hypergeom.pmf(k, people + rest, people, size)).sum() / 2
        for size in sizes
        for k in [np.arange(size + 1)]
    )
    found = against_chance(a, b)
    assert found is not None
    assert found.chance_mean == pytest.approx(mean, abs=0.001)
    assert found.d > found.chance_p95
    assert found.p < 0.001
    turned = against_chance(np.append(a[::-1], np.nan), np.append(b[::-1], 3))
    assert turned is not None
    assert (turned.chance_mean, turned.p) == (found.chance_mean, found.p)
    assert turned.d == pytest.approx(found.d)


def areas(first: float, last: float, seed: int, n: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """Ten periods of nine areas around 35 % whose spread moves between two standard deviations."""
    place = np.linspace(-1, 1, 9) / np.linspace(-1, 1, 9).std()
    shares = 0.35 + np.linspace(first, last, 10)[:, np.newaxis] * place
    return np.random.default_rng(seed).binomial(n, shares).astype(float), np.full((10, 9), float(n))


YEARS = np.arange(2008, 2018)


def test_true_variance_is_unbiased() -> None:
    place = np.linspace(-1, 1, 9)
    n = np.array([100, 150, 200, 190, 190, 190, 250, 300, 400])
    shares = 0.3 + 0.05 * place
    weights = n / n.sum()
    truth = (weights * (shares - (weights * shares).sum()) ** 2).sum()
    rng = np.random.default_rng(3)
    drawn = rng.binomial(n, shares, (20_000, 9))
    assert true_variance(drawn, np.broadcast_to(n, drawn.shape), "share").mean() == pytest.approx(
        truth, rel=0.02
    )
    events = rng.poisson(n * shares, (20_000, 9))
    assert true_variance(events, np.broadcast_to(n, drawn.shape), "rate").mean() == pytest.approx(
        truth, rel=0.03
    )


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (0.12, 0.03, "converging"),
        (0.03, 0.12, "diverging"),
        (0.08, 0.08, "not_shown"),
        (0.0, 0.0, "not_shown"),
    ],
)
@pytest.mark.parametrize("kind", ["share", "rate"])
def test_convergence(first: float, last: float, label: str, kind: str) -> None:
    x, n = areas(first, last, seed=5)
    found = sigma(x, n, YEARS, "share" if kind == "share" else "rate")
    assert found.label == label
    assert (found.first_year, found.last_year) == (2008, 2017)
    assert found.first_spread == pytest.approx(first, abs=0.035)
    assert found.last_spread == pytest.approx(last, abs=0.035)


def test_false_alarms_stay_at_five_percent() -> None:
    """Constant true spread: 80 worlds, about four of them called one or the other."""
    alarms = 0
    for seed in range(80):
        x, n = areas(0.06, 0.06, seed, n=190)
        alarms += sigma(x, n, YEARS, "share").label != "not_shown"
    assert alarms <= 8


def test_convergence_does_not_depend_on_the_order_or_the_call() -> None:
    x, n = areas(0.1, 0.06, seed=2)
    n[:, 3] = 250
    assert sigma(x, n, YEARS, "share") == sigma(x, n, YEARS, "share")
    turned = sigma(x[::-1, ::-1], n[::-1, ::-1], YEARS[::-1], "share")
    found = sigma(x, n, YEARS, "share")
    assert (turned.label, turned.p) == (found.label, found.p)
    assert turned.first_spread == pytest.approx(found.first_spread)


def test_convergence_needs_five_complete_periods_since_the_break() -> None:
    x, n = areas(0.12, 0.03, seed=5)
    assert sigma(x, n, YEARS, "share", breaks=(2010, 2014)).label == "not_computable"
    assert sigma(x, n, YEARS, "share", breaks=(2013,)).first_year == 2013
    assert sigma(x[:, :2], n[:, :2], YEARS, "share").label == "not_computable"
    x[0, 4] = np.nan
    assert sigma(x, n, YEARS, "share").first_year == 2009
    x[:, 4] = np.nan
    assert sigma(x, n, YEARS, "share").first_year == 2008
    assert sigma(np.full_like(x, np.nan), n, YEARS, "share").label == "not_computable"
