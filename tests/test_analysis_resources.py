"""Money, posts, the social index, class limits: sums are exact, orders do not matter."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.analysis.distribution import distribute, distribute_posts, largest_remainder
from dashboard.analysis.lmdi import decompose, logarithmic_mean
from dashboard.analysis.progress import annual_growth, progress
from dashboard.analysis.scales import nice_edges
from dashboard.analysis.social_index import need, social_index

kinds = st.lists(
    st.tuples(st.integers(0, 500), st.integers(0, 10**7), st.integers(0, 500), st.integers(0, 10**7)).map(
        lambda row: (row[0], row[1] * bool(row[0]), row[2], row[3] * bool(row[2]))
    ),
    min_size=1,
    max_size=8,
)


def test_pure_causes_are_told_apart() -> None:
    """Twice the cases at the same cost and mix; then dearer cases; then another mix."""
    start = ([10, 30], [10_000, 60_000])
    more = decompose(*start, [20, 60], [20_000, 120_000])
    assert (more.cases, more.mix, more.cost_per_case) == (70_000, 0, 0)
    dearer = decompose(*start, [10, 30], [11_000, 66_000])
    assert (dearer.cases, dearer.mix, dearer.cost_per_case) == (0, 0, 7_000)
    other = decompose(*start, [30, 10], [30_000, 20_000])
    assert (other.cases, other.mix, other.cost_per_case) == (0, -20_000, 0)


def test_kinds_that_begin_or_end_are_mix() -> None:
    found = decompose([10, 0], [10_000, 0], [10, 5], [10_000, 8_000])
    assert found.change == 8_000
    assert found.by_kind[1].tolist() == [0, 8_000, 0]
    assert decompose([0], [0], [5], [100]).cases == 100
    free = decompose([5, 5], [0, 500], [5, 5], [700, 500])
    assert (free.cases, free.mix, free.cost_per_case) == (0, 0, 700)


@pytest.mark.parametrize("bad", [[-1], [np.nan]])
def test_decomposition_refuses_what_it_cannot_split(bad: list[float]) -> None:
    with pytest.raises(ValueError, match="at least 0"):
        decompose([1], [1], bad, [1])
    with pytest.raises(ValueError, match="without cases"):
        decompose([0], [100], [1], [1])


@given(kinds)
def test_effects_sum_to_the_change_to_the_cent(rows: list[tuple[int, int, int, int]]) -> None:
    cases0, cents0, cases1, cents1 = zip(*rows, strict=True)
    found = decompose(cases0, cents0, cases1, cents1)
    assert found.cases + found.mix + found.cost_per_case == found.change == sum(cents1) - sum(cents0)
    assert int(found.by_kind.sum()) == found.change
    back = decompose(cases1, cents1, cases0, cents0)
    assert back.mix == pytest.approx(-found.mix, abs=3 * len(rows))
    turned = decompose(cases0[::-1], cents0[::-1], cases1[::-1], cents1[::-1])
    assert turned.cases == pytest.approx(found.cases, abs=3 * len(rows))


def test_logarithmic_mean() -> None:
    found = logarithmic_mean(np.array([1.0, 4.0, 0.0]), np.array([np.e, 4.0, 3.0]))
    np.testing.assert_allclose(found, [np.e - 1, 4, 0])


def test_largest_remainder_by_hand() -> None:
    """Hare–Niemeyer: 10 seats, votes 47, 16, 15, 12, 6, 4 of 100."""
    assert largest_remainder([4.7, 1.6, 1.5, 1.2, 0.6, 0.4], 10).tolist() == [5, 2, 1, 1, 1, 0]
    assert largest_remainder([-1.5, 0.5], -1).sum() == -1
    with pytest.raises(ValueError, match="do not sum"):
        largest_remainder([1.0, 1.0], 5)


def test_floor_and_quarter_posts() -> None:
    assert distribute(10, [90, 5, 5], floor=2).tolist() == [6, 2, 2]
    assert distribute(3, [1, 0, 0], floor=1).tolist() == [1, 1, 1]
    posts = distribute_posts(2.5, [3, 2, 1], unit=0.25)
    assert posts.sum() == 2.5
    assert posts.tolist() == [1.25, 0.75, 0.5]
    with pytest.raises(ValueError, match="no multiple"):
        distribute_posts(2.6, [1, 1], unit=0.25)


def test_the_sum_of_herne_to_the_cent() -> None:
    """912,313.90 euros a year over thirteen schools."""
    parts = distribute(91_231_390, np.linspace(0.4, 2.1, 13) * 300)
    assert int(parts.sum()) == 91_231_390


@pytest.mark.parametrize(
    ("total", "wanted", "floor"),
    [(5, [0, 0], 0), (5, [-1, 2], 0), (5, [1, np.nan], 0), (5, [1, 1], 3), (-1, [1], 0)],
)
def test_impossible_distributions_are_refused(total: int, wanted: list[float], floor: int) -> None:
    with pytest.raises(ValueError, match=r"a distribution needs|does not cover"):
        distribute(total, wanted, floor)


@given(
    st.integers(0, 10**8),
    st.lists(st.integers(0, 10**6), min_size=1, max_size=12).filter(any),
    st.integers(0, 1000),
)
def test_distribution_is_exact_and_respects_the_floor(total: int, wanted: list[int], floor: int) -> None:
    floor = min(floor, total // len(wanted))
    parts = distribute(total, wanted, floor)
    assert int(parts.sum()) == total
    assert parts.min() >= floor
    order = np.argsort(wanted, kind="stable")
    assert (np.diff(parts[order]) >= -1).all()
    quotas = total * np.array(wanted) / sum(wanted)
    if floor == 0:
        assert (np.abs(parts - quotas) < 1 + 1e-6).all()


def index_of(values: np.ndarray) -> np.ndarray:
    return social_index(values, [2, 1], [True, False]).score


def test_social_index_by_hand() -> None:
    """Two indicators, weights 2 : 1; the second is good when high."""
    values = np.array([[10.0, 5.0], [20.0, 5.0], [30.0, 5.0]])
    found = social_index(values, [2, 1], [True, False])
    z = np.sqrt(1.5)
    np.testing.assert_allclose(found.score, [-z * 2 / 3, 0, z * 2 / 3])
    np.testing.assert_allclose(found.contributions.sum(axis=1), found.score)
    assert found.position.tolist() == [3, 2, 1]
    np.testing.assert_allclose(index_of(values[::-1]), found.score[::-1])


def test_positions_are_ranges() -> None:
    values = np.array([[3.0, 0.0, 1.0], [2.0, 2.0, 1.0], [0.0, 3.0, 1.2], [1.0, 1.0, 0.9]])
    found = social_index(values, [1, 1, 1], [True, True, True])
    assert (found.low <= found.score).all()
    assert (found.score <= found.high).all()
    assert (found.position_low <= found.position).all()
    assert (found.position <= found.position_high).all()
    assert (found.position_low < found.position_high).any()


def test_social_index_refuses_holes_and_bad_weights() -> None:
    with pytest.raises(ValueError, match="every indicator"):
        social_index([[1.0, np.nan], [2.0, 1.0]], [1, 1], [True, True])
    for weights in ([0, 0], [-1, 2]):
        with pytest.raises(ValueError, match="weights"):
            social_index([[1.0, 2.0], [2.0, 1.0]], weights, [True, True])


def test_need_is_population_times_index() -> None:
    np.testing.assert_allclose(need([0, 1, -1, -9], [100, 100, 100, 100]), [100, 120, 80, 0])


@pytest.mark.parametrize(
    ("values", "edges"),
    [
        ([21.9, 46.3, 35.0, 28.1], (25, 30, 35, 40, 45)),
        ([0.0, 3.0], (0.5, 1.0, 1.5, 2.0, 2.5)),
        ([97.0, 100.0], (97.5, 98.0, 98.5, 99.0, 99.5)),
        ([16_000, 35_000], (15_000, 20_000, 25_000, 30_000, 35_000)),
    ],
)
def test_map_classes_are_round(values: list[float], edges: tuple[float, ...]) -> None:
    assert nice_edges(values) == edges


def test_map_classes_without_spread_or_values() -> None:
    assert nice_edges([np.nan]) == ()
    assert nice_edges([1.0], classes=1) == ()
    assert len(nice_edges([5.0, 5.0])) == 5
    assert len(nice_edges([0.0])) == 5


@given(st.lists(st.floats(-1e6, 1e6).map(lambda v: round(v, 3)), min_size=1, max_size=9), st.integers(2, 9))
def test_map_classes_cover_evenly(values: list[float], classes: int) -> None:
    edges = np.array(nice_edges(values, classes))
    assert edges.size == classes - 1
    if classes > 2:
        widths = np.diff(edges)
        np.testing.assert_allclose(widths, widths[0], rtol=1e-6)
        slack = widths[0] * 1e-6
        assert edges[0] - widths[0] <= min(values) + slack
        assert edges[-1] + widths[0] >= max(values) - slack


def test_progress_by_compound_growth() -> None:
    """Formula of Open SDG sdg-build, ProgressMeasure.py."""
    found = progress(20, 2015, 29, 2022, "rise", 35, 2030)
    assert found.observed == pytest.approx(0.0545145386)
    assert found.required == pytest.approx(0.038012388)
    assert found.measure == pytest.approx(1.4341255954)
    assert found.category == "substantial"
    assert progress(12, 2015, 5.5, 2022, "fall", 6, 2030).category == "achieved"
    assert progress(100, 2015, 99, 2022, "rise").category == "deterioration"


def test_progress_has_its_limits() -> None:
    assert progress(0, 2015, 5, 2022, "rise").category == "none"
    assert progress(5, 2015, 5, 2015, "rise").category == "none"
    assert progress(5, 2015, 4, 2022, "rise", 5, 2030).category == "none"
    with pytest.raises(ValueError, match="same sign"):
        annual_growth(-1, 1, 3)
