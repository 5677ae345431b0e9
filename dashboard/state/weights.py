"""Weights in an address: ``sgb2-unter-18:3,schulsozialindex:1``, or ``keine`` where all are zero."""

from __future__ import annotations

import re
from collections.abc import Mapping

NONE = "keine"  #: no weight above zero: said, because silence means the default
_ONE = r"[a-z0-9-]{1,60}:\d{1,3}"
_MOST = 40


def read(text: str) -> dict[str, int] | None:
    """Weights by key, zeros left out; None for a text that is none. Of a repeated key the last counts."""
    if text == NONE:
        return {}
    if not re.fullmatch(rf"{_ONE}(,{_ONE}){{0,{_MOST - 1}}}", text, re.ASCII):
        return None
    pairs = (entry.split(":") for entry in text.split(","))
    return {key: int(weight) for key, weight in pairs if int(weight)}


def written(weights: Mapping[str, int]) -> str:
    """The one text for these weights, in alphabetical order: equal weights, equal address."""
    return ",".join(f"{key}:{weight}" for key, weight in sorted(weights.items()) if weight) or NONE
