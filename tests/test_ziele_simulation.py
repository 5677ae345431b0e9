"""The convergence test over a thousand simulated histories: false alarms, and what it sees."""

from __future__ import annotations

import numpy as np

from bench.simulation import AREAS, CHILDREN, CLOSING, HISTORIES, RATE, STAYING, YEARS, histories
from dashboard.analysis.convergence import sigma

FEW = 199  # draws per bootstrap: quick, and (draws + 1) × 2.5 % is whole


def test_areas_that_stay_apart_are_hardly_ever_called_converging() -> None:
    assert (HISTORIES, STAYING) == (1_000, (0.08, 0.08))
    found = histories(STAYING, draws=FEW)
    assert found.converging + found.diverging <= 0.06


def test_a_spread_that_halves_in_ten_years_is_seen() -> None:
    assert (HISTORIES, CLOSING) == (1_000, (0.08, 0.04))
    assert histories(CLOSING, draws=FEW).converging >= 0.80


def test_areas_that_jump_from_year_to_year_are_not_taken_for_a_trend() -> None:
    """Every year draws its true rates anew: the spread moves, but has no direction."""
    rng, alarms = np.random.default_rng(7), 0
    sizes = np.full((YEARS, AREAS), CHILDREN)
    for _ in range(200):
        rates = np.clip(RATE + 0.08 * rng.normal(size=(YEARS, AREAS)), 0, 1)
        counts = rng.binomial(CHILDREN, rates)
        alarms += sigma(counts, sizes, np.arange(YEARS), "share", draws=FEW).label != "not_shown"
    assert alarms / 200 <= 0.12  # 27 % without regard to the scatter about the line
