"""The spine's strips and sparks: where things lie, and what is never drawn."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.display import Point, Sign
from dashboard.figures.spine import HEIGHT, MIDDLE, WIDTH, SpineRow, scale, spine_strip
from dashboard.figures.spine.spark import _apart, profile_spark, row_spark

VALUES = st.floats(-1e6, 1e6, allow_nan=False)


def row(**changes: object) -> SpineRow:
    """Hamm-Norden at 41.5 against a city of 29.2, worse, less is better."""
    given_: dict[str, object] = {
        "value": 41.5, "lower": 34.7, "upper": 48.5, "city": 29.2, "others": (17.6, 25.0, 33.0),
        "sign": "worse", "less_is_right": True,
    }  # fmt: skip
    return SpineRow(**{**given_, **changes})  # type: ignore[arg-type]


def years(*values: float | None, sign: Sign = "worse") -> tuple[Point, ...]:
    """Periods from 2020 on."""
    return tuple(
        Point(2020 + at, str(2020 + at), value, None, None, f"{value}", sign, "demo")
        for at, value in enumerate(values)
    )


def test_the_city_stands_in_the_middle_and_better_lies_right() -> None:
    place = scale(row())
    assert place is not None
    assert place(29.2) == MIDDLE
    assert place(17.6) > MIDDLE > place(41.5) > place(48.5)
    forwards = scale(row(less_is_right=False))
    assert forwards is not None
    assert forwards(41.5) > MIDDLE > forwards(17.6)


@given(VALUES, VALUES, st.lists(VALUES, max_size=8), st.booleans())
def test_nothing_lies_outside_the_strip(
    value: float, city: float, others: list[float], backwards: bool
) -> None:
    drawn = row(
        value=value, lower=value, upper=value, city=city, others=tuple(others), less_is_right=backwards
    )
    place = scale(drawn)
    assert place is not None
    assert all(0 <= place(one) <= WIDTH for one in (value, city, *others))
    ElementTree.fromstring(spine_strip(drawn))


def test_a_hidden_row_shows_neither_range_nor_mark_nor_city() -> None:
    hidden = spine_strip(row(sign="hidden", value=None, lower=None, upper=None, others=()))
    shown = {element.tag.split("}")[1] for element in ElementTree.fromstring(hidden)}
    assert shown == {"path"}
    assert hidden == spine_strip(row(sign="hidden"))  # even what was handed in by mistake stays out


@pytest.mark.parametrize(
    "changes", [{"city": None}, {"value": None, "lower": None, "upper": None, "others": ()}]
)
def test_without_a_city_or_any_value_nothing_is_drawn(changes: dict[str, object]) -> None:
    assert spine_strip(row(**changes)) == ""


def test_the_others_are_ticks_and_the_range_spans_all() -> None:
    drawn = ElementTree.fromstring(spine_strip(row()))
    rect = next(element for element in drawn if element.tag.endswith("rect"))
    ticks = next(element for element in drawn if (element.get("d") or "").count("v10"))
    assert (ticks.get("d") or "").count("M") == 3
    place = scale(row())
    assert place is not None
    left, width = float(rect.get("x") or 0), float(rect.get("width") or 0)
    assert (left, left + width) == pytest.approx((place(41.5), place(17.6)), abs=0.01)


def test_a_value_that_is_not_compared_has_no_sign_and_no_interval() -> None:
    plain = spine_strip(row(sign="none", lower=None, upper=None))
    assert "circle" not in plain
    assert plain != spine_strip(row(sign="none", value=None, lower=None, upper=None))


def test_many_rows_can_stand_in_one_document() -> None:
    drawn = spine_strip(row()) + profile_spark(years(1, 2), years(3, 4), "worse") + row_spark(years(1, 2))
    assert not re.search(r"\sid=", drawn)
    assert f"0 0 {WIDTH:g} {HEIGHT:g}" in drawn


@pytest.mark.parametrize("values", [(), (1.0,), (None, 2.0, None)])
def test_a_spark_needs_two_values(values: tuple[float | None, ...]) -> None:
    assert profile_spark(years(*values), years(1, 2, 3), "worse") == ""
    assert row_spark(years(*values)) == ""


def test_no_line_crosses_a_year_without_value() -> None:
    lines = re.findall(r"<polyline", row_spark(years(1, 2, None, 3, 4)))
    assert len(lines) == 2


def test_a_spark_writes_first_and_last_value_and_the_city() -> None:
    drawn = profile_spark(years(31.0, 41.5), years(28.0, 29.2), "worse")
    words = [element.text for element in ElementTree.fromstring(drawn) if element.tag.endswith("text")]
    assert words == ["31.0", "2020", "2021", "Stadt 29.2", "41.5"]
    assert "stroke-dasharray" in drawn
    assert "Stadt" not in profile_spark(years(31.0, 41.5), (), "worse")


@given(st.floats(0, 60), st.floats(0, 60))
def test_two_labels_never_overlap_and_keep_their_order(one: float, other: float) -> None:
    first, second = _apart(one, other)
    assert abs(first - second) >= min(13.0, 13.0 - 1e-6)
    assert (first <= second) == (one <= other)
