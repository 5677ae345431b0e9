"""The two axes: round values with pale lines, and as many periods below as fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from dashboard.figures.contrast import INK
from dashboard.figures.history.labels import Wish, folded
from dashboard.figures.history.scene import Frame, Piece, Rule, Scene, Size, Words, width_of
from dashboard.figures.theme import CONTEXT_STRONG, GREY_TEXT, LINE
from dashboard.figures.ticks import nice, ticks
from dashboard.wording.numbers import number
from dashboard.wording.units import NBSP, joined

FAR = 0.6  # data that begin above this share of their maximum would leave most of the axis empty
BELOW = 24  # px for the periods
AIR = 8  # px between two periods
BRIEF_UNITS = ("%", "€")
CENTURY = re.compile(r"^\d\d(?=\d\d)")


def fitted(numbers: Sequence[float], count: int = 6) -> tuple[float, float]:
    """Round limits from zero, or around numbers that lie far from it."""
    low, high = min(numbers), max(numbers)
    if 0 <= low <= FAR * high or low == high:
        low = min(low, 0.0)
    return nice(min(low, high), max(high, 0.0), count) if low < high else nice(low, low + 1.0, count)


def left_of(limits: tuple[float, float], size: Size, unit: str = "") -> float:
    """The share of the width that the printed values need."""
    longest = max((width_of(words, size.small) for words in values_printed(limits, unit)), default=20.0)
    return (longest + 12) / size.narrowest


def values_printed(limits: tuple[float, float], unit: str) -> list[str]:
    """The marks of the vertical axis; a short unit stands at the uppermost."""
    marks = [tick.text for tick in ticks(limits, 6)]
    if marks and unit in BRIEF_UNITS:
        marks[-1] = joined(marks[-1], unit)
    return marks


def nothing(size: Size, words: str) -> Scene:
    """A picture that only says something."""
    frame = Frame(size, 0.0, 1.0, 0.0, size.plot, (0.0, 1.0), (0.0, 1.0))
    lines = folded(words, 0.9 * size.narrowest, size.small)
    said = Wish(lines, 0.5, 0, "middle", (size.plot / 2,), GREY_TEXT, False, size.small)
    return Scene(frame, tuple(said.words(size.plot / 2)))


def value_axis(frame: Frame, unit: str = "") -> Iterator[Piece]:
    """Pale lines and numbers; a note where the axis does not begin at zero."""
    small = frame.size.small
    for tick, words in zip(ticks(frame.limits, 6), values_printed(frame.limits, unit), strict=True):
        y = frame.y(tick.value)
        colour = CONTEXT_STRONG if tick.value == 0 else LINE
        yield Rule(frame.left, y, frame.right, y, colour)
        yield Words(words, frame.left, y, small, "end", dx=-8, colour=GREY_TEXT)


def cut_note(limits: tuple[float, float], unit: str) -> str:
    """ "Achse beginnt bei 60 %", empty for an axis with zero."""
    low, high = limits
    if low <= 0 <= high:
        return ""
    decimals = 0 if float(low).is_integer() else 1
    return f"Achse beginnt bei{NBSP}{joined(number(low, decimals), unit if unit in BRIEF_UNITS else '')}"


def periods(
    frame: Frame, labels: Mapping[int, str], last: int | None, important: Sequence[int] = ()
) -> Iterator[Words]:
    """The periods below; ``last`` (the latest observed) in bold, later ones like all others in grey."""
    for year, words in chosen(frame, labels, [*([last] if last is not None else []), *important]):
        bold = year == last
        yield Words(
            words,
            frame.x(year),
            frame.bottom + 14,
            frame.size.small,
            "middle",
            colour=INK_OF[bold],
            bold=bold,
        )


INK_OF = {True: INK, False: GREY_TEXT}


def chosen(frame: Frame, labels: Mapping[int, str], important: Sequence[int]) -> list[tuple[int, str]]:
    """As many periods as stand side by side: all in full, all in brief, or every second, third …"""
    years = sorted(labels)
    for step in range(1, len(years) + 1):
        for brief in (False, True):
            found = row(frame, labels, important, step, brief)
            if found is not None:
                return found
    return []


def row(
    frame: Frame, labels: Mapping[int, str], important: Sequence[int], step: int, brief: bool
) -> list[tuple[int, str]] | None:
    """The important periods in full, and every ``step``-th other that has room; None when crowded."""
    years = sorted(labels)
    kept: dict[int, str] = {}
    for year in dict.fromkeys([*important, years[0]]):
        if year in labels and free(frame, year, labels[year], kept, bold=True):
            kept[year] = labels[year]
    regular = [year for year in years if (year - years[0]) % step == 0 and year not in kept]
    short = {year: CENTURY.sub("’", labels[year]) if brief else labels[year] for year in regular}
    between: dict[int, str] = {}
    for year in regular:
        if not free(frame, year, short[year], between):
            return None
        between[year] = short[year]
    kept |= {year: words for year, words in between.items() if free(frame, year, words, kept)}
    return sorted(kept.items())


def free(frame: Frame, year: int, words: str, taken: Mapping[int, str], bold: bool = False) -> bool:
    """Whether a period can stand below its year beside those that stand already, at the narrowest."""
    size = frame.size
    half = width_of(words, size.small, bold) / 2 + AIR / 2
    middle = frame.x(year) * size.narrowest
    if middle + half > size.narrowest + AIR / 2 or middle - half < -AIR / 2:
        return False
    return all(
        abs(middle - frame.x(other) * size.narrowest) >= half + width_of(text, size.small, True) / 2 + AIR / 2
        for other, text in taken.items()
    )
