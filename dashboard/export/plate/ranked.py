"""Ordered rows: name, bar or dot with its interval, the city as a dashed line, printed value, sign.

``Picture(draw=ranked(rows_of(answer_areas), limits, city=city, unit="%"), alt="…")``. Rows of other
things than areas are made by hand: ``Row("Kita", "31,9 %", 31.9)``. ``bars=True`` draws bars from zero.
Type shrinks with the room, never below 15 px; what does not fit is counted in a last line, and a row in
focus stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.display import AreaValue, CityLine, Sign
from dashboard.export.plate.fitting import SMALLEST, wide
from dashboard.export.plate.parts import Draw
from dashboard.export.plate.ranked_rows import Ground, city_of, marks, scale_of, words_of
from dashboard.figures.svg import document, text
from dashboard.figures.theme import GREY_TEXT

_PITCH = (20.0, 62.0)  # px from row to row: the least and the most
_LETTER = (SMALLEST, 23.0)
_TOP, _BOTTOM = 28.0, 29.0  # px for the scale and for the city's words
_NAMES = 0.42  # of the width at most


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is called, its printed value, and the number that is drawn (None: nothing is)."""

    name: str
    text: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    sign: Sign = "none"
    focused: bool = False
    published: bool = False


def rows_of(values: Sequence[AreaValue]) -> tuple[Row, ...]:
    """The areas of a list in its order."""
    return tuple(
        Row(
            one.name,
            one.text,
            one.value,
            one.lower,
            one.upper,
            one.sign,
            one.focused,
            one.origin == "published",
        )
        for one in values
    )


def ranked(
    rows: Sequence[Row],
    limits: tuple[float, float],
    *,
    city: CityLine | None = None,
    unit: str = "",
    bars: bool = False,
) -> Draw:
    """The rows on one scale; ``limits`` from :func:`dashboard.figures.strip.domain`."""
    low, high = limits
    around = (min(low, 0.0), max(high, 0.0)) if bars else limits

    def draw(width: float, height: float) -> Markup:
        shown, more = _shown(tuple(rows), height)
        ground = _ground(shown, around, width, height, more)
        return document(
            *scale_of(ground, unit),
            *(city_of(ground, city) if city else ()),
            *(part for place, row in enumerate(shown) for part in _row(row, ground, place, bars)),
            *([_rest(more, ground, len(shown))] if more else []),
            view=(0, 0, width, height),
        )

    return draw


def _shown(rows: tuple[Row, ...], height: float) -> tuple[tuple[Row, ...], int]:
    """The rows that have room, and how many have none; one in focus is always among the first."""
    room = max(2, int((height - _TOP - _BOTTOM) / _PITCH[0]))
    if len(rows) <= room:
        return rows, 0
    kept = rows[: room - 1]
    focus = next((row for row in rows[room - 1 :] if row.focused), None)
    return ((*kept[:-1], focus) if focus else kept), len(rows) - room + 1


def _ground(
    rows: Sequence[Row], limits: tuple[float, float], width: float, height: float, more: int
) -> Ground:
    count = max(1, len(rows) + (more > 0))
    pitch = min(_PITCH[1], max(_PITCH[0], (height - _TOP - _BOTTOM) / count))
    size = min(_LETTER[1], max(_LETTER[0], 0.5 * pitch), max(_LETTER[0], width / 24))
    names = min(_NAMES * width, max((wide(row.name, size, True) for row in rows), default=0.0))
    texts = max((wide(row.text, size, True) for row in rows), default=0.0)
    signs = size * 1.3 if any(row.sign not in ("none", "hidden") for row in rows) else 0.0
    left, right = names + 18, width - texts - signs - 14
    return Ground(width, left, max(right, left + 40), _TOP, pitch, len(rows), size, limits)


def _row(row: Row, ground: Ground, place: int, bars: bool) -> list[Markup]:
    return [
        *words_of(row.name, row.text, row.sign, row.focused, ground, place),
        *marks(row.value, row.lower, row.upper, row.sign, row.published, row.focused, ground, place, bars),
    ]


def _rest(more: int, ground: Ground, place: int) -> Markup:
    words = "und eine weitere" if more == 1 else f"und {more} weitere"
    return text(words, 8, ground.middle(place) + 0.35 * ground.size, ground.size, fill=GREY_TEXT)
