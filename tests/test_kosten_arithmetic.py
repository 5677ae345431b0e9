"""Rounding that adds up, real euros, and the scenario: by properties."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.additive import printed_parts, printed_table, steps
from dashboard.analysis.real_euros import per_thousand_cents, real_cents, real_parts
from dashboard.analysis.scenario import Growth, break_even, mean_growth, path

CENTS = st.integers(-(10**10), 10**11)
SIZES = st.sampled_from([1, 100, 10_000, 1_000_000, 10_000_000])
UNTIMED = settings(deadline=None)
RATES = st.floats(-0.06, 0.08)


@UNTIMED
@given(CENTS, SIZES)
def test_a_step_is_the_nearest_one(cents: int, size: int) -> None:
    assert abs(steps(cents, size) * size - cents) * 2 <= size


@UNTIMED
@given(st.lists(CENTS, min_size=1, max_size=12), SIZES)
def test_printed_parts_sum_to_the_printed_sum(parts: list[int], size: int) -> None:
    printed = printed_parts(parts, size)
    assert sum(printed) == steps(sum(parts), size)
    assert all(abs(step * size - part) < size for step, part in zip(printed, parts, strict=True))


@UNTIMED
@given(
    st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(CENTS, min_size=n, max_size=n), min_size=1)), SIZES
)
def test_printed_tables_add_up_in_rows_and_columns(cells: list[list[int]], size: int) -> None:
    table = printed_table(cells, size)
    assert [sum(row) for row in table] == printed_parts([sum(row) for row in cells], size)
    columns = [sum(column) for column in zip(*cells, strict=True)]
    total = steps(sum(columns), size)
    assert [sum(column) for column in zip(*table, strict=True)] == printed_parts(columns, size, total)
    assert all(
        abs(step * size - cell) < 3 * size
        for printed, exact in zip(table, cells, strict=True)
        for step, cell in zip(printed, exact, strict=True)
    )


@pytest.mark.parametrize(
    ("cents", "index", "wanted"),
    [
        (2_714_000_000, 88.1, 3_080_590_238),
        (100, 100.0, 100),
        (1, 200.0, 1),
        (-100, 80.0, -125),
        (0, 84.7, 0),
    ],
)
def test_real_euros(cents: int, index: float, wanted: int) -> None:
    assert real_cents(cents, index) == wanted


@UNTIMED
@given(st.lists(st.integers(0, 10**10), min_size=1, max_size=11), st.sampled_from([84.7, 88.1, 100.0, 119.3]))
def test_real_parts_sum_to_the_real_sum_and_nothing_stays_nothing(parts: list[int], index: float) -> None:
    found = real_parts(parts, index)
    assert sum(found) == real_cents(sum(parts), index)
    assert all(abs(real - real_cents(part, index)) <= 1 for real, part in zip(found, parts, strict=True))
    assert all(not real for real, part in zip(found, parts, strict=True) if not part)


def test_what_cannot_be_divided_is_refused() -> None:
    with pytest.raises(ValueError, match="index"):
        real_cents(1, 0)
    with pytest.raises(ValueError, match="nobody"):
        per_thousand_cents(1, 0)
    with pytest.raises(ValueError, match="last observed year"):
        path(1, 2025, Growth(0, 0), Growth(0, 0), 2025, 2035)
    with pytest.raises(ValueError, match="above 0"):
        mean_growth(0, 1, 5)


def test_per_thousand_is_rounded_half_up() -> None:
    assert per_thousand_cents(6_201_776_814, 36_763) == 168_696_157  # 168.696.156,81…


@UNTIMED
@given(RATES, RATES, RATES, RATES, st.integers(1, 10))
def test_the_rise_ends_where_no_later_year_is_higher(
    cases: float, cost: float, then_cases: float, then_cost: float, years: int
) -> None:
    found = path(5_000_000_000, 2025, Growth(cases, cost), Growth(then_cases, then_cost), 2025 + years, 2035)
    rising = [
        after for before, after in pairwise(sorted(found.cents)) if found.cents[after] > found.cents[before]
    ]
    if found.stops is None:
        assert 2035 in rising
    else:
        assert all(year <= found.stops for year in rising)
        assert all(found.cents[year] <= found.cents[found.stops] for year in range(found.stops, 2036))


@UNTIMED
@given(RATES)
def test_at_break_even_spending_stands_still(other: float) -> None:
    assert Growth(break_even(other), other).spending == pytest.approx(0, abs=1e-12)
    below = path(10**9, 2025, Growth(0.02, 0.04), Growth(break_even(other) - 0.001, other), 2030, 2035)
    above = path(10**9, 2025, Growth(0.02, 0.04), Growth(break_even(other) + 0.001, other), 2030, 2035)
    assert below.stops is not None
    assert above.stops is None


@UNTIMED
@given(RATES, RATES)
def test_without_a_change_the_scenario_is_the_trend(cases: float, cost: float) -> None:
    today = Growth(cases, cost)
    found = path(10**9, 2025, today, today, 2030, 2035)
    assert found.cents[2035] == pytest.approx(10**9 * (1 + today.spending) ** 10, abs=1)
