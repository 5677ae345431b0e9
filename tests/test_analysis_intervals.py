"""Intervals, benchmark rules, pooling: published numbers as literals, and what must always hold."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis import benchmark
from dashboard.analysis.arrays import optional
from dashboard.analysis.intervals import (
    byar_count,
    count_interval,
    dsr,
    exact_count,
    rate_interval,
    share_interval,
)
from dashboard.analysis.pooling import pooled

counts = st.integers(min_value=0, max_value=3000)
levels = st.floats(min_value=0.5, max_value=0.998)


def test_wilson_as_published() -> None:
    """PHEindicatormethods testdata_Proportion.xlsx, Area4 and Area7."""
    lower, upper = share_interval([65, 222], [100, 3215])
    np.testing.assert_allclose(lower, [0.5525444329688797, 0.060791690363636595], atol=1e-12)
    np.testing.assert_allclose(upper, [0.7363575175690247, 0.07833956681383633], atol=1e-12)
    lower, upper = share_interval(65, 100, level=0.998)
    assert (float(lower), float(upper)) == pytest.approx((0.4954946574070431, 0.7783540614089697))


def test_rates_as_published() -> None:
    """PHEindicatormethods testdata_Rate.xlsx: exact below ten events, Byar from ten."""
    lower, upper = rate_interval([5, 65], [100, 100])
    np.testing.assert_allclose(100 * lower, [1.62348639011842, 50.163187710459454], rtol=1e-12)
    np.testing.assert_allclose(100 * upper, [11.668332079322669, 82.84913854593984], rtol=1e-12)


def test_standardised_rate_as_published() -> None:
    """Dobson's limits on one band are those of the crude rate; below ten events there is no value."""
    found = dsr([65], [100], [5000], per=100)
    assert found == pytest.approx((65, 50.163187710459454, 82.84913854593984))
    assert np.isnan(dsr([4, 5], [100, 100], [1, 1])).all()


def test_byar_never_goes_below_zero() -> None:
    """At 99.8 % Byar's lower limit of one event is negative; the exact one is 0.0010005."""
    assert byar_count(1, 0.998)[0] == pytest.approx(0.0010005003335835344)
    assert byar_count(1, 0.95)[0] == pytest.approx(0.01307213290150435)


def test_missing_and_impossible_cells_have_no_interval() -> None:
    lower, upper = share_interval([np.nan, 1, 5, 0, -1], [10, 0, 4, 10, 10])
    assert [optional(each) is None for each in lower] == [True, True, True, False, True]
    assert [optional(each) is None for each in upper] == [True, True, True, False, True]
    lower, upper = rate_interval([np.nan, 1, -1, 0], [10, 0, 10, 10])
    assert np.isnan(lower).tolist() == [True, True, True, False]
    assert np.isnan(upper[:2]).all()


@given(counts, counts, levels)
def test_share_interval_contains_its_share_and_mirrors(x: int, rest: int, level: float) -> None:
    n = x + rest + 1
    lower, upper = share_interval(x, n, level)
    assert 0 <= lower <= x / n <= upper <= 1
    mirrored = share_interval(n - x, n, level)
    assert 1 - mirrored[1] == pytest.approx(lower)
    assert 1 - mirrored[0] == pytest.approx(upper)


@given(counts, st.integers(min_value=1, max_value=10_000), levels)
def test_intervals_contain_their_value_and_widen(x: int, n: int, level: float) -> None:
    for found, wider in (
        (rate_interval(x, n, level), rate_interval(x, n, 0.999)),
        (share_interval(x % (n + 1), n, level), share_interval(x % (n + 1), n, 0.999)),
    ):
        assert wider[0] <= found[0] <= found[1] <= wider[1]
    lower, upper = rate_interval(x, n, level)
    assert lower <= x / n <= upper


@given(counts)
def test_byar_stays_near_the_exact_limits(x: int) -> None:
    """Largest relative distance from ten events on: 2 % (why Byar may be used there)."""
    exact, found = exact_count(x), count_interval(x)
    assert found[0] == pytest.approx(exact[0], rel=0.02)
    assert found[1] == pytest.approx(exact[1], rel=0.02)


def test_benchmark_rules_say_none_without_numbers() -> None:
    nan = np.nan
    assert benchmark.by_overlap(3.3, nan, nan, 3.0) == "none"
    assert benchmark.by_share_control(nan, 100, 0.3) == "none"
    assert benchmark.by_rate_control(0.1, nan, 0.1) == "none"
    assert benchmark.by_target(nan, 1) == "none"
    assert benchmark.by_target_interval(nan, nan, 1) == "none"
    assert benchmark.by_range(nan, 1, 2) == "none"
    assert benchmark.judged("none", high_is_good=True) == "none"


def test_benchmark_rules_as_published() -> None:
    """Fingertips (fingertips-open): SpcForProportionsComparerTest, SingleOverlappingCIs…, Range…"""
    assert benchmark.by_overlap(11, 10, 12, 11) == "same"
    assert benchmark.by_overlap(3.3, 3.2, 3.5, 3.0) == "higher"
    assert benchmark.by_share_control(0.12474645, 1972, 0.08961109, 0.998) == "higher"
    assert benchmark.by_share_control(0.10978342, 1339, 0.12837955, 0.998) == "same"
    assert benchmark.by_rate_control(1.1358436559886544e-5, 616282, 2.132708657734625e-5) == "lower"
    assert [benchmark.by_range(value, 1, 2) for value in (0, 1, 1.5, 2)] == [
        "lower",
        "same",
        "same",
        "higher",
    ]
    assert benchmark.by_target_interval(10, 10, 10) == "higher"


def test_three_years_are_summed_only_where_all_are_there() -> None:
    years = [2010, 2011, 2012, 2014, 2015, 2016]
    x = np.array([[1, 1], [2, 2], [3, np.nan], [4, 4], [5, 5], [6, 6]])
    n = np.full((6, 2), 100.0)
    x3, n3 = pooled(years, x, n)
    assert x3[2].tolist() == [6, pytest.approx(np.nan, nan_ok=True)]
    assert x3[5].tolist() == [15, 15]
    assert n3[5].tolist() == [300, 300]
    assert np.isnan(x3[[0, 1, 3, 4]]).all()
    assert pooled([3, 1, 2], [3, 1, 2], [10, 10, 10])[0][0] == 6
