"""Observed spending, and where it goes in the trend and in the reader's scenario."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.money_frame import Ground, grid, ground, picture, spread, words
from dashboard.figures.svg import element
from dashboard.figures.svg_lines import joined
from dashboard.figures.theme import BACKGROUND, GREY_TEXT, ORANGE, ORANGE_TEXT, PETROL, SLATE

APART = 42.0  # px between the middles of two years


@dataclass(frozen=True, slots=True)
class Ahead:
    """A dashed way into the future by year, with its label at the end."""

    values: Mapping[int, float]
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ScenarioChart:
    """``stop``: year, height and words of the end of the rise, if it ends."""

    name: str
    unit: str
    observed: Mapping[int, float]
    last_text: str
    trend: Ahead
    scenario: Ahead
    stop: tuple[int, float, tuple[str, str]] | None
    goal: int


def scenario_chart(shown: ScenarioChart, width: float, height: float) -> Markup:
    """The picture; the future lies on a warm ground, observed years are never dashed."""
    every = [*shown.observed.values(), *shown.trend.values.values(), *shown.scenario.values.values()]
    narrow = width < 400
    box = ground(every, width, height, 104 if narrow else 170)
    across = Across(box, min(shown.observed), max(shown.trend.values))
    parts = [
        *future(shown, across),
        *grid(box, shown.unit),
        *years(shown, across, narrow),
        *observed(shown, across),
        dashed(shown.trend, across, ORANGE, "2,4"),
        dashed(shown.scenario, across, PETROL, "7,4"),
        *stop(shown, across, narrow),
        *ends(shown, across, narrow),
    ]
    return picture(box, *parts, name=shown.name)


@dataclass(frozen=True, slots=True)
class Across:
    """Years from left to right over a ground."""

    box: Ground
    first: int
    last: int

    def x(self, year: float) -> float:
        """Where a year is."""
        way = (year - self.first) / max(1, self.last - self.first)
        return self.box.left + 6 + way * (self.box.right - self.box.left - 12)

    def place(self, year: int, value: float) -> tuple[float, float]:
        """Where an amount is."""
        return self.x(year), self.box.y(value)


def future(shown: ScenarioChart, across: Across) -> Iterator[Markup]:
    """The ground of what is computed, with its words on both sides of the border."""
    now, box = max(shown.observed), across.box
    x = across.x(now)
    yield element(
        "rect", x=x, y=box.top - 10, width=box.right - x, height=box.bottom - box.top + 10, fill=BACKGROUND
    )
    yield words("gebucht", x - 6, box.top - 14, 12, text_anchor="end", fill=GREY_TEXT)
    yield words("gerechnet", x + 6, box.top - 14, 12, fill=GREY_TEXT)
    yield element("line", x1=x, x2=x, y1=box.top - 10, y2=box.bottom, stroke=SLATE, stroke_width=1)


def years(shown: ScenarioChart, across: Across, narrow: bool) -> Iterator[Markup]:
    """Round years, the last observed and the last of all."""
    now = max(shown.observed)
    named = {across.first, now, across.last}
    every = 10 if narrow else 5
    for year in range(across.first, across.last + 1):
        near = min(abs(across.x(year) - across.x(other)) for other in named)
        if year in named or (year % every == 0 and near >= APART):
            weight = 700 if year == now else 400
            colour = INK if year in named else GREY_TEXT
            yield words(
                str(year),
                across.x(year),
                across.box.bottom + 18,
                text_anchor="middle",
                font_weight=weight,
                fill=colour,
            )


def observed(shown: ScenarioChart, across: Across) -> Iterator[Markup]:
    """One line for each run of years without a gap, and the latest amount."""
    runs: list[list[int]] = []
    for year in sorted(shown.observed):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    for run in runs:
        points = joined([across.place(year, shown.observed[year]) for year in run])
        yield element(
            "polyline", points=points, fill="none", stroke=INK, stroke_width=2.4, stroke_linejoin="round"
        )
    now = max(shown.observed)
    x, y = across.place(now, shown.observed[now])
    yield element("circle", cx=x, cy=y, r=4.5, fill=INK, stroke=WHITE, stroke_width=1.5)
    yield words(shown.last_text, x - 8, y - 10, 13, text_anchor="end", font_weight=700)


def dashed(way: Ahead, across: Across, colour: str, dash: str) -> Markup:
    """A computed way."""
    points = joined([across.place(year, way.values[year]) for year in sorted(way.values)])
    return element(
        "polyline",
        points=points,
        fill="none",
        stroke=colour,
        stroke_width=2.2,
        stroke_dasharray=dash,
        stroke_linejoin="round",
    )


def stop(shown: ScenarioChart, across: Across, narrow: bool) -> Iterator[Markup]:
    """A ring where the rise ends, with year and amount below it."""
    if shown.stop is None:
        return
    year, value, lines = shown.stop
    x, y = across.place(year, value)
    yield element("circle", cx=x, cy=y, r=6, fill=WHITE, stroke=PETROL, stroke_width=2.4)
    yield element("line", x1=x, x2=x, y1=y + 8, y2=y + 30, stroke=PETROL, stroke_width=1)
    left = across.x(max(shown.observed)) + (62 if narrow else 0)  # clear of the booked line
    place = max(left, min(x, across.box.right - (40 if narrow else 70)))
    for index, line in enumerate(lines):
        weight = 400 if index else 700
        yield words(
            line, place, y + 44 + 15 * index, 12.5, text_anchor="middle", font_weight=weight, fill=PETROL
        )


def ends(shown: ScenarioChart, across: Across, narrow: bool) -> Iterator[Markup]:
    """Name and amount at the end of both ways: a triangle for the trend, a dot for the scenario."""
    both = ((shown.trend, ORANGE_TEXT), (shown.scenario, PETROL))
    order = sorted(both, key=lambda each: -each[0].values[across.last])
    wanted = [across.box.y(way.values[across.last]) for way, _colour in order]
    heights = spread(wanted, 38, across.box.top, across.box.bottom - 20)
    for (way, colour), height in zip(order, heights, strict=True):
        x, y = across.place(across.last, way.values[across.last])
        shape = f"M{x:.1f} {y - 5:.1f}L{x + 5:.1f} {y + 4:.1f}L{x - 5:.1f} {y + 4:.1f}Z"
        yield (
            element("path", d=shape, fill=ORANGE)
            if way is shown.trend
            else element("circle", cx=x, cy=y, r=4.5, fill=PETROL)
        )
        yield words(way.title, x + 12, height, 12 if narrow else 13, font_weight=700, fill=colour)
        yield words(way.text, x + 12, height + 15, 12, fill=INK)
