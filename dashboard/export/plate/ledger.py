"""A grid of as many rows as have room: what has none is counted in a last line, a row in focus stays.

``Picture(ledger(columns, rows), "…")``: columns and cells are those of :mod:`dashboard.export.plate.grid`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.export.plate.canvas import Box, canvas, zoomed
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.lettering import said
from dashboard.export.plate.parts import Draw
from dashboard.figures.contrast import INK
from dashboard.figures.signs_svg import trend_svg
from dashboard.figures.theme import GREY_TEXT
from dashboard.model import TrendLabel

#: Width of a picture in px → its columns: a narrow one leaves some out.
Columns = Callable[[float], Sequence[str]]
Above = Callable[[float], tuple[Markup, float]]
ONE_LINE, TWO_LINES = 24.0, 40.0  # px: the least height of a row


@dataclass(frozen=True, slots=True)
class Ledger:
    """Columns by name, and rows that hold a cell for every name.

    ``names``: which columns a picture of a width has. ``least``: px from row to row. ``rest``: word for
    what has no room ("Ziele"); ``wanted``: share of the width for what is drawn.
    """

    columns: dict[str, Column]
    rows: tuple[dict[str, Cell], ...]
    names: Columns
    least: float = ONE_LINE
    rest: str = ""
    focused: int | None = None
    above: Above | None = None
    wanted: float = 0.25

    def draw(self, width: float, height: float) -> Markup:
        """The picture of this size."""
        names = self.names(width)
        top = self.above(width)[1] if self.above else 0.0
        room = max(2, int((height - top - 30) / self.least))
        shown = self._shown(room)
        rows = [self._row(place, names) for place in shown]
        left = len(self.rows) - len(shown)
        if left:
            rows.append(_more(left, self.rest, names))
        grid = Grid(tuple(self.columns[name] for name in names), tuple(rows), self.above, self.wanted)
        return grid.draw(width, height)

    def _shown(self, room: int) -> list[int]:
        if len(self.rows) <= room:
            return list(range(len(self.rows)))
        kept = list(range(room - 1))
        if self.focused is not None and self.focused >= room - 1:
            kept[-1] = self.focused
        return kept

    def _row(self, place: int, names: Sequence[str]) -> Row:
        cells = self.rows[place]
        return Row(tuple(cells[name] for name in names), focused=place == self.focused)


def always(*names: str) -> Columns:
    """The same columns at every width."""
    return lambda width: names


def by_width(*choices: tuple[float, tuple[str, ...]]) -> Columns:
    """The first choice (least width, names) that the width allows; the last one for every other."""
    return lambda width: next((names for least, names in choices if width >= least), choices[-1][1])


def still(drawing: Callable[[float], Markup], natural: float) -> Cell:
    """A cell with a drawing that fills its width and has a natural height in px.

    ``drawing`` is asked with the width at which it has that height; it is enlarged with the row.
    """

    def write(spot: Spot) -> Markup:
        zoom = max(0.6, min(1.5, spot.box.height / (1.15 * natural)))
        high = natural * zoom
        middle = spot.box.y + spot.box.height / 2
        place = Box(spot.box.x, middle - high / 2, spot.box.width, high)
        return zoomed(drawing(spot.box.width / zoom), place, zoom)

    return write


def moving(trend: TrendLabel, word: str) -> Cell:
    """The trend's symbol with its word."""

    def write(spot: Spot) -> Markup:
        size = 0.9 * spot.size
        middle = spot.box.y + spot.box.height / 2
        mark = zoomed(trend_svg(trend, 16), Box(spot.box.x, middle - size / 2, size, size), size / 16)
        moved = Box(spot.box.x + 1.3 * spot.size, spot.box.y, spot.box.width - 1.3 * spot.size,
                    spot.box.height)  # fmt: skip
        return mark + said(word, colour=GREY_TEXT if trend == "no_trend" else INK)(
            Spot(moved, spot.size, spot.strong)
        )

    return write


def blank(spot: Spot) -> Markup:
    """A cell without anything."""
    return Markup("")


def nothing(words: str) -> Draw:
    """A picture that only says something."""

    def draw(width: float, height: float) -> Markup:
        write = said(words, colour=GREY_TEXT)
        return canvas(width, height, write(Spot(Box(0, 0, width, min(height, 60.0)), 20.0, False)))

    return draw


def _more(count: int, what: str, names: Sequence[str]) -> Row:
    words = f"und {count} weitere {what}".rstrip() if count > 1 else "und eine weitere Zeile"
    first = said(words, colour=GREY_TEXT)

    def over(spot: Spot) -> Markup:
        wide = Box(spot.box.x, spot.box.y, 4000.0, spot.box.height)
        return first(Spot(wide, spot.size, False))

    return Row((over, *(blank for _name in names[1:])))
