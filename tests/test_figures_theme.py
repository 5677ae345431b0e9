"""Colours, contrast, defaults and ticks of the figures room."""

from __future__ import annotations

import math
from itertools import combinations, pairwise
from typing import get_args
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.display import Sign
from dashboard.figures import contrast, theme
from dashboard.figures.signs_svg import (
    SIGN_PATH,
    note_svg,
    published_svg,
    sign_mark,
    sign_svg,
    target_svg,
    trend_svg,
)
from dashboard.figures.ticks import finite, nice, share_of, ticks
from dashboard.model import TargetStatus, TrendLabel

COLOURS = st.from_regex(r"\A#[0-9a-f]{6}\Z")

#: Linear RGB as seen by dichromats (Viénot, Brettel & Mollon 1999).
VISION = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def linear_rgb(colour: str) -> tuple[float, ...]:
    return tuple(contrast.linear(channel) for channel in contrast.rgb(colour))


def seen(colour: str, vision: str) -> tuple[float, ...]:
    light = linear_rgb(colour)
    return tuple(sum(a * b for a, b in zip(row, light, strict=True)) for row in VISION[vision])


def lab(light: tuple[float, ...]) -> tuple[float, float, float]:
    """CIELAB (D65) of linear RGB."""
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    xyz = [sum(a * max(b, 0) for a, b in zip(row, light, strict=True)) for row in matrix]
    x, y, z = (
        share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116
        for share in (part / white for part, white in zip(xyz, (0.9505, 1.0, 1.089), strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: str, other: str, vision: str) -> float:
    return math.dist(lab(seen(one, vision)), lab(seen(other, vision)))


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast.ratio("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@given(COLOURS, COLOURS)
def test_contrast_is_symmetric_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast.ratio(one, other) == contrast.ratio(other, one)
    assert 1 <= contrast.ratio(one, other) <= 21.0001


@pytest.mark.parametrize("wrong", ["red", "#fff", "0b6e75x", ""])
def test_a_wrong_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        contrast.rgb(wrong)


@pytest.mark.parametrize(
    "colour", [*theme.SEQUENTIAL, *theme.DIVERGING, theme.FADED, theme.PETROL, theme.ORANGE]
)
def test_type_on_every_map_colour_has_at_least_4_5(colour: str) -> None:
    assert contrast.ratio(contrast.text_on(colour), colour) >= 4.5


@pytest.mark.parametrize("ground", ["#ffffff", theme.BACKGROUND, theme.HIGHLIGHT])
@pytest.mark.parametrize("colour", [*theme.SIGN_TEXT.values(), theme.GREY_TEXT, theme.ORANGE_TEXT])
def test_coloured_type_has_at_least_4_5_on_every_ground(colour: str, ground: str) -> None:
    assert contrast.ratio(colour, ground) >= 4.5


@pytest.mark.parametrize("colour", theme.SIGN_COLOUR.values())
def test_marks_have_at_least_3_on_white(colour: str) -> None:
    assert contrast.ratio(colour, "#ffffff") >= 3


def test_sequence_gets_darker_in_grey_and_for_dichromats() -> None:
    light = [contrast.luminance(colour) for colour in theme.SEQUENTIAL]
    assert all(before / after > 1.25 for before, after in pairwise(light))
    for vision in VISION:
        lightness = [lab(seen(colour, vision))[0] for colour in theme.SEQUENTIAL]
        assert all(before - after > 5 for before, after in pairwise(lightness))


def test_diverging_is_lightest_in_its_middle() -> None:
    light = [contrast.luminance(colour) for colour in theme.DIVERGING]
    assert light[:4] == sorted(light[:4])
    assert light[3:] == sorted(light[3:], reverse=True)


@pytest.mark.parametrize("vision", VISION)
def test_petrol_orange_and_grey_differ_for_dichromats(vision: str) -> None:
    assert difference(theme.PETROL, theme.ORANGE, vision) > 25
    for left, right in zip(theme.DIVERGING[:3], reversed(theme.DIVERGING[4:]), strict=True):
        assert difference(left, right, vision) > 15


@pytest.mark.parametrize("number", range(1, 7))
def test_classes_are_distinct_and_run_from_end_to_end(number: int) -> None:
    colours = theme.classes(number)
    assert len(set(colours)) == number
    if number > 1:
        assert (colours[0], colours[-1]) == (theme.SEQUENTIAL[0], theme.SEQUENTIAL[-1])


@pytest.mark.parametrize("number", [0, 7])
def test_more_classes_than_colours_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="classes"):
        theme.classes(number)


def test_config_keeps_everything_at_home() -> None:
    assert theme.CONFIG["plotlyServerURL"] == ""
    assert theme.CONFIG["showSendToCloud"] is False
    assert theme.CONFIG["displaylogo"] is False
    assert theme.CONFIG["locale"] == "de"


def test_message_is_a_valid_figure_with_its_sentence() -> None:
    figure = go.Figure(theme.message("Keine Werte <b>hier</b>."))
    assert figure.layout.annotations[0].text == "Keine Werte &lt;b&gt;hier&lt;/b&gt;."
    assert figure.layout.separators == ",."


@pytest.mark.parametrize("sign", get_args(Sign))
def test_signs_are_shapes_never_glyphs(sign: Sign) -> None:
    drawn = sign_svg(sign, 20, "besser & „so“")
    if sign == "none":
        assert drawn == ""
        assert sign_mark(sign) == ""
        return
    root = ElementTree.fromstring(drawn)
    assert not [node for node in root.iter() if node.tag.endswith("text")]
    assert root.find("{*}title").text == "besser & „so“"  # type: ignore[union-attr]
    assert root.get("role") == "img"
    assert theme.SIGN_COLOUR[sign] in drawn


def test_no_two_signs_share_a_shape() -> None:
    for one, other in combinations(SIGN_PATH, 2):
        assert SIGN_PATH[one] != SIGN_PATH[other]


@pytest.mark.parametrize(
    "drawn",
    [sign_svg("better"), note_svg(), published_svg(), published_svg(derived=True)]
    + [trend_svg(label) for label in get_args(TrendLabel)]
    + [target_svg(status) for status in get_args(TargetStatus)],
)
def test_without_a_title_a_sign_is_hidden_from_readers(drawn: str) -> None:
    root = ElementTree.fromstring(drawn)
    assert root.get("aria-hidden") == "true"
    assert root.get("role") is None
    assert root.find("{*}title") is None


def test_trends_and_targets_all_look_different() -> None:
    trends = [trend_svg(label).split(">", 1)[1] for label in get_args(TrendLabel)]
    targets = [target_svg(status).split(">", 1)[1] for status in get_args(TargetStatus)]
    assert len(set(trends)) == len(trends)
    assert len(set(targets)) == len(targets)


FINITE = st.floats(-1e9, 1e9, allow_subnormal=False)


@given(FINITE, FINITE)
def test_nice_limits_contain_the_values(one: float, other: float) -> None:
    low, high = nice(min(one, other), max(one, other))
    size = high - low
    assert size > 0
    assert low <= min(one, other) + size * 1e-6
    assert high >= max(one, other) - size * 1e-6


@given(st.floats(-1e6, 1e6), st.floats(0.01, 1e6), st.integers(2, 8))
def test_ticks_are_few_ascending_and_inside(start: float, span: float, count: int) -> None:
    marks = ticks(nice(start, start + span), count)
    assert 1 <= len(marks) <= count + 2
    assert all(-1e-6 <= tick.share <= 1 + 1e-6 for tick in marks)
    assert [tick.value for tick in marks] == sorted(tick.value for tick in marks)
    assert len({tick.text for tick in marks}) == len(marks)


@pytest.mark.parametrize(
    ("domain", "texts"),
    [
        ((10, 60), ["10", "20", "30", "40", "50", "60"]),
        ((0, 1), ["0", "0,2", "0,4", "0,6", "0,8", "1,0"]),
        (
            (0, 60_000),
            [
                "0",
                "10\u00a0Tsd.",
                "20\u00a0Tsd.",
                "30\u00a0Tsd.",
                "40\u00a0Tsd.",
                "50\u00a0Tsd.",
                "60\u00a0Tsd.",
            ],
        ),
        (
            (0, 3_000_000),
            [
                "0",
                "0,5\u00a0Mio.",
                "1,0\u00a0Mio.",
                "1,5\u00a0Mio.",
                "2,0\u00a0Mio.",
                "2,5\u00a0Mio.",
                "3,0\u00a0Mio.",
            ],
        ),
        ((-10, 10), ["−10", "−5", "0", "5", "10"]),
        ((5, 5), []),
    ],
)
def test_ticks_are_written_in_german(domain: tuple[float, float], texts: list[str]) -> None:
    assert [tick.text for tick in ticks(domain)] == texts


def test_shares_stay_inside() -> None:
    assert share_of(15, (10, 20)) == 0.5
    assert share_of(-99, (10, 20)) == 0
    assert share_of(99, (10, 20)) == 1
    assert share_of(1, (2, 2)) == 0.5


def test_finite_drops_everything_that_is_no_number() -> None:
    assert finite([1.0, None, math.nan, math.inf, -2.0]) == [1.0, -2.0]
