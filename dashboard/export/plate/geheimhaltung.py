"""The report on protected small numbers on a plate: how much of each life phase is hidden, and why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from markupsafe import Markup

from dashboard.answers.geheimhaltung.parts import Family, GeheimhaltungAnswer, Tally
from dashboard.export.plate import words
from dashboard.export.plate.canvas import Box
from dashboard.export.plate.cells import Cell, Spot
from dashboard.export.plate.fitting import wide
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Ledger, by_width, nothing
from dashboard.export.plate.lettering import line, said
from dashboard.export.plate.parts import Block, Chart, Course, Picture, Plate
from dashboard.export.plate.swatches import colour, legend
from dashboard.figures.contrast import WHITE, text_on
from dashboard.figures.svg import element
from dashboard.figures.theme import GREY_TEXT, SEQUENTIAL, SLATE
from dashboard.wording import numbers

#: Count of a tally, its words, its colour, and whether its outline is dashed.
_STATES: Final = (
    ("shown", "gezeigt", SEQUENTIAL[1], False),
    ("primary", "selbst klein", SLATE, False),
    ("secondary", "zum Schutz anderer", SEQUENTIAL[4], False),
    ("unknown", "ohne bekannte Zahl", WHITE, True),
)
_NONE: Final = "Der Datenstand enthält keine Werte."


def plate(answer: GeheimhaltungAnswer) -> Plate:
    """The plate of a release's report."""
    return Plate.of(
        answer.said,
        answer.foot,
        kicker="Daten · Geheimhaltung",
        address=answer.address,
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=tuple(table for table in (answer.by_family, answer.by_indicator, answer.rules) if table.rows),
        keys=tuple(words.key(tile) for tile in answer.tiles),
        notes=words.notes(answer.method, *answer.how),
    )


def _blocks(answer: GeheimhaltungAnswer) -> Iterator[Block]:
    if not answer.families:
        yield Picture(nothing(_NONE), _NONE)
        return
    spoken = "; ".join(f"{family.title} {_share(family.tally)}" for family in answer.families)
    yield Picture(_ledger(answer).draw, f"Anteil verdeckter Werte: {spoken}.", answer.picture_title)


def _share(tally: Tally) -> str:
    return numbers.with_unit(tally.share(tally.hidden), "%", 1)


def _ledger(answer: GeheimhaltungAnswer) -> Ledger:
    columns = {
        "phase": Column("Lebensphase", 11.5),
        "bar": Column("Anteil an allen Werten", 0.0),
        "hidden": Column("verdeckt", 5.0, "end"),
        "cells": Column("von Werten", 5.5, "end"),
    }
    names = by_width((600, ("phase", "bar", "hidden", "cells")), (0, ("phase", "bar", "hidden")))
    rows = tuple(_row(family) for family in answer.families)
    return Ledger(columns, rows, names, least=26.0, rest="Lebensphasen", above=partial(_legend, answer.total))


def _legend(total: Tally, width: float) -> tuple[Markup, float]:
    samples = [(colour(fill), label) for name, label, fill, _dashed in _STATES if getattr(total, name)]
    return legend(samples, width)


def _row(family: Family) -> dict[str, Cell]:
    return {
        "phase": said(family.title),
        "bar": partial(_bar, family.tally),
        "hidden": said(_share(family.tally), "end", strong=True),
        "cells": said(numbers.number(family.tally.cells), "end", colour=GREY_TEXT),
    }


def _bar(tally: Tally, spot: Spot) -> Markup:
    """All bars are equally long: a piece for each state, as wide as its share."""
    room = spot.box
    high = min(28.0, 0.66 * room.height)
    x, top, drawn = room.x, room.y + (room.height - high) / 2, []
    for name, _label, fill, dashed in _STATES:
        share = tally.share(getattr(tally, name))
        part = room.width * share / 100
        if part:
            drawn.append(_piece(Box(x, top, part, high), fill, share, dashed))
        x += part
    return Markup("").join(drawn)


def _piece(room: Box, fill: str, share: float, dashed: bool) -> Markup:
    box = element("rect", x=room.x, y=room.y, width=room.width, height=room.height, fill=fill,
                  stroke=SLATE if dashed else WHITE, stroke_width=1.0,
                  stroke_dasharray="4 3" if dashed else None)  # fmt: skip
    size, label = min(17.0, max(15.0, 0.6 * room.height)), numbers.number(share, 1)
    if room.width < wide(label, size) + 8:
        return box
    return box + line(label, room, size, GREY_TEXT if dashed else text_on(fill), "middle")


def _chart(answer: GeheimhaltungAnswer) -> Chart:
    """The shares of the report's JSON: the life phases, and all of them together."""
    tallies = [*(family.tally for family in answer.families), answer.total]
    names = (*(family.title for family in answer.families), "Insgesamt")
    courses = tuple(
        Course(
            label, tuple(tally.share(getattr(tally, name)) for tally in tallies), focused=name == "primary"
        )
        for name, label, _fill, _dashed in _STATES
        if getattr(answer.total, name) or name == "shown"
    )
    return Chart("shares", answer.picture_title, names, courses, "%", 1)
