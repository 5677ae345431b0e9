"""What every plate has to keep, whatever its page: asked of the whole release."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from dashboard.answers.desk import Desk
from dashboard.answers.parts import Figures
from dashboard.answers.rows import Row
from dashboard.export.plate.parts import Listing, Picture, Plate
from dashboard.pages.plates import open_plate
from dashboard.pages.sheet import Sheet

BOXES: Final = (
    (1480.0, 500.0),
    (830.0, 480.0),
    (972.0, 280.0),
    (470.0, 420.0),
)  # px, as the shapes have them
SMALLEST: Final = 15.0
_SCALE = re.compile(r"scale\(([-\d.]+)\)")
_NUMBER = re.compile(r"[-\d.]+")


def opened(sheet: Sheet, desk: Desk, **query: str) -> tuple[Plate, Figures]:
    """The plate of an address with the figures of the same view."""
    found = open_plate(sheet.place.path({}), query, desk)
    assert found is not None
    assert sheet.figures is not None
    return found.plate, sheet.figures(desk.asking(sheet.place, query))


def amounts(rows: tuple[Row, ...]) -> set[float]:
    """All values of the JSON as numbers."""
    return {float(row.wert) for row in rows if isinstance(row.wert, float | int | Decimal)}


def charted(plate: Plate) -> list[float]:
    """All values of the chart."""
    return [value for course in plate.chart.courses for value in course.values if value is not None]


def check(plate: Plate, figures: Figures) -> None:
    """What holds for every view: words, names, marks, drawings, accessible equals."""
    assert plate.headline == figures.statement
    assert plate.name == figures.name
    assert plate.release in plate.name
    assert plate.demo == (figures.origin == "demo")
    assert plate.origin_word
    assert plate.source
    assert plate.address == figures.address
    assert len(plate.keys) <= 4
    assert all(key.label and key.value for key in plate.keys)
    assert plate.notes
    assert all(plate.notes)
    for course in plate.chart.courses:
        assert len(course.values) == len(plate.chart.categories)
    for block in plate.body:
        if isinstance(block, Picture):
            assert block.alt
            for box in BOXES:
                check_drawing(block, *box)
        elif isinstance(block, Listing):
            assert all(len(line.cells) == len(block.header) for line in block.lines)


def check_drawing(picture: Picture, width: float, height: float) -> None:
    """A drawing of its box's size with its own looks, legible, and leading nowhere."""
    drawn = str(picture.draw(width, height))
    root = ET.fromstring(drawn)  # ours, from no foreign hand
    assert [float(part) for part in root.attrib["viewBox"].split()] == [0, 0, width, height]
    assert "<a " not in drawn
    assert "NaN" not in drawn
    assert "nan" not in drawn.replace("nandertreten", "")
    for size, words in letters(root, 1.0):
        assert size >= SMALLEST - 0.05, (words, size, width, height)


def letters(element: ET.Element, scale: float) -> Iterator[tuple[float, str]]:
    """Every text with its size in px of the picture: boxes inside boxes magnify."""
    if element.get("display") == "none":
        return
    if element.tag.endswith("}text") and "".join(element.itertext()).strip():
        yield float(element.attrib["font-size"]) * scale, "".join(element.itertext())
    moved = _SCALE.search(element.get("transform", ""))
    inner = scale * (float(moved.group(1)) if moved else 1.0) * _magnified(element)
    for child in element:
        yield from letters(child, inner)


def _magnified(element: ET.Element) -> float:
    """How much larger an inner box shows what is in it."""
    wide, view = element.get("width", ""), element.get("viewBox")
    if not view or not wide or not _NUMBER.fullmatch(wide):
        return 1.0
    return float(wide) / float(view.split()[2])
