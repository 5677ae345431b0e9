"""The small pictures of targets and spreads: whole numbers in, well-formed marks out."""

from __future__ import annotations

import re
from typing import get_args
from xml.etree import ElementTree

import pytest
from figures_world import YEARS, german
from hypothesis import given
from hypothesis import strategies as st

from dashboard.display import Point, Projection, SpreadPoint, TargetLine
from dashboard.figures.convergence_overview import WIDTH, dumbbell, dumbbell_axis, scale_end, small_spread
from dashboard.figures.goal_course import BAR, goal_course, probability_bar, reach_bar, status_grid
from dashboard.figures.theme import ORANGE, PETROL
from dashboard.model import ConvergenceLabel, TargetStatus

STATUSES: tuple[TargetStatus, ...] = get_args(TargetStatus)
LABELS: tuple[ConvergenceLabel, ...] = get_args(ConvergenceLabel)
SIZES = st.floats(0, 1e6)


def point(year: int, value: float | None) -> Point:
    return Point(year, str(year), value, None, None, german(value or 0), "none", "demo")


def spread(
    year: int, value: float | None, lower: float | None = None, upper: float | None = None
) -> SpreadPoint:
    return SpreadPoint(year, str(year), value, lower, upper, german(value or 0))


@given(st.lists(st.one_of(st.none(), SIZES), min_size=1, max_size=18), st.booleans())
def test_any_course_is_well_formed_and_inside(values: list[float | None], ahead: bool) -> None:
    points = [point(2008 + at, value) for at, value in enumerate(values)]
    target = TargetLine(7.0, 2035, "Ziel") if ahead else None
    projection = Projection(2025, 5.0, 2035, 6.0, 1.0, 9.0, "6") if ahead else None
    drawn = goal_course(points, target, projection)
    assert bool(drawn) == any(value is not None for value in values)
    if drawn:
        root = ElementTree.fromstring(drawn)
        places = [float(value) for circle in root.iter("{http://www.w3.org/2000/svg}circle")
                  for value in (circle.attrib["cx"],)]  # fmt: skip
        assert all(0 <= x <= 150 for x in places)


def test_a_gap_and_a_break_are_never_joined() -> None:
    years = [2010, 2011, 2013, 2014, 2015]
    drawn = goal_course([point(year, float(year - 2000)) for year in years], None, None, breaks=(2015,))
    assert drawn.count("<polyline") == 2
    assert goal_course([point(year, 3.0) for year in YEARS], None, None).count("<polyline") == 1


@pytest.mark.parametrize(("chance", "colour"), [(0.49, ORANGE), (0.5, PETROL), (1.0, PETROL)])
def test_a_probability_is_drawn_against_the_half(chance: float, colour: str) -> None:
    drawn = probability_bar(chance)
    assert f'width="{chance * BAR:.2f}'.rstrip("0").rstrip(".") in drawn
    assert f'fill="{colour}"' in drawn
    assert f'x1="{BAR / 2:g}"' in drawn


def test_the_areas_lie_where_they_lie_in_the_city() -> None:
    cells = [
        (status, 1 + at // 3, 1 + at % 3, f"Raum {at} <b>") for at, status in enumerate((*STATUSES, None))
    ]
    drawn = status_grid(cells)
    root = ElementTree.fromstring(drawn)
    assert (root.attrib["width"], root.attrib["height"]) == ("51", "34")
    assert drawn.count("<title>") == len(cells)
    assert "<b>" not in drawn
    assert len(re.findall(r"<g transform=", drawn)) == len(STATUSES)


@given(SIZES, SIZES, st.sampled_from(LABELS))
def test_a_dumbbell_keeps_its_order(first: float, last: float, label: ConvergenceLabel) -> None:
    top = max(first, last)
    drawn = dumbbell(first, last, top, label)
    ring, dot = (float(x) for x in re.findall(r'<circle cx="([\d.]+)"', drawn))
    assert 0 <= min(ring, dot) <= max(ring, dot) <= WIDTH
    assert (last <= first) == (dot <= ring) or abs(ring - dot) < 0.02
    assert scale_end(top) >= top * (1 - 1e-9)
    ElementTree.fromstring(dumbbell_axis(top, "Punkte <je>"))


def test_small_pictures_are_empty_without_values_and_part_at_a_break() -> None:
    assert small_spread([spread(2010, None)], "not_shown") == ""
    points = [spread(2010 + at, 3.0 + at, 2.0, 6.0 + at) for at in range(6)]
    assert small_spread(points, "converging").count("<polyline") == 1
    assert small_spread(points, "converging", breaks=(2013,)).count("<polyline") == 2
    assert small_spread([spread(2010, 3.0)], "diverging").count("<polygon") == 0


def test_an_unknown_reach_has_no_bar() -> None:
    assert reach_bar(None).count("<rect") == 1
    assert 'width="62.5%"' in reach_bar(62.5)
    assert 'width="100.0%"' in reach_bar(140.0)
