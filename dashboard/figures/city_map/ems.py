"""How wide a line of type is where no font is at hand: generous rather than tight."""

from __future__ import annotations

from functools import lru_cache

NARROW = frozenset(",.;:'’|-–ijltfrI1()\u202f\u2009\u00a0 ")
WIDE = frozenset("mwMWHNOQDUGÖÜ%€")


@lru_cache(maxsize=4096)  # the same names and values stand on map after map
def ems(words: str) -> float:
    """Estimated width of regular type, as a multiple of its size."""
    return sum(0.36 if one in NARROW else 0.84 if one in WIDE else 0.6 for one in words)
