"""Outlines to draw keep their common borders; labels lie inside; points find their area."""

from __future__ import annotations

import json
import re
from math import cos, radians

import numpy as np
import pytest
import shapely  # type: ignore[import-untyped]
from hypothesis import assume, given
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon

from dashboard.display import Shape
from dashboard.geo.labels import label
from dashboard.geo.models import HAMM_BOX, Outline
from dashboard.geo.network import polygons, read_network
from dashboard.geo.plane import to_degrees, to_metres
from dashboard.geo.shapes import geojson, inside, locate, shapes, simplified
from dashboard.model import Partition

NETWORK = read_network()
NINE = polygons(NETWORK, "sozialraum")
PARTITIONS: list[Partition] = ["sozialraum", "stadtbezirk"]
STEP = re.compile(r"-?\d+(?:\.\d+)?")


def rings(path: str) -> list[list[tuple[float, float]]]:
    """Points of each subpath of ``M x y l dx dy … z``."""
    found = []
    for text in re.findall(r"M([^Mz]+)z", path):
        start, steps = (list(map(float, STEP.findall(part))) for part in text.split("l"))
        moves = np.array([start, *zip(steps[::2], steps[1::2], strict=True)])
        found.append([(x, y) for x, y in np.round(moves.cumsum(axis=0), 1).tolist()])
    return found


def drawn(shape: Shape) -> Polygon:
    (ring,) = rings(shape.path)
    return Polygon(ring)


def plane(outline: Outline, width: float) -> Outline:
    """The documented projection, computed anew: margin 1 %, cosine of the mean latitude, y down."""
    west, south, east, north = shapely.total_bounds(list(NINE.values()))
    unit = 0.98 * width / (east - west)
    tall = unit / cos(radians((south + north) / 2))
    origin, scale = np.array([west, north]), np.array([unit, -tall])
    return shapely.transform(outline, lambda points: (points - origin) * scale + 0.01 * width)


@pytest.mark.parametrize("partition", PARTITIONS)
@pytest.mark.parametrize("width", [320, 1000])
def test_paths_give_the_projected_points_to_a_decimal(partition: Partition, width: float) -> None:
    areas = polygons(NETWORK, partition)
    for area, shape in shapes(areas, width=width).items():
        expected = plane(areas[area], width).exterior.coords[:-1]
        (ring,) = rings(shape.path)
        assert len(ring) == len(expected)
        turned = [*expected[1:], expected[0]]
        assert np.allclose(np.roll(ring, -ring.index(_nearest(ring, turned[0])), axis=0), turned, atol=0.0501)


def _nearest(ring: list[tuple[float, float]], point: tuple[float, float]) -> tuple[float, float]:
    return min(ring, key=lambda other: (other[0] - point[0]) ** 2 + (other[1] - point[1]) ** 2)


@pytest.mark.parametrize("partition", PARTITIONS)
@pytest.mark.parametrize("simplify_m", [0, 200, 600])
def test_drawn_areas_still_tile(partition: Partition, simplify_m: float) -> None:
    outlines = [
        drawn(shape) for shape in shapes(polygons(NETWORK, partition), simplify_m=simplify_m).values()
    ]
    assert shapely.coverage_is_valid(outlines)
    assert not shapely.coverage_union_all(outlines).interiors


def test_simplifying_leaves_out_points_but_not_the_plane() -> None:
    fine, coarse = shapes(NINE), shapes(NINE, simplify_m=400)
    assert sum(len(shape.path) for shape in coarse.values()) < 0.8 * sum(len(s.path) for s in fine.values())
    assert {(s.width, s.height) for s in fine.values()} == {(s.width, s.height) for s in coarse.values()}
    assert len({(s.width, s.height) for s in fine.values()}) == 1
    whole = shapely.union_all(list(simplified(NINE, 400).values()))
    assert to_metres(whole).hausdorff_distance(to_metres(shapely.union_all(list(NINE.values())))) < 1500


@pytest.mark.parametrize("partition", PARTITIONS)
def test_the_plane_is_filled_up_to_its_margin(partition: Partition) -> None:
    drawings = shapes(polygons(NETWORK, partition), width=1000)
    height = next(iter(drawings.values())).height
    bounds = shapely.total_bounds([drawn(shape) for shape in drawings.values()])
    assert bounds == pytest.approx([10, 10, 990, height - 10], abs=0.1)
    assert 800 < height < 900


def test_north_is_up_and_east_is_right() -> None:
    drawings = shapes(NINE)
    assert drawings["heessen"].label_y < drawings["mitte"].label_y < drawings["rhynern"].label_y
    assert drawings["herringen"].label_x < drawings["mitte"].label_x < drawings["uentrop"].label_x


@pytest.mark.parametrize("partition", PARTITIONS)
def test_labels_lie_inside_with_free_room_beside_them(partition: Partition) -> None:
    for shape in shapes(polygons(NETWORK, partition)).values():
        outline, half = drawn(shape), shape.label_width / 2
        assert half > 0
        line = shapely.box(
            shape.label_x - half + 1, shape.label_y - 13, shape.label_x + half - 1, shape.label_y + 13
        )
        assert outline.contains(line), shape.area


def test_every_sozialraum_has_room_for_its_name() -> None:
    widths = {area: shape.label_width for area, shape in shapes(NINE, width=1000).items()}
    assert min(widths, key=lambda area: widths[area]) == "hamm-norden"
    assert widths["hamm-norden"] > 100


def test_a_label_goes_where_text_is_widest_not_where_a_circle_is() -> None:
    """A cross of a tall and a wide bar: text fits into the wide one."""
    cross = shapely.union(shapely.box(40, 0, 60, 100), shapely.box(0, 20, 100, 40))
    place = label(cross, 8)
    assert [place.x, place.y] == pytest.approx([50, 30], abs=3)
    assert place.width == pytest.approx(100)


def test_a_splinter_gets_its_label_at_the_pole() -> None:
    place = label(shapely.box(0, 0, 200, 4), 10)
    assert shapely.box(0, 0, 200, 4).contains(shapely.Point(place.x, place.y))
    assert place.width > 0


def test_the_label_of_several_parts_lies_in_the_largest() -> None:
    place = label(MultiPolygon([shapely.box(0, 0, 20, 20), shapely.box(100, 0, 300, 100)]), 10)
    assert 100 < place.x < 300


def test_holes_and_parts_are_paths_of_their_own() -> None:
    ring = to_degrees(shapely.box(0, 0, 900, 900).difference(shapely.box(300, 300, 600, 600)))
    island = to_degrees(shapely.box(1000, 0, 1100, 100))
    shape = shapes({"a": MultiPolygon([ring, island])})["a"]
    assert len(rings(shape.path)) == 3
    areas = sorted(Polygon(points).area for points in rings(shape.path))
    assert areas[1] / areas[2] == pytest.approx(1 / 9, rel=0.01)


def test_geojson_is_compact_and_shares_vertices() -> None:
    texts = geojson(NINE)
    read = {area: shapely.from_geojson(text) for area, text in texts.items()}
    assert all(read[area].equals_exact(NINE[area], tolerance=1e-5) for area in NINE)
    assert shapely.coverage_is_valid(list(read.values()))
    for text in texts.values():
        assert json.dumps(json.loads(text), separators=(",", ":")) == text


@pytest.mark.parametrize(("digits", "longest"), [(2, 2), (4, 4)])
def test_geojson_is_rounded(digits: int, longest: int) -> None:
    thirds = {"a": Polygon([(7 + 2 / 3, 51 + 2 / 3), (7.75, 51 + 2 / 3), (7.75, 51.75)])}
    (text,) = geojson(thirds, digits=digits).values()
    assert max(len(part) for part in re.findall(r"\.(\d+)", text)) == longest


@pytest.mark.parametrize(
    ("lon", "lat", "area", "bezirk"),
    [
        (7.815, 51.6755, "mitte", "bezirk-mitte"),
        (7.815, 51.698, "hamm-norden", "bezirk-heessen"),
        (7.785, 51.690, "hamm-norden", "bezirk-bockum-hoevel"),
        (7.800, 51.675, "hamm-westen", "bezirk-mitte"),
        (7.770, 51.672, "hamm-westen", "bezirk-herringen"),
        (7.790, 51.655, "hamm-westen", "bezirk-pelkum"),
        (7.850, 51.600, "rhynern", "bezirk-rhynern"),
        (7.466, 51.514, None, None),  # Dortmund
    ],
)
def test_a_point_is_located_in_both_partitions(
    lon: float, lat: float, area: str | None, bezirk: str | None
) -> None:
    assert locate(NINE)(lon, lat) == area
    assert locate(polygons(NETWORK, "stadtbezirk"))(lon, lat) == bezirk


def test_a_point_on_a_border_belongs_to_the_first_area() -> None:
    assert locate(NINE)(7.807, 51.686) == "hamm-norden"
    assert locate(dict(reversed(NINE.items())))(7.807, 51.686) == "mitte"


@given(st.floats(HAMM_BOX[0], HAMM_BOX[2]), st.floats(HAMM_BOX[1], HAMM_BOX[3]), st.floats(1, 2000))
def test_inside_means_at_most_so_many_metres_away(lon: float, lat: float, buffer_m: float) -> None:
    city = to_metres(shapely.union_all(list(NINE.values())))
    distance = city.distance(to_metres(shapely.Point(lon, lat)))
    assume(abs(distance - buffer_m) > 0.02 * buffer_m)  # round corners are drawn with few points
    assert inside(NINE, buffer_m)(lon, lat) == (distance < buffer_m)


@given(st.floats(HAMM_BOX[0], HAMM_BOX[2]), st.floats(HAMM_BOX[1], HAMM_BOX[3]))
def test_without_buffer_inside_and_locate_agree(lon: float, lat: float) -> None:
    border = shapely.union_all([outline.exterior for outline in NINE.values()])
    assume(border.distance(shapely.Point(lon, lat)) > 1e-9)
    assert inside(NINE, 0)(lon, lat) == (locate(NINE)(lon, lat) is not None)
