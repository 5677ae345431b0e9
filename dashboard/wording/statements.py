"""The sentence first: headline, detail line, copyable text and the words read aloud for an area."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Source
from dashboard.display import AreaValue
from dashboard.model import Origin
from dashboard.wording.city import city_headline
from dashboard.wording.details import city_detail, comparison_sentence, focus_detail
from dashboard.wording.focus import focus_headline
from dashboard.wording.numbers import MARKS
from dashboard.wording.sentences import (
    city_tile_change,
    convergence_sentence,
    deviation_sentence,
    gap_sentence,
    gap_text,
    target_sentence,
    trend_sentence,
)
from dashboard.wording.signs import STATUS_WORDS, origin_word
from dashboard.wording.stories import CityStory, FocusStory, Story
from dashboard.wording.units import MINUS, NARROW, NBSP

__all__ = [
    "CityStory",
    "FocusStory",
    "Story",
    "accessible_area",
    "city_tile_change",
    "comparison_sentence",
    "convergence_sentence",
    "copyable",
    "detail",
    "deviation_sentence",
    "gap_sentence",
    "gap_text",
    "headline",
    "origin_note",
    "target_sentence",
    "trend_sentence",
]

_ALOUD: Final = (
    (f"{NARROW}%", " Prozent"),
    (f"Mrd.{NBSP}€", "Milliarden Euro"),
    (f"Mio.{NBSP}€", "Millionen Euro"),
    (f"Tsd.{NBSP}€", "Tausend Euro"),
    ("€", "Euro"),
    ("km²", "Quadratkilometer"),
    (MINUS, "minus "),
    (NBSP, " "),
)
_MARK_WORDS: Final = {mark: STATUS_WORDS[status] for status, mark in MARKS.items()}


def headline(story: Story) -> str:
    """The one sentence (without full stop) that answers the view's question."""
    return city_headline(story) if isinstance(story, CityStory) else focus_headline(story)


def detail(story: Story) -> str:
    """The line below: value, interval, n, comparison value, period."""
    return city_detail(story) if isinstance(story, CityStory) else focus_detail(story)


def copyable(story: Story) -> str:
    """Sentence, detail, source, origin and release for the minutes.

    Where demo values take part it begins with "Beispieldaten", so that no copy loses the word.
    """
    warning = f"{origin_word('demo')} (erzeugt, kein Befund): " if "demo" in story.origins() else ""
    parts = [
        f"{warning}{headline(story)}",
        detail(story),
        _cited(story.sources),
        origin_note(story.origins()),
    ]
    parts.append(f"Datenstand {story.release}" if story.release else "")
    return " ".join(f"{part}." for part in parts if part)


def origin_note(origins: tuple[Origin, ...]) -> str:
    """ "Werte: Beispieldaten", "Werte: teils Beispieldaten, teils veröffentlicht"."""
    words = [origin_word(origin) for origin in origins]
    if len(words) > 1:
        words = [f"teils {word}" for word in words]
    return f"Werte: {', '.join(words)}" if words else ""


def accessible_area(area: AreaValue, period: str = "") -> str:
    """The area in one breath, for screen readers and the title of its shape.

    "Hamm-Norden: 21,9 Prozent, schlechter als die übrige Stadt, Vertrauensbereich 16,6 bis 28,4 Prozent".
    """
    value = _MARK_WORDS.get(area.text, area.text)
    compared = "" if area.value is None else area.sign_word
    interval = f"Vertrauensbereich {area.interval_text}" if area.interval_text else ""
    text = ", ".join(part for part in (value, compared, interval, period) if part)
    return f"{area.name}: {_aloud(text)}"


def _aloud(text: str) -> str:
    for printed, spoken in _ALOUD:
        text = text.replace(printed, spoken)
    return text


def _cited(sources: tuple[Source, ...]) -> str:
    if not sources:
        return ""
    word = "Quelle" if len(sources) == 1 else "Quellen"
    return f"{word}: " + "; ".join(f"{source.title} ({source.publisher})" for source in sources)
