"""Shares published for some areas of a partition only: what is known is named, nothing is spanned."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.model import Partition
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import places
from dashboard.wording.numbers import figure
from dashboard.wording.stories import CityStory

_NAMED: Final = 3  # more areas than this are counted, not named


def is_partial(story: CityStory) -> bool:
    """Whether only some of the areas have a published value, and the city has none."""
    without = story.city is None or story.city.value is None
    return story.origin == "published" and without and 0 < len(story.shown()) < len(story.areas)


def partial_headline(story: CityStory) -> str:
    """ "Übergang Gymnasium: veröffentlicht nur im Stadtbezirk Heessen (25,0 %) und …", without full stop."""
    shown = story.shown()
    name = story.indicator.short_title
    if len(shown) > _NAMED:
        return f"{name}: veröffentlicht nur {among(len(shown), len(story.areas), story.partition)}"
    named = [
        f"{story.locative(area)} ({figure(area.value, story.indicator)})"
        for area in shown
        if area.value is not None
    ]
    return f"{name}: veröffentlicht nur {enumerated(named)}"


def partial_detail(story: CityStory) -> str:
    """ "für die anderen fünf Stadtbezirke und die ganze Stadt ist nichts veröffentlicht"."""
    rest = len(story.areas) - len(story.shown())
    others = f"in {count_word(rest)} weiteren {places(story.partition, dative=True)}" if rest > 1 else (
        "im letzten Raum"
    )  # fmt: skip
    return f"{others} und für die ganze Stadt liegt kein veröffentlichter Wert vor"


def partial_title(locatives: Sequence[str], every: int, partition: Partition) -> str:
    """Head of a card on the areas that have shares: ``locatives`` of those, ``every`` there are."""
    where = enumerated(locatives) if len(locatives) <= _NAMED else among(len(locatives), every, partition)
    return f"So verteilen sich die Wechsel {where}"


def among(count: int, every: int, partition: Partition) -> str:
    """ "in vier von sieben Stadtbezirken"."""
    return f"in {count_word(count)} von {count_word(every)} {places(partition, dative=True)}"


def enumerated(parts: Sequence[str]) -> str:
    """ "a, b und c"."""
    *first, last = parts
    return f"{', '.join(first)} und {last}" if first else last
