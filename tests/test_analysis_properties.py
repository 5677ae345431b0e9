"""What must hold for every input, beside what the tests of the single methods check already."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dashboard.analysis import dispersion, inequality
from dashboard.analysis.behind import children_behind
from dashboard.analysis.compare import against_rest
from dashboard.analysis.convergence import true_variance
from dashboard.analysis.gap import chance_band, gap
from dashboard.analysis.intervals import dsr, share_interval
from dashboard.analysis.pooling import pooled
from dashboard.analysis.segregation import dissimilarity
from dashboard.analysis.trend import last_trend, smallest_detectable_change
from dashboard.analysis.true_spread import true_spread

#: Counts and people of some areas.
areas = st.lists(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2, max_size=9
)
inner = st.lists(
    st.integers(3, 400).flatmap(lambda n: st.tuples(st.integers(1, n - 1), st.just(n))),
    min_size=3,
    max_size=9,
)
Cells = list[tuple[int, int]]


def counts(cells: Cells) -> tuple[np.ndarray, np.ndarray]:
    x, n = zip(*cells, strict=True)
    return np.array(x, dtype=float), np.array(n, dtype=float)


@given(st.integers(0, 500), st.integers(1, 500))
def test_intervals_shrink_as_children_are_added(x: int, n: int) -> None:
    assume(x <= n)
    widths = [float(np.subtract(*share_interval(k * x, k * n)[::-1])) for k in (1, 4)]
    assert widths[1] < widths[0]


@given(areas)
def test_equal_areas_differ_in_nothing(cells: Cells) -> None:
    _, n = counts(cells)
    values = np.full(n.size, 0.35)
    found = gap(values)
    assert found is not None
    assert found.gap == 0
    for measure in (dispersion.bgv, dispersion.cov, dispersion.theil, dispersion.mld, dispersion.idisw):
        assert measure(values, n) == pytest.approx(0, abs=1e-9)
    slope = inequality.slope_index(values, n)
    assert (slope.sii, slope.rii) == pytest.approx((0, 1), abs=1e-9)
    assert {row.label for row in against_rest(n, n, "share")} == {"same"}


@given(inner)
def test_measures_of_spread_do_not_depend_on_order_and_scale_as_they_should(cells: Cells) -> None:
    x, n = counts(cells)
    values = x / n
    for measure, power in ((dispersion.bgv, 2), (dispersion.bgsd, 1), (dispersion.mdmw, 1),
                           (dispersion.cov, 0), (dispersion.theil, 0), (dispersion.mld, 0)):  # fmt: skip
        found = measure(values, n)
        assert found >= -1e-9
        assert measure(values[::-1], n[::-1]) == pytest.approx(found, abs=1e-9)
        assert measure(100 * values, n) == pytest.approx(100**power * found, abs=1e-7)
    assert dispersion.mdmw(values, n) <= dispersion.bgsd(values, n) + 1e-12
    found_gap = gap(values)
    assert found_gap is not None
    assert dispersion.bgsd(values, n) <= found_gap.gap / 2 + 1e-12


@given(inner)
def test_the_slope_turns_with_the_order(cells: Cells) -> None:
    x, n = counts(cells)
    there, back = inequality.slope_index(x / n, n), inequality.slope_index((x / n)[::-1], n[::-1])
    assert back.sii == pytest.approx(-there.sii, abs=1e-9)
    errors = np.full(n.size, 0.02)
    lower, upper = inequality.slope_interval(x / n, n, errors)
    assert lower < there.sii < upper
    assert (lower + upper) / 2 == pytest.approx(there.sii, abs=1e-9)
    wide = inequality.slope_interval(x / n, n, errors, level=0.998)
    assert wide[0] < lower < upper < wide[1]


@given(areas, st.sampled_from(["share", "rate"]))
def test_the_true_spread_lies_in_its_interval(cells: Cells, kind: str) -> None:
    x, n = counts(cells)
    found = true_spread(x, n, "share" if kind == "share" else "rate")
    assert found.value >= 0
    if np.isfinite(found.lower):
        assert found.lower <= found.value + 1e-9
        assert found.value <= found.upper + 1e-9
        wide = true_spread(x, n, "share" if kind == "share" else "rate", level=0.998)
        assert wide.lower <= found.lower + 1e-9
        assert found.upper <= wide.upper + 1e-9
    turned = true_spread(x[::-1], n[::-1], "share" if kind == "share" else "rate")
    assert turned == pytest.approx(found, abs=1e-9, nan_ok=True)


@given(areas)
def test_shares_of_those_who_do_and_who_do_not_are_equally_spread(cells: Cells) -> None:
    x, n = counts(cells)
    assert true_variance(n - x, n, "share") == pytest.approx(true_variance(x, n, "share"), abs=1e-12)
    for here, there in zip(against_rest(x, n, "share"), against_rest(n - x, n, "share"), strict=True):
        assert there.p == pytest.approx(here.p)
        turned = {"higher": "lower", "lower": "higher"}
        assert there.label == turned.get(here.label, here.label)


@given(areas)
def test_adjusted_labels_never_say_more_than_single_ones(cells: Cells) -> None:
    x, n = counts(cells)
    for row in against_rest(x, n, "share"):
        assert row.label in (row.single_label, "same")
        assert row.p is None or row.p_holm is None or row.p <= row.p_holm


@given(st.integers(20, 400), st.integers(2, 9), st.floats(0.05, 0.95))
def test_the_chance_band_mirrors_and_its_mean_lies_below_its_end(n: int, many: int, rate: float) -> None:
    band, mirrored = (chance_band([n] * many, each, "share") for each in (rate, 1 - rate))
    assert band.mean is not None
    assert band.p95 is not None
    assert 0 < band.mean < band.p95 <= 1
    assert mirrored.mean == pytest.approx(band.mean, abs=2e-3)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1, max_size=12))
def test_dissimilarity_lies_between_even_and_apart(pairs: list[tuple[int, int]]) -> None:
    a, b = (np.array(part, dtype=float) for part in zip(*pairs, strict=True))
    assume(a.sum() > 0 and b.sum() > 0)
    found = dissimilarity(a, b)
    assert -1e-12 <= found <= 1 + 1e-12
    assert dissimilarity(b, a) == pytest.approx(found)
    assert dissimilarity(3 * a, b) == pytest.approx(found)
    assert dissimilarity(a, a) == pytest.approx(0, abs=1e-12)


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 99)), min_size=3, max_size=12), st.integers(1, 4)
)
def test_a_pooled_value_lies_between_those_of_its_years(cells: Cells, window: int) -> None:
    x, n = counts(cells)
    x3, n3 = pooled(range(2010, 2010 + x.size), x, n, window)
    assert np.isfinite(x3).sum() == max(0, x.size - window + 1)
    for last in np.flatnonzero(np.isfinite(x3)):
        years = (x / n)[last - window + 1 : last + 1]
        assert years.min() - 1e-12 <= x3[last] / n3[last] <= years.max() + 1e-12


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(50, 900), st.integers(1, 50)), min_size=1, max_size=9),
    st.floats(0.5, 0.99),
)
def test_a_standardised_rate_is_a_mean_of_its_bands(bands: list[tuple[int, int, int]], level: float) -> None:
    x, people, standard = (np.array(part, dtype=float) for part in zip(*bands, strict=True))
    assume(x.sum() >= 10)
    found, wide = dsr(x, people, standard, level=level), dsr(x, people, standard, level=0.998)
    assert (x / people).min() - 1e-12 <= found.value <= (x / people).max() + 1e-12
    assert wide.lower <= found.lower <= found.value <= found.upper <= wide.upper
    assert dsr(x, people, 7 * standard) == pytest.approx(dsr(x, people, standard))


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 5000))
def test_children_behind_in_one_direction_only(value: float, goal: float, n: int) -> None:
    rise, fall = (children_behind(value, goal, n, way) for way in ("rise", "fall"))  # type: ignore[arg-type]
    assert rise is not None
    assert fall is not None
    assert min(rise, fall) == 0
    assert abs(max(rise, fall) - abs(goal - value) * n) <= 0.5 + 1e-5


@given(st.lists(st.integers(1, 149), min_size=5, max_size=5))
def test_what_is_called_a_trend_has_moved_far_enough(x: list[int]) -> None:
    """The change along the line exceeds the part of the detectable change that is no reserve."""
    found = last_trend(range(2014, 2019), x, [150] * 5, "share")
    assert found.detectable is not None
    assert found.slope is not None
    certain = found.detectable * 1.959963984540054 / (1.959963984540054 + 0.8416212335729143)
    assert (found.label != "no_trend") == (abs(4 * found.slope) > certain)
    strict = last_trend(range(2014, 2019), x, [150] * 5, "share", level=0.998)
    assert strict.detectable is not None
    assert strict.detectable > found.detectable


@given(st.floats(1e-6, 10), st.floats(0, 20), st.floats(0.5, 0.99))
def test_the_detectable_change_grows_with_error_time_and_level(se: float, span: float, level: float) -> None:
    found = smallest_detectable_change(se, span, level)
    assert smallest_detectable_change(2 * se, span, level) == pytest.approx(2 * found)
    assert smallest_detectable_change(se, 2 * span, level) == pytest.approx(2 * found)
    assert smallest_detectable_change(se, span, 0.999) >= found
