"""Ratios and small counts in words: "mehr als doppelt", "neun"."""

from __future__ import annotations

from typing import Final

_COUNTS: Final = (
    "null", "ein", "zwei", "drei", "vier", "fünf", "sechs",
    "sieben", "acht", "neun", "zehn", "elf", "zwölf",
)  # fmt: skip

#: Upper limit of the ratio (exclusive) and the words that fit "… so viele wie", "… so hoch wie".
_FACTORS: Final = (
    (1.50, ""),
    (1.55, "rund anderthalbmal"),
    (1.80, "mehr als anderthalbmal"),
    (1.95, "fast doppelt"),
    (2.05, "rund doppelt"),
    (2.40, "mehr als doppelt"),
    (2.60, "rund zweieinhalbmal"),
    (2.80, "mehr als zweieinhalbmal"),
)
_LARGEST: Final = 10


def factor_words(ratio: float) -> str:
    """ "mehr als doppelt", "rund dreimal", …; empty below 1,5, where a factor says little."""
    for limit, words in _FACTORS:
        if ratio < limit:
            return words
    nearest = int(ratio + 0.2)
    if nearest > _LARGEST:
        return f"mehr als {_COUNTS[_LARGEST]}mal"
    margin = ratio - nearest
    nearness = "fast" if margin < -0.05 else "rund" if margin < 0.05 else "mehr als"
    return f"{nearness} {_COUNTS[nearest]}mal"


def count_word(count: int) -> str:
    """ "neun"; digits from thirteen. For one, say it in full: the ending depends on the noun."""
    return _COUNTS[count] if 0 <= count < len(_COUNTS) else str(count)
