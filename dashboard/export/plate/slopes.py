"""Two periods side by side: how every area moved.

``Picture(draw=slopes(rows, "2015/16", "2025/26", "± Punkte"), alt="…")``, laid out for the box: in a
narrow one the names stand on the right side alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from dashboard.display import SlopeRow
from dashboard.export.plate.fitting import SMALLEST, filling
from dashboard.export.plate.parts import Draw
from dashboard.figures.slope import slope_svg
from dashboard.figures.slope.frame import FOOT, TOP, Columns

_WIDEST, _NARROW = 1200.0, 560.0  # px
_LETTERS = (SMALLEST, 20.0)
_LEAD = 1.3  # least distance of two labels, in letters


def slopes(rows: Sequence[SlopeRow], first_label: str, last_label: str, change_label: str) -> Draw:
    """Lines between two upright axes, with values, names and changes written beside them."""
    unlinked = tuple(replace(row, href="") for row in rows)

    def draw(width: float, height: float) -> Markup:
        drawn = slope_svg(
            unlinked,
            first_label,
            last_label,
            title="",
            description="",
            change_label=change_label,
            ident="bild",
            columns=_columns(unlinked, width, height),
        )
        return filling(drawn, width, height)

    return draw


def _columns(rows: Sequence[SlopeRow], width: float, height: float) -> Columns:
    """Axes and type for a box; who lacks a value is listed below and takes its lines."""
    there = sum(row.first is not None and row.last is not None for row in rows)
    absent = len(rows) - there
    lines = max(there - 1, 1) + (absent + 1 if absent else 0)
    free = height - TOP - FOOT * (2 if absent else 1)
    most = _LETTERS[0] if width < _NARROW else _LETTERS[1]
    letter = min(most, max(_LETTERS[0], free / lines / _LEAD))
    pitch = letter * _LEAD
    plot = max(free - (absent + 1) * pitch if absent else free, there * pitch)
    wide = min(width, _WIDEST)
    if width < _NARROW:
        return Columns(wide, 50, 0.36 * wide, wide - 4, False, plot, pitch, letter, SMALLEST)
    return Columns(wide, 0.3 * wide, 0.6 * wide, wide - 8, True, plot, pitch, letter, SMALLEST)
