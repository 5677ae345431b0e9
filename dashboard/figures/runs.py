"""Series as pieces that may be joined by a line, and what is said about a point."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from html import escape
from operator import attrgetter

from dashboard.display import Point, Series
from dashboard.figures.ticks import EMPTY_DOMAIN, finite, is_finite, nice
from dashboard.wording.numbers import number

_YEAR = attrgetter("year")
Run = tuple[Point, ...]
DECIMALS = re.compile(r",(\d+)")


def has_value(point: Point) -> bool:
    """Whether a point carries a number that can be drawn."""
    return is_finite(point.value)


def has_interval(point: Point) -> bool:
    """Whether a point carries a value with both limits."""
    return is_finite(point.value) and is_finite(point.lower) and is_finite(point.upper)


def runs(points: Sequence[Point], years: Sequence[int], breaks: Collection[int] = ()) -> tuple[Run, ...]:
    """Points that a line may join: neighbours in ``years``, no break between, one kind of origin."""
    place = {year: index for index, year in enumerate(sorted(set(years)))}
    found: list[list[Point]] = []
    there = [point for point in points if point.year in place and has_value(point)]
    for point in sorted(there, key=_YEAR):
        if found and joined(found[-1][-1], point, place, breaks):
            found[-1].append(point)
        else:
            found.append([point])
    return tuple(tuple(run) for run in found)


def joined(before: Point, after: Point, place: Mapping[int, int], breaks: Collection[int]) -> bool:
    """Whether a line may be drawn between two points."""
    return (
        place[after.year] == place[before.year] + 1
        and not (breaks and any(before.year < year <= after.year for year in breaks))
        and (before.origin == "published") == (after.origin == "published")
    )


def at_year(points: Sequence[Point], year: int) -> Point | None:
    """The point of one year if it has a value."""
    return next((point for point in points if point.year == year and has_value(point)), None)


def domain(
    series: Sequence[Series], city: Series | None = None, published: Sequence[Point] = ()
) -> tuple[float, float]:
    """Round limits around all values and intervals of all series; (0, 1) without any number."""
    points = [point for each in (*series, *([city] if city else [])) for point in each.points]
    points += published
    numbers = finite([part for one in points for part in (one.value, one.lower, one.upper)])
    return nice(min(numbers), max(numbers), 5) if numbers else EMPTY_DOMAIN


def spoken(name: str, point: Point) -> str:
    """Hover text: name, period, value, interval; escaped for Plotly."""
    lines = [f"<b>{escape(name, quote=False)}</b>", escape(f"{point.label}: {point.text}", quote=False)]
    if has_interval(point):
        lines.append(f"95-%-Intervall {interval_words(point)}")
    if point.origin == "published":
        lines.append("veröffentlichter Wert")
    return "<br>".join(lines)


def interval_words(point: Point) -> str:
    """The interval with as many decimals as the printed value: ``16,6 bis 28,4``."""
    found = DECIMALS.search(point.text)
    decimals = len(found.group(1)) if found else 0
    return " bis ".join(number(limit, decimals) for limit in finite([point.lower, point.upper]))
