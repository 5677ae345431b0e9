"""What is written on an area, in which of several arrangements it fits, and how it is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from markupsafe import Markup

from dashboard.display import AreaValue, Sign
from dashboard.figures.city_map.ems import ems
from dashboard.figures.city_map.geometry import Box, Point
from dashboard.figures.contrast import WHITE
from dashboard.figures.signs_svg import published_mark, sign_mark
from dashboard.figures.svg import element, text

NAME_SIZE, VALUE_SIZE, COMPACT_SIZE = 13.0, 16.0, 21.0  # in 1/560 of the plane's width
SMALLER = (1.0, 0.9, 0.8)  # tried one after the other before a label leaves its area
LEAD = 1.16  # line height
MARK = 1.15  # room of one mark, in line sizes
BARE_NUMBER = re.compile(r"[−–-]?\d+(?:[.\u202f\u2009\u00a0 ]\d{3})*(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of type. ``size`` in the plane's unit."""

    words: str
    size: float
    bold: bool

    @property
    def width(self) -> float:
        """Estimated: without a font at hand, generous rather than tight."""
        return ems(self.words) * self.size * (1.06 if self.bold else 1.0)


@dataclass(frozen=True, slots=True)
class Label:
    """Lines of type, and the marks behind one of them (``bearer``, counted from the end: -1, -2)."""

    lines: tuple[Line, ...]
    sign: Sign = "none"
    noted: bool = False
    published: bool = False
    bearer: int = -1

    @property
    def marks(self) -> int:
        """How many marks are drawn."""
        return (self.sign not in ("none", "hidden")) + self.noted + self.published

    def width_of(self, line: Line) -> float:
        """Width of one line, with the marks if it bears them."""
        return line.width + (self.marks * line.size * MARK if line is self.lines[self.bearer] else 0)

    @property
    def width(self) -> float:
        """Width of the widest line."""
        return max(self.width_of(line) for line in self.lines)

    @property
    def height(self) -> float:
        """Height of all lines together, from the top of the capitals to the last baseline."""
        return sum(line.size for line in self.lines) * LEAD - self.lines[-1].size * 0.3


def wide_labels(value: AreaValue, unit: float) -> tuple[Label, ...]:
    """Name and value for a large map, the preferred arrangement first, then the same in smaller type."""
    names = dict.fromkeys([(value.short_name,), halves(value.short_name)])
    return tuple(
        marked(wide_lines(parts, value, size * unit), value, bearer)
        for size in SMALLER
        for parts in names
        for bearer in (-1, -2)
    )


def wide_lines(names: tuple[str, ...], value: AreaValue, unit: float) -> tuple[Line, ...]:
    """The name in one or two lines, the value in bold below it."""
    above = tuple(Line(part, NAME_SIZE * unit, bold=value.focused) for part in names)
    return (*above, Line(value.text, VALUE_SIZE * unit, bold=True))


def compact_labels(value: AreaValue, unit: float) -> tuple[Label, ...]:
    """The bare number for a small map, with its sign where one differs and there is room."""
    line = Line(bare_number(value.text), COMPACT_SIZE * unit, bold=True)
    return marked((line,), replace(value, sign="none") if value.sign == "same" else value), Label((line,))


def marked(lines: tuple[Line, ...], value: AreaValue, bearer: int = -1) -> Label:
    """Lines with the marks of a value behind one of them."""
    return Label(
        lines, value.sign, value.noted, value.origin == "published" and value.value is not None, bearer
    )


def halves(name: str) -> tuple[str, ...]:
    """A name in two lines, broken after its first hyphen; in one when it has none."""
    head, hyphen, tail = name.partition("-")
    return (head + hyphen, tail) if tail else (name,)


def bare_number(words: str) -> str:
    """The number without its unit; signs such as ``x`` stay as they are."""
    found = BARE_NUMBER.search(words)
    return found.group() if found else words


def draw(label: Label, middle: Point, colour: str, halo: str | None) -> Markup:
    """The label around ``middle``; ``halo`` is the colour of the ground it must stand out from."""
    baseline = middle[1] - label.height / 2
    drawn = Markup("")
    for index, line in enumerate(label.lines):
        baseline += line.size * (LEAD if index else 0.86)
        bears = label.marks and line is label.lines[label.bearer]
        drawn += (
            (with_marks(label, line, middle[0], baseline, colour, halo))
            if bears
            else (words(line, middle[0], baseline, colour, halo))
        )
    return drawn


def with_marks(label: Label, line: Line, x: float, y: float, colour: str, halo: str | None) -> Markup:
    """A line set flush against its marks, so that these follow closely in every font."""
    end = x + label.width_of(line) / 2 - label.marks * line.size * MARK
    return words(line, end, y, colour, halo, anchor="end") + marks(
        label, line.size, end, y - line.size * 0.35, colour
    )


def words(
    line: Line,
    x: float,
    y: float,
    colour: str,
    halo: str | None,
    anchor: str = "middle",
) -> Markup:
    """One line of type with its halo."""
    return text(
        line.words,
        x,
        y,
        line.size,
        text_anchor=anchor,
        fill=colour,
        font_weight=700 if line.bold else None,
        stroke=halo,
        stroke_width=line.size * 0.22 if halo else None,
        stroke_linejoin="round" if halo else None,
        paint_order="stroke" if halo else None,
    )


def marks(label: Label, size: float, x: float, y: float, colour: str) -> Markup:
    """Origin, sign on a white tile, note: side by side from ``x`` on."""
    place = x + size * 0.72
    drawn = Markup("")
    if label.published:
        drawn += published_mark(place, y, size * 0.62, colour)
        place += size * MARK
    if label.sign not in ("none", "hidden"):
        drawn += badge(label.sign, place, y, size)
        place += size * MARK
    if label.noted:
        drawn += star(place - size * 0.1, y, size * 0.34, colour)
    return drawn


def badge(sign: Sign, x: float, y: float, size: float) -> Markup:
    """The sign in its own colour on a white tile, so that it reads on every class colour.

    A tile, not a disc: on a dark area a filled circle inside a white disc would look like the ring.
    """
    half = size * 0.56
    tile = element(
        "rect", x=x - half, y=y - half, width=2 * half, height=2 * half, rx=size * 0.16, fill=WHITE
    )
    return tile + sign_mark(sign, x, y, size * 0.8)


def star(x: float, y: float, arm: float, colour: str) -> Markup:
    """The note sign in the colour of the type."""
    path = f"M{x:.1f} {y - arm:.1f}V{y + arm:.1f}" + "".join(
        f"M{x - side * arm * 0.86:.1f} {y - arm / 2:.1f}L{x + side * arm * 0.86:.1f} {y + arm / 2:.1f}"
        for side in (1, -1)
    )
    return element("path", d=path, stroke=colour, stroke_width=arm * 0.4, fill="none")


def taken(label: Label, middle: Point) -> Box:
    """The room a label occupies around its middle."""
    return Box(
        middle[0] - label.width / 2,
        middle[1] - label.height / 2,
        label.width,
        label.height,
    )
