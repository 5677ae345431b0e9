"""The indicators of a profile row by row on a plate, each against the city."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from markupsafe import Markup

from dashboard.answers.sozialraum.parts import Entry
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.fitting import boxed
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import TWO_LINES, Ledger, by_width, moving
from dashboard.export.plate.lettering import said
from dashboard.figures.signs_svg import sign_mark
from dashboard.figures.spine import HEIGHT, WIDTH, SpineRow, spine_strip
from dashboard.figures.theme import GREY_TEXT, SIGN_TEXT

_NAMES: Final = ("name", "value", "strip", "city", "sign", "trend")


def ledger(entries: Sequence[Entry]) -> Ledger:
    """The rows with as many columns as there is something to say in."""
    compared = any(entry.sign != "none" for entry in entries)
    drawn = compared and any(_has_scale(entry) for entry in entries)
    names = tuple(name for name in _NAMES if (compared or name not in ("sign", "trend")) and
                  (drawn or name != "strip"))  # fmt: skip
    columns = {
        "name": Column("Kennzahl", 14.0 if drawn else 0.0),
        "short": Column("Kennzahl", 0.0),
        "value": Column("Wert", 7.0, "end"),
        "strip": Column("mit 95-%-Bereich", 0.0),
        "city": Column("Stadt", 5.0 if compared else 6.4, "end"),
        "sign": Column("Vergleich", 8.6),
        "trend": Column("Trend", 8.6),
        "mark": Column("", 1.2),
    }
    narrow = ("short", "value", "mark") if compared else ("short", "value", "city")
    middle = tuple(name for name in names if name != "trend")
    widths = by_width((1050, names), (700, middle), (0, narrow))
    rows = tuple(_cells(entry) for entry in entries)
    return Ledger(columns, rows, widths, least=TWO_LINES, rest="Kennzahlen", wanted=0.2)


def _cells(entry: Entry) -> dict[str, Cell]:
    known = entry.counts_text if entry.n_text and not entry.text.endswith("%") else ""
    who = known or (f"n = {entry.n_text}, {entry.period}" if entry.n_text else entry.period)
    strong = entry.sign in ("better", "worse")
    name = said(entry.title, below=who, strong=strong)
    return {
        "name": name,
        "short": name,
        "value": said(entry.text, "end", below=entry.interval_text, strong=True),
        "strip": _strip(entry),
        "city": said(entry.city_text, "end", colour=GREY_TEXT),
        "sign": _signed(entry),
        "trend": moving(entry.trend, _trend(entry)),
        "mark": _mark(entry),
    }


def _trend(entry: Entry) -> str:
    return "kein Trend" if entry.trend == "no_trend" else entry.trend_word


def _signed(entry: Entry) -> Cell:
    word = "nicht unterscheidbar" if entry.sign == "same" else entry.sign_word

    def write(spot: Spot) -> Markup:
        room, size = spot.box, spot.size
        mark = sign_mark(entry.sign, room.x + 0.45 * size, room.y + room.height / 2, 0.9 * size)
        beside = Box(room.x + 1.25 * size, room.y, room.width - 1.25 * size, room.height)
        return mark + said(word, colour=SIGN_TEXT[entry.sign])(Spot(beside, size, spot.strong))

    return write


def _mark(entry: Entry) -> Cell:
    return lambda spot: sign_mark(entry.sign, spot.box.x + 0.5 * spot.size,
                                  spot.box.y + spot.box.height / 2, 0.9 * spot.size)  # fmt: skip


def _has_scale(entry: Entry) -> bool:
    return entry.city is not None and bool(entry.others)


def _strip(entry: Entry) -> Cell:
    """The row of the spine, as high as its words; nothing without a scale."""
    row = SpineRow(entry.value, entry.lower, entry.upper, entry.city, entry.others, entry.sign,
                   entry.less_is_right)  # fmt: skip

    def write(spot: Spot) -> Markup:
        if not _has_scale(entry):
            return Markup("")
        room = spot.box
        zoom = min(room.width / WIDTH, 0.96 * room.height / HEIGHT)
        size = (WIDTH * zoom, HEIGHT * zoom)
        place = (room.x + (room.width - size[0]) / 2, room.y + (room.height - size[1]) / 2, *size)
        return boxed(spine_strip(row), place)

    return write
