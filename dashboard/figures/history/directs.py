"""The names that stand in the picture: focus and city at their last value, target and projection."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.display import History, Point, Projection, Series
from dashboard.figures.contrast import INK
from dashboard.figures.history.labels import LEAD, Segment, Wish, folded, placed
from dashboard.figures.history.lines import Drawn, focus_of, latest, latest_sign
from dashboard.figures.history.scene import Frame, Piece, Rule, Size, shortened, width_of
from dashboard.figures.theme import CONTEXT_STRONG, PETROL, SIGN_TEXT

RIGHT = 1.0  # share of the width
BESIDE = 10.0  # px between a value and its label
NEAR = 3  # pieces of a line before its end that labels keep clear of
FAR = 14.0  # px from which a label is joined to its value by a thin line
WIDEST = 0.36  # of the narrowest width: longer names are shortened


def named(shown: History) -> list[Series]:
    """The series that have a label of their own."""
    return list({id(each): each for each in (focus_of(shown), shown.city)}.values())


def two_lines(series: Series, shown: History, size: Size) -> tuple[str, ...]:
    """Name, and value of the latest year; an earlier one is written behind it."""
    point = latest(series, shown.years)
    if point is None:
        return ()
    late = "" if point.year == shown.years[-1] else f" ({point.label})"
    room = WIDEST * size.narrowest
    return shortened(series.name, room, size.type, True), shortened(point.text + late, room, size.type, True)


def room(shown: History, size: Size) -> float:
    """Px right of the last year that the labels need."""
    texts = [line for each in named(shown) for line in two_lines(each, shown, size)]
    return max((width_of(line, size.type, True) for line in texts), default=0.0) + BESIDE + 4


def directs(parts: Drawn, future: bool) -> Iterator[Piece]:
    """All labels, none upon another."""
    shown, frame = parts.shown, parts.frame
    ends = [(each, point) for each in named(shown) if (point := latest(each, shown.years))]
    wishes = [*goal(parts, future), *projection(parts), *(end(each, at, parts) for each, at in ends)]
    middles = placed(wishes, frame, obstacles(parts))
    for wish, middle in zip(wishes, middles, strict=True):
        yield from wish.words(middle)
    for (_, point), middle in zip(ends, middles[-len(ends) :] if ends else [], strict=True):
        if point.year == shown.years[-1] and point.value is not None:
            yield from joined(frame, point.year, frame.y(point.value), middle)


def joined(frame: Frame, year: int, y: float, middle: float) -> Iterator[Rule]:
    """A thin line from a value to a label that had to move."""
    if abs(middle - y) - frame.size.type * LEAD > FAR:
        gap = (BESIDE - 2) / frame.size.width
        yield Rule(frame.x(year) + gap / 2, y, frame.x(year) + gap, middle, CONTEXT_STRONG)


def end(series: Series, point: Point, parts: Drawn) -> Wish:
    """Name and value right of the last year, at the height of the value."""
    shown, frame = parts.shown, parts.frame
    city = series is shown.city
    colour = INK if city else SIGN_TEXT[latest_sign(series, shown.years)]
    colour = colour if latest_sign(series, shown.years) in ("better", "worse") else INK
    y = frame.y(point.value if point.value is not None else 0.0)
    lines = two_lines(series, shown, frame.size)
    bold = series is parts.focus
    place = (frame.x(shown.years[-1]), BESIDE)
    return Wish(lines, *place, "start", (y,), colour, bold, frame.size.type)


def goal(parts: Drawn, future: bool) -> Iterator[Wish]:
    """The target's words below or above its line."""
    target, frame = parts.shown.target, parts.frame
    if target is None:
        return
    size = frame.size.small
    y = frame.y(target.value)
    if future:
        free = (frame.right - frame.x(parts.shown.years[-1])) * frame.size.narrowest - 2 * BESIDE
        x, dx = RIGHT, -2.0
    else:
        free, x, dx = 150.0, frame.x(target.year), -8.0
    lines = folded(target.label, free, size)
    away = len(lines) * size * 0.6 + 6
    yield Wish(lines, x, dx, "end", (y + away, y - away), PETROL, True, size)


def projection(parts: Drawn) -> Iterator[Wish]:
    """Year and value above or below the projected end, clear of the bar of its interval."""
    way, frame = parts.shown.projection, parts.frame
    if way is None:
        return
    y = frame.y(way.value)
    size, words = frame.size.small, f"{way.year}: {way.text}"
    lines = folded(words, (1 - frame.x(parts.shown.years[-1])) * frame.size.narrowest - 2 * BESIDE, size)
    wanted: tuple[float, ...] = (y - 15, y + 15, y)
    if is_bar(way):
        away = len(lines) * size * LEAD / 2 + 3
        wanted = (frame.y(way.upper) - away, frame.y(way.lower) + away)
    yield Wish(lines, RIGHT, -2.0, "end", wanted, INK, True, size)


def is_bar(way: Projection) -> bool:
    """Whether the interval stands at the projected year alone, not as a cone from the start."""
    return way.start_lower is None or way.start_upper is None


def obstacles(parts: Drawn) -> list[Segment]:
    """Lines in the time to come that no label should cover."""
    shown, frame = parts.shown, parts.frame
    found: list[Segment] = []
    if shown.target is not None:
        y = frame.y(shown.target.value)
        found.append((frame.left, y, frame.x(shown.target.year), y))
    if shown.projection is not None:
        way = shown.projection
        start, end = (
            (frame.x(way.start_year), frame.y(way.start_value)),
            (frame.x(way.year), frame.y(way.value)),
        )
        found.append((*start, *end))
        if is_bar(way):
            found.append((end[0], frame.y(way.upper), end[0], frame.y(way.lower)))
    for each in named(shown):
        found += [segment for run in parts.runs(each) for segment in ways(run, frame)][-NEAR:]
    return found


def ways(run: Sequence[Point], frame: Frame) -> list[Segment]:
    """The pieces of a drawn line."""
    ends = [(frame.x(point.year), frame.y(point.value or 0.0)) for point in run]
    return [(*one, *other) for one, other in zip(ends, ends[1:], strict=False)]
