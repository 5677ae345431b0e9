"""The big picture over time: nothing overlaps, nothing leaves the picture, nothing crosses a break."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from figures_world import NAMES, SIGNS, city_series, german, line, numbers, point, shapes
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.display import BreakMark, History, MeasureBar, Projection, Series, Sign, TargetLine
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.history import history, history_limits, history_scene, history_svg
from dashboard.figures.history.axes import cut_note, fitted
from dashboard.figures.history.lines import CITY_DASH
from dashboard.figures.history.scene import FULL, PHONE, Area, Dot, Line, Scene, Strip, Words
from dashboard.figures.locator import locator_svg
from dashboard.figures.theme import CONTEXT, ORANGE, PETROL

SPAN = tuple(range(2008, 2026))
SVG = "{http://www.w3.org/2000/svg}"
TITLE, TEXT = "Hamm-Westen über der Stadt", "Verlauf 2008 bis 2025"
TARGET = TargetLine(22.0, 2030, "Ziel 22,0\u202f% bis 2030")


def series(
    slug: str,
    level: float = 35.0,
    missing: tuple[int, ...] = (),
    signs: tuple[Sign, ...] = (),
    **changes: Any,
) -> Series:
    """One area 2008–2025; ``missing`` years are hidden."""
    points = tuple(
        point(
            year,
            None if year in missing else level - (year - 2008) / 5,
            sign="hidden" if year in missing else signs[index % len(signs)] if signs else "same",
            label=str(year),
        )
        for index, year in enumerate(SPAN)
    )
    return line(slug, points=points, **changes)


def nine(focus: str | None = "hamm-westen", missing: tuple[int, ...] = ()) -> tuple[Series, ...]:
    return tuple(
        series(slug, 25 + 3 * place, missing if slug == focus else (), (SIGNS[place],), focused=slug == focus)
        for place, slug in enumerate(NAMES)
    )


def shown(focus: str | None = "hamm-westen", missing: tuple[int, ...] = (), **changes: Any) -> History:
    city = series("mitte", 33.0, area="hamm", name="Stadt Hamm", signs=("none",), href="/")
    return replace(History(nine(focus, missing), city, SPAN), **changes)


def projection(value: float = 30.0) -> Projection:
    return Projection(2025, 31.6, 2030, value, value - 8, value + 9, german(value), 26.0, 36.6)


def checked(figure: dict[str, Any]) -> Any:
    """The figure as Plotly understands it: valid, finite, nothing from elsewhere."""
    assert "http" not in json.dumps(figure, allow_nan=False)
    assert all(math.isfinite(number) for number in numbers(figure))
    return go.Figure(figure)


def tree(markup: str) -> ElementTree.Element:
    return ElementTree.fromstring(markup)


def overlaps(scene: Scene, width: float) -> list[tuple[str, str]]:
    """Pairs of words that stand upon one another in a picture of this width."""
    return [
        (one.text, other.text)
        for one, other in combinations(scene.words, 2)
        if one.box(width).overlaps(other.box(width))
    ]


def outside(scene: Scene, width: float) -> list[str]:
    """Words that leave the picture."""
    boxes = [(words.text, words.box(width)) for words in scene.words]
    return [
        text
        for text, box in boxes
        if box.x < -0.5 or box.y < -0.5 or box.x + box.width > width + 0.5
        or box.y + box.height > scene.frame.height + 0.5
    ]  # fmt: skip


def drawn_runs(scene: Scene) -> Iterator[list[float]]:
    """The years of everything that is joined by a line or a band (projection and target apart)."""
    for piece in scene.pieces:
        if isinstance(piece, Line) and not piece.name.startswith(("Ziel", "Projektion")):
            yield from ([spot.year for spot in run] for run in piece.runs)


values = st.floats(0.5, 95, allow_nan=False)
cases = st.builds(
    lambda focus, level, city_level, missing, breaks, goal, way, measures, pooled: History(
        tuple(
            series(slug, level if slug == focus else 20 + 4 * place, missing, (SIGNS[place],),
                   focused=slug == focus)
            for place, slug in enumerate(NAMES)
        ),
        series("mitte", city_level, area="hamm", name="Stadt Hamm", signs=("none",), href="/"),
        SPAN, "%", breaks,
        TargetLine(goal, 2030, f"Ziel {german(goal)} bis 2030") if goal is not None else None,
        Projection(2025, max(level - 3.4, 0), 2030, way, way * 0.6, way * 1.3, german(way))
        if way is not None else None,
        measures, (), pooled,
    ),
    st.sampled_from([None, *NAMES]),
    values,
    values,
    st.lists(st.sampled_from(SPAN), max_size=5, unique=True).map(tuple),
    st.lists(st.sampled_from(SPAN[1:]), max_size=2, unique=True).map(
        lambda years: tuple(BreakMark(year, f"Verfahrenswechsel {year}") for year in years)
    ),
    st.none() | values,
    st.none() | values,
    st.lists(
        st.builds(
            MeasureBar, st.sampled_from(["STARK", "Elternschule Hamm", "Ein guter Start für Kinder in Hamm"]),
            st.integers(2000, 2016), st.none() | st.integers(2016, 2030), st.just("Kita → Grundschule"),
        ),
        max_size=4,
    ).map(tuple),
    st.booleans(),
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(cases, st.booleans())
def test_words_never_overlap_and_never_leave_the_picture(case: History, narrow: bool) -> None:
    scene = history_scene(case, narrow=narrow)
    size = PHONE if narrow else FULL
    for width in (size.narrowest, size.width, size.width * 1.5):
        assert overlaps(scene, width) == []
        assert outside(scene, width) == []
    assert min(words.size for words in scene.words) >= 11


@settings(max_examples=60, deadline=None)
@given(cases)
def test_nothing_is_drawn_across_a_break_or_a_hidden_year(case: History) -> None:
    for years in drawn_runs(history_scene(case)):
        assert years == list(range(int(years[0]), int(years[-1]) + 1))
        assert not any(years[0] < mark.year <= years[-1] for mark in case.breaks)
    for piece in history_scene(case).pieces:
        if isinstance(piece, Area) and piece.opacity > 0.1:
            for outline in piece.outlines:
                first, last = min(x for x, _ in outline), max(x for x, _ in outline)
                assert not any(first < mark.year <= last - 0.2 for mark in case.breaks)


@settings(max_examples=25, deadline=None)
@given(cases, st.booleans())
def test_both_pictures_have_the_same_size_words_and_marks(case: History, narrow: bool) -> None:
    figure = checked(history(case, narrow=narrow))
    svg = tree(history_svg(case, narrow=narrow, title=TITLE, description=TEXT))
    assert float(svg.attrib["height"]) == pytest.approx(figure.layout.height, abs=0.5)
    written = ["".join(each.itertext()).replace("\u00a0 ", " ") for each in svg.iter(f"{SVG}text")]
    plain = [re.sub(r"<[^>]+>", "", note.text).replace("\u00a0 ", "") for note in figure.layout.annotations]
    assert [words.replace(" ", "") for words in written] == [words.replace(" ", "") for words in plain]
    marks = sum(len(trace.x) for trace in figure.data if trace.mode == "markers")
    assert len(list(svg.iter(f"{SVG}circle"))) == marks


def test_every_point_stands_at_the_same_place_in_both_pictures() -> None:
    case = shown(missing=(2020,), target=TARGET, projection=projection())
    figure, svg = history(case), tree(history_svg(case, title=TITLE, description=TEXT))
    axes = figure["layout"]["xaxis"], figure["layout"]["yaxis"]
    places = []
    for trace in (trace for trace in figure["data"] if trace["mode"] == "markers"):
        for year, value in zip(trace["x"], trace["y"], strict=True):
            share_x, share_y = (
                axis["domain"][0]
                + (at - axis["range"][0])
                / (axis["range"][1] - axis["range"][0])
                * (axis["domain"][1] - axis["domain"][0])
                for axis, at in zip(axes, (year, value), strict=True)
            )
            places.append((share_x * 100, (1 - share_y) * figure["layout"]["height"]))
    circles = [(float(c.attrib["cx"][:-1]), float(c.attrib["cy"])) for c in svg.iter(f"{SVG}circle")]
    for (x, y), (cx, cy) in zip(places, circles, strict=True):
        assert x == pytest.approx(cx, abs=0.02)
        assert y == pytest.approx(cy, abs=0.6)


def test_the_focus_takes_the_colour_of_its_latest_comparison() -> None:
    def colour(sign: Sign) -> str:
        case = shown(series=(series("mitte", signs=(sign,), focused=True),))
        return next(p.colour for p in history_scene(case).pieces if isinstance(p, Line) and p.width > 2.5)

    assert [colour(sign) for sign in ("worse", "better", "same", "higher")] == [ORANGE, PETROL, INK, INK]


def test_points_are_hollow_when_not_distinguishable() -> None:
    case = shown(series=(series("mitte", signs=("worse", "same"), focused=True),))
    dots = [
        each for each in history_scene(case).pieces if isinstance(each, Dot) and each.spot.says[0] == "Mitte"
    ]
    assert [each.hollow for each in dots] == [index % 2 == 1 for index in range(len(SPAN))]
    trace = history(case)["data"][-1]
    assert (trace["marker"]["color"][0], trace["marker"]["color"][1]) == (ORANGE, WHITE)


def test_without_a_focus_the_city_is_strong_and_still_dashed() -> None:
    lines = [each for each in history_scene(shown(None)).pieces if isinstance(each, Line)]
    assert [each.colour for each in lines[:-1]] == [CONTEXT] * 9
    assert (lines[-1].name, lines[-1].dash, lines[-1].colour) == ("Stadt Hamm", CITY_DASH, INK)
    assert lines[-1].width > 2


def test_breaks_and_hidden_years_are_strips_with_names() -> None:
    case = shown(missing=(2019, 2020), breaks=(BreakMark(2015, "Verfahrenswechsel 2015"),))
    scene = history_scene(case)
    strips = [
        (round(each.first, 2), round(each.last, 2), each.hatched)
        for each in scene.pieces
        if isinstance(each, Strip)
    ]
    assert strips == [
        (2018.58, 2020.42, False),
        (2014.3, 2014.7, True),
    ]
    words = {each.text for each in scene.words}
    assert {"Verfahrenswechsel 2015", "Reihe unterbrochen", "2019–2020: x", "Geheimhaltung"} <= words


def test_a_missing_last_year_is_not_bridged_by_its_label() -> None:
    scene = history_scene(shown(missing=(2025,)))
    assert any("(2024)" in each.text for each in scene.words)


def test_target_and_projection_are_written_and_start_behind_the_break() -> None:
    case = shown(target=TARGET, projection=projection(), breaks=(BreakMark(2015, "Wechsel"),))
    scene = history_scene(case)
    words = " ".join(each.text for each in scene.words)
    assert "Ziel 22,0\u202f%" in words
    assert "2030: 30,0\u202f%" in words
    goal = next(each for each in scene.pieces if isinstance(each, Line) and each.name == TARGET.label)
    assert [round(spot.year, 2) for spot in goal.runs[0]] == [2014.7, 2030]
    way = next(each for each in scene.pieces if isinstance(each, Line) and each.name == "Projektion")
    assert way.dash


def test_published_values_are_diamonds_and_never_joined() -> None:
    published = tuple(point(year, 30.0, origin="published", label=str(year)) for year in (2009, 2010, 2011))
    scene = history_scene(shown(published=published))
    diamonds = [each.spot.year for each in scene.pieces if isinstance(each, Dot) and each.diamond]
    assert diamonds == [2009, 2010, 2011]
    plain = history_scene(shown())
    assert list(drawn_runs(scene)) == list(drawn_runs(plain))


def test_the_axis_begins_at_zero_unless_the_data_are_far_away() -> None:
    assert fitted([17.0, 45.0]) == (0, 50)
    assert fitted([0.0, 3.0])[0] == 0
    low, high = fitted([88.0, 97.0])
    assert (low, high) == (88, 98)
    assert cut_note((low, high), "%") == "Achse beginnt bei\u00a088\u202f%"
    assert cut_note((0, 50), "%") == ""
    assert fitted([-4.0, 6.0])[0] <= -4
    high_up = tuple(series(slug, 95.0) for slug in NAMES)
    city = replace(city_series(), points=high_up[0].points)
    case = History(high_up, city, SPAN)
    assert history_limits(case)[0] > 80
    assert any(each.text.startswith("Achse beginnt bei") for each in history_scene(case).words)


def test_school_years_are_written_as_such_even_where_no_series_lists_them() -> None:
    case = History((), city_series(), tuple(range(2015, 2025)), target=TARGET)
    assert any(each.text.endswith("30/31") for each in history_scene(case).words)


def test_nothing_to_draw_is_said() -> None:
    empty = History((), replace(city_series(), points=()), SPAN)
    assert "keine Zeitreihe" in history_svg(empty, title=TITLE, description=TEXT)
    assert "keine Zeitreihe" in checked(history(empty)).layout.annotations[0].text


def test_the_picture_has_a_name_and_escapes_what_it_is_given() -> None:
    bad = shown(measures=(MeasureBar("<b>&", 2010, None, "<script>"),))
    svg = tree(history_svg(bad, title="A < B", description="C & D", ident="v1", fluid=False))
    assert svg.attrib["role"] == "img"
    assert svg.attrib["viewBox"].startswith("0 0 860 ")
    names = {svg.attrib["aria-labelledby"]: "A < B", svg.attrib["aria-describedby"]: "C & D"}
    assert {each.attrib["id"]: each.text for each in svg if "id" in each.attrib} == names
    assert "<script>" not in json.dumps(history(bad))


@pytest.mark.parametrize("slug", NAMES)
def test_the_locator_names_one_dark_area_inside_its_view(slug: str) -> None:
    svg = tree(locator_svg(shapes(small=""), slug, NAMES[slug], title=TITLE, description=TEXT))
    fills = [each.attrib["fill"] for each in svg.iter(f"{SVG}path")]
    assert (fills.count(INK), len(fills)) == (1, 9)
    left, top, width, height = (float(each) for each in svg.attrib["viewBox"].split())
    words = next(svg.iter(f"{SVG}text"))
    wide = Words(NAMES[slug], 0, 0, float(words.attrib["font-size"]), "middle", bold=True).box(0).width
    assert left <= float(words.attrib["x"]) - wide / 2
    assert float(words.attrib["x"]) + wide / 2 <= left + width
    assert top < float(words.attrib["y"]) < top + height
    shown_px = float(words.attrib["font-size"]) * float(svg.attrib["width"]) / width
    assert shown_px >= 11.5


def test_a_locator_without_outlines_is_nothing() -> None:
    assert locator_svg([], "mitte", "Mitte", title=TITLE, description=TEXT) == ""
    assert "Mitte" not in [
        each.text
        for each in tree(locator_svg(shapes(), "fremd", "Mitte", title=TITLE, description=TEXT)).iter()
    ]
