"""Every indicator of the real catalogue through every kind of story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from wording_world import AREAS, city_story, focus_story, nine, plain

from dashboard.catalogue.load import load
from dashboard.catalogue.models import Indicator
from dashboard.model import ComparisonLabel, Trend
from dashboard.wording.statements import copyable, detail, headline, trend_sentence

CATALOGUE = Path(__file__).resolve().parents[1] / "data" / "catalogue"
APART = (29.6, 21.9, 25.0, 23.4, 36.8, 46.3, 27.1, 34.0, 41.2)
CLOSE = (40.1, 35.2, 36.0, 38.0, 39.0, 46.3, 38.1, 37.0, 36.6)
SMALL = (1.2, 0.4, 0.6, 0.7, 0.9, 3.2, 0.8, 1.0, 1.1)
NONE = (None,) * 9
_FORBIDDEN = re.compile(r"nan\b|None|[{}]|\s\s|\s-\d|\s,|\bRang\b|\bPlatz\b")
_CLAIM = re.compile(r"– .*(mehr|weniger|höher|niedriger|über|unter) ")


@pytest.fixture(scope="module")
def indicators() -> tuple[Indicator, ...]:
    return tuple(load(CATALOGUE).indicators.values())


def _scale(indicator: Indicator) -> float:
    return {"count": 100.0, "euro": 123_456.0, "index": 0.1}.get(indicator.kind, 1.0)


def _sentences(indicator: Indicator) -> Iterator[str]:
    compared = indicator.comparison != "none"
    for values, labels in (
        (APART, "olllohooh"),
        (CLOSE, "olooohooo"),
        (CLOSE, "ooooohooo"),
        (SMALL, "o" * 9),
        (NONE, "o" * 9),
    ):
        scaled = tuple(None if value is None else value * _scale(indicator) for value in values)
        areas = nine(indicator, scaled, labels if compared else "-" * 9)
        for city in (None, 31.9 * _scale(indicator)):
            story = city_story(indicator, areas, city, p95=15.3 if compared else None)
            yield from (
                headline(story),
                detail(story),
                copyable(story),
                headline(city_story(indicator, (), city)),
            )
    labels_of_focus: tuple[ComparisonLabel, ...] = ("higher", "same", "none") if compared else ("none",)
    for label in labels_of_focus:
        for value, rest in ((33.0, 21.9), (0.9, 0.5), (99.4, 98.9)):
            focus = focus_story(indicator, value * _scale(indicator), rest * _scale(indicator), label)
            yield from (headline(focus), detail(focus), copyable(focus))
    yield headline(focus_story(indicator, None, status="hidden"))
    trend = Trend(indicator.id, "hamm-norden", 2024, "", "falling", -1.3 * _scale(indicator), 0.01, 5, 2020)
    yield trend_sentence(trend, indicator, AREAS["hamm-norden"])


def test_sentences_of_every_indicator_are_whole(indicators: tuple[Indicator, ...]) -> None:
    faults = [
        f"{indicator.id}: {text}"
        for indicator in indicators
        for text in _sentences(indicator)
        if _FORBIDDEN.search(plain(text)) or not text
    ]
    assert not faults


def test_phrases_take_their_numbers_and_places(indicators: tuple[Indicator, ...]) -> None:
    """A phrase has every slot once, and its factor is followed by "so viele(n) … wie"."""
    for indicator in indicators:
        if indicator.phrase is None:
            continue
        per_hundred, compared = indicator.phrase.per_hundred, indicator.phrase.compared
        assert per_hundred.count("{n} von 100 ") == 1, indicator.id
        assert compared.count("{other}") == 1, indicator.id
        assert "anteilig" in compared, indicator.id
        assert re.search(r"\{factor\} so (viele|vielen|oft|häufig) .*wie (in )?\{other\}", compared), (
            indicator.id
        )


def test_no_indicator_claims_a_difference_that_was_not_found(indicators: tuple[Indicator, ...]) -> None:
    for indicator in indicators:
        scale = _scale(indicator)
        sentence = headline(focus_story(indicator, 33.0 * scale, 21.9 * scale, "same"))
        assert sentence.endswith("mit diesen Fallzahlen nicht zu unterscheiden"), indicator.id
        assert not _CLAIM.search(sentence), indicator.id
