"""Published values of some areas only: no sentence spans areas of which nobody published anything."""

from __future__ import annotations

from typing import Final

from dashboard.wording.grammar import places, value_clause
from dashboard.wording.numbers import figure
from dashboard.wording.stories import CityStory
from dashboard.wording.transitions_published import among, enumerated

_NAMED: Final = 3  # more areas than this are spanned, and counted


def only_some(story: CityStory) -> bool:
    """Whether some areas have a published value and others have none, for another reason than protection."""
    some = 0 < len(story.shown()) < len(story.areas)
    return story.origin == "published" and some and not story.hidden()


def is_named(story: CityStory) -> bool:
    """Whether so few areas are published that the sentence names each of them."""
    return len(story.shown()) <= _NAMED


def named_headline(story: CityStory) -> str:
    """ "Übergang Gymnasium: veröffentlicht sind nur die Werte im … (25,0 %) und im … (27,1 %)"."""
    indicator, known = (
        story.indicator,
        [(area, area.value) for area in story.shown() if area.value is not None],
    )
    if len(known) == 1:
        area, value = known[0]
        said = value_clause(indicator, story.locative(area), value, story.category)
        others = places(story.partition, dative=True)
        return f"{said}; von den anderen {others} ist kein Wert veröffentlicht"
    category = f", {story.category}" if story.category else ""
    unit = f" ({indicator.unit})" if indicator.kind == "rate" else ""
    values = enumerated([f"{story.locative(area)} ({figure(value, indicator)})" for area, value in known])
    return f"{indicator.short_title}{category}: veröffentlicht sind nur die Werte {values}{unit}"


def counted_note(story: CityStory) -> str:
    """ "; veröffentlicht nur in vier von sieben Stadtbezirken", behind a sentence that spans those."""
    return f"; veröffentlicht nur {among(len(story.shown()), len(story.areas), story.partition)}"
