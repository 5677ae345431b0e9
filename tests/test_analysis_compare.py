"""An area against the rest of the city."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binomtest
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from dashboard.analysis.compare import against_rest, holm, two_sided_p

sizes = st.lists(st.integers(min_value=1, max_value=400), min_size=2, max_size=9)


def test_one_area_stands_out() -> None:
    x, n = [90, 60, 62, 58, 61, 59, 60, 63, 60], [190] * 9
    found = against_rest(x, n, "share")
    assert [each.label for each in found] == ["higher", *["same"] * 8]
    rest = sum(x[1:]) / (8 * 190)
    assert found[0].rest == pytest.approx(rest)
    assert found[0].difference == pytest.approx(90 / 190 - rest)
    assert found[0].p == pytest.approx(proportions_ztest([90, sum(x[1:])], [190, 1520])[1])


def test_rates_by_the_conditional_test() -> None:
    x, n = [30, 10, 12], [1000.0, 1000.0, 1000.0]
    found = against_rest(x, n, "rate")
    assert found[0].p == pytest.approx(binomtest(30, 52, 1 / 3).pvalue)
    assert [each.label for each in found] == ["higher", "same", "same"]
    assert found[1].single_label == "lower"


def test_hidden_areas_are_not_compared_and_not_counted() -> None:
    x, n = np.array([90, np.nan, 60, 62]), np.array([190, np.nan, 190, 190])
    found = against_rest(x, n, "share", city_x=300, city_n=800)
    assert (found[1].label, found[1].p, found[1].rest) == ("none", None, None)
    assert found[0].rest == pytest.approx(210 / 610)
    assert found[0].p is not None
    assert found[0].p_holm == pytest.approx(3 * found[0].p)


@pytest.mark.parametrize(
    ("x", "n"),
    [([1.0, 1.0], [0.0, 0.0]), ([5.0], [10.0]), ([5.0, np.nan], [10.0, np.nan]), ([11.0, 1.0], [10.0, 10.0])],
    ids=["nobody", "one area", "one area left", "more than all"],
)
def test_nothing_to_compare(x: list[float], n: list[float]) -> None:
    assert against_rest(x, n, "share")[0].label == "none"


@pytest.mark.parametrize("kind", ["share", "rate"])
def test_no_events_anywhere_is_no_difference(kind: str) -> None:
    found = against_rest([0, 0], [10, 20], "share" if kind == "share" else "rate")
    assert [(each.p, each.label) for each in found] == [(1.0, "same"), (1.0, "same")]


def test_city_smaller_than_its_area_is_no_comparison() -> None:
    assert against_rest([50], [100], "rate", city_x=40, city_n=300)[0].label == "none"


@given(st.lists(st.floats(min_value=0, max_value=1) | st.just(np.nan), max_size=12))
@settings(max_examples=30)
def test_holm_is_monotone_and_never_below_the_raw_p(p: list[float]) -> None:
    raw, adjusted = np.array(p), holm(p)
    tested = np.isfinite(raw)
    assert (np.isfinite(adjusted) == tested).all()
    assert (adjusted[tested] >= raw[tested]).all()
    assert (np.diff(adjusted[tested][np.argsort(raw[tested])]) >= 0).all()
    if tested.any():
        np.testing.assert_allclose(adjusted[tested], multipletests(raw[tested], method="holm")[1])


@given(sizes, st.data())
def test_order_of_areas_does_not_matter(n: list[int], data: st.DataObject) -> None:
    x = [data.draw(st.integers(min_value=0, max_value=size)) for size in n]
    turned = against_rest(x[::-1], n[::-1], "share")[::-1]
    for here, there in zip(against_rest(x, n, "share"), turned, strict=True):
        assert here.p == pytest.approx(there.p)
        assert here.label == there.label


@given(st.integers(0, 50), st.integers(51, 90), st.integers(0, 50), st.integers(51, 90))
def test_the_test_is_symmetric(a: int, m: int, b: int, k: int) -> None:
    for kind in ("share", "rate"):
        there = two_sided_p(a, m, b, k, "share" if kind == "share" else "rate")
        back = two_sided_p(b, k, a, m, "share" if kind == "share" else "rate")
        assert there == pytest.approx(back)
    mirrored = two_sided_p(m - a, m, k - b, k, "share")
    assert mirrored == pytest.approx(two_sided_p(a, m, b, k, "share"))
