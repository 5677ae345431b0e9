"""Targets: kinds, status, projection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.analysis.behind import children_behind
from dashboard.analysis.convergence import NOT_COMPUTABLE, Result
from dashboard.analysis.intervals import share_interval
from dashboard.analysis.projection import project
from dashboard.analysis.target import Goal, Series, goal_level, judge, judge_convergence

Direction = Literal["rise", "fall"]


def shares(first_year: int, x: Sequence[float], n: float = 1000.0) -> Series:
    """A series in percent with its counts and Wilson limits."""
    counts, sizes = np.array(x, dtype=float), np.full(len(x), n)
    lower, upper = share_interval(counts, sizes)
    years = np.arange(first_year, first_year + len(x), dtype=float)
    return Series(years, 100 * counts / sizes, counts, sizes, 100 * lower, 100 * upper)


def euros(first_year: int, values: Sequence[float]) -> Series:
    """Amounts: no counts, no interval."""
    none = np.full(len(values), np.nan)
    years = np.arange(first_year, first_year + len(values), dtype=float)
    return Series(years, np.array(values, dtype=float), none, none, none, none)


def absolute(value: float, year: int, direction: Direction = "rise") -> Goal:
    return Goal("absolute", direction, value, 2012, None, year)


RISING = shares(2008, [200, 220, 240, 260, 280, 300])


def test_relative_is_a_factor_not_points() -> None:
    rise, fall = (Goal("relative", way, 10, 2012, 50.0, 2015) for way in ("rise", "fall"))
    assert goal_level(rise, 50.0) == pytest.approx(55)
    assert goal_level(fall, 50.0) == pytest.approx(45)
    assert goal_level(Goal("relative", "fall", -10, 2012, None, 2015), 50.0) == pytest.approx(45)
    assert goal_level(rise, None) is None


@pytest.mark.parametrize(
    ("goal", "status"),
    [
        (absolute(30, 2013), "reached"),
        (absolute(31, 2013), "missed"),
        (absolute(30, 2013, "fall"), "reached"),
        (absolute(29, 2013, "fall"), "missed"),
        (absolute(33, 2015), "on_track"),
        (absolute(45, 2015), "off_track"),
        (absolute(29, 2015), "reached"),
        (absolute(25, 2015, "fall"), "off_track"),
        (Goal("relative", "rise", 10, 2012, None, 2013), "missed"),
        (Goal("relative", "rise", 5, 2012, None, 2013), "reached"),
        (Goal("relative", "rise", 5, 2003, None, 2013), "open"),
        (Goal("direction", "rise", None, 2008, None, 2013), "reached"),
        (Goal("direction", "rise", None, 2012, None, 2013), "missed"),
        (Goal("direction", "rise", None, 2012, None, 2015), "on_track"),
        (Goal("direction", "fall", None, 2012, None, 2015), "off_track"),
        (Goal("direction", "rise", None, 2012, 25.0, 2013), "reached"),
        (Goal("direction", "rise", None, 2012, 29.0, 2013), "missed"),
        (Goal("direction", "rise", None, 2013, None, 2015), "open"),
        (Goal("direction", "rise", None, 2003, None, 2015), "open"),
        (Goal("convergence", "fall", None, 2012, None, 2015), "open"),
        (Goal("absolute", "rise", None, 2012, None, 2015), "open"),
    ],
)
def test_status(goal: Goal, status: str) -> None:
    assert judge(RISING, goal, "logit", per=100).status == status


def test_figures_of_a_decided_target() -> None:
    found = judge(RISING, absolute(26, 2013), "logit", per=100)
    assert (found.value, found.year, found.goal, found.clear) == (30, 2013, 26, True)
    assert (found.probability, found.projected) == (None, None)
    assert judge(RISING, absolute(29, 2013), "logit", per=100).clear is False


def test_a_target_year_behind_is_judged_there_or_stays_open() -> None:
    assert judge(RISING, absolute(25, 2010), "logit", per=100).status == "missed"
    assert judge(RISING, absolute(24, 2010), "logit", per=100).value == 24
    gone = judge(RISING, absolute(25, 2007), "logit", per=100)
    assert (gone.status, gone.value, gone.year) == ("open", None, None)
    late = judge(RISING, absolute(33, 2015), "logit", per=100, now=2026)
    assert (late.status, late.value, late.projected) == ("open", None, None)
    hidden = shares(2008, [200, np.nan, np.nan])
    assert judge(hidden, absolute(25, 2010), "logit", per=100).status == "open"
    nothing = shares(2008, [np.nan])
    assert judge(nothing, absolute(25, 2010), "logit", per=100).status == "open"


def test_projection_carries_the_line_on() -> None:
    found = judge(RISING, absolute(40, 2016), "logit", per=100)
    assert found.projected == pytest.approx(36.6, abs=1)
    assert found.lower is not None
    assert found.upper is not None
    assert found.lower < (found.projected or 0) < found.upper
    assert found.probability is not None
    assert found.probability < 0.5


def test_projection_needs_five_periods() -> None:
    found = judge(shares(2010, [200, 220, 240, 260]), absolute(40, 2016), "logit", per=100)
    assert (found.status, found.value, found.projected) == ("open", 26, None)


def test_a_goal_of_all_children_is_never_on_track() -> None:
    found = judge(shares(2008, [900, 920, 940, 960, 980]), absolute(100, 2020), "logit", per=100)
    assert (found.status, found.probability) == ("off_track", 0)


def test_euros_grow_by_a_factor_and_have_no_interval() -> None:
    spending = euros(
        2008, [100 * 1.05**year * (1 + wobble) for year, wobble in enumerate([0, 0.01, -0.01, 0, 0.01])]
    )
    found = judge(spending, absolute(100, 2015, "fall"), "log")
    assert found.status == "off_track"
    assert found.projected == pytest.approx(100 * 1.05**7, rel=0.03)
    assert found.clear is None
    stopped = judge(spending, Goal("direction", "fall", None, 2008, None, 2012), "log")
    assert stopped.status == "missed"
    assert judge(spending, Goal("direction", "rise", None, 2008, None, 2012), "log").status == "reached"


def test_rates_are_projected_on_the_log_scale() -> None:
    x, n = np.array([40.0, 44, 48, 53, 58]), np.full(5, 1000.0)
    years = np.arange(2008.0, 2013.0)
    none = np.full(5, np.nan)
    found = judge(Series(years, x, x, n, none, none), absolute(60, 2013), "log", per=1000)
    assert found.status == "on_track"
    assert found.projected == pytest.approx(64, abs=1.5)


def test_prediction_interval_holds_what_it_promises() -> None:
    """95 % of the values that then come lie inside (steady growth on the logit scale)."""
    rng, years = np.random.default_rng(11), np.arange(2008.0, 2016.0)
    truth = 1 / (1 + np.exp(-(-1 + 0.05 * np.arange(11))))
    none = np.full(8, np.nan)
    inside = 0
    for _ in range(400):
        x = rng.binomial(190, truth)
        past = Series(years, x[:8] / 190, x[:8].astype(float), np.full(8, 190.0), none, none)
        ahead = project(past, 2018, 0.4, True, "logit")
        assert ahead is not None
        inside += ahead.lower <= x[10] / 190 <= ahead.upper
    assert 0.93 <= inside / 400 <= 1


def test_no_projection_off_the_scale() -> None:
    assert project(euros(2008, [1, 2, 0, 4, 5]), 2015, 10, True, "log") is None
    assert project(euros(2008, [-1, 2, 0, 4, 5]), 2015, 10, True, "linear") is not None


@given(st.lists(st.integers(1, 999), min_size=5, max_size=9), st.floats(1, 99))
@settings(max_examples=50)
def test_mirrored_target_mirrors(x: list[int], goal: float) -> None:
    """Raising a share to a goal is lowering its complement to 100 minus the goal."""
    here = judge(shares(2008, x), absolute(goal, 2025), "logit", per=100)
    there = judge(
        shares(2008, [1000 - each for each in x]), absolute(100 - goal, 2025, "fall"), "logit", per=100
    )
    if here.probability is not None and there.probability is not None:
        assert here.probability == pytest.approx(there.probability)
        assert here.projected == pytest.approx(100 - (there.projected or 0))


def test_convergence_goal() -> None:
    goal = Goal("convergence", "fall", None, 2012, None, 2015)
    found = Result("converging", 0.01, 2008, 2014, 0.08, 0.04)
    assert judge_convergence(found, goal).status == "on_track"
    assert judge_convergence(Result("converging", 0.01, 2008, 2015, 0.08, 0.04), goal).status == "reached"
    assert judge_convergence(Result("diverging", 0.01, 2008, 2015, 0.04, 0.08), goal).status == "missed"
    assert judge_convergence(Result("not_shown", 0.6, 2008, 2014, 0.04, 0.04), goal).status == "off_track"
    assert judge_convergence(NOT_COMPUTABLE, goal).status == "open"


def test_children_behind() -> None:
    assert children_behind(0.30, 0.35, 190) == 10  # 9.5 is rounded up
    assert children_behind(0.40, 0.35, 190) == 0
    assert children_behind(0.30, 0.20, 190, "fall") == 19
    for bad in (np.nan, None, -0.1, np.inf):
        assert children_behind(bad, 0.35, 190) is None
        assert children_behind(0.3, bad, 190) is None
        assert children_behind(0.3, 0.35, bad) is None
    assert children_behind(0.3, 0.35, 0) == 0
