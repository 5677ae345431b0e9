"""Where the city and every Sozialraum stand against the programme's targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from dashboard.analysis.convergence import Result
from dashboard.analysis.target import Goal, Scale, Series, Verdict, judge, judge_convergence
from dashboard.catalogue.models import Target
from dashboard.model import CITY, LINE_ORIGINS, TOTAL, TargetResult
from dashboard.prepare.lines import Line

_SCALES: Mapping[str, Scale] = {"share": "logit", "rate": "log", "euro": "log"}


def target_results(
    target: Target, lines: Sequence[Line], areas: Sequence[str], converged: Result | None, now: int
) -> Iterator[TargetResult]:
    """The city and each area that has values. ``lines``: those of the target's indicator.

    ``converged``: the σ-test of the Sozialräume, for targets of the kind ``convergence``.
    """
    goal = Goal(
        target.kind, target.direction, target.value, target.baseline_year, target.baseline, target.target_year
    )
    if target.kind == "convergence":
        verdict = Verdict("open") if converged is None else judge_convergence(converged, goal)
        yield _result(target, CITY, verdict)
        return
    for area in (CITY, *areas):
        line = leading(lines, area)
        if line is not None:
            yield _result(target, area, _judged(line, area, goal, now))
        elif area == CITY:
            yield _result(target, area, Verdict("open", baseline=target.baseline))


def leading(lines: Sequence[Line], area: str) -> Line | None:
    """The line of the total that is drawn for an area, ``None`` without any."""
    found = {
        line.origin: line
        for line in lines
        if line.breakdown == TOTAL and any(where == area for where, _ in line.cells)
    }
    return next((found[origin] for origin in LINE_ORIGINS if origin in found), None)


def _judged(line: Line, area: str, goal: Goal, now: int) -> Verdict:
    """Judged by the run of years that ends in the target year, else in the latest year.

    The baseline may lie before that run, but not behind a break.
    """
    years = [year for year in line.years([area]) if line.cells[area, year].value is not None]
    if not years:
        return Verdict("open", baseline=goal.baseline)
    end = goal.target_year if goal.target_year in years else years[-1]
    run = last_run([year for year in years if year <= end], line.breaks)
    comparable = not any(goal.baseline_year < year <= end for year in line.breaks)
    if goal.baseline is None and goal.baseline_year in years and comparable and goal.baseline_year not in run:
        goal = replace(goal, baseline=line.cells[area, goal.baseline_year].value)
    scale = _SCALES.get(line.indicator.kind, "linear")
    return judge(_series(line, area, run), goal, scale, per=float(line.per), now=now)


def last_run(years: Sequence[int], breaks: Sequence[int]) -> list[int]:
    """The last years without a gap (a hidden year is one) and since the last break."""
    run = [years[-1]]
    for year in reversed(years[:-1]):
        if run[0] - year != 1 or run[0] in breaks:
            break
        run.insert(0, year)
    return run


def _series(line: Line, area: str, years: Sequence[int]) -> Series:
    x, n = line.counts([area], years)
    values, lower, upper = (line.numbers(name, [area], years)[:, 0] for name in ("value", "lower", "upper"))
    return Series(np.array(years, dtype=np.float64), values, x[:, 0], n[:, 0], lower, upper)


def _result(target: Target, area: str, verdict: Verdict) -> TargetResult:
    return TargetResult(
        target=target.id,
        indicator=target.indicator,
        area=area,
        year=verdict.year,
        status=verdict.status,
        value=verdict.value,
        baseline=verdict.baseline,
        goal=verdict.goal,
        target_year=target.target_year,
        probability=verdict.probability,
        projected=verdict.projected,
        projected_lower=verdict.lower,
        projected_upper=verdict.upper,
    )
