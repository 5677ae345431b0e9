"""Bad input has a defined answer everywhere: missing, nobody, more than all, negative, never a warning."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from dashboard.analysis import behind, benchmark, dispersion, inequality, intervals, trend
from dashboard.analysis.arrays import Kind, optional, possible
from dashboard.analysis.beta import beta
from dashboard.analysis.compare import against_rest, holm, two_sided_p
from dashboard.analysis.convergence import sigma, true_variance
from dashboard.analysis.distribution import distribute, distribute_posts, largest_remainder
from dashboard.analysis.gap import chance_band, gap
from dashboard.analysis.goal import Goal, goal_level
from dashboard.analysis.line import weighted_line
from dashboard.analysis.lmdi import decompose, logarithmic_mean
from dashboard.analysis.pooling import pooled
from dashboard.analysis.progress import annual_growth, progress
from dashboard.analysis.projection import Series, project
from dashboard.analysis.scales import nice_edges
from dashboard.analysis.segregation import against_chance, dissimilarity
from dashboard.analysis.social_index import need, social_index
from dashboard.analysis.target import judge
from dashboard.analysis.true_spread import true_spread

NAN, INF = math.nan, math.inf
ALL = pytest.mark.parametrize


def nothing(*found: Any) -> bool:
    """Whether every number in the answers is missing."""
    return all(bool(np.isnan(np.asarray(each, dtype=float)).all()) for each in found)


#: x, n: counts of which no share can be made; rates can be made of the marked ones.
IMPOSSIBLE = [(NAN, 10), (1, NAN), (NAN, NAN), (0, 0), (1, 0), (-1, 10), (1, -10), (1, INF)]


@ALL(("x", "n"), [*IMPOSSIBLE, (11, 10)])
def test_an_impossible_share_has_no_interval_and_no_test(x: float, n: float) -> None:
    assert nothing(*intervals.share_interval(x, n))
    assert nothing(two_sided_p(x, n, 30, 100, "share"), two_sided_p(30, 100, x, n, "share"))
    assert nothing(*possible(x, n, "share"))


@ALL(("x", "n"), IMPOSSIBLE[:-1])
def test_an_impossible_rate_has_no_interval_and_no_test(x: float, n: float) -> None:
    assert nothing(*intervals.rate_interval(x, n))
    assert nothing(two_sided_p(x, n, 30, 100, "rate"), two_sided_p(30, 100, x, n, "rate"))


@ALL("kind", ["share", "rate"])
def test_the_ends_of_the_scale_are_no_bad_input(kind: Kind) -> None:
    interval = intervals.share_interval if kind == "share" else intervals.rate_interval
    for x in (0, 190):
        lower, upper = interval(x, 190)
        assert lower <= x / 190 <= upper
    assert two_sided_p(0, 190, 0, 900, kind) == 1
    assert two_sided_p(190, 190, 900, 900, kind) == pytest.approx(1)


@ALL("limits", [intervals.exact_count, intervals.byar_count, intervals.count_interval])
@ALL("x", [NAN, -1, INF])
def test_a_count_that_is_none_has_no_limits(limits: Callable[[float], Any], x: float) -> None:
    assert nothing(*limits(x))


@ALL(
    ("x", "people", "standard"),
    [
        ([20, NAN], [100, 100], [1, 1]),
        ([20, 20], [100, 0], [1, 1]),
        ([20, 20], [100, -1], [1, 1]),
        ([20, -1], [100, 100], [1, 1]),
        ([20, 20], [100, 100], [0, 0]),
        ([20, 20], [100, 100], [1, NAN]),
        ([4, 5], [100, 100], [1, 1]),
        ([], [], []),
    ],
)
def test_no_standardised_rate(x: Sequence[float], people: Sequence[float], standard: Sequence[float]) -> None:
    assert nothing(*intervals.dsr(x, people, standard))


@ALL("bad", [*IMPOSSIBLE, (200, 190)])
def test_one_bad_area_is_not_compared_and_not_part_of_the_rest(bad: tuple[float, float]) -> None:
    found = against_rest([40, bad[0], 88], [190, bad[1], 190], "share")
    assert (found[1].label, found[1].single_label, found[1].p, found[1].rest) == ("none", "none", None, None)
    assert [row.p for row in found if row.p] == [row.p for row in against_rest([40, 88], [190, 190], "share")]


@ALL("x", [[NAN, NAN], [], [5]])
def test_nothing_to_compare_with(x: Sequence[float]) -> None:
    assert {row.label for row in against_rest(x, [190] * len(x), "share")} <= {"none"}


def test_holm_of_nothing() -> None:
    assert holm([]).size == 0
    assert nothing(holm([NAN, NAN]))


AREAS = [  # values, population of three areas, one of them bad
    ([0.2, NAN, 0.4], [100, 100, 100]),
    ([0.2, 0.3, 0.4], [100, NAN, 100]),
    ([0.2, 0.3, 0.4], [100, 0, 100]),
    ([0.2, 0.3, 0.4], [100, -5, 100]),
]
UNORDERED = ["bgv", "bgsd", "cov", "mdmw", "mdmu", "idisw", "idisu", "mdbw", "mdbu", "theil", "mld"]


@ALL("measure", [*UNORDERED, "weighted_mean"])
@ALL(("values", "people"), AREAS)
def test_spread_leaves_a_bad_area_out(measure: str, values: list[float], people: list[float]) -> None:
    of = getattr(dispersion, measure)
    assert of(values, people) == pytest.approx(of([0.2, 0.4], [100, 100]))


@ALL("measure", [*UNORDERED, "weighted_mean"])
@ALL(("values", "people"), [([NAN, NAN], [1, 1]), ([], []), ([1, 2], [0, 0]), ([1, 2], [-1, -2])])
def test_spread_of_nothing(measure: str, values: list[float], people: list[float]) -> None:
    assert nothing(getattr(dispersion, measure)(values, people))


def test_spread_of_negative_values_and_from_a_missing_reference() -> None:
    assert nothing(dispersion.theil([-1, 4], [1, 1]), dispersion.mld([-1, 4], [1, 1]))
    assert nothing(dispersion.mdrw([1, 2], [1, 1], NAN), dispersion.mdru([1, 2], [1, 1], NAN))
    assert nothing(dispersion.cov([-1, 1], [1, 1]), dispersion.idisw([0, 0], [1, 1]))


@ALL(("values", "people"), [*AREAS, ([0.2], [100]), ([], []), ([NAN] * 3, [1, 1, 1])])
def test_ordered_measures_need_every_area(values: list[float], people: list[float]) -> None:
    """An area that was left out would move all others up in the order."""
    slope = inequality.slope_index(values, people)
    assert nothing(slope.sii, slope.rii, slope.intercept)
    assert nothing(*inequality.slope_interval(values, people, [0.01] * len(values)))
    for estimate in (inequality.aci(values, people), inequality.rci(values, people)):
        assert nothing(estimate.value, estimate.se)
    for estimate in inequality.logistic_slope_index(values, people):
        assert nothing(estimate.value, estimate.se)
    assert nothing(inequality.par(values, people), inequality.paf(values, people))


def test_ordered_measures_off_their_scale() -> None:
    people = [100, 100, 100]
    assert nothing(inequality.slope_index([0, 1, 2], people, "log").sii)
    assert nothing(inequality.slope_index([0.2, 0.4, 1.2], people, "logit").sii)
    assert nothing(inequality.slope_index([0, 0, 0], people).rii)
    for values in ([0, 0, 0], [1, 1, 1], [0.1, 0.2, 1.3], [-0.1, 0.2, 0.3]):
        assert nothing(inequality.logistic_slope_index(values, people)[0].value)
    assert nothing(*inequality.slope_interval([1, 2, 3], people, [0.1, NAN, 0.1]))
    assert nothing(inequality.rci([-1, 0, 1], people).value, inequality.paf([-1, 0, 1], people))
    assert nothing(inequality.ridit([10, 0, 10]))


@ALL("values", [[], [NAN], [NAN, 3.0], [NAN, NAN]])
def test_no_gap(values: list[float]) -> None:
    assert gap(values) is None


@ALL(
    ("n", "rate"),
    [([190, NAN], 0.3), ([190, 0], 0.3), ([190, -5], 0.3), ([190, 0.4], 0.3), ([], 0.3), ([190, INF], 0.3),
     ([190, 190], NAN), ([190, 190], -0.1), ([190, 190], 1.1), ([190, 190], INF)],
)  # fmt: skip
def test_no_chance_band(n: list[float], rate: float) -> None:
    band = chance_band(n, rate, "share")
    assert (band.mean, band.p95) == (None, None)


@ALL("bad", [*IMPOSSIBLE, (200, 190)])
def test_true_spread_leaves_a_bad_area_out_and_the_variance_needs_all(bad: tuple[float, float]) -> None:
    x, n = [40, bad[0], 88, 60], [190, bad[1], 190, 190]
    assert true_spread(x, n, "share") == true_spread([40, 88, 60], [190] * 3, "share")
    assert nothing(true_variance(x, n, "share"))


@ALL(("x", "n"), [([], []), ([5], [9]), ([NAN, NAN], [9, 9]), ([5, 5], [0, 0])])
def test_no_true_spread(x: list[float], n: list[float]) -> None:
    assert nothing(*true_spread(x, n, "share"))


def test_a_spread_without_chance_has_no_limits() -> None:
    found = true_spread([0, 190], [190, 190], "share")
    assert found.value == pytest.approx(0.5)
    assert nothing(found.lower, found.upper)
    assert true_spread([0, 0], [190, 190], "rate").value == 0


@ALL("bad", [*IMPOSSIBLE, (200, 190)])
def test_convergence_does_without_a_bad_period(bad: tuple[float, float]) -> None:
    rng = np.random.default_rng(4)
    x, n = rng.binomial(190, 0.35, (8, 4)).astype(float), np.full((8, 4), 190.0)
    x[0, 1], n[0, 1] = bad
    assert sigma(x, n, range(2010, 2018), "share").first_year == 2011
    assert beta(x, n, range(2010, 2018), "share").label == "not_computable"


@ALL("test", [sigma, beta])
@ALL("shape", [(0, 0), (0, 4), (8, 0), (4, 4), (8, 2)])
def test_no_convergence(test: Any, shape: tuple[int, int]) -> None:
    found = test(np.full(shape, 60.0), np.full(shape, 190.0), range(2010, 2010 + shape[0]), "share")
    assert (found.label, found.p, found.first_year) == ("not_computable", None, None)


YEARS = range(2014, 2019)


@ALL("bad", [(NAN, 190), (60, NAN), (60, 0), (-1, 190), (190, 190), (200, 190), (60, INF)])
def test_no_trend_of_a_share_with_a_bad_year(bad: tuple[float, float]) -> None:
    x, n = np.full(5, 60.0), np.full(5, 190.0)
    x[2], n[2] = bad
    found = trend.last_trend(YEARS, x, n, "share")
    assert (found.label, found.slope, found.p, found.detectable) == ("not_computable", None, None, None)
    assert trend.chi_square_slope(np.arange(5.0), x, n) is None


def test_no_slope_at_all() -> None:
    years, five = np.arange(5.0), np.full(5, 5.0)
    assert trend.chi_square_slope(np.zeros(5), five, np.full(5, 9.0)) is None
    assert trend.regression_slope(np.zeros(5), five, five - 1, five + 1) is None
    for values, lower, upper in ((five * NAN, five, five), (five, five, five), (five, five + 1, five),
                                 (five, five - INF, five)):  # fmt: skip
        assert trend.regression_slope(years, values, lower, upper) is None
    for se, span in ((NAN, 4), (-1, 4), (1, NAN), (1, -4)):
        assert nothing(trend.smallest_detectable_change(se, span))
    for bad in (five * NAN, five * 0, -five):
        assert nothing(weighted_line(years, five, bad).slope)
    assert nothing(weighted_line(np.array([1.0]), np.array([1.0]), np.array([1.0])).at(3.0))


def series(*values: float) -> Series:
    numbers = np.array(values, dtype=float)
    none = np.full(numbers.shape, NAN)
    return Series(np.arange(2010.0, 2010 + numbers.size), numbers, none, none, none, none)


@ALL(
    ("values", "goal", "scale"),
    [((), 1.0, "linear"), ((1, 2, 3, 4), 9.0, "linear"), ((1, 2, NAN, 4, 5), 9.0, "linear"),
     ((1, 2, 3, 4, 5), NAN, "linear"), ((1, 2, -3, 4, 5), 9.0, "log"),
     ((0.1, 0.2, 1.2, 0.3, 0.4), 0.9, "logit"),
    ],
)  # fmt: skip
def test_no_projection(values: tuple[float, ...], goal: float, scale: Any) -> None:
    assert project(series(*values), 2030, goal, True, scale) is None


@ALL("value", [None, NAN, INF])
def test_a_target_without_a_number_stays_open(value: float | None) -> None:
    for kind in ("absolute", "relative", "direction"):
        goal = Goal(kind, "rise", value, 2012, value, 2030)  # type: ignore[arg-type]
        assert goal_level(goal, value) is None
    assert (
        judge(series(1, 2, 3), Goal("absolute", "rise", value, 2012, None, 2030), "linear").status == "open"
    )
    assert judge(series(), Goal("absolute", "rise", 3, 2012, None, 2030), "linear").status == "open"


@ALL("bad", [NAN, INF, -INF])
def test_benchmarks_of_nothing(bad: float) -> None:
    labels = [
        benchmark.by_overlap(bad, 1, 2, 1),
        benchmark.by_share_control(bad, 100, 0.3),
        benchmark.by_share_control(0.3, bad, 0.3),
        benchmark.by_rate_control(0.3, 100, bad),
        benchmark.by_target(bad, 1),
        benchmark.by_target_interval(1, bad, 1),
        benchmark.by_range(1, bad, 2),
    ]
    assert set(labels) == {"none"}


@ALL(
    ("share", "n", "mark"), [(0.3, 0, 0.3), (0.3, -9, 0.3), (1.3, 100, 0.3), (-0.1, 100, 0.3), (0.3, 100, 2)]
)
def test_control_limits_of_the_impossible(share: float, n: float, mark: float) -> None:
    assert benchmark.by_share_control(share, n, mark) == "none"
    if n <= 0 or share < 0:
        assert benchmark.by_rate_control(share, n, mark) == "none"


@ALL(("a", "b"), [([1, -1], [1, 1]), ([0, 0], [1, 1]), ([], []), ([NAN], [1])])
def test_no_segregation(a: list[float], b: list[float]) -> None:
    assert nothing(dissimilarity(a, b))
    assert against_chance(a, b) is None


def test_segregation_leaves_out_a_school_without_numbers() -> None:
    assert nothing(dissimilarity([1, NAN], [2, 3]))
    assert against_chance([10, 5, NAN], [5, 10, 3]) == against_chance([10, 5], [5, 10])


def test_pooling_of_nothing() -> None:
    assert nothing(*pooled([2010, 2011, 2012], [1, NAN, 1], [9, 9, 9]))
    assert nothing(*pooled([2010, 2011], [1, 1], [9, 9]))
    assert pooled([], [], [])[0].size == 0


@ALL("bad", [NAN, INF, -INF])
def test_growth_and_means_of_nothing(bad: float) -> None:
    for found in (
        progress(bad, 2015, 5, 2020, "rise"),
        progress(5, 2015, bad, 2020, "rise"),
        progress(5, 2015, 6, 2020, "rise", bad, 2030),
    ):
        assert (found.category, found.measure) == ("none", None)
    assert optional(bad) is None
    assert behind.children_behind(bad, 0.3, 190) is None
    assert nice_edges([bad]) == ()


def test_logarithmic_mean_of_nothing() -> None:
    a, b = np.array([NAN, -1.0, 0.0]), np.array([1.0, 1.0, 0.0])
    np.testing.assert_array_equal(logarithmic_mean(a, b), [NAN, NAN, 0])


@ALL(
    "call",
    [
        lambda: annual_growth(NAN, 1, 3),
        lambda: annual_growth(0, 1, 3),
        lambda: decompose([1], [1], [NAN], [1]),
        lambda: decompose([1], [-1], [1], [1]),
        lambda: decompose([0], [5], [1], [1]),
        lambda: distribute(5, [NAN, 1]),
        lambda: distribute(5, [-1, 1]),
        lambda: distribute(5, [0, 0]),
        lambda: distribute_posts(2.6, [1, 1]),
        lambda: largest_remainder([1.0, 1.0], 9),
        lambda: social_index([[1.0, NAN], [2.0, 1.0]], [1, 1], [True, True]),
        lambda: social_index([[1.0, 3.0], [2.0, 1.0]], [1, NAN], [True, True]),
        lambda: trend.last_trend([], [], [], "share"),
    ],
)
def test_sums_that_must_come_out_exactly_are_refused(call: Callable[[], Any]) -> None:
    """Money, posts and weights: half an answer would be a wrong one."""
    with pytest.raises(ValueError, match=r"."):
        call()


def test_need_of_a_missing_score_is_missing() -> None:
    np.testing.assert_array_equal(need([NAN, 0.0], [10, 10]), [NAN, 10])
