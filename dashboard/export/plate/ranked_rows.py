"""The pieces of ordered rows: scale, city, words and marks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.display import CityLine, Sign
from dashboard.export.plate.fitting import SMALLEST, cut, wide
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.signs_svg import published_mark, sign_mark
from dashboard.figures.svg import Attribute, element, text
from dashboard.figures.theme import CONTEXT, GREY_TEXT, HIGHLIGHT, LINE, SIGN_COLOUR, SIGN_TEXT
from dashboard.figures.ticks import Tick, finite, share_of, ticks

_TICK = 72.0  # px for a tick with its number


@dataclass(frozen=True, slots=True)
class Ground:
    """Where rows stand: ``left`` and ``right`` edge of the scale, first row below ``top``, in px."""

    width: float
    left: float
    right: float
    top: float
    pitch: float
    count: int
    size: float
    limits: tuple[float, float]

    @property
    def bottom(self) -> float:
        """Below the last row."""
        return self.top + self.count * self.pitch

    def x(self, value: float) -> float:
        """Where a value stands, held inside the scale."""
        return self.left + share_of(value, self.limits) * (self.right - self.left)

    def middle(self, place: int) -> float:
        """Of a row, counted from 0."""
        return self.top + (place + 0.5) * self.pitch


def scale_of(ground: Ground, unit: str) -> Iterator[Markup]:
    """Pale upright lines with their numbers on top; a short unit stands behind the last one."""
    count = max(2, int((ground.right - ground.left) / _TICK))
    marks = ticks(ground.limits, count)
    for tick in marks:
        x = ground.left + tick.share * (ground.right - ground.left)
        colour = CONTEXT if tick.value == 0 else LINE
        yield element("line", x1=x, x2=x, y1=ground.top - 4, y2=ground.bottom, stroke=colour)
        words = _printed(tick, unit, last=tick is marks[-1])
        yield text(words, x, ground.top - 12, SMALLEST, text_anchor="middle", fill=GREY_TEXT)


def _printed(tick: Tick, unit: str, *, last: bool) -> str:
    return f"{tick.text}\u202f{unit}" if last and 0 < len(unit) <= 2 else tick.text


def city_of(ground: Ground, city: CityLine) -> Iterator[Markup]:
    """The city as a dashed line over all rows, named below it on the side where there is room."""
    if city.value is None or not finite([city.value]):
        return
    x, size = ground.x(city.value), max(SMALLEST, 0.8 * ground.size)
    dashed: dict[str, Attribute] = {"stroke": INK, "stroke_width": 1.6, "stroke_dasharray": "5 4"}
    yield element("line", x1=x, x2=x, y1=ground.top - 4, y2=ground.bottom + 4, **dashed)
    half = wide(city.label, size) / 2
    middle = min(max(x, half), ground.width - half)
    yield text(city.label, middle, ground.bottom + 5 + size, size, text_anchor="middle", fill=INK)


def words_of(
    name: str, value: str, sign: Sign, focused: bool, ground: Ground, place: int
) -> Iterator[Markup]:
    """Name, printed value and sign of a row, on a pale ground when it is in focus."""
    middle, size = ground.middle(place), ground.size
    if focused:
        y, high = middle - ground.pitch / 2 + 1, ground.pitch - 2
        yield element("rect", x=0, y=y, width=ground.width, height=high, rx=4, fill=HIGHLIGHT)
    weight, base = 700 if focused else None, middle + 0.35 * size
    yield text(cut(name, ground.left - 16, size, focused), 8, base, size, font_weight=weight, fill=INK)
    judged = sign not in ("none", "hidden")
    edge = ground.width - (1.35 * size if judged else 6)
    colour = SIGN_TEXT[sign] if focused else INK
    yield text(value, edge, base, size, text_anchor="end", font_weight=700, fill=colour)
    if judged:
        yield sign_mark(sign, ground.width - 0.62 * size, middle, 0.8 * size)


def marks(
    value: float | None,
    lower: float | None,
    upper: float | None,
    sign: Sign,
    published: bool,
    focused: bool,
    ground: Ground,
    place: int,
    bars: bool,
) -> Iterator[Markup]:
    """What is drawn of a value: nothing without one, else bar or dot with the interval."""
    if value is None or not finite([value]):
        return
    y, colour = ground.middle(place), SIGN_COLOUR[sign]
    if bars:
        yield _bar(value, colour, ground, y)
    if lower is not None and upper is not None:
        ink: dict[str, Attribute] = {"stroke": INK if bars else colour, "stroke_opacity": 0.55}
        wide_line = 2.0 if bars else 3.0 + focused
        yield element(
            "line", x1=ground.x(lower), x2=ground.x(upper), y1=y, y2=y, stroke_width=wide_line, **ink
        )
    if not bars:
        yield _dot(ground.x(value), y, colour, 7.0 + focused, hollow=sign == "same", published=published)


def _bar(value: float, colour: str, ground: Ground, y: float) -> Markup:
    left, right = sorted((ground.x(0.0), ground.x(value)))
    high = min(0.55 * ground.pitch, 26.0)
    return element("rect", x=left, y=y - high / 2, width=max(right - left, 1.0), height=high, fill=colour)


def _dot(x: float, y: float, colour: str, radius: float, *, hollow: bool, published: bool) -> Markup:
    if published:
        return published_mark(x, y, 2.4 * radius, colour)
    fill = WHITE if hollow else colour
    return element("circle", cx=x, cy=y, r=radius, fill=fill, stroke=colour, stroke_width=2.2)
