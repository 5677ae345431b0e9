"""Recommendation by choice: a table that is a picture, the darker a cell, the more children."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from dashboard.answers.uebergaenge.cross import Cross, CrossCell, CrossRow
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Spot, em, words
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.parts import Picture
from dashboard.figures.contrast import INK
from dashboard.figures.cross_cells import fill, ink
from dashboard.figures.svg import element
from dashboard.figures.theme import HIGHLIGHT

_WEIGHT = 1.05
NOTE = "Zeilen: empfohlen, Spalten: gewählt; umrandet: wie empfohlen. Anteile je Empfehlung."


def crossed(panel: Panel, content: Cross) -> Picture:
    """Rows are recommended, columns chosen forms."""
    columns = (
        Column("empfohlen", 0.85 * em([row.name for row in content.rows])),
        *(Column(name, head=words(name, "middle", small=True)) for name in content.columns),
    )
    rows = tuple(_row(row) for row in content.rows)
    title = f"{panel.title}; Spalten: gewählt"
    return Picture(Grid(columns, rows, wanted=0.6).draw, f"{panel.subtitle}. {panel.title}.", title, _WEIGHT)


def _row(row: CrossRow) -> Row:
    children = "" if row.n_text == "–" else f"{row.n_text} Kinder"
    return Row((words(row.name, below=children), *(partial(_cell, cell) for cell in row.cells)))


def _cell(cell: CrossCell, spot: Spot) -> Markup:
    """A field in the colour of its share; what follows the recommendation has a frame."""
    box, same = spot.box, cell.step == "same"
    ground = HIGHLIGHT if cell.share is None else fill(cell.share)
    colour = INK if cell.share is None else ink(cell.share)
    field = Box(box.x - 4, box.y + 3, box.width + 8, box.height - 6)
    drawn = element(
        "rect",
        x=field.x,
        y=field.y,
        width=field.width,
        height=field.height,
        fill=ground,
        stroke=INK if same else None,
        stroke_width=2.4 if same else None,
    )
    return drawn + words(cell.text, "middle", colour=colour)(replace(spot, strong=same))
