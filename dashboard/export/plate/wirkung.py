"""The comparison of areas with and without a measure on a plate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from dashboard.answers.parts import Foot, Table
from dashboard.answers.wirkung.parts import MeasureRow, WirkungAnswer
from dashboard.answers.wirkung.parts import Picture as Study
from dashboard.export.plate.cells import Cell
from dashboard.export.plate.fitting import scene_of
from dashboard.export.plate.grid import Column
from dashboard.export.plate.ledger import Ledger, by_width
from dashboard.export.plate.lettering import said
from dashboard.export.plate.parts import Block, Chart, Course, Picture, Plate
from dashboard.export.plate.words import notes
from dashboard.figures.contrast import INK
from dashboard.figures.event_study import event_scene
from dashboard.figures.history.scene import Scene, Size
from dashboard.figures.theme import GREY_TEXT, PETROL
from dashboard.model import Origin
from dashboard.wording import signs

_HEADER: Final = ("Maßnahme", "Zeitraum", "Räume", "Vergleich mit Räumen ohne sie")
_TITLE: Final = "Für welche Maßnahmen ein Vergleich möglich ist"
_POSSIBLE: Final = ("Vergleich möglich", "kein Vergleich möglich")


def plate(answer: WirkungAnswer) -> Plate:
    """The plate of one measure and one indicator; without a comparison it says which measures allow one."""
    return Plate.of(
        answer.said,
        _foot(answer),
        kicker=f"Wirkung · {answer.controls.chosen}",
        body=tuple(_blocks(answer)),
        chart=_chart(answer),
        tables=tuple(_tables(answer)),
        address=answer.address,
        notes=notes(answer.method, *(line for block in answer.blocks for line in block.lines)),
    )


def _foot(answer: WirkungAnswer) -> Foot:
    """Without a comparison no value is shown, only what the sources say of the measures."""
    if answer.picture is None:
        origin: Origin = "demo" if answer.demo else "published"
        return replace(answer.foot, origin=origin, origin_word=signs.origin_word("published"))
    return replace(answer.foot, origin="demo") if answer.demo else answer.foot


def _blocks(answer: WirkungAnswer) -> Iterator[Block]:
    study = answer.picture
    if study is None:
        yield _listed(answer)
        return
    yield Picture(partial(scene_of, partial(_scene, study)), study.description, study.title, 1.5)
    if answer.areas is not None:
        yield _areas(answer.areas)


def _scene(study: Study, size: Size) -> Scene:
    return event_scene(study.points, start=study.start, start_label=study.start_label,
                       unit_label=study.unit_label, narrow=False, size=size)  # fmt: skip


def _areas(table: Table) -> Picture:
    """What the comparison rests on: those with the measure first, in bold."""
    columns = {
        "name": Column(table.header[0], 0.0),
        "with": Column(table.header[1], 4.8),
        "before": Column(table.header[2].removeprefix("Mittel "), 5.6, "end"),
        "after": Column(table.header[3].removeprefix("Mittel "), 5.6, "end"),
        "change": Column(table.header[4], 6.8, "end"),
    }
    rows = tuple(_area(row, tuple(columns)) for row in table.rows)
    ledger = Ledger(
        columns, rows, by_width((420, tuple(columns)), (0, ("name", "before", "after"))), wanted=0.22
    )
    alt = "; ".join(f"{row[0]} ({row[1]}) {row[4]}" for row in table.rows)
    return Picture(ledger.draw, f"{table.caption}: {alt}.", "Mittel der Zeiträume je Sozialraum", 1.0)


def _area(row: tuple[str, ...], names: tuple[str, ...]) -> dict[str, Cell]:
    has = row[1] == "mit"
    texts = dict(zip(names, row, strict=True))
    anchors = {"name": "start", "with": "start"}
    return {
        name: said(text, "start" if name in anchors else "end", strong=has, colour=INK if has else GREY_TEXT)
        for name, text in texts.items()
    }


def _listed(answer: WirkungAnswer) -> Picture:
    """All measures: for which a comparison is possible."""
    rows = sorted(answer.measures, key=lambda measure: (not measure.chosen, not measure.possible))
    columns = {
        "title": Column(_HEADER[0], 0.0),
        "period": Column(_HEADER[1], 7.5),
        "places": Column(_HEADER[2], 19.5),
        "verdict": Column("Vergleich", 23.0),
        "word": Column("Vergleich", 7.0),
    }
    names = by_width((1200, ("title", "period", "places", "verdict")),
                     (800, ("title", "period", "verdict")), (0, ("title", "word")))  # fmt: skip
    ledger = Ledger(columns, tuple(_measure(row) for row in rows), names, rest="Maßnahmen", focused=0)
    alt = "; ".join(f"{row.title}: {row.verdict}" for row in rows)
    return Picture(ledger.draw, f"{_TITLE}: {alt}.", _TITLE)


def _measure(row: MeasureRow) -> dict[str, Cell]:
    colour = PETROL if row.possible else GREY_TEXT
    return {
        "title": said(row.title),
        "period": said(row.period, colour=GREY_TEXT),
        "places": said(row.places, colour=GREY_TEXT),
        "verdict": said(row.verdict, colour=colour),
        "word": said("möglich" if row.possible else "nicht möglich", colour=colour),
    }


def _chart(answer: WirkungAnswer) -> Chart:
    """The differences by period (column ``wert`` of the rows ``mit-minus-ohne`` of the files).

    The period of reference is zero by definition and no result: it is left out. Where no comparison is
    possible there is no such number; then the chart counts the measures of the list by whether one is.
    """
    study = answer.picture
    if study is None:
        possible = sum(measure.possible for measure in answer.measures)
        counts = (float(possible), float(len(answer.measures) - possible))
        return Chart("bars", "Maßnahmen", _POSSIBLE, (Course("Maßnahmen", counts),), "Maßnahmen", 0)
    points = [point for point in study.points if point.lower is not None]
    course = Course("Unterschied mit minus ohne", tuple(point.value for point in points), focused=True)
    names = tuple(point.label for point in points)
    return Chart("columns", study.title, names, (course,), study.unit_label, 1)


def _tables(answer: WirkungAnswer) -> Iterator[Table]:
    if answer.picture is not None:
        yield answer.picture.table
    if answer.areas is not None:
        yield answer.areas
    rows = tuple((row.title, row.period, row.places, row.verdict) for row in answer.measures)
    yield Table("Alle Maßnahmen und Programme. Zeitliche Nähe belegt keine Wirkung.", _HEADER, rows)
