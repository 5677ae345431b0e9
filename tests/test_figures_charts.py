"""Dot plot, small panels, trend lines and sparklines: valid, aligned, interrupted where they must be."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from figures_world import (
    CITY,
    NAMES,
    YEARS,
    area,
    areas,
    city_series,
    hidden,
    line,
    lines,
    numbers,
    ordered,
    point,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.display import AreaValue, CityLine, Origin, Point, Series
from dashboard.figures import theme
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.dot_plot import BOTTOM, TOP, dot_plot
from dashboard.figures.geofacet import geofacet
from dashboard.figures.geofacet.grid import grid
from dashboard.figures.runs import domain, interval_words, runs
from dashboard.figures.spark import geofacet_svg, sparkline
from dashboard.figures.strip import domain as dot_domain
from dashboard.figures.trend_lines import trend_lines
from dashboard.figures.trend_lines.frame import LINE_HEIGHT, spread

LIMITS = (10.0, 60.0)


def checked(figure: theme.Figure) -> Any:
    """The figure as Plotly understands it: valid, finite, German, nothing from elsewhere."""
    text = json.dumps(figure, allow_nan=False)
    assert "http" not in text
    assert all(math.isfinite(number) for number in numbers(figure))
    built = go.Figure(figure)
    assert built.layout.separators == ",."
    return built


def dots(values: list[AreaValue], **changes: Any) -> Any:
    return checked(dot_plot(values, CITY, dot_domain(values, CITY), **changes))


def panels(series: tuple[Series, ...], **changes: Any) -> Any:
    return checked(geofacet(series, city_series(), LIMITS, YEARS, 2024, **changes))


def test_rows_align_with_the_list() -> None:
    rows = ordered(areas())
    figure = dots(rows, row_height=36)
    assert figure.layout.height == TOP + 9 * 36 + BOTTOM
    assert (figure.layout.margin.t, figure.layout.margin.b) == (TOP, BOTTOM)
    assert tuple(figure.layout.yaxis.range) == (8.5, -0.5)
    assert [(trace.meta, trace.y[0]) for trace in figure.data] == [
        (row.area, i) for i, row in enumerate(rows)
    ]


def test_dot_plot_and_strip_share_one_scale() -> None:
    rows = ordered(areas())
    assert tuple(dots(rows).layout.xaxis.range) == dot_domain(rows, CITY)


def test_dots_show_comparison_and_origin() -> None:
    rows = [area("uentrop"), area("mitte"), area("hamm-norden"), area("heessen", origin="published")]
    better, same, worse, published = (trace.marker for trace in dots(rows).data)
    assert (better.color, worse.color) == (theme.PETROL, theme.ORANGE)
    assert (same.color, same.line.color) == (WHITE, theme.SIGN_COLOUR["same"])
    assert (published.symbol, better.symbol) == ("diamond", "circle")
    assert published.color != WHITE  # an outlined diamond would mean "derived"


def test_interval_reaches_exactly_its_limits() -> None:
    bar = dots([area("mitte")]).data[0].error_x
    assert (36.8 - bar.arrayminus[0], 36.8 + bar.array[0]) == (pytest.approx(30.8), pytest.approx(43.3))
    assert dots([area("mitte", lower=None)]).data[0].error_x.visible is False


def test_hover_says_value_interval_n_and_comparison_in_german() -> None:
    text = dots([area("mitte", name="A<b>&")]).data[0].hovertext[0]
    assert text.startswith("<b>A&lt;b&gt;&amp;</b><br>36,8\u202f%<br>95-%-Intervall 30,8")
    assert "n\u202f=\u202f1.187<br>nicht unterscheidbar" in text


def test_hidden_row_keeps_its_place_but_shows_only_its_sign() -> None:
    figure = dots([area("mitte"), hidden("pelkum"), area("heessen")])
    assert [trace.y[0] for trace in figure.data] == [0, 2]
    assert [(note.text, note.y) for note in figure.layout.annotations if note.yref == "y"] == [("x", 1)]


def test_focused_row_is_marked() -> None:
    figure = dots([area("mitte"), area("heessen", focused=True)])
    row = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert [(shape.y0, shape.y1, shape.fillcolor) for shape in row] == [(0.5, 1.5, theme.HIGHLIGHT)]
    assert figure.data[1].marker.size > figure.data[0].marker.size


@pytest.mark.parametrize(("value", "anchor"), [(12.0, "left"), (58.0, "right")])
def test_city_label_stands_where_there_is_room(value: float, anchor: str) -> None:
    city = replace(CITY, value=value)
    figure = checked(dot_plot([area("mitte")], city, LIMITS))
    assert figure.layout.annotations[0].xanchor == anchor
    assert [shape.line.dash for shape in figure.layout.shapes] == [theme.CITY_DASH]


@pytest.mark.parametrize("rows", [[], [hidden("mitte"), hidden("pelkum")]])
def test_dot_plot_without_values_says_so(rows: list[AreaValue]) -> None:
    nobody = CityLine(None, None, None, "x", "Stadt Hamm x")
    figure = checked(dot_plot(rows, nobody, (0, 1)))
    assert "keine Werte" in figure.layout.annotations[0].text


def test_a_long_unit_is_not_squeezed_onto_the_axis() -> None:
    assert dots([area("mitte")], unit="%").layout.xaxis.ticktext[-1].endswith("\u202f%")
    assert not dots([area("mitte")], unit="Mio. €").layout.xaxis.ticktext[-1].endswith("€")


@pytest.mark.parametrize(
    ("missing", "breaks", "lengths"),
    [
        ((), (), [10]),
        ((2018,), (), [3, 6]),
        ((), (2020,), [5, 5]),
        ((2020,), (2020,), [5, 4]),
        ((2016, 2018), (), [1, 1, 6]),
        (YEARS, (), []),
    ],
)
def test_lines_stop_at_breaks_and_gaps(
    missing: tuple[int, ...], breaks: tuple[int, ...], lengths: list[int]
) -> None:
    pieces = runs(line("mitte", missing).points, YEARS, breaks)
    assert [len(piece) for piece in pieces] == lengths


def test_no_line_joins_published_and_delivered_values() -> None:
    origins: list[Origin] = ["published", "delivered", "demo", "published"]
    points = [point(2015 + i, 30.0, origin=origin) for i, origin in enumerate(origins)]
    assert [[one.year for one in piece] for piece in runs(points, YEARS)] == [[2015], [2016, 2017], [2018]]


def test_periods_two_years_apart_are_neighbours() -> None:
    points = [point(year, 30.0) for year in (2015, 2017, 2019)]
    assert len(runs(points, (2015, 2017, 2019))) == 1
    assert len(runs(points, range(2015, 2020))) == 3


def test_break_interrupts_the_drawn_line_and_its_band() -> None:
    trace = [one for one in panels((line("mitte"),), breaks=(2020,)).data if one.mode == "lines"]
    band, _, drawn = trace
    assert list(drawn.x) == [2015, 2016, 2017, 2018, 2019, None, 2020, 2021, 2022, 2023, 2024]
    assert drawn.connectgaps is False
    assert list(band.x).count(None) == 1


def test_panels_stand_in_their_places_on_one_scale() -> None:
    figure = panels(lines())
    places = {
        note.text: (note.x, note.y) for note in figure.layout.annotations if note.text in NAMES.values()
    }
    assert list(places) == list(NAMES.values())
    assert places["Bockum-Hövel"][1] == places["Hamm-Norden"][1] == places["Heessen"][1]
    assert places["Hamm-Norden"][0] == places["Mitte"][0] == places["Pelkum"][0]
    axes = [figure.layout[f"yaxis{number}" if number > 1 else "yaxis"] for number in range(1, 10)]
    assert {tuple(axis.range) for axis in axes} == {LIMITS}
    assert [axis.showticklabels for axis in axes] == [True, False, False] * 3


def test_missing_places_stay_empty() -> None:
    seven = tuple(one for one in lines() if one.area not in ("hamm-norden", "hamm-westen"))
    places = grid(seven)
    assert {(cell.row, cell.column) for cell in places.cells} == {
        (0, 0), (0, 2), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2),
    }  # fmt: skip
    figure = panels(seven)
    assert figure.layout.yaxis3.showticklabels is True  # Mitte is leftmost in its row now


@pytest.mark.parametrize("columns", [1, 2])
def test_fewer_columns_follow_the_reading_order(columns: int) -> None:
    places = grid(lines(), columns)
    assert [cell.series.area for cell in places.cells] == list(NAMES)
    assert {cell.column for cell in places.cells} == set(range(columns))
    panels(lines(), columns=columns)


def test_two_areas_never_share_a_place() -> None:
    twins = (line("mitte"), line("heessen", row=2, column=2), line("pelkum", row=None))
    assert len({(cell.row, cell.column) for cell in grid(twins).cells}) == 3


def test_end_point_is_hollow_when_not_distinguishable() -> None:
    for slug, fill in (("mitte", WHITE), ("hamm-norden", theme.ORANGE)):
        end = panels((line(slug),)).data[-1]
        assert (list(end.x), list(end.marker.color)) == ([2024], [fill])


def test_focused_panel_has_the_ink_outline() -> None:
    series = (line("mitte", focused=True), line("heessen"))
    frames = [shape for shape in panels(series).layout.shapes if shape.type == "rect"]
    assert [shape.line.color for shape in frames] == [INK, theme.LINE]


def test_published_points_are_diamonds_without_a_line() -> None:
    extra = {"mitte": (point(2017, 33.0, origin="published"),)}
    figure = panels((line("mitte"),), published=extra)
    diamonds = [one for one in figure.data if one.mode == "markers" and "diamond" in one.marker.symbol]
    assert [list(one.x) for one in diamonds] == [[2017]]
    assert 33.0 not in [y for one in figure.data if one.mode == "lines" for y in one.y]


@pytest.mark.parametrize("draw", [geofacet, trend_lines])
@pytest.mark.parametrize("years", [(), YEARS])
def test_empty_series_give_a_sentence(draw: Any, years: tuple[int, ...]) -> None:
    empty = replace(city_series(), points=())
    figure = checked(draw((line("mitte", YEARS),), empty, LIMITS, years, 2024))
    assert "keine Zeitreihe" in figure.layout.annotations[0].text


def direct(figure: Any) -> list[str]:
    return [note.text.split("<br>")[0] for note in figure.layout.annotations if note.align == "left"]


def test_trend_lines_name_the_highest_the_lowest_and_the_city() -> None:
    figure = checked(trend_lines(lines(), city_series(), LIMITS, YEARS, 2024))
    assert direct(figure) == ["Uentrop", "Stadt Hamm", "Hamm-Norden"]
    assert [one.line.dash for one in figure.data if one.mode == "lines" and one.line.dash] == [
        theme.CITY_DASH
    ]


def test_trend_lines_name_the_focused_area() -> None:
    series = (*lines()[:4], line("mitte", focused=True))
    figure = checked(trend_lines(series, city_series(), LIMITS, YEARS, 2024))
    assert direct(figure) == ["Mitte", "Stadt Hamm"]
    assert [one.meta for one in figure.data if one.mode == "markers"][0] == "mitte"


def test_direct_labels_escape_names() -> None:
    series = (line("mitte", name="<a href='x'>M</a>", focused=True),)
    figure = checked(trend_lines(series, city_series(), LIMITS, YEARS, 2024))
    assert "&lt;a href='x'&gt;M&lt;/a&gt;" in direct(figure)


@given(st.lists(st.floats(0, 200), max_size=5))
def test_direct_labels_never_overlap_and_stay_inside(wanted: list[float]) -> None:
    places = spread(sorted(wanted), 200)
    assert all(
        after - before >= LINE_HEIGHT - 1e-6 for before, after in zip(places, places[1:], strict=False)
    )
    assert all(LINE_HEIGHT / 2 - 1e-6 <= place <= 200 - LINE_HEIGHT / 2 + 1e-6 for place in places)


def test_intervals_have_the_decimals_of_the_value() -> None:
    assert interval_words(point(2020, 21.94, text="21,9\u202f%")) == "16,9 bis 26,9"
    assert interval_words(point(2020, 21.94, text="22")) == "17 bis 27"


def test_domain_of_series_contains_all_limits() -> None:
    low, high = domain(lines(), city_series())
    assert low <= 17.4 - 5
    assert high >= 46.3 + 5
    assert domain([replace(city_series(), points=())]) == (0, 1)


def test_still_panels_match_the_chart() -> None:
    svg = geofacet_svg(lines(), city_series(), LIMITS, YEARS, 2024, title="A & B", breaks=(2020,))
    root = ElementTree.fromstring(svg)
    words = ["".join(node.itertext()) for node in root.iter() if node.tag.endswith("}text")]
    assert set(NAMES.values()) | {"2015/16", "2024/25", "21,9\u202f%"} <= set(words)
    assert root.find("{*}title").text == "A & B"  # type: ignore[union-attr]
    assert root.get("role") == "img"
    solid = [
        node for node in root.iter() if node.tag.endswith("}polyline") and not node.get("stroke-dasharray")
    ]
    assert len(solid) == 9 * 2  # each line in two pieces
    assert svg.count("http") == 1


@pytest.mark.parametrize("columns", [1, 2])
def test_still_panels_for_phones(columns: int) -> None:
    ElementTree.fromstring(geofacet_svg(lines(), city_series(), LIMITS, YEARS, 2020, columns, width=360))


def test_still_panels_without_values_say_so() -> None:
    svg = geofacet_svg((line("mitte", YEARS),), city_series(), LIMITS, YEARS, 2024)
    assert "keine Zeitreihe" in svg


def test_sparkline_marks_its_last_value() -> None:
    root = ElementTree.fromstring(sparkline(line("hamm-norden", (2018,))))
    kinds = [node.tag.rpartition("}")[2] for node in root]
    assert kinds == ["polyline", "polyline", "circle"]
    assert root[-1].get("fill") == theme.ORANGE
    assert sparkline(line("mitte", YEARS)) == ""


VALUE = st.none() | st.floats(allow_nan=True, allow_infinity=True) | st.floats(0, 100)


@st.composite
def any_series(draw: Any) -> Series:
    points = tuple(
        Point(
            year,
            f"{year}",
            draw(VALUE),
            draw(VALUE),
            draw(VALUE),
            "1,0",
            draw(st.sampled_from(SIGN_LIST)),
            origin,
        )
        for year in draw(st.lists(st.integers(2010, 2024), unique=True, max_size=6))
        for origin in [draw(st.sampled_from(["demo", "published"]))]
    )
    focused, sign = draw(st.booleans()), draw(st.sampled_from(SIGN_LIST))
    return Series("a", draw(st.text(max_size=8)), points, "1,0", sign, focused, None, None, "/")


SIGN_LIST = ["better", "worse", "same", "higher", "lower", "hidden", "none"]


@settings(max_examples=15, deadline=None)
@given(st.lists(any_series(), max_size=4), any_series(), st.integers(2009, 2025))
def test_whatever_comes_is_a_picture(series: list[Series], city: Series, shown: int) -> None:
    limits = domain(series, city)
    checked(geofacet(series, city, limits, range(2010, 2025), shown, breaks=(2015,)))
    checked(trend_lines(series, city, limits, range(2010, 2025), shown))
    svg = geofacet_svg(series, city, limits, range(2010, 2025), shown)
    assert not {"nan", "inf"} & set(svg.lower().replace('"', " ").replace(",", " ").split())


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(VALUE, VALUE, VALUE), max_size=9), VALUE)
def test_whatever_comes_is_a_dot_plot(rows: list[tuple[Any, Any, Any]], city: Any) -> None:
    values = [area("mitte", value=v, lower=low, upper=high) for v, low, high in rows]
    whole = CityLine(city, None, None, "x", "Stadt Hamm")
    checked(dot_plot(values, whole, dot_domain(values, whole)))
