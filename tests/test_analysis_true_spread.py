"""The spread of the true values and its interval, and β-convergence: both right about simulated cities."""

from __future__ import annotations

import numpy as np
import pytest

from dashboard.analysis.arrays import Kind
from dashboard.analysis.beta import Beta, beta
from dashboard.analysis.convergence import true_variance
from dashboard.analysis.true_spread import true_spread

PLACE = np.linspace(-1, 1, 9) / np.linspace(-1, 1, 9).std()
N = np.array([100.0, 150, 200, 190, 190, 190, 250, 300, 400])
YEARS = np.arange(2010, 2020)


def drawn(rng: np.random.Generator, n: np.ndarray, rates: np.ndarray, kind: Kind) -> np.ndarray:
    counts = rng.binomial(n.astype(int), rates) if kind == "share" else rng.poisson(n * rates)
    return np.asarray(counts, dtype=float)


@pytest.mark.parametrize("kind", ["share", "rate"])
@pytest.mark.parametrize("spread", [0.0, 0.03, 0.06, 0.12])
def test_the_interval_holds_the_truth_in_19_of_20_cities(spread: float, kind: Kind) -> None:
    rates = 0.35 + spread * PLACE
    weights = N / N.sum()
    truth = float(np.sqrt((weights * (rates - (weights * rates).sum()) ** 2).sum()))
    rng = np.random.default_rng(11)
    held = 0
    for _ in range(400):
        found = true_spread(drawn(rng, N, rates, kind), N, kind)
        held += found.lower <= truth <= found.upper
    assert held / 400 >= 0.935


def test_the_value_is_that_of_the_convergence_test() -> None:
    x = np.array([20.0, 60, 90, 70, 66, 75, 100, 120, 180])
    found = true_spread(x, N, "share")
    assert found.value == pytest.approx(float(np.sqrt(true_variance(x, N, "share"))))
    assert 0 < found.lower < found.value < found.upper


def test_areas_that_differ_less_than_by_chance_have_a_spread_of_0_with_an_upper_end() -> None:
    alike = true_spread(0.3 * N, N, "share")
    assert (alike.value, alike.lower) == (0, 0)
    assert 0.02 < alike.upper < 0.1
    assert true_spread(0.3 * 4 * N, 4 * N, "share").upper == pytest.approx(alike.upper / 2, rel=0.01)


def moving(first: float, last: float, seed: int, kind: Kind = "share") -> tuple[np.ndarray, np.ndarray]:
    """Ten periods of nine areas around 35 % whose spread moves between two standard deviations."""
    rates = 0.35 + np.linspace(first, last, 10)[:, np.newaxis] * PLACE
    n = np.full(rates.shape, 190.0)
    return drawn(np.random.default_rng(seed), n, rates, kind), n


@pytest.mark.parametrize("kind", ["share", "rate"])
@pytest.mark.parametrize(
    ("first", "last", "label", "expected"),
    [
        (0.12, 0.03, "converging", 0.04 / 0.11 - 1),
        (0.05, 0.14, "diverging", 0.13 / 0.06 - 1),
        (0.1, 0.1, "not_shown", 0.0),
    ],
)
def test_beta_of_areas_that_move(first: float, last: float, label: str, expected: float, kind: Kind) -> None:
    found = [beta(*moving(first, last, seed, kind), YEARS, kind) for seed in range(20)]
    assert sum(row.label == label for row in found) >= 17
    middle = np.median([row.beta for row in found if row.beta is not None])
    assert middle == pytest.approx(expected, abs=0.35)
    assert {(row.first_year, row.last_year) for row in found} == {(2012, 2019)}


def test_regression_to_the_mean_is_not_taken_for_convergence() -> None:
    """Constant rates: the plain slope of change on start is clearly negative, β is 0 on average."""
    plain, ours, alarms = [], [], 0
    for seed in range(120):
        x, n = moving(0.04, 0.04, seed)
        start, end = x[:3].sum(axis=0) / n[:3].sum(axis=0), x[-3:].sum(axis=0) / n[-3:].sum(axis=0)
        plain.append(np.polyfit(start, end - start, 1)[0])
        found = beta(x, n, YEARS, "share")
        ours.append(found.beta or 0.0)
        alarms += found.label != "not_shown"
    assert np.median(plain) < -0.12
    assert abs(np.median(ours)) < 0.06
    assert alarms <= 12


def test_beta_needs_two_whole_windows_without_a_break() -> None:
    x, n = moving(0.12, 0.03, seed=1)
    assert beta(x[:5], n[:5], YEARS[:5], "share").label == "not_computable"
    assert beta(x, n, YEARS, "share", breaks=(2015,)).label == "not_computable"
    assert beta(x, n, YEARS, "share", breaks=(2010,)).label == "converging"
    x[5, 0] = np.nan  # between the windows
    assert beta(x, n, YEARS, "share").label == "converging"
    x[1, 0] = np.nan
    assert beta(x, n, YEARS, "share") == Beta("not_computable", None, None, None, None)


def test_beta_does_not_depend_on_the_order() -> None:
    x, n = moving(0.12, 0.06, seed=3)
    found, turned = beta(x, n, YEARS, "share"), beta(x[::-1, ::-1], n[::-1, ::-1], YEARS[::-1], "share")
    assert (found.label, found.p) == (turned.label, turned.p)
    assert found.beta == pytest.approx(turned.beta)
    assert beta(np.full_like(x, 60.0), n, YEARS, "share").label == "not_computable"
