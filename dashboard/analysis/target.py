"""Where an area stands against a target: reached, on track, off track, missed or open."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

import numpy as np

from dashboard.analysis.arrays import Vector, vector
from dashboard.analysis.compare import two_sided_p
from dashboard.analysis.convergence import Result as Convergence
from dashboard.analysis.goal import Direction, Goal, Verdict, goal_level, meets
from dashboard.analysis.projection import Projection, Scale, Series, project
from dashboard.model import TargetStatus

__all__ = [
    "Goal",
    "Scale",
    "Series",
    "Verdict",
    "goal_level",
    "judge",
    "judge_convergence",
    "meets",
]

ALPHA = 0.05  #: level at which a direction counts as proven


def judge(series: Series, goal: Goal, scale: Scale, per: float = 1.0, now: int | None = None) -> Verdict:
    """Status of one series against one goal.

    A value in the target year decides: reached or missed. A target year that lies behind the
    latest value (or before the year ``now``) without a value of its own stays open, as does a
    goal without its baseline. Before the target year: reached if the latest value meets the
    goal, else on or off track by the projection (probability of at least 50 %), open below five
    periods. ``per``: what values of 1 in 1 are printed as (100 for percent). Convergence has
    its own function, :func:`judge_convergence`.
    """
    known = _known(series)
    baseline = goal.baseline if goal.baseline is not None else _value_in(known, goal.baseline_year)
    level = goal_level(goal, baseline)
    row = _row_to_judge(known.years, goal.target_year, now)
    if row is None:
        return Verdict("open", baseline=baseline, goal=level)
    figures = _figures(known, row, baseline, level, goal.direction)
    if level is None or (goal.kind == "direction" and known.years[row] <= goal.baseline_year):
        return figures
    if _reached(known, row, goal, level, scale):
        return replace(figures, status="reached")
    if known.years[row] == goal.target_year:
        return replace(figures, status="missed")
    ahead = project(
        _per_one(known, per),
        goal.target_year,
        level / per,
        goal.direction == "rise",
        scale,
    )
    return _projected(figures, ahead, per) if ahead else figures


def judge_convergence(found: Convergence, goal: Goal) -> Verdict:
    """Status of "the areas approach each other" from its test; ``value``: the last spread.

    Proven: reached from the target year, on track before. Not proven or the opposite: missed
    from the target year, off track before. Not computable: open.
    """
    if found.last_year is None:
        return Verdict("open")
    due, proven = found.last_year >= goal.target_year, found.label == "converging"
    status: TargetStatus = "reached" if proven else "missed"
    if not due:
        status = "on_track" if proven else "off_track"
    return Verdict(
        status,
        value=found.last_spread,
        year=found.last_year,
        baseline=found.first_spread,
    )


def _known(series: Series) -> Series:
    """The periods that have a value, in time."""
    years, values = vector(series.years), vector(series.values)
    rows = np.flatnonzero(np.isfinite(values))
    rows = rows[np.argsort(years[rows])]
    columns = (series.x, series.n, series.lower, series.upper)
    return Series(years[rows], values[rows], *(vector(column)[rows] for column in columns))


def _per_one(series: Series, per: float) -> Series:
    return replace(
        series,
        values=series.values / per,
        lower=series.lower / per,
        upper=series.upper / per,
    )


def _value_in(series: Series, year: int) -> float | None:
    return next(
        (float(v) for y, v in zip(series.years, series.values, strict=True) if y == year),
        None,
    )


def _row_to_judge(years: Vector, target_year: int, now: int | None) -> int | None:
    """The target year's row, else the latest; ``None`` where the target year is over."""
    exact = np.flatnonzero(years == target_year)
    if exact.size:
        return int(exact[0])
    over = now is not None and target_year < now
    if not years.size or years[-1] > target_year or over:
        return None
    return len(years) - 1


def _figures(
    series: Series,
    row: int,
    baseline: float | None,
    level: float | None,
    direction: Direction,
) -> Verdict:
    value, lower, upper = (float(part[row]) for part in (series.values, series.lower, series.upper))
    clear = None
    if level is not None and np.isfinite(lower) and np.isfinite(upper):
        clear = not lower <= level <= upper
    return Verdict("open", value, int(series.years[row]), baseline, level, clear=clear)


def _reached(series: Series, row: int, goal: Goal, level: float, scale: Scale) -> bool:
    value = float(series.values[row])
    if goal.kind != "direction":
        return meets(value, level, goal.direction)
    return value != level and meets(value, level, goal.direction) and _proven(series, row, goal, level, scale)


def _proven(series: Series, row: int, goal: Goal, level: float, scale: Scale) -> bool:
    """Whether the value differs from the baseline beyond chance: by both counts, else by its
    interval; figures without a sampling interval (euros) differ as they stand."""
    base = np.flatnonzero(series.years == goal.baseline_year)
    if base.size and goal.baseline is None and scale != "linear":
        kind: Literal["share", "rate"] = "share" if scale == "logit" else "rate"
        cells = [part[each] for each in (row, int(base[0])) for part in (series.x, series.n)]
        p = float(two_sided_p(cells[0], cells[1], cells[2], cells[3], kind))
        if np.isfinite(p):
            return p < ALPHA
    near = series.lower[row] if goal.direction == "rise" else series.upper[row]
    return not np.isfinite(near) or (near != level and meets(float(near), level, goal.direction))


def _projected(figures: Verdict, ahead: Projection, per: float) -> Verdict:
    return replace(
        figures,
        status="on_track" if ahead.probability >= 0.5 else "off_track",
        probability=ahead.probability,
        projected=ahead.value * per,
        lower=ahead.lower * per,
        upper=ahead.upper * per,
    )
