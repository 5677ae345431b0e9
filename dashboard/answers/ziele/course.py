"""The way of the city to its target: values, pace, projection."""

from __future__ import annotations

from typing import Any

from dashboard.analysis.progress import pace
from dashboard.answers import areas
from dashboard.answers.ziele.parts import Course
from dashboard.answers.ziele.reading import Judged, Past
from dashboard.display import Projection, TargetLine
from dashboard.model import TargetResult
from dashboard.wording import goals, numbers, periods
from dashboard.wording.tiles.target import target_label

SPAN = 5  #: periods over which the actual pace of a running target is taken


def course(one: Judged) -> Course:
    """What the small picture of the city draws."""
    past, result = one.past(), one.city
    line = None
    if result.goal is not None and one.target.kind != "convergence":
        label = target_label(one.indicator, one.target, result)
        line = TargetLine(result.goal, one.target.target_year, label)
    drawn = () if one.target.kind == "convergence" else sorted(past)
    return Course(
        points=tuple(areas.point(past[year], one.indicator) for year in drawn),
        breaks=tuple(found.year for found in one.indicator.breaks),
        target=line,
        projection=_projection(one, result),
    )


def _projection(one: Judged, result: TargetResult) -> Projection | None:
    ends = (result.projected, result.projected_lower, result.projected_upper)
    if result.year is None or result.value is None or result.year >= result.target_year:
        return None
    if ends[0] is None or ends[1] is None or ends[2] is None:
        return None
    return Projection(result.year, result.value, result.target_year, ends[0], ends[1], ends[2],
                      numbers.figure(ends[0], one.indicator))  # fmt: skip


def paces(one: Judged) -> tuple[str, str, str]:
    """Required and actual change per year, and over which years they are taken; "" where there is none.

    A target whose year is there: both from the baseline on. One that still runs: required from the
    latest value to the target, actual over the last five periods without gap and break.
    """
    result = one.city
    if result.year is None or result.value is None or one.target.kind in ("direction", "convergence"):
        return "", "", ""
    past = result.year >= result.target_year
    found = _since_baseline(one, result) if past else _ahead(one, result, result.year, result.value)
    note = ", ".join(part for part in (goals.pace_unit(one.indicator), found[2]) if part)
    return (found[0], found[1], note) if found[0] or found[1] else ("", "", "")


def _since_baseline(one: Judged, result: TargetResult) -> tuple[str, str, str]:
    base, since = result.baseline, one.target.baseline_year
    if base is None or result.goal is None or result.value is None or result.year is None:
        return "", "", ""
    required = pace(base, since, result.goal, result.target_year)
    actual = pace(base, since, result.value, result.year)
    note = periods.since_phrase(one.indicator, since)
    return goals.pace_text(required, one.indicator), goals.pace_text(actual, one.indicator), note


def _ahead(one: Judged, result: TargetResult, year: int, value: float) -> tuple[str, str, str]:
    first = _first_of_run(one.past(), year, [found.year for found in one.indicator.breaks])
    start = one.past()[first].value if first in one.past() else None
    actual = pace(start, first, value, year) if start is not None else None
    open_way = result.goal is not None and result.status != "reached"
    required = pace(value, year, result.goal or 0.0, result.target_year) if open_way else None
    span = f"zuletzt {_span(one, first, year)}" if actual is not None else ""
    return goals.pace_text(required, one.indicator), goals.pace_text(actual, one.indicator), span


def _first_of_run(past: Past, year: int, breaks: list[int]) -> int:
    """The first of up to five periods that end in ``year``, follow each other and have a value."""
    first = year
    while year - first < SPAN - 1:
        before = past.get(first - 1)
        if before is None or before.value is None or first in breaks:
            break
        first -= 1
    return first


def _span(one: Judged, first: int, last: int) -> str:
    return f"{periods.axis_label(one.indicator, first)}–{periods.axis_label(one.indicator, last)}"


def numbers_of(one: Judged) -> dict[str, Any]:
    """What a chart is drawn from: the judged value and the agreed one, in the unit of the indicator."""
    fact, indicator = one.fact(), one.indicator
    value = fact.value if fact is not None else None
    return {
        "value": value,
        "aim": one.city.goal,
        "unit": indicator.unit,
        "decimals": indicator.decimals,
    }
