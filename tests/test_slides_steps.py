"""The waterfall as stacked columns: every step begins where the one before it ended, also across zero."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from test_slides import LINK, PLATE

from dashboard.export.plate.parts import Chart, Course
from dashboard.export.slides import write
from dashboard.export.slides.formats import number_format
from dashboard.export.slides.waterfall import BASE, DOWN, DOWN_BELOW, TOTAL, UP, UP_BELOW, series, steps


def chart_of(values: tuple[float | None, ...], printed: tuple[str, ...] = ()) -> Chart:
    names = tuple(f"Schritt {place}" for place in range(len(values)))
    ends = (0, len(values) - 1)
    return Chart(
        "waterfall", "Ursachen", names, (Course("Betrag", values),), "€", 0, totals=ends, printed=printed
    )


RISING = chart_of(
    (27_136_000.0, 16_741_000.0, -2_250_000.0, 41_627_000.0), ("27,14", "+16,74", "−2,25", "41,63")
)
CROSSING = chart_of((2_000.0, -5_000.0, 1_500.0, 4_000.0, 2_500.0), ("2,0", "−5,0", "+1,5", "+4,0", "2,5"))


def drawn(chart: Chart) -> Any:
    slide = Presentation(io.BytesIO(write([(replace(PLATE, chart=chart), LINK)]))).slides[0]
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def pieces(made: Any) -> dict[str, tuple[float | None, ...]]:
    return {one.name: tuple(one.values) for one in made.plots[0].series}


def shown(found: dict[str, tuple[float | None, ...]], place: int) -> float:
    """The step as its pieces tell it: what rises counts up, what falls counts down."""
    signs = {TOTAL: 1, UP: 1, DOWN: -1, UP_BELOW: -1, DOWN_BELOW: 1}
    return sum((found[name][place] or 0) * sign for name, sign in signs.items() if name in found)


def test_the_visible_series_hold_the_plates_own_values_and_the_base_none_of_them() -> None:
    made = drawn(RISING)
    assert made.chart_type == XL_CHART_TYPE.COLUMN_STACKED
    found = pieces(made)
    assert found == {
        BASE: (None, 27_136_000.0, 41_627_000.0, None), TOTAL: (27_136_000.0, None, None, 41_627_000.0),
        UP: (None, 16_741_000.0, None, None), DOWN: (None, None, 2_250_000.0, None),
    }  # fmt: skip
    assert [shown(found, place) for place in range(4)] == list(RISING.courses[0].values)


def test_the_base_has_neither_fill_nor_label_nor_entry_in_the_legend() -> None:
    made = drawn(RISING)
    base, *others = made.plots[0].series
    assert base._element.spPr.find(qn("a:noFill")) is not None
    assert base._element.find(qn("c:dLbls")) is None
    assert all(one._element.spPr.find(qn("a:solidFill")) is not None for one in others)
    silent = made.legend._element.findall(qn("c:legendEntry"))
    assert [entry.find(qn("c:idx")).get("val") for entry in silent] == ["0"]


def test_labels_are_signed_and_follow_the_sheet() -> None:
    made = drawn(RISING)
    codes = {
        one.name: one._element.find(qn("c:dLbls")).find(qn("c:numFmt")).get("formatCode")
        for one in list(made.plots[0].series)[1:]
    }
    assert codes[UP] == '[$-407]"+"#,##0.00,,;[$-407]"+"#,##0.00,,;'
    assert codes[DOWN] == '[$-407]"−"#,##0.00,,;[$-407]"−"#,##0.00,,;'
    assert codes[TOTAL] == number_format(RISING, unit=False)
    words = {node.text for node in made._chartSpace.iter(qn("a:t"))}
    assert not words & {"+16,74", "−2,25", "27,14"}  # they are the numbers of the columns, not fixed words


def test_a_label_that_was_rounded_with_the_others_says_what_the_page_says() -> None:
    made = drawn(replace(RISING, printed=("27,14", "+16,75", "−2,25", "41,63")))
    texts = [node.text for node in made._chartSpace.iter(qn("a:t"))]
    assert "+16,75" in texts
    assert "27,14" not in texts


def test_a_step_across_zero_is_cut_in_two_and_labelled_once() -> None:
    made = drawn(CROSSING)
    found = pieces(made)
    assert found[DOWN][1] == 2_000.0
    assert found[DOWN_BELOW][1] == -3_000.0
    assert found[UP_BELOW] == (None, None, -1_500.0, -1_500.0, None)
    assert found[UP][3] == 2_500.0
    assert found[BASE] == (None, None, -1_500.0, None, None)
    assert [shown(found, place) for place in range(5)] == list(CROSSING.courses[0].values)
    texts = [node.text for node in made._chartSpace.iter(qn("a:t"))]
    assert texts.count("−5,0") == texts.count("+4,0") == 1
    assert made.value_axis.minimum_scale is None


def test_the_sheet_makes_the_pieces_of_one_column_of_amounts() -> None:
    for chart in (RISING, CROSSING):
        blob = drawn(chart).part.chart_workbook.xlsx_part.blob
        cached = list(openpyxl.load_workbook(io.BytesIO(blob), data_only=True)["Sheet1"].values)
        head, lines = cached[0], cached[1:]
        amounts = tuple(line[head.index("Betrag")] for line in lines)
        assert amounts == chart.courses[0].values
        for course in series(chart).courses:
            column = head.index(course.name)
            assert [line[column] or None for line in lines] == [value or None for value in course.values]
        formulas = list(openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"].values)
        assert formulas[2][head.index(BASE)].startswith("=MAX(")


money = st.integers(-(10**9), 10**9).map(float)


@settings(max_examples=60, deadline=None)
@given(money, st.lists(money, max_size=6))
def test_the_columns_always_meet_and_nothing_is_lost(start: float, effects: list[float]) -> None:
    values = (start, *effects, start + sum(effects))
    chart = chart_of(values)
    found = {course.name: course.values for course in series(chart).courses}
    level = 0.0
    for place, (step, value) in enumerate(zip(steps(chart), values, strict=True)):
        assert step is not None
        assert shown(found, place) == pytest.approx(value)
        whole = [column[place] or 0.0 for column in found.values()]
        high, low = sum(one for one in whole if one > 0), sum(one for one in whole if one < 0)
        ends = (0.0, value) if place in chart.totals else (level, level + value)
        assert (step.start, step.end) == pytest.approx(ends)
        if value:
            assert high == pytest.approx(max(*ends, 0.0))
            assert low == pytest.approx(min(*ends, 0.0))
        level = ends[1]


def test_a_waterfall_has_one_course() -> None:
    with pytest.raises(ValueError, match="unpack"):
        steps(replace(RISING, courses=(*RISING.courses, *RISING.courses)))
