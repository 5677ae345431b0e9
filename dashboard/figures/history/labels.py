"""Direct labels: each as near to what it names as the others leave room for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

from dashboard.figures.city_map.geometry import Box
from dashboard.figures.contrast import INK
from dashboard.figures.history.scene import Anchor, Frame, Words, width_of

LEAD = 1.2  # line height of a label in type sizes
STEP = 3.0  # px between two places that are tried
FORBIDDEN = 1e6
CROSSED = 50.0  # px that a label moves rather than stand on a line

Segment = tuple[float, float, float, float]  # shares and px: x1, y1, x2, y2
Edges = tuple[float, float, float, float]  # px: left, right, top, bottom


@dataclass(frozen=True, slots=True)
class Wish:
    """A label of some lines, which wants its middle at one of the heights ``wanted`` (px)."""

    lines: tuple[str, ...]
    x: float
    dx: float
    anchor: Anchor
    wanted: tuple[float, ...]
    colour: str = INK
    bold: bool = False
    size: float = 13.0

    def height(self) -> float:
        """Of all its lines."""
        return len(self.lines) * self.size * LEAD

    def box(self, middle: float, width: float) -> Box:
        """The room it takes around a height, in px at this width of the picture."""
        wide = max(width_of(line, self.size, self.bold) for line in self.lines)
        shift = {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        left = self.x * width + self.dx - shift
        return Box(left, middle - self.height() / 2, wide, self.height())

    def words(self, middle: float) -> list[Words]:
        """Its lines around that height."""
        top = middle - self.height() / 2 + self.size * LEAD / 2
        return [
            Words(line, self.x, top + row * self.size * LEAD, self.size, self.anchor, self.dx, self.colour,
                  self.bold, halo=True)
            for row, line in enumerate(self.lines)
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """A wish with the places it could take, the cheapest first; ``ground`` is its box around height 0."""

    ground: Box
    places: tuple[tuple[float, float], ...]  # cost, height of the middle


def placed(
    wishes: Sequence[Wish], frame: Frame, lines: Sequence[Segment] = (), taken: Sequence[Box] = ()
) -> list[float]:
    """Middles for all wishes: no two overlap, lines are kept clear of, the way to the values is short.

    Each order of serving them is tried; there are never more than a handful.
    """
    choices = [ranked(wish, frame, lines) for wish in wishes]
    total, first = serve(choices, range(len(wishes)), taken)
    wanted = [choice.places[0][1] for choice in choices]
    if first == wanted and total < FORBIDDEN:
        return first  # nothing is in anything's way: no other order can do better
    served = [serve(choices, order, taken) for order in permutations(range(len(wishes)))]
    return min(served, key=lambda each: each[0])[1]


def ranked(wish: Wish, frame: Frame, lines: Sequence[Segment]) -> Ranked:
    """Every place a label could take."""
    width = frame.size.narrowest
    ground = wish.box(0.0, width)
    half = ground.height / 2
    tries = int((frame.size.plot - 2 * half) / STEP)
    heights = [frame.top + half + STEP * index for index in range(tries + 1)]
    inside = [each for each in wish.wanted if frame.top + half <= each <= frame.bottom - half]
    passing = [there for line in lines if (there := heights_of(line, ground, width))]
    priced = sorted(zip(costs(wish, (*inside, *heights), ground, passing), (*inside, *heights), strict=True))
    return Ranked(ground, tuple(priced))


def serve(choices: Sequence[Ranked], order: Sequence[int], taken: Sequence[Box]) -> tuple[float, list[float]]:
    """Total cost and the middles when the wishes are served in this order."""
    used = [(box.x, box.x + box.width, box.y, box.y + box.height) for box in taken]
    found, total = [0.0] * len(choices), 0.0
    for index in order:
        ground = choices[index].ground
        price, middle = cheapest(choices[index], used)
        top = middle + ground.y
        used.append((ground.x, ground.x + ground.width, top, top + ground.height))
        found[index] = middle
        total += price
    return total, found


def cheapest(choice: Ranked, used: Sequence[Edges]) -> tuple[float, float]:
    """Cost and middle of the first free place; of the cheapest, at a forbidding price, when none is free."""
    left, right = choice.ground.x, choice.ground.x + choice.ground.width
    # All places of a label lie one above the other: only what stands there can be in the way of any.
    rows = [(high, low) for start, end, high, low in used if left < end and start < right]
    for price, middle in choice.places:
        top = middle + choice.ground.y
        bottom = top + choice.ground.height
        for high, low in rows:
            if top < low and high < bottom:
                break
        else:
            return price, middle
    return FORBIDDEN, choice.places[0][1]


def costs(
    wish: Wish, middles: Sequence[float], ground: Box, passing: Sequence[tuple[float, float]]
) -> list[float]:
    """Distance to the nearest wanted height (earlier ones preferred), more for each line below it."""
    wanted = [(each, 4 * place) for place, each in enumerate(wish.wanted)]
    if len(wanted) == 1:  # as most wish
        far = [abs(middle - wish.wanted[0]) for middle in middles]
    else:
        far = [min([abs(middle - each) + more for each, more in wanted]) for middle in middles]
    if not passing:
        return far
    found = []
    for middle, way in zip(middles, far, strict=True):
        top = middle + ground.y
        bottom = top + ground.height
        found.append(way + CROSSED * len([1 for low, high in passing if low <= bottom and high >= top]))
    return found


def heights_of(line: Segment, ground: Box, width: float) -> tuple[float, float] | None:
    """Between which heights a straight line passes where a label is; None where it is elsewhere.

    All places of a label lie one above the other, so this is asked once for all of them.
    """
    x1, y1, x2, y2 = line[0] * width, line[1], line[2] * width, line[3]
    left, right = max(ground.x, min(x1, x2)), min(ground.x + ground.width, max(x1, x2))
    if left > right:
        return None
    ends = (y1, y2) if x2 == x1 else [y1 + (x - x1) / (x2 - x1) * (y2 - y1) for x in (left, right)]
    return min(ends), max(ends)


def folded(words: str, room: float, size: float) -> tuple[str, ...]:
    """In one line, or in two broken before "bis" (else at the middle space)."""
    if width_of(words, size, True) <= room or " " not in words:
        return (words,)
    places = [index for index, sign in enumerate(words) if sign == " "]
    found = words.find(" bis ")
    cut = found if found > 0 else min(places, key=lambda index: abs(index - len(words) / 2))
    return words[:cut], words[cut + 1 :]
