"""Recommended against chosen form: what lies below to the left, what lies above to the right."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from dashboard.answers.uebergaenge.contents import ChoiceRow, Choices
from dashboard.answers.uebergaenge.cross import Cross
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.display import Sign
from dashboard.export.plate.canvas import Box, zoomed
from dashboard.export.plate.cells import Anchor, Cell, Spot, em, words
from dashboard.export.plate.fitting import SMALLEST
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.parts import Chart, Course, Key, Picture
from dashboard.export.plate.uebergaenge.crossed import NOTE, crossed
from dashboard.export.plate.uebergaenge.shown import Shown, marked, number_of
from dashboard.figures.history.scene import width_of
from dashboard.figures.side_bars import side_bar
from dashboard.figures.theme import GREY_TEXT

TITLES = ("niedriger", "wie empfohlen", "höher")


def empfehlung(answer: UebergaengeAnswer, content: Choices) -> Shown:
    """The city above its areas, ordered by those that change to a lower form than recommended."""
    rows = (*([content.city] if content.city else []), *content.rows)
    columns = (
        Column("", em([row.place.name for row in rows]) + 0.3),
        Column("", head=_head(TITLES[0], "end")),
        Column(TITLES[1], em([row.texts[1] for row in rows]), "middle", spare=2),
        Column("", head=_head(TITLES[2], "start")),
        Column("Kinder", em(["Kinder", *(row.n_text for row in rows)]), "end", spare=1),
    )
    drawn = Grid(columns, tuple(_row(row, content.most) for row in rows), wanted=0.62)
    alt, second = f"{answer.main.subtitle}. {answer.main.title}.", answer.second
    picture = Picture(drawn.draw, alt, answer.main.subtitle, 1.2)
    table = (crossed(second, second.content),) if second and isinstance(second.content, Cross) else ()
    signs = tuple(sign for row in rows for sign in row.signs if sign != "none")
    return Shown(
        (picture, *table), _chart(answer, rows), signs, _keys(answer, rows), (NOTE,) if table else ()
    )


def _head(title: str, anchor: Anchor) -> Cell:
    """ "höher als empfohlen", or as much of it as there is room for."""

    def write(spot: Spot) -> Markup:
        whole = f"{title} als empfohlen"
        fits = width_of(whole, max(SMALLEST, 0.86 * spot.size)) <= spot.box.width
        return words(whole if fits else title, anchor, colour=GREY_TEXT, small=True)(spot)

    return write


def _row(row: ChoiceRow, most: float) -> Row:
    low, middle, high = row.texts
    cells = (
        words(row.place.name),
        partial(_bar, row.lower, most, low, row.signs[0], True),
        words(middle, "middle"),
        partial(_bar, row.higher, most, high, row.signs[1], False),
        words(row.n_text, "end"),
    )
    return Row(cells, strong=not row.place.href, focused=row.place.focused)


def _bar(share: float | None, most: float, label: str, sign: Sign, leftward: bool, spot: Spot) -> Markup:
    """A bar from the middle outwards, its printed share and its sign at its end."""
    box, size = spot.box, spot.size
    room = em([label]) * size + 8
    beside = 1.1 * size if sign != "none" else 0.0
    wide = max(0.0, box.width - em(["00,0 %"]) * size - 8 - 1.1 * size)
    start = box.x + box.width - wide if leftward else box.x
    place = Box(start, box.y, wide, box.height)
    drawn = zoomed(side_bar(share, most, leftward=leftward, height=round(box.height)), place)
    end = wide * min(share / most, 1.0) if share is not None and most > 0 else 0.0
    edge = box.x + box.width - end - room if leftward else box.x + end
    written = words(label, "end" if leftward else "start")
    drawn += written(replace(spot, box=Box(edge + (0 if leftward else 8), box.y, room - 8, box.height)))
    mark = edge - beside if leftward else edge + room + 2
    return drawn + marked(sign)(replace(spot, box=Box(mark, box.y, beside, box.height)))


def _chart(answer: UebergaengeAnswer, rows: tuple[ChoiceRow, ...]) -> Chart:
    """The three shares of every row; what is between them is what is left of a hundred."""
    places = tuple(row.place.name for row in rows)
    values = [(row.lower, _between(row), row.higher) for row in rows]
    courses = tuple(
        Course(title, tuple(each[place] for each in values), place != 1) for place, title in enumerate(TITLES)
    )
    return Chart("shares", answer.main.subtitle.split(";")[0], places, courses, "%")


def _between(row: ChoiceRow) -> float | None:
    if number_of(row.texts[1]) is None or row.lower is None or row.higher is None:
        return None
    return 100 - row.lower - row.higher


def _keys(answer: UebergaengeAnswer, rows: tuple[ChoiceRow, ...]) -> tuple[Key, ...]:
    """The three shares of the area in focus, or of the city, with the number of children."""
    focused = [row for row in rows if row.place.focused]
    row = next(iter((*focused, *rows)), None)
    if row is None:
        return ()
    signs: tuple[Sign, ...] = (row.signs[0], "none", row.signs[1])
    named = (f"{TITLES[0]} als empfohlen", TITLES[1], f"{TITLES[2]} als empfohlen")
    lines = (row.place.name, f"n\u00a0=\u00a0{row.n_text}")
    return tuple(
        Key(title, text, lines, sign)
        for title, text, sign in zip(named, row.texts, signs, strict=True)
        if text
    )
