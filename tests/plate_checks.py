"""What is asked of every plate: words of the page, numbers of its JSON, a drawing that can be read."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

from dashboard.answers.desk import Asking, Desk
from dashboard.export.plate.drawing import drawing
from dashboard.export.plate.fitting import SMALLEST
from dashboard.export.plate.parts import Picture, Plate
from dashboard.pages.sheet import Sheet

SVG = "{http://www.w3.org/2000/svg}"
#: Boxes as the layout gives them: wide, square, preview, and what two stacked blocks leave.
BOXES = ((1480.0, 500.0), (970.0, 560.0), (464.0, 450.0), (830.0, 480.0), (972.0, 190.0))


@dataclass(frozen=True)
class Opened:
    """A plate with the answer it was made from and the figures of the same view."""

    plate: Plate
    answer: Any
    figures: Any


def opened(sheet: Sheet, desk: Desk, address: str) -> Opened:
    """The plate of an address, as a reader without any right gets it."""
    parts = urlsplit(address)
    query = {**(sheet.read(parts.path) or {}), **dict(parse_qsl(parts.query))}
    asking: Asking = desk.asking(sheet.place, query)
    answer: Any = sheet.answer(asking)
    figures = sheet.figures(asking) if sheet.figures else None
    assert sheet.plate is not None
    return Opened(sheet.plate(answer), answer, figures)


def check(found: Opened) -> None:
    """Everything that holds for each of them."""
    plate, said = found.plate, found.answer.said
    assert (plate.headline, plate.subtitle) == (said.headline, said.subtitle)
    assert plate.detail.startswith(said.detail)
    assert plate.release in plate.name
    assert plate.address == found.answer.address
    assert plate.source
    assert len(plate.keys) <= 4
    if found.figures is not None:
        assert plate.name == found.figures.name
        assert plate.release == found.figures.release
    assert plate.demo == found.answer.demo
    assert plate.origin_word
    assert plate.kicker
    assert plate.tables
    for table in plate.tables:
        assert {len(row) for row in table.rows} <= {len(table.header)}, table.caption
    check_chart(plate)
    for block in plate.body:
        assert isinstance(block, Picture)
        assert len(block.alt) > 10
        for width, height in BOXES if len(plate.body) > 1 else BOXES[:-1]:
            check_drawing(drawing(block, width, height), width, height)


def check_chart(plate: Plate) -> None:
    """Every course has a value for every category, and there is at least one number."""
    chart = plate.chart
    assert chart.title
    assert chart.courses
    assert len(set(chart.categories)) == len(chart.categories)
    assert {len(course.values) for course in chart.courses} == {len(chart.categories)}
    numbers = [value for course in chart.courses for value in course.values if value is not None]
    assert numbers
    assert all(math.isfinite(value) for value in numbers)


def of_files(found: Opened, *columns: str) -> set[float]:
    """The numbers of these columns of the view's JSON."""
    assert found.figures is not None
    values = (getattr(row, name, None) for row in found.figures.rows for name in columns or ("wert",))
    return {float(value) for value in values if value is not None}


def spoken(plate: Plate) -> list[str]:
    """What is said of each picture to those who do not see it."""
    return [block.alt for block in plate.body if isinstance(block, Picture)]


def charted(plate: Plate) -> set[float]:
    """The numbers of the chart."""
    return {value for course in plate.chart.courses for value in course.values if value is not None}


def check_drawing(drawn: str, width: float, height: float) -> None:
    """Well-formed, of the size of its box, without classes that a style sheet would have to paint type by."""
    root = ElementTree.fromstring(drawn)
    assert [float(part) for part in root.attrib["viewBox"].split()] == [0, 0, width, height]
    assert "NaN" not in drawn
    assert "None" not in drawn
    for size, words, x, y in letters(root, View(1, 0, 0, width, height)):
        assert size >= SMALLEST - 0.3, (size, words)
        assert words.strip() == "" or -20 <= x <= width + 20, (words, x)
        assert words.strip() == "" or -20 <= y <= height + 20, (words, y)


@dataclass(frozen=True)
class View:
    """Where a drawing's own units lie on the picture: px per unit, origin in px, size in units."""

    zoom: float
    left: float
    top: float
    width: float
    height: float


def letters(node: ElementTree.Element, view: View) -> Iterator[tuple[float, str, float, float]]:
    """Size in px, words and place of every line of type, through nested drawings."""
    for child in node:
        if child.tag == f"{SVG}svg":
            yield from letters(child, _nested(child, view))
        elif child.tag == f"{SVG}text" and "transform" not in child.attrib:
            size = float(child.attrib.get("font-size", "16"))
            x, y = _px(child, "x", view.width), _px(child, "y", view.height)
            words = "".join(child.itertext())
            yield size * view.zoom, words, view.left + x * view.zoom, view.top + y * view.zoom
        else:
            yield from letters(child, view)


def _nested(node: ElementTree.Element, view: View) -> View:
    """As SVG places it: as large as fits, in the middle of its room."""
    x, y = _px(node, "x", view.width), _px(node, "y", view.height)
    width, height = _px(node, "width", view.width, "100%"), _px(node, "height", view.height, "100%")
    left, top = view.left + x * view.zoom, view.top + y * view.zoom
    box = node.attrib.get("viewBox")
    if not box or node.attrib.get("preserveAspectRatio") == "none":
        return View(view.zoom, left, top, width, height)
    x0, y0, wide, high = (float(part) for part in box.split())
    scale = min(width / wide, height / high)
    left += ((width - scale * wide) / 2 - x0 * scale) * view.zoom
    top += ((height - scale * high) / 2 - y0 * scale) * view.zoom
    return View(view.zoom * scale, left, top, wide, high)


def _px(node: ElementTree.Element, name: str, whole: float, default: str = "0") -> float:
    text = node.attrib.get(name, default)
    return float(text[:-1]) / 100 * whole if text.endswith("%") else float(text)
