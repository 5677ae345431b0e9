"""Areas with a measure against areas without it: the estimate, its chance, and when there is none."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from dashboard.analysis import difference_in_differences as did
from dashboard.analysis import student
from dashboard.analysis.arrays import Vector

RUNS, N, SEED = 1000, 190, 20_080_911
TREATED = np.array([True, True, False, False, False, False, False, False, True])
WINDOW = did.Window(tuple(range(2013, 2018)), tuple(range(2018, 2023)))


def simulated(effect: float, *, treated: Vector = TREATED, shock: float = 0.0, sizes: Vector | None = None
              ) -> tuple[Vector, Vector]:  # fmt: skip
    """1,000 cities: nine areas between 22 and 46 %, a common trend, shocks of areas that last; in percent."""
    rng = np.random.default_rng(SEED)
    sizes = np.full(9, N) if sizes is None else sizes
    periods = len(WINDOW.years)
    shocks = rng.normal(0, shock, (RUNS, 9, periods))
    for period in range(1, periods):
        shocks[:, :, period] += 0.6 * shocks[:, :, period - 1]
    after = np.arange(periods) >= len(WINDOW.before)
    rates = np.linspace(0.22, 0.46, 9)[:, None] + np.linspace(0, 0.04, periods) + shocks
    rates = np.clip(rates + effect * treated[:, None] * after, 0.01, 0.99)
    people = np.broadcast_to(sizes[:, None], rates.shape)
    return 100 * rng.binomial(people, rates) / people, people


def share_of(flags: Vector) -> float:
    return float(np.mean(flags))


@pytest.mark.parametrize("effect", [0.0, 0.05, -0.08])
@pytest.mark.parametrize("shock", [0.0, 0.03])
def test_the_interval_holds_the_truth_in_95_percent(effect: float, shock: float) -> None:
    values, people = simulated(effect, shock=shock)
    found = did.compare(values, TREATED, did.mean_change(WINDOW), sizes=people, per=100)
    inside = (found.lower <= 100 * effect) & (found.upper >= 100 * effect)
    assert 0.93 <= share_of(inside) <= 0.97
    assert abs(float(found.difference.mean()) - 100 * effect) < 0.3


def test_without_an_effect_five_percent_are_called_different() -> None:
    values, people = simulated(0.0)
    for contrast in (did.mean_change(WINDOW), did.slope_before(WINDOW), did.change_to(WINDOW, 2020)):
        found = did.compare(values, TREATED, contrast, sizes=people, per=100)
        assert 0.03 <= share_of(found.p < 0.05) <= 0.07


@pytest.mark.parametrize("largest_treated", [True, False])
def test_unequal_areas_keep_the_coverage(largest_treated: bool) -> None:
    sizes = np.array([60, 80, 100, 150, 190, 250, 300, 350, 400])
    treated = np.arange(9) >= 7 if largest_treated else np.arange(9) < 2
    values, people = simulated(0.04, treated=treated, sizes=sizes)
    weighted = did.compare(values, treated, did.mean_change(WINDOW), sizes=people, per=100)
    plain = did.compare(values, treated, did.mean_change(WINDOW))

    def coverage(found: did.Estimate) -> float:
        return share_of((found.lower <= 4) & (found.upper >= 4))

    assert 0.93 <= coverage(weighted) <= 0.97
    assert not 0.93 <= coverage(plain) <= 0.97  # the reason for the weights


def test_a_large_effect_is_found() -> None:
    values, people = simulated(0.08)
    found = did.compare(values, TREATED, did.mean_change(WINDOW), sizes=people, per=100)
    assert share_of(found.p < 0.05) > 0.95


def test_what_is_called_detectable_is_found_four_times_in_five() -> None:
    values, people = simulated(0.0)
    size = float(
        np.median(did.compare(values, TREATED, did.mean_change(WINDOW), sizes=people, per=100).detectable)
    )
    values, people = simulated(size / 100)
    found = did.compare(values, TREATED, did.mean_change(WINDOW), sizes=people, per=100)
    assert 0.7 <= share_of(found.p < 0.05) <= 0.9


def test_groups_that_drifted_apart_before_are_noticed() -> None:
    values, people = simulated(0.0)
    values = values + TREATED[:, None] * np.arange(len(WINDOW.years)) * 3.0
    drift = did.compare(values, TREATED, did.slope_before(WINDOW), sizes=people, per=100)
    assert share_of(drift.p < 0.05) > 0.9
    assert float(drift.difference.mean()) == pytest.approx(3.0, abs=0.15)


def test_without_sizes_it_is_the_t_test_with_pooled_variance() -> None:
    values = simulated(0.05)[0][0]
    changes = values @ did.mean_change(WINDOW)
    known = stats.ttest_ind(changes[TREATED], changes[~TREATED])
    limits = known.confidence_interval()
    found = did.compare(values, TREATED, did.mean_change(WINDOW))
    assert float(found.p) == pytest.approx(known.pvalue)
    assert (float(found.lower), float(found.upper)) == pytest.approx((limits.low, limits.high))


def test_a_difference_by_hand() -> None:
    window = did.Window((2015, 2016, 2017), (2018, 2019))
    rows = [[10, 11, 12, 16, 18], [20, 21, 22, 26, 28], [30, 31, 32, 33, 35], [40, 41, 42, 43, 45]]
    found = did.compare(rows, [True, True, False, False], did.mean_change(window))
    # 17 − 11 = 6 and 6 against 34 − 31 = 3 and 3
    three = (float(found.treated), float(found.others), float(found.difference))
    assert three == pytest.approx((6, 3, 3))
    assert did.change_to(window, 2019).tolist() == [0, 0, -1, 0, 1]
    assert did.slope_before(window).tolist() == [-0.5, 0, 0.5, 0, 0]


@given(
    rows=st.lists(st.lists(st.floats(1, 99), min_size=10, max_size=10), min_size=9, max_size=9),
    shift=st.floats(-50, 50),
    order=st.permutations(range(9)),
)
def test_neither_a_shift_of_all_nor_the_order_of_areas_matters(
    rows: list[list[float]], shift: float, order: list[int]
) -> None:
    values, people = np.array(rows), np.full((9, 10), N)
    contrast = did.mean_change(WINDOW)
    one = did.compare(values, TREATED, contrast)
    moved = did.compare(values + shift * (np.arange(10) >= 5), TREATED, contrast)
    assert float(moved.difference) == pytest.approx(float(one.difference), abs=1e-9)
    sized = did.compare(values, TREATED, contrast, sizes=people, per=100)
    shuffled = did.compare(values[order], TREATED[order], contrast, sizes=people, per=100)
    assert float(shuffled.difference) == pytest.approx(float(sized.difference), abs=1e-6)
    assert float(sized.lower) <= float(sized.difference) <= float(sized.upper)


@pytest.mark.parametrize(
    ("start", "end", "breaks", "before", "after"),
    [
        (2015, None, (), (2010, 2011, 2012, 2013, 2014), (2015, 2016, 2017, 2018, 2019)),
        (2012, None, (), (2008, 2009, 2010, 2011), (2012, 2013, 2014, 2015, 2016)),
        (2015, 2016, (), (2010, 2011, 2012, 2013, 2014), (2015, 2016)),
        (2015, None, (2013,), (2013, 2014), (2015, 2016, 2017, 2018, 2019)),
        (2015, None, (2015,), (), (2015, 2016, 2017, 2018, 2019)),
        (2015, None, (2009, 2017), (2010, 2011, 2012, 2013, 2014), (2015, 2016)),
        (2030, None, (), (2016, 2017, 2018, 2019, 2020), ()),
    ],
)
def test_the_window_ends_at_breaks_and_with_the_measure(
    start: int, end: int | None, breaks: tuple[int, ...], before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    found = did.window(range(2008, 2021), start, end, breaks)
    assert (found.before, found.after) == (before, after)
    assert found.enough == (len(before) >= 3 and len(after) >= 2)


@pytest.mark.parametrize(
    ("values", "treated", "sizes"),
    [
        (np.ones((9, 10)), [True] + [False] * 8, None),
        (np.ones((9, 10)), [True] * 8 + [False], None),
        (np.full((9, 10), np.nan), TREATED, None),
        (np.ones((9, 10)), TREATED, np.zeros((9, 10))),
    ],
)
def test_what_cannot_be_compared_is_refused(values: Vector, treated: Vector, sizes: Vector | None) -> None:
    with pytest.raises(ValueError, match="at least two areas|every size"):
        did.compare(values, treated, did.mean_change(WINDOW), sizes=sizes)


@given(t=st.floats(-60, 60), freedom=st.integers(1, 40))
def test_students_t_is_that_of_scipy(t: float, freedom: int) -> None:
    assert float(student.two_sided(t, freedom)) == pytest.approx(2 * stats.t.sf(abs(t), freedom), abs=1e-9)


@given(level=st.floats(0.001, 0.999), freedom=st.integers(1, 40))
def test_quantiles_are_those_of_scipy(level: float, freedom: int) -> None:
    known = stats.t.ppf(level, freedom)
    assert student.quantile(level, freedom) == pytest.approx(known, rel=1e-8, abs=1e-8)


def test_what_is_no_distribution_is_refused() -> None:
    with pytest.raises(ValueError, match="degree of freedom"):
        student.two_sided(1.0, 0)
    with pytest.raises(ValueError, match="level"):
        student.quantile(1.0, 7)
