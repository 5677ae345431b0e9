"""What a tile consists of, and the words it uses where there is nothing to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NOT_COMPUTABLE: Final = "nicht berechenbar"
NOT_COMPARED: Final = "nicht verglichen"
PROTECTED: Final = "geschützt"
BY_SIZE: Final = "hängt von der Größe ab"


@dataclass(frozen=True, slots=True)
class TileText:
    """A tile in words: what it is about, the answer, and what the answer rests on (or why none)."""

    label: str
    value: str
    detail: str


def parts(*found: str) -> str:
    """The parts that are there, as one line."""
    return "; ".join(part for part in found if part)
