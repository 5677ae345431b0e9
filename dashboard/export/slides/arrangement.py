"""What stands where on a slide, in inches. Plain numbers: nothing here knows a file format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height

    def below(self, top: float) -> Box:
        """What is left of it below ``top``."""
        return Box(self.left, top, self.width, self.bottom - top)

    def cut(self, height: float) -> tuple[Box, Box]:
        """Its upper rest and a strip of this height at its foot."""
        rest = Box(self.left, self.top, self.width, self.height - height)
        return rest, Box(self.left, rest.bottom, self.width, height)

    def columns(self, weights: Sequence[float], gap: float = 0.3) -> tuple[Box, ...]:
        """Side by side, with widths in these proportions."""
        room = self.width - gap * (len(weights) - 1)
        left, found = self.left, []
        for weight in weights:
            width = room * weight / sum(weights)
            found.append(Box(left, self.top, width, self.height))
            left += width + gap
        return tuple(found)

    def right(self, width: float, gap: float = 0.3) -> tuple[Box, Box]:
        """What stays at the left of a column of this width, and the column."""
        rest = Box(self.left, self.top, self.width - width - gap, self.height)
        return rest, Box(rest.left + rest.width + gap, self.top, width, self.height)


SLIDE: Final = Box(0, 0, 13.333, 7.5)
MARGIN: Final = 0.6
_INNER = SLIDE.width - 2 * MARGIN
BADGE: Final = Box(MARGIN + _INNER - 1.6, 0.36, 1.6, 0.34)
KICKER: Final = Box(MARGIN, 0.42, _INNER - 1.8, 0.28)
TITLE: Final = Box(MARGIN, 0.74, _INNER, 1.1)
BODY: Final = Box(MARGIN, 1.0, _INNER, 5.64)  # from below the words to the line above the foot
FOOT: Final = Box(MARGIN, 6.78, _INNER, 0.52)
KEYS: Final = 3.05  # width of the column of key figures

_LINE = 1.2  # line height, in font sizes
_POINTS = 72
#: Widths of letters in font sizes, of Calibri (and Carlito, which has the same); all others are 0.5.
_WIDTHS: Final = {
    **dict.fromkeys("ABCDEFGHIJKLNOPQRSTUVXYZÄÖÜ€%", 0.6), **dict.fromkeys("mwMW@–—…", 0.82),
    **dict.fromkeys("fijlrtI.,:;!|'()[]/-· \u00a0\u202f", 0.29),
}  # fmt: skip
_BOLD = 1.03
_RAGGED = 0.95  # part of a line that whole words fill


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> int:
    """So many lines a text takes, estimated; ``width`` in inches, ``size`` in points."""
    line = max(width * _POINTS / (size * (_BOLD if bold else 1)), 1)
    lengths = (_length(part) for part in text.split("\n"))
    return sum(1 if length <= line else ceil(length / (line * _RAGGED)) for length in lengths)


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in inches, estimated."""
    return _length(text) * size * (_BOLD if bold else 1) / _POINTS


def _length(text: str) -> float:
    return sum(_WIDTHS.get(char, 0.5) for char in text)


def height_of(text: str, width: float, size: float, *, bold: bool = False) -> float:
    """Its height in inches."""
    return lines_of(text, width, size, bold=bold) * size * _LINE / _POINTS


def fitting(text: str, box: Box, sizes: Sequence[float], *, bold: bool = False) -> float:
    """The first of the sizes in which the text fits the box; the last one if none does."""
    fits = (size for size in sizes if height_of(text, box.width, size, bold=bold) <= box.height)
    return next(fits, sizes[-1])


def cut_to(text: str, box: Box, size: float, rest: str = " …", *, bold: bool = False) -> str:
    """The text, or as much of it as fits the box with ``rest`` behind it."""
    shown = text
    while shown and _too_high(shown + (rest if shown != text else ""), box, size, bold):
        shown = shown[: len(shown) - max(len(shown) // 20, 1)].rsplit(" ", 1)[0] if " " in shown else ""
    return shown if shown == text else f"{shown.rstrip(' ,;·')}{rest}"


def _too_high(text: str, box: Box, size: float, bold: bool) -> bool:
    return height_of(text, box.width, size, bold=bold) > box.height
