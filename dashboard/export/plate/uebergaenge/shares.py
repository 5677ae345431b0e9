"""Who changes to which school form: rows of shares that add up to a hundred."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from markupsafe import Markup

from dashboard.answers.uebergaenge.contents import ShareRow, Shares
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.export.plate import swatches
from dashboard.export.plate.canvas import Box, zoomed
from dashboard.export.plate.cells import Spot, em, words
from dashboard.export.plate.grid import Column, Grid, Row
from dashboard.export.plate.parts import Chart, Course, Picture
from dashboard.export.plate.uebergaenge.shown import Shown, figure, marked
from dashboard.figures.history.scene import width_of
from dashboard.figures.shares import Segment, share_bar, swatch

_TYPE = 13.0  # px of the printed shares on the pages
_HIGH = 0.74  # of a row's height is its bar


def quoten(answer: UebergaengeAnswer, content: Shares) -> Shown:
    """The city above its areas; the chart has the same shares, what is protected is left out."""
    rows = (*([content.city] if content.city else []), *content.rows)
    if not rows:
        return Shown((), Chart("shares", answer.main.title, (), (), "%"), keys=figure(answer))
    columns = (
        Column("", em([row.place.name for row in rows]) + 0.3),
        Column(""),
        Column("", 1.2),
        Column("Kinder", em([row.n_text for row in rows]), "end", spare=1),
    )
    drawn = Grid(columns, tuple(_row(row) for row in rows), partial(_legend, content))
    alt = f"{answer.main.subtitle}. {answer.main.title}."
    picture = Picture(drawn.draw, alt, answer.main.title)
    signs = tuple(row.sign for row in rows if row.sign_word)
    notes = (f"Zeichen zum Anteil „{content.form}“.",) if signs else ()
    return Shown((picture,), _chart(answer, content, rows), signs, figure(answer), notes)


def _row(row: ShareRow) -> Row:
    city = not row.place.href
    cells = (
        words(row.place.name),
        partial(_bar, row),
        marked(row.sign if row.sign_word else "none", row.noted),
        words(row.n_text, "end"),
    )
    return Row(cells, strong=city, focused=row.place.focused)


def _bar(row: ShareRow, spot: Spot) -> Markup:
    """The bar with its printed shares, as far as they fit into their parts."""
    high = min(_HIGH * spot.box.height, 44.0)
    box = Box(spot.box.x, spot.box.y + (spot.box.height - high) / 2, spot.box.width, high)
    zoom = max(15.0, min(19.0, 0.55 * high)) / _TYPE
    fitting = [_labelled(segment, box.width, zoom) for segment in row.segments]
    bar = share_bar(fitting, ident=row.place.area, height=round(high / zoom), strong=spot.strong)
    return zoomed(bar, box, zoom)


def _labelled(segment: Segment, width: float, zoom: float) -> Segment:
    fits = width_of(segment.text, _TYPE * zoom) + 2 <= segment.share / 100 * width
    return segment if fits else replace(segment, text="")


def _legend(content: Shares, width: float) -> tuple[Markup, float]:
    """The forms, and the star where a row has one."""
    forms = [(swatch(one.kind, one.place, f"muster-{one.place}"), one.name) for one in content.legend]
    noted = any(row.noted for row in content.rows)
    return swatches.legend([*forms, *([swatches.star(width)] if noted else [])], width)


def _chart(answer: UebergaengeAnswer, content: Shares, rows: tuple[ShareRow, ...]) -> Chart:
    """A course for each form, in the order of the legend."""
    titles = list(
        dict.fromkeys(
            segment.title
            for _place, segment in sorted(
                ((segment.place, segment) for row in rows for segment in row.segments if _is_known(segment)),
                key=lambda each: each[0],
            )
        )
    )
    courses = tuple(
        Course(title, tuple(_share(row, title) for row in rows), title == content.form) for title in titles
    )
    return Chart("shares", answer.main.title, tuple(row.place.name for row in rows), courses, "%")


def _is_known(segment: Segment) -> bool:
    return segment.kind in ("form", "other")


def _share(row: ShareRow, title: str) -> float | None:
    return next((each.share for each in row.segments if each.title == title and _is_known(each)), None)
