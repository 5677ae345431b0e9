"""Gaps, overlaps and broken outlines are found, measured and named."""

from __future__ import annotations

import pytest
import shapely  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon

from dashboard.geo.checks import flaws, invalid_polygons, tiling_problems, union_problems
from dashboard.geo.models import Outline
from dashboard.geo.network import polygons, read_network
from dashboard.geo.plane import area_km2, to_degrees, to_metres


def field(west: float, south: float, east: float, north: float) -> Polygon:
    """A rectangle given in metres around the middle of Hamm, in degrees."""
    return to_degrees(shapely.box(west, south, east, north))


WEST, EAST = field(-1000, 0, 0, 500), field(0, 0, 1000, 500)
BOW = Polygon([(7.8, 51.6), (7.82, 51.62), (7.82, 51.6), (7.8, 51.62)])


def test_two_fields_side_by_side_tile() -> None:
    assert tiling_problems({"west": WEST, "ost": EAST}) == []


def test_an_overlap_is_told_with_size_and_place() -> None:
    assert tiling_problems({"west": WEST, "ost": field(-3, 0, 1000, 500)}) == [
        "Überlappung von „west“ und „ost“ (1500,0 m², mittlere Breite etwa 2,98 m) "
        "bei Länge 7,81998, Breite 51,66225"
    ]


def test_a_gap_is_told_with_its_neighbours() -> None:
    frame = field(-1000, -1000, 1000, 1000)
    hole = field(-50, -50, 50, 50)
    (problem,) = tiling_problems({"rand": frame.difference(hole), "kern": field(-50, -50, 50, 49)})
    assert problem.startswith("Lücke zwischen „rand“, „kern“ (100,0 m², mittlere Breite etwa 0,99 m)")


@pytest.mark.parametrize(
    ("outline", "problem"),
    [
        (BOW, "„x“ ist ungültig: Umriss schneidet sich bei Länge 7,81000, Breite 51,61000; "
              "erwartet: ein Umriss ohne Schnitt"),
        (Polygon(), "„x“ ist leer; erwartet: eine Fläche"),
        (MultiPolygon([WEST, WEST]), "„x“ ist ungültig: "),
        (Polygon(WEST.exterior, [field(2000, 0, 3000, 500).exterior]),
         "„x“ ist ungültig: Loch außerhalb des Umrisses"),
    ],
)  # fmt: skip
def test_a_broken_outline_is_named(outline: Outline, problem: str) -> None:
    (found,) = invalid_polygons({"x": outline, "west": WEST})
    assert found.startswith(problem)
    assert tiling_problems({"x": outline, "west": WEST}) == [found]


def test_borders_with_other_vertices_are_not_exact_but_tolerable() -> None:
    east = Polygon([*EAST.exterior.coords[:-1]])
    west = shapely.segmentize(WEST, 0.003)
    problem = "Gemeinsame Grenzen von „west“, „ost“ weichen ab; erwartet: dieselben Stützpunkte"
    assert tiling_problems({"west": west, "ost": east}) == [problem]
    assert tiling_problems({"west": west, "ost": east}, tolerance_m=0.01) == []


@given(st.floats(0.05, 20))
def test_a_flaw_is_thinner_than_what_is_wider(width: float) -> None:
    (flaw,) = flaws({"west": WEST, "ost": field(-width, 0, 1000, 500)})
    assert flaw.thinner_than(width * 1.01)
    assert not flaw.thinner_than(width * 0.99)


def test_partitions_of_different_cities_differ_in_both_directions() -> None:
    first, second = {"west": WEST, "ost": EAST}, {"a": field(-1000, 0, 0, 510), "b": field(0, 0, 900, 500)}
    problems = union_problems(first, second)
    assert [problem.split(" (")[0] for problem in problems] == [
        "Nur in der ersten Gliederung enthalten",
        "Nur in der zweiten Gliederung enthalten",
    ]
    assert "(50000,0 m²" in problems[0]
    assert union_problems(first, {"beide": field(-1000, 0, 1000, 500)}) == []


def test_a_moved_vertex_of_the_network_is_found() -> None:
    areas = polygons(read_network(), "sozialraum")
    moved = [(lon, lat - 0.0005) if (lon, lat) == (7.82, 51.688) else (lon, lat)
             for lon, lat in areas["mitte"].exterior.coords]  # fmt: skip
    problems = tiling_problems({**areas, "mitte": Polygon(moved)})
    assert len(problems) == 1
    assert problems[0].startswith("Lücke zwischen „hamm-norden“, „hamm-westen“, „mitte“ (44268,8 m²")


@given(st.floats(-9000, 9000), st.floats(-9000, 9000), st.floats(10, 2000))
def test_metres_and_degrees_are_inverse(x: float, y: float, size: float) -> None:
    square = shapely.box(x, y, x + size, y + size)
    back = to_metres(to_degrees(square))
    assert back.equals_exact(square, tolerance=1e-6)
    assert area_km2(to_degrees(square)) == pytest.approx(size**2 / 1e6)
