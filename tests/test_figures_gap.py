"""Gap with its chance band, true spread, and two periods side by side."""

from __future__ import annotations

import json
import math
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from figures_world import NAMES, numbers
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.display import BreakMark, GapPoint, SlopeRow, SpreadPoint
from dashboard.figures.city_map.geometry import Box
from dashboard.figures.gap_chart import gap_chart, gap_chart_svg, gap_scene
from dashboard.figures.history.scene import HALF, PHONE, Area, Dot, Line, Scene, Strip, width_of
from dashboard.figures.slope import slope_svg
from dashboard.figures.slope.places import pushed_apart
from dashboard.figures.spread_chart import spread_chart, spread_chart_svg, spread_scene

SVG = "{http://www.w3.org/2000/svg}"
TITLE, TEXT = "Hamm-Westen über der Stadt", "Verlauf 2008 bis 2025"
BREAK = BreakMark(2015, "Verfahrenswechsel 2015")


def gap(year: int, value: float | None, mean: float | None = 10.0, p95: float | None = 15.0) -> GapPoint:
    return GapPoint(year, str(year), value, mean, p95, "x" if value is None else f"{value:.1f} Punkte")


def spread(year: int, value: float | None, half: float | None = 2.0) -> SpreadPoint:
    lower, upper = (None, None) if value is None or half is None else (value - half, value + half)
    return SpreadPoint(year, str(year), value, lower, upper, "x" if value is None else f"{value:.1f} Punkte")


def slope_row(slug: str, first: float | None, last: float | None, **changes: Any) -> SlopeRow:
    def said(value: float | None) -> str:
        return "x" if value is None else f"{value:.1f}".replace(".", ",")

    given_: dict[str, Any] = {
        "area": slug, "name": NAMES.get(slug, "Stadt Hamm"), "first": first, "last": last,
        "first_text": said(first), "last_text": said(last), "change_text": "−7,4", "sign": "same",
        "focused": False, "city": slug == "hamm", "href": f"?raum={slug}",
    }  # fmt: skip
    return SlopeRow(**(given_ | changes))


def scene_of(points: list[GapPoint], breaks: tuple[BreakMark, ...] = (), narrow: bool = False) -> Scene:
    return gap_scene(points, breaks=breaks, unit_label="Punkte", narrow=narrow)


def clear(scene: Scene, width: float) -> None:
    """No words upon others, none outside."""
    boxes = [each.box(width) for each in scene.words]
    assert [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])] == []
    for box in boxes:
        assert box.x >= -0.5
        assert box.x + box.width <= width + 0.5
        assert box.y >= -0.5
        assert box.y + box.height <= scene.frame.height + 0.5


sizes = st.none() | st.floats(0, 60, allow_nan=False)
gaps = st.lists(sizes, min_size=1, max_size=18).flatmap(
    lambda found: st.lists(
        st.none() | st.floats(0.2, 40), min_size=len(found), max_size=len(found)
    ).map(
        lambda chance: [
            gap(2008 + place, value, None if p95 is None else p95 * 0.66, p95)
            for place, (value, p95) in enumerate(zip(found, chance, strict=True))
        ]
    )
)  # fmt: skip
breaks_of = st.lists(st.integers(2009, 2025), max_size=2, unique=True).map(
    lambda years: tuple(BreakMark(year, f"Verfahrenswechsel {year}") for year in years)
)


@settings(max_examples=60, deadline=None)
@given(gaps, breaks_of, st.booleans())
def test_words_of_the_gap_never_overlap(
    points: list[GapPoint], breaks: tuple[BreakMark, ...], narrow: bool
) -> None:
    scene = scene_of(points, breaks, narrow)
    size = PHONE if narrow else HALF
    for width in (size.narrowest, size.width, 2 * size.width):
        clear(scene, width)
    assert min(each.size for each in scene.words) >= 11


@settings(max_examples=60, deadline=None)
@given(gaps, breaks_of)
def test_neither_line_nor_band_crosses_a_break_or_an_empty_year(
    points: list[GapPoint], breaks: tuple[BreakMark, ...]
) -> None:
    empty = {point.year for point in points if point.gap is None}
    for piece in scene_of(points, breaks).pieces:
        runs = [[spot.year for spot in run] for run in piece.runs] if isinstance(piece, Line) else []
        runs += [[x for x, _ in each] for each in piece.outlines] if isinstance(piece, Area) else []
        for years in runs:
            assert not any(min(years) < year < max(years) for year in empty)
            assert not any(min(years) < mark.year - 0.5 < max(years) for mark in breaks)


def test_gaps_inside_the_band_are_hollow() -> None:
    scene = scene_of([gap(2015, 20.2), gap(2016, 14.9), gap(2017, 15.0), gap(2018, 12.0, None, None)])
    assert [each.hollow for each in scene.pieces if isinstance(each, Dot)] == [False, True, True, False]


def test_the_band_reaches_from_zero_to_the_95th_percentile() -> None:
    scene = scene_of([gap(2015, 20.0, 10.0, 15.0), gap(2016, 21.0, 11.0, 16.0)])
    band = next(each for each in scene.pieces if isinstance(each, Area))
    assert band.outlines == (((2015.0, 15.0), (2016.0, 16.0), (2016.0, 0.0), (2015.0, 0.0)),)
    words = {each.text for each in scene.words}
    assert {"Zufall im Mittel", "Zufallsband,", "21.0 Punkte", "Punkte"} <= words
    assert scene.frame.limits[0] == 0


def test_years_not_computed_and_breaks_are_named_strips() -> None:
    points = [gap(year, None if year == 2020 else 20.0) for year in range(2010, 2026)]
    scene = scene_of(points, (BREAK,))
    assert [each.hatched for each in scene.pieces if isinstance(each, Strip)] == [False, True]
    words = {each.text for each in scene.words}
    assert {"2020", "nicht berechnet", "Verfahrenswechsel 2015", "Reihe unterbrochen"} <= words


def test_both_gap_pictures_agree() -> None:
    points = [gap(year, 20.0 - year % 7) for year in range(2010, 2026)]
    for narrow in (False, True):
        figure = gap_chart(points, breaks=(BREAK,), narrow=narrow)
        built = go.Figure(figure)
        assert all(math.isfinite(number) for number in numbers(figure))
        svg = ElementTree.fromstring(
            gap_chart_svg(points, breaks=(BREAK,), narrow=narrow, title=TITLE, description=TEXT)
        )
        assert float(svg.attrib["height"]) == pytest.approx(built.layout.height, abs=0.5)
        assert len(list(svg.iter(f"{SVG}text"))) == len(built.layout.annotations)
        assert len(list(svg.iter(f"{SVG}circle"))) == 16


def test_no_gap_is_said() -> None:
    assert "kein Abstand" in gap_chart_svg([], title=TITLE, description=TEXT)
    assert "kein Abstand" in json.dumps(gap_chart([gap(2020, None)]), ensure_ascii=False)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.none() | st.floats(-20, 40), min_size=1, max_size=14), breaks_of, st.booleans())
def test_words_of_the_spread_never_overlap(
    found: list[float | None], breaks: tuple[BreakMark, ...], narrow: bool
) -> None:
    points = [spread(2010 + place, value) for place, value in enumerate(found)]
    scene = spread_scene(points, breaks=breaks, unit_label="Punkte", narrow=narrow)
    clear(scene, (PHONE if narrow else HALF).narrowest)


def test_the_first_and_the_last_spread_are_written() -> None:
    points = [spread(2015, 7.5), spread(2016, 6.0, None), spread(2017, 4.6)]
    figure = go.Figure(spread_chart(points))
    written = {note.text for note in figure.layout.annotations}
    assert {"7.5 Punkte", "4.6 Punkte"} <= written
    assert "6.0 Punkte" not in written
    assert figure.layout.yaxis.range[0] <= 0 < figure.layout.yaxis.range[1]
    assert "95-%-Intervall" in spread_chart_svg(points, title=TITLE, description=TEXT)


@given(st.lists(st.floats(0, 300), min_size=1, max_size=11), st.floats(10, 26))
def test_pushed_apart_keeps_order_distance_and_room(wanted: list[float], pitch: float) -> None:
    places = pushed_apart(wanted, pitch, 0, 300)
    ranked = sorted(zip(wanted, places, strict=True), key=lambda pair: (pair[0], pair[1]))
    after = [place for _, place in ranked]
    assert after == sorted(after)
    assert all(other - one >= pitch - 1e-6 for one, other in zip(after, after[1:], strict=False))
    assert after[0] >= -1e-6
    assert after[-1] <= 300 + 1e-6


def test_places_without_conflict_stay() -> None:
    assert pushed_apart([10, 80, 40], 20, 0, 100) == [10, 80, 40]


def boxes_of(svg: ElementTree.Element) -> list[Box]:
    """The estimated room of every line of type."""
    found = []
    for each in svg.iter(f"{SVG}text"):
        size, x, y = (float(each.attrib[name]) for name in ("font-size", "x", "y"))
        wide = width_of(each.text or "", size, each.attrib.get("font-weight") == "700")
        shift = {"middle": wide / 2, "end": wide}.get(each.attrib.get("text-anchor", ""), 0.0)
        found.append(Box(x - shift, y - size * 0.85, wide, size * 1.1))
    return found


percent = st.none() | st.floats(0, 100)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(percent, percent), min_size=9, max_size=9), st.booleans(), st.booleans())
def test_labels_of_the_slope_never_overlap_nor_leave(
    pairs: list[tuple[float | None, float | None]], narrow: bool, broken: bool
) -> None:
    rows = [
        slope_row(slug, *pair, focused=slug == "hamm-westen", sign="worse")
        for slug, pair in zip(NAMES, pairs, strict=True)
    ]
    rows.append(slope_row("hamm", 33.4, 26.8))
    svg = ElementTree.fromstring(
        slope_svg(rows, "2015/16", "2025/26", narrow=narrow, broken=broken, title=TITLE, description=TEXT)
    )
    _, _, width, height = (float(each) for each in svg.attrib["viewBox"].split())
    boxes = boxes_of(svg)
    assert [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])] == []
    assert all(box.x >= -0.5 and box.x + box.width <= width + 0.5 for box in boxes)
    assert all(box.y >= 0 and box.y + box.height <= height for box in boxes)


def test_the_slope_links_every_area_and_lists_who_lacks_a_value() -> None:
    rows = [slope_row("mitte", 36.2, 28.2, focused=True, sign="better"), slope_row("heessen", None, 28.5)]
    rows.append(slope_row("hamm", 33.4, 26.8))
    svg = ElementTree.fromstring(slope_svg(rows, "2015", "2025", title=TITLE, description=TEXT))
    links = {each.attrib["data-raum"]: each.attrib for each in svg.iter(f"{SVG}a")}
    assert {slug: each["href"] for slug, each in links.items()} == {
        "mitte": "?raum=mitte", "heessen": "?raum=heessen", "hamm": "?raum=hamm",
    }  # fmt: skip
    assert all(each["data-view"] == "1" for each in links.values())
    assert links["mitte"]["aria-current"] == "true"
    words = [each.text for each in svg.iter(f"{SVG}text")]
    assert "Heessen: 2015 x, 2025 28,5" in words
    assert words.count("−7,4") == 2
    dashed = [each for each in svg.iter(f"{SVG}line") if "stroke-dasharray" in each.attrib]
    assert len(dashed) == 1


def test_across_a_break_nothing_is_joined_and_no_change_is_printed() -> None:
    rows = [slope_row("mitte", 36.2, 28.2), slope_row("hamm", 33.4, 26.8)]
    svg = slope_svg(rows, "2013", "2025", broken=True, title=TITLE, description=TEXT)
    assert "Reihe unterbrochen" in svg
    assert "−7,4" not in svg
    assert "stroke-dasharray" not in svg


def test_a_slope_without_pairs_says_so() -> None:
    assert "keine Werte" in slope_svg(
        [slope_row("mitte", None, 3.0)], "2013", "2025", title=TITLE, description=TEXT
    )
