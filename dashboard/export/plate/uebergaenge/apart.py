"""How far the areas lie apart: each against the rest of the city, and the gap over the years."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from dashboard.answers.uebergaenge.contents import ApartRow, Differences, Gaps
from dashboard.answers.uebergaenge.parts import Panel, UebergaengeAnswer
from dashboard.export.plate import swatches
from dashboard.export.plate.cells import em, words
from dashboard.export.plate.courses import gaps
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.parts import Block, Chart, Course, Key, Line, Listing, Picture
from dashboard.export.plate.uebergaenge.shown import Shown, figure, marked, scale, strip
from dashboard.wording.people import NOTHING

_MEASURES = 3  # beside the value of the area or city


def abstand(answer: UebergaengeAnswer, content: Differences) -> Shown:
    """The areas on one scale beside the gap against chance; the chart has the areas' values."""
    main = answer.main
    course = Course(main.subtitle.split(":")[0], tuple(row.value for row in content.rows))
    names = tuple(row.place.name for row in content.rows)
    focus = next((row.place.name for row in content.rows if row.place.focused), "")
    chart = Chart("bars", main.title, names, (course,), "%", focused=focus)
    signs = tuple(row.apart.sign for row in content.rows if row.text)
    return Shown(
        (_areas(main, content), *_over_time(answer)), chart, signs, (*figure(answer), *_measures(answer))
    )


def _areas(panel: Panel, content: Differences) -> Block:
    """The rows on their scale; a plain list where nothing was compared."""
    if any(row.text for row in content.rows):
        return Picture(_grid(content).draw, f"{panel.subtitle}. {panel.title}.", panel.subtitle, 1.25)
    lines = (
        Line((row.place.name, row.value_text, row.n_text), focused=row.place.focused) for row in content.rows
    )
    return Listing(("Raum", "Wert", "Kinder"), tuple(lines), panel.subtitle.split(":")[0])


def _grid(content: Differences) -> Grid:
    rows = content.rows
    columns = (
        Column("Raum", em([row.place.name for row in rows]) + 0.3),
        Column("Wert", em([row.value_text for row in rows]), "end"),
        Column("übrige Stadt", em([row.rest_text for row in rows]), "end", spare=2),
        Column("", head=scale(content.limits)),
        Column("Punkte", 0.82 * em([row.range_text for row in rows], bold=False), "end", spare=1),
        Column("", 0.9),
        *_behind(content.behind_title),
    )
    return Grid(columns, tuple(_row(row, content) for row in rows), partial(_star, content))


def _behind(title: str) -> tuple[Column, ...]:
    """The children behind the gap, where they are counted and there is room for them."""
    return (Column(title, 4.0, "end", spare=3),) if title else ()


def _star(content: Differences, width: float) -> tuple[Markup, float]:
    noted = any(row.noted for row in content.rows)
    return swatches.legend([swatches.star(width)] if noted else [], width)


def _row(row: ApartRow, content: Differences) -> Row:
    cells = (
        words(row.place.name),
        words(row.value_text, "end"),
        words(row.rest_text, "end"),
        strip(row.apart, content.limits),
        words(row.text or NOTHING, "end", below=row.range_text),
        marked("none", row.noted),
        words(row.behind, "end"),
    )
    return Row(cells, focused=row.place.focused)


def _over_time(answer: UebergaengeAnswer) -> list[Block]:
    second = answer.second
    if second is None or not isinstance(second.content, Gaps):
        return []
    content = second.content
    drawn = gaps(content.points, content.breaks)
    title = f"{second.title}; in {content.unit_label.replace('Punkte', 'Punkten')}"
    return [Picture(drawn, f"{second.title}. {content.description}", title)]


def _measures(answer: UebergaengeAnswer) -> tuple[Key, ...]:
    content = answer.second.content if answer.second else None
    found = content.measures[:_MEASURES] if isinstance(content, Gaps) else ()
    return tuple(Key(name, value, (what,)) for name, value, what in found)
