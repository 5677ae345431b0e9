"""What no sentence may ever contain, whatever the numbers are."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from wording_world import (
    ALL_KINDS,
    GYMNASIUM,
    PLAIN_SHARE,
    RATE,
    city_story,
    focus_story,
    nine,
    plain,
)

from dashboard.catalogue.models import Indicator
from dashboard.model import ComparisonLabel
from dashboard.wording.signs import DISTINCT
from dashboard.wording.statements import (
    CityStory,
    FocusStory,
    Story,
    accessible_area,
    copyable,
    detail,
    headline,
)

_FORBIDDEN = re.compile(
    r"nan\b|None|[{}]|\s\s|(?<![\wäöüß])-\d|(?<!\d)-\s|,,|;;|\bRang\b|\bPlatz\b|\d\. von|^\s|\s$|-0,0\b",
    re.MULTILINE,
)
_CLAIM = re.compile(
    r"mehr als|weniger als|höher|niedriger|über der übrigen|unter der übrigen|doppelt|mal so|nachweisbar"
)
LABELS: st.SearchStrategy[ComparisonLabel] = st.sampled_from(("higher", "lower", "same", "none"))
KINDS = st.sampled_from(ALL_KINDS)
SHARE = st.floats(0, 100)


def _sized(kind: Indicator, share: float) -> float:
    """A share as drawn; other kinds reach further."""
    return share if kind.unit == "%" else share * 12_345.6 if kind.kind in ("count", "euro") else share * 3


@st.composite
def focus_stories(draw: st.DrawFn, kinds: st.SearchStrategy[Indicator] = KINDS) -> FocusStory:
    kind = draw(kinds)
    value, rest = _sized(kind, draw(SHARE)), _sized(kind, draw(SHARE))
    label: ComparisonLabel = draw(st.sampled_from(("differs", "same", "none")))
    if label not in ("same", "none"):
        label = "higher" if value > rest else "lower"
    status = draw(st.sampled_from(("valid", "limited", "provisional", "hidden", "later", "nothing")))
    shown = value if status in ("valid", "limited", "provisional") else None
    return focus_story(kind, shown, rest if shown is not None else None, label, status=status)


@st.composite
def city_stories(draw: st.DrawFn, kinds: st.SearchStrategy[Indicator] = KINDS) -> CityStory:
    kind = draw(kinds)
    values = tuple(
        None if hidden else _sized(kind, share)
        for share, hidden in draw(
            st.lists(st.tuples(SHARE, st.integers(0, 9).map(lambda d: d == 0)), min_size=9, max_size=9)
        )
    )
    labels = draw(st.text("hlo", min_size=9, max_size=9)) if kind.comparison != "none" else "-" * 9
    p95 = draw(st.one_of(st.none(), st.floats(0, 60))) if kind.comparison != "none" else None
    return city_story(kind, nine(kind, values, labels), draw(st.one_of(st.none(), SHARE)), p95=p95)


STORIES: st.SearchStrategy[Story] = st.one_of(focus_stories(), city_stories())


@given(STORIES)
def test_nothing_unsayable_is_said(story: Story) -> None:
    for text in (headline(story), detail(story), copyable(story)):
        found = _FORBIDDEN.search(plain(text))
        assert found is None, f"{found} in {text!r}"
        assert text


@given(STORIES)
def test_headline_is_one_sentence_and_the_copy_contains_it(story: Story) -> None:
    sentence = headline(story)
    assert not sentence.endswith((".", ",", ";", ":"))
    assert sentence[0].isupper()
    assert sentence in copyable(story)
    assert copyable(story).startswith("Beispieldaten")


@given(focus_stories())
def test_no_difference_is_claimed_where_none_was_shown(story: FocusStory) -> None:
    if story.comparison is None or story.comparison.label in ("same", "none"):
        assert not _CLAIM.search(headline(story))


@given(city_stories(st.sampled_from((GYMNASIUM, PLAIN_SHARE, RATE))))
def test_city_claims_no_difference_inside_the_chance_band(story: CityStory) -> None:
    gap, shown = story.gap, story.shown()
    if gap is None or gap.chance_p95 is None or any(area.sign in DISTINCT for area in shown):
        return
    if gap.gap < gap.chance_p95 - 0.2:
        assert not _CLAIM.search(headline(story))


@given(focus_stories(st.just(GYMNASIUM)))
def test_numbers_of_the_headline_are_those_of_the_detail(story: FocusStory) -> None:
    """ "22 von 100" and "11 weniger" are roundings of "21,9 %" and "33,0 %"."""
    value, rest = story.value(), story.rest()
    if value is None or rest is None:
        return
    said, line = plain(headline(story)), plain(detail(story))
    printed, printed_rest = (float(n.replace(",", ".")) for n in re.findall(r"(\d+,\d) %", line)[:2])
    assert abs(printed - value) <= 0.0501
    whole = re.search(r"wechseln (\d+) von 100", said)
    if whole:
        assert abs(int(whole[1]) - printed) <= 0.5501
    difference = re.search(r"– (\d+) (mehr|weniger) als", said)
    if difference and whole:
        there = int(whole[1]) + int(difference[1]) * (1 if difference[2] == "weniger" else -1)
        assert abs(there - printed_rest) <= 0.5501
        assert abs(int(difference[1]) - abs(printed - printed_rest)) <= 0.6001
        assert int(difference[1]) > 0
    points = re.search(r"– (\d+,\d) Punkte (über|unter)", said)
    if points:
        assert abs(float(points[1].replace(",", ".")) - abs(printed - printed_rest)) < 1e-6


@given(city_stories())
def test_every_area_can_be_read_aloud(story: CityStory) -> None:
    for area in story.areas:
        text = accessible_area(area, "2024")
        assert text.startswith(f"{area.name}: ")
        assert "%" not in text
        assert "€" not in text
        assert not _FORBIDDEN.search(text)
