"""One row of the spine: the city in the middle, the better side right, one scale per row."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.answers.sozialraum.parts import Entry
from dashboard.display import Sign
from dashboard.figures.contrast import INK, WHITE
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.svg import Attribute, document, element
from dashboard.figures.theme import SIGN_COLOUR
from dashboard.figures.ticks import finite

Size = tuple[float, float]  # width and height in pt
RANGE, OTHER, HATCH = "#e3dfd6", "#8f8a7e", "#8a8577"
SIDE = 5.0  # pt kept free at both ends for half a sign
MARK = 8.5  # pt
WIDEST = 1.5  # times the distance of the farthest area


def spine(entry: Entry, size: Size) -> str:
    """SVG of the row; hatched where the value is hidden, empty text where there is nothing to draw."""
    if entry.sign == "hidden":
        return str(document(*_hatching(size), view=(0, 0, *size)))
    if entry.value is None or entry.city is None or not finite([entry.value, entry.city]):
        return ""
    return str(document(*_Row(entry, entry.value, entry.city, size).parts(), view=(0, 0, *size)))


class _Row:
    """The pieces of one drawn row."""

    def __init__(self, entry: Entry, value: float, city: float, size: Size) -> None:
        self.entry, self.value, self.city = entry, value, city
        self.width, self.height = size
        spread = self._farthest([value, *entry.others, entry.worst, entry.best])
        # The interval may widen the scale, but a very long one may not press the areas together.
        wished = max(spread, self._farthest([entry.lower, entry.upper]))
        self.span = min(wished, WIDEST * spread) or wished or 1.0

    def parts(self) -> list[Markup]:
        """Range, the other areas, the city, the interval and the area itself, back to front."""
        return [self._range(), *map(self._other, finite(self.entry.others)), self._city(), *self._marked()]

    def _farthest(self, values: Iterable[float | None]) -> float:
        return max((abs(each - self.city) for each in finite(values)), default=0.0)

    def _x(self, value: float) -> float:
        share = (value - self.city) / self.span * (-1 if self.entry.less_is_right else 1)
        return self.width / 2 + max(-1.0, min(1.0, share)) * (self.width / 2 - SIDE)

    def _range(self) -> Markup:
        ends = finite([self.entry.worst, self.entry.best])
        if len(ends) < 2:
            return Markup("")
        left, right = sorted(map(self._x, ends))
        top = self.height * 0.27
        return element(
            "rect", x=left, y=top, width=right - left, height=self.height - 2 * top, rx=1.2, fill=RANGE
        )

    def _other(self, value: float) -> Markup:
        top = self.height * 0.27
        return self._upright(self._x(value), top, self.height - top, stroke=OTHER, stroke_width=0.6)

    def _city(self) -> Markup:
        middle = self.width / 2
        return self._upright(middle, 0, self.height, stroke=INK, stroke_width=1, stroke_dasharray="2.4 1.8")

    def _upright(self, x: float, top: float, bottom: float, **style: str | float) -> Markup:
        return element("line", x1=x, x2=x, y1=top, y2=bottom, **style)

    def _marked(self) -> list[Markup]:
        """The interval on a white lining, then the sign."""
        ends = finite([self.entry.lower, self.entry.upper])
        colour = SIGN_COLOUR[self.entry.sign]
        lines = []
        if len(ends) == 2:
            # An interval may leave the drawn range; it then runs to the edge of the row.
            left, right = sorted(map(self._x, ends))
            place: dict[str, Attribute] = {
                "x1": left,
                "x2": right,
                "y1": self.height / 2,
                "y2": self.height / 2,
            }
            lines = [
                element("line", stroke=WHITE, stroke_width=2.8, **place),
                element("line", stroke=colour, stroke_width=1.5, **place),
            ]
        return [*lines, *_dot(self.entry.sign, self._x(self.value), self.height / 2)]


def _dot(sign: Sign, x: float, y: float) -> list[Markup]:
    """The sign on white; a small filled circle where nothing was compared."""
    if sign == "none":
        return [element("circle", cx=x, cy=y, r=2.6, fill=SIGN_COLOUR[sign], stroke=WHITE, stroke_width=0.8)]
    return [element("circle", cx=x, cy=y, r=MARK * 0.42, fill=WHITE), sign_mark(sign, x, y, MARK)]


def _hatching(size: Size) -> list[Markup]:
    """A frame and slanted lines that stay visible in a copy."""
    width, height = size
    top, tall = height * 0.2, height * 0.6
    style: dict[str, Attribute] = {"fill": "none", "stroke": HATCH, "stroke_width": 0.5}
    starts = [index * 4.0 for index in range(int((width - tall) / 4.0) + 1)]
    slanted = "".join(f"M{start:g} {top + tall:g}l{tall:g}-{tall:g}" for start in starts)
    return [element("path", d=slanted, **style)]
