"""Trend of one area, and the line under it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.line import weighted_line
from dashboard.analysis.trend import CITY_LEVEL, last_trend, smallest_detectable_change

YEARS = [2014, 2015, 2016, 2017, 2018]
COUNTS = [994, 1023, 1199, 1332, 1367]
SIZES = [40299, 41527, 42811, 44064, 44701]
EMPTY = [np.nan] * 5


def test_chi_square_as_published() -> None:
    """fingertips-open TrendMarkerCalculatorTest.cs: 47.9 for the counts, 46.77 for the intervals."""
    found = last_trend(YEARS, COUNTS, SIZES, "share", level=CITY_LEVEL)
    assert found.label == "rising"
    assert found.chi2 is not None
    assert round(found.chi2, 2) == 47.9
    values, lower = [24.67, 24.6, 28, 30.2, 30.6], [23.16, 23.15, 26.44, 28.63, 28.98]
    upper = [26.25, 26.19, 29.64, 31.9, 32.25]
    line = last_trend(YEARS, EMPTY, EMPTY, "mean", values=values, lower=lower, upper=upper)
    assert line.chi2 is not None
    assert round(line.chi2, 2) == 46.77
    assert line.slope == pytest.approx(1.7, abs=0.1)


def test_a_full_share_is_not_computable() -> None:
    """fingertips-open TrendMarkerCalculatorTest.cs: count equal to the denominator."""
    found = last_trend(range(2012, 2017), [5, 3, 1, 1, 2], [5, 5, 5, 4, 4], "share")
    assert (found.label, found.chi2, found.periods) == ("not_computable", None, 5)


def test_only_the_last_five_periods_count() -> None:
    falling = last_trend(range(2008, 2018), [90, 80, 70, 60, 50, 40, 50, 60, 70, 80], [200] * 10, "share")
    assert (falling.label, falling.first_year, falling.periods) == ("rising", 2013, 5)


@pytest.mark.parametrize(
    ("years", "missing", "breaks", "periods"),
    [
        ([2014, 2015, 2016, 2017], None, (), 4),
        ([2012, 2014, 2015, 2016, 2017], None, (), 4),
        ([2013, 2014, 2015, 2016, 2017], 2, (), 2),
        ([2013, 2014, 2015, 2016, 2017], 4, (), 0),
        ([2013, 2014, 2015, 2016, 2017], None, (2015,), 3),
    ],
    ids=["four periods", "gap in the years", "missing value", "latest missing", "break"],
)
def test_not_computable(years: list[int], missing: int | None, breaks: tuple[int, ...], periods: int) -> None:
    x = np.linspace(20, 80, len(years))
    if missing is not None:
        x[missing] = np.nan
    found = last_trend(years, x, np.full(len(years), 190.0), "share", breaks)
    assert (found.label, found.periods, found.slope) == ("not_computable", periods, None)


def test_a_break_at_the_first_of_the_five_does_not_hurt() -> None:
    assert last_trend(YEARS, COUNTS, SIZES, "share", breaks=(2014,)).label == "rising"


def test_no_interval_no_trend() -> None:
    """Euro amounts have no sampling interval."""
    euros = [1.0, 2.0, 3.0, 4.0, 5.0]
    found = last_trend(YEARS, EMPTY, EMPTY, "euro", values=euros, lower=EMPTY, upper=EMPTY)
    assert found.label == "not_computable"


def test_rates_take_their_interval_from_the_counts() -> None:
    found = last_trend(YEARS, [100, 120, 140, 160, 180], [10_000] * 5, "rate")
    assert found.label == "rising"
    assert found.slope == pytest.approx(0.002, rel=0.05)


def test_nothing_at_all() -> None:
    assert last_trend(YEARS, [0] * 5, [190] * 5, "share").label == "not_computable"
    with pytest.raises(ValueError, match="at least one period"):
        last_trend([], [], [], "share")


def test_smallest_detectable_change_is_found_four_times_in_five() -> None:
    """Power of the test against just that change, by simulation."""
    n, level = np.full(5, 190.0), 0.35
    found = last_trend(YEARS, np.rint(n * level), n, "share")
    assert found.detectable is not None
    rng = np.random.default_rng(1)
    shares = level + found.detectable * np.linspace(-0.5, 0.5, 5)
    draws = rng.binomial(190, shares, size=(1500, 5))
    hits = sum(last_trend(YEARS, each, n, "share").label == "rising" for each in draws)
    assert hits / 1500 == pytest.approx(0.8, abs=0.04)
    assert smallest_detectable_change(1.0, 4, 0.998) > smallest_detectable_change(1.0, 4)


@given(st.lists(st.integers(1, 99), min_size=5, max_size=5), st.permutations(range(5)))
def test_mirror_and_order(x: list[int], order: list[int]) -> None:
    n = [100] * 5
    found = last_trend(YEARS, x, n, "share")
    mirrored = last_trend(YEARS, [100 - each for each in x], n, "share")
    assert found.p == pytest.approx(mirrored.p)
    assert found.slope == pytest.approx(-(mirrored.slope or 0))
    shuffled = last_trend([YEARS[i] for i in order], [x[i] for i in order], n, "share")
    assert shuffled.p == pytest.approx(found.p)


def test_line_and_its_uncertainty() -> None:
    """Two points of error 1, two years apart: slope error √½, level error √½."""
    line = weighted_line(np.array([2010.0, 2012.0]), np.array([3.0, 7.0]), np.array([1.0, 1.0]))
    assert (line.slope, line.level, line.centre) == pytest.approx((2, 5, 2011))
    assert line.at(2015.0) == pytest.approx(13)
    assert line.variance_at(2011) == pytest.approx(0.5)
    assert line.variance_at(2013) == pytest.approx(0.5 + 4 * 0.5)
