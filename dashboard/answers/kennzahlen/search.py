"""Searching the list: the same rule as ``assets/kennzahlen.js`` applies while somebody types."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.answers.kennzahlen.parts import Entry
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.catalogue.names import normalised

SEARCH, PERSPECTIVE, REACH = "suche", "perspektive", "werte"
ALL = "alle"


def terms(indicator: Indicator, catalogue: Catalogue) -> tuple[str, ...]:
    """Folded words of short title, definition, categories and sources, without those of the row."""
    texts = [indicator.short_title, indicator.numerator, indicator.denominator, indicator.unit]
    sources = [catalogue.sources[name] for name in indicator.sources]
    texts += [text for source in sources for text in (source.title, source.publisher)]
    texts += [part.title for breakdown in indicator.breakdowns for part in breakdown.categories]
    row = set(_words((indicator.title, indicator.question)))
    return tuple(word for word in dict.fromkeys(_words(texts)) if word not in row)


def matches(entry: Entry, search: str, perspective: str, reach: str) -> bool:
    """Whether every word of ``search`` is a part of some word of the entry, and both filters fit."""
    if perspective not in ("", ALL, entry.perspective) or reach not in ("", ALL, entry.reach):
        return False
    text = " ".join((*_words((entry.title, entry.question)), *entry.terms))
    return all(word in text for word in normalised(search).split())


def _words(texts: Iterable[str]) -> list[str]:
    return [word for text in texts for word in normalised(text).split()]
