"""A legend above a drawing: samples of colours and marks with their words, in as many lines as it takes."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from dashboard.export.plate.canvas import Box, zoomed
from dashboard.figures.contrast import INK
from dashboard.figures.history.scene import width_of
from dashboard.figures.svg import element, text
from dashboard.figures.theme import SLATE
from dashboard.wording.signs import NOTE_LEGEND

SIZE, LINE = 16.0, 25.0  # px: type, and from one line to the next
WORDY = 620.0  # px: from this width on there is room for long words
_SAMPLE, _AIR = 24.0, 22.0  # px: room of a sample, and between two entries

#: A sample as the pages draw it (16 px wide, 12 px high), and its words.
Entry = tuple[Markup, str]


def legend(entries: Sequence[Entry], width: float) -> tuple[Markup, float]:
    """The drawing at the upper left corner, and the height it takes; nothing without entries."""
    x, line, drawn = 0.0, 0, []
    for sample, words in entries:
        wide = _SAMPLE + width_of(words, SIZE)
        if x and x + wide > width:
            x, line = 0.0, line + 1
        middle = line * LINE + LINE / 2
        drawn.append(zoomed(sample, Box(x, middle - 7, 18, 14), 18 / 16))
        drawn.append(text(words, x + _SAMPLE, middle + 0.35 * SIZE, SIZE, fill=INK))
        x += wide + _AIR
    return Markup("").join(drawn), LINE * (line + 1) + 6 if entries else 0.0


def colour(fill: str) -> Markup:
    """The sample of a plain colour."""
    return element("rect", x=0.5, y=0.5, width=15, height=11, fill=fill, stroke=SLATE, stroke_width=0.6)


def star(width: float) -> Entry:
    """The star of a value that would stand out by itself, with as many words as there is room for."""
    words = NOTE_LEGEND[1] if width >= WORDY else "einzeln auffällig, nicht nachweisbar"
    return element("g", note_mark(8, 6, 11)), words


def note_mark(x: float, y: float, size: float) -> Markup:
    """The star around a point."""
    half, wide, low = size / 2, 0.43 * size, 0.25 * size
    arms = [f"M{x:.2f} {y - half:.2f}V{y + half:.2f}"]
    for side in (wide, -wide):
        arms.append(f"M{x - side:.2f} {y - low:.2f}L{x + side:.2f} {y + low:.2f}")
    return element("path", d="".join(arms), stroke=INK, stroke_width=0.2 * size, fill="none")


def dash(stroke: str = INK, pattern: str | None = None) -> Markup:
    """The sample of a line."""
    return element(
        "path", d="M0 6H16", stroke=stroke, stroke_width=2.2, stroke_dasharray=pattern, fill="none"
    )


def diamond() -> Markup:
    """The sample of a published value."""
    return element("path", d="M8 0.5L13.5 6L8 11.5L2.5 6Z", fill=INK)


def hatched(line: str) -> Markup:
    """The sample of what is protected, not assigned or of several kinds."""
    box = element("rect", x=0.5, y=0.5, width=15, height=11, fill="#ffffff", stroke=line)
    return box + element(
        "path", d="M1 7L7 1M1 11L11 1M6 11L15 2M11 11L15 7", stroke=line, stroke_width=1.1, fill="none"
    )
