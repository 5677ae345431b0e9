"""How many indicators there are in each life phase on a plate, by the kind of values they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final

from markupsafe import Markup

from dashboard.answers.kennzahlen.parts import Group, Reach
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.fitting import wide
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Ledger, by_width
from dashboard.export.plate.lettering import line, said
from dashboard.export.plate.swatches import colour, hatched, legend
from dashboard.figures.contrast import WHITE, text_on
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT, SEQUENTIAL, SLATE

#: Kind of values, its words, and the colour of its piece of the bar.
REACHES: Final[tuple[tuple[Reach, str, str], ...]] = (
    ("sozialraum", "Werte je Sozialraum", SEQUENTIAL[4]),
    ("stadtbezirk", "nur je Stadtbezirk", SEQUENTIAL[2]),
    ("stadt", "nur Stadt", SEQUENTIAL[0]),
    ("ohne", "noch ohne Werte", WHITE),
)


def phases(groups: Sequence[Group]) -> Ledger:
    """A bar per life phase; beside it how many indicators show a difference between the areas."""
    most = max(len(group.entries) for group in groups)
    columns = {
        "phase": Column("Lebensphase", 11.5),
        "bar": Column("Kennzahlen", 0.0),
        "differing": Column("mit nachweisbarem Unterschied", 13.5, "end"),
        "short": Column("mit Unterschied", 7.5, "end"),
    }
    names = by_width((800, ("phase", "bar", "differing")), (600, ("phase", "bar", "short")),
                     (0, ("phase", "bar")))  # fmt: skip
    rows = tuple(_phase(group, most) for group in groups)
    return Ledger(columns, rows, names, least=26.0, above=_legend)


def _legend(width: float) -> tuple[Markup, float]:
    samples = [(hatched(SLATE) if reach == "ohne" else colour(fill), word) for reach, word, fill in REACHES]
    return legend(samples, width)


def _phase(group: Group, most: int) -> dict[str, Cell]:
    differing = sum(entry.differing > 0 for entry in group.entries)
    known = sum(entry.reach == "sozialraum" for entry in group.entries)
    words = f"{differing} von {known}" if known else "–"
    return {
        "phase": said(group.title),
        "bar": partial(_bar, group, most),
        "differing": said(words, "end", strong=bool(differing)),
        "short": said(words, "end", strong=bool(differing)),
    }


def _bar(group: Group, most: int, spot: Spot) -> Markup:
    """A piece per kind of value with its number, as long as there are indicators."""
    room, counted = spot.box, Counter(entry.reach for entry in group.entries)
    total = str(len(group.entries))
    each = (room.width - wide(total, spot.size, True) - 12) / most
    high = min(28.0, 0.66 * room.height)
    x, top, drawn = room.x, room.y + (room.height - high) / 2, []
    for reach, _word, fill in REACHES:
        part = each * counted[reach]
        if not part:
            continue
        drawn.append(_piece(Box(x, top, part, high), fill, counted[reach], reach == "ohne"))
        x += part
    end = Box(x + 8, room.y, 60, room.height)
    return Markup("").join([*drawn, line(total, end, spot.size, bold=True)])


def _piece(room: Box, fill: str, count: int, empty: bool) -> Markup:
    box = element("rect", x=room.x, y=room.y, width=room.width, height=room.height, fill=fill,
                  stroke=SLATE if empty else WHITE, stroke_width=1.2,
                  stroke_dasharray="4 3" if empty else None)  # fmt: skip
    size = min(17.0, max(15.0, 0.6 * room.height))
    if room.width < wide(str(count), size) + 6:
        return box
    return box + line(str(count), room, size, GREY_TEXT if empty else text_on(fill), "middle")
