"""Breaks, hidden years and the time to come: strips behind the lines, named above them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.display import BreakMark
from dashboard.figures.contrast import INK
from dashboard.figures.history.scene import Frame, Piece, Rule, Size, Strip, Words, shortened, width_of
from dashboard.figures.theme import BACKGROUND, GREY_TEXT, HIGHLIGHT

HALF = 0.42  # of a year: half a strip that stands for a year
NARROW = 0.2  # half a strip between two years that both have values
ROW, LEADER = 34, 12  # px: two lines of type, and the line down to the strip
BROKEN = "Reihe unterbrochen"
MANY = 2  # more hidden stretches than this share one name


@dataclass(frozen=True, slots=True)
class Named:
    """A strip with the two lines that name it; ``kind`` decides how it is filled."""

    first: float
    last: float
    title: str
    note: str
    kind: str  # "break", "hidden", "future"

    @property
    def middle(self) -> float:
        """The year its name stands over."""
        return (self.first + self.last) / 2


def break_strips(breaks: Sequence[BreakMark], occupied: Collection[int]) -> list[Named]:
    """Hatched strips between the last year before each break and the first one after it."""
    found = []
    for mark in sorted(breaks, key=lambda each: each.year):
        before = [year for year in occupied if year < mark.year]
        after = [year for year in occupied if year >= mark.year]
        if before and after:
            first, last = max(before) + 1 - HALF, min(after) - 1 + HALF
            if last <= first:
                first, last = mark.year - 0.5 - NARROW, mark.year - 0.5 + NARROW
            found.append(Named(first, last, mark.label, BROKEN, "break"))
    return found


def stretches(years: Collection[int]) -> list[tuple[int, int]]:
    """Neighbouring years as (first, last)."""
    found: list[tuple[int, int]] = []
    for year in sorted(years):
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def empty_strips(years: Mapping[int, str], mark: str, note: str) -> list[Named]:
    """Pale strips over years without a value: "2020: x", "Geheimhaltung"; ``years`` with their labels."""
    groups = stretches(years)
    found = []
    for index, (first, last) in enumerate(groups):
        span = "–".join(dict.fromkeys((years[first], years[last])))
        title = f"{span}: {mark}" if mark else span
        if len(groups) > MANY:
            title, shown = mark or "ohne Wert", note if index == 0 else ""
            title = title if index == 0 else ""
        else:
            shown = note
        found.append(Named(first - HALF, last + HALF, title, shown, "hidden"))
    return found


def grounds(frame: Frame, strips: Sequence[Named]) -> Iterator[Piece]:
    """The strips themselves: the time to come lowest, breaks on top."""
    fills = {"future": BACKGROUND, "hidden": HIGHLIGHT, "break": HIGHLIGHT}
    for kind in fills:
        for each in strips:
            if each.kind == kind:
                says = " ".join(part for part in (each.title, each.note) if part)
                place = (each.first, each.last, frame.top, frame.bottom)
                yield Strip(*place, fills[kind], hatched=kind == "break", says=says)


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the name of a strip stands: middle in px at the narrowest width, row from below."""

    strip: Named
    title: str
    middle: float
    half: float
    row: int


def headings(
    strips: Sequence[Named],
    size: Size,
    ground: tuple[float, float],
    years: tuple[float, float],
    start: float = 0.0,
) -> list[Heading]:
    """Names over their strips in as few rows as they fit into, moved aside a little where that helps.

    ``ground``: left and right edge as shares; ``start``: px at the left that are taken.
    """
    wishes = [
        wish(each, size, ground, years) for each in sorted(strips, key=lambda one: one.middle) if each.title
    ]
    for rows in range(1, len(wishes) + 1):
        found = [each for row in range(rows) for each in apart(wishes[row::rows], row, size.narrowest, start)]
        if len(found) == len(wishes):
            return found
    return []


def wish(strip: Named, size: Size, ground: tuple[float, float], years: tuple[float, float]) -> Heading:
    """The name right over its strip."""
    first, last = years
    title = shortened(strip.title, 0.7 * size.narrowest, size.small, True)
    half = max(width_of(title, size.small, True), width_of(strip.note, size.small)) / 2 + 5
    share = ground[0] + (strip.middle - first) / ((last - first) or 1.0) * (ground[1] - ground[0])
    return Heading(strip, title, share * size.narrowest, half, 0)


def apart(wishes: Sequence[Heading], row: int, width: float, start: float) -> list[Heading]:
    """One row of names side by side, each still over its strip; empty when that cannot be."""
    places: list[float] = []
    edge = start
    for each in wishes:
        places.append(max(each.middle, edge + each.half))
        edge = places[-1] + each.half
    edge = width
    for index in range(len(wishes) - 1, -1, -1):
        places[index] = min(places[index], edge - wishes[index].half)
        edge = places[index] - wishes[index].half
    crowded = edge < start - 0.01
    far = any(abs(one - each.middle) > each.half for one, each in zip(places, wishes, strict=True))
    if len(wishes) > 1 and (crowded or far):
        return []
    return [replace(each, middle=place, row=row) for each, place in zip(wishes, places, strict=True)]


def height_of(found: Sequence[Heading]) -> float:
    """Px above the lines that the names need."""
    return (max(each.row for each in found) + 1) * ROW + LEADER if found else 0.0


def names(frame: Frame, found: Sequence[Heading]) -> Iterator[Piece]:
    """Title and note of each strip, joined to it by a short line where nothing is in the way."""
    width, small = frame.size.narrowest, frame.size.small
    for each in found:
        x = each.middle / width
        base = frame.top - LEADER - each.row * ROW
        yield Words(each.title, x, base - 24, small, "middle", bold=True)
        yield Words(each.strip.note, x, base - 9, small, "middle", colour=GREY_TEXT)
        start = frame.x(each.strip.middle)
        hit = [o for o in found if o.row < each.row and abs(o.middle - start * width) < o.half]
        if each.strip.kind != "future" and not hit:
            yield Rule(start, frame.top, start, base if each.row else frame.top - LEADER + 2, INK)
