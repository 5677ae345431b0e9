"""Heat maps on slides: a table that can be edited, colour and sign in every cell, the chart where it fits."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any, get_args

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu
from test_slides import LINES, LINK, PLATE, texts

from dashboard.export.plate.heat import FILLS, HeatCell, HeatMap, HeatRow
from dashboard.export.slides import write
from dashboard.export.slides.arrangement import BODY, Box
from dashboard.export.slides.heat import planned
from dashboard.export.slides.heat_table import SIGNS
from dashboard.model import TargetStatus

STATES: tuple[HeatCell, ...] = (*get_args(TargetStatus), "hidden", None)
AREAS = ("Stadt Hamm", "Hamm-Norden", "Hamm-Westen", "Bockum-Hövel", "Uentrop", "Rhynern", "Mitte")


def heat_of(count: int, title: str = "Ziel Nummer {} mit einem Namen von einiger Länge") -> HeatMap:
    rows = tuple(
        HeatRow(title.format(at), tuple(STATES[(at + place) % 7] for place in range(7)), at % 2 == 0)
        for at in range(count)
    )
    words = tuple((state, str(state)) for state in STATES)
    return HeatMap("Wer wo steht", "Ziel", AREAS, rows, words, focused=1, rest="Ziele")


def slide_with(heat: HeatMap) -> Any:
    made = write([(replace(PLATE, heat=heat, chart=LINES, keys=()), LINK)])
    return Presentation(io.BytesIO(made)).slides[0]


def tables(slide: Any) -> list[Any]:
    return [shape for shape in slide.shapes if shape.has_table and shape.name.startswith("Tabelle ")]


def test_every_cell_has_the_colour_and_the_sign_of_its_state() -> None:
    heat = heat_of(7)
    (shape,) = tables(slide_with(heat))
    lines = list(shape.table.rows)
    assert [cell.text_frame.text for cell in lines[0].cells] == ["Ziel", *AREAS]
    for line, row in zip(lines[1:], heat.rows, strict=True):
        title, *cells = line.cells
        assert title.text_frame.text == row.title
        for cell, state in zip(cells, row.cells, strict=True):
            assert cell.text_frame.text == SIGNS[state]
            filled = cell._tc.tcPr.find(qn("a:solidFill"))
            colour = filled[0].get("val") if filled is not None else ""
            assert colour == (FILLS[state][1:].upper() if state in FILLS else "")
    assert len(set(SIGNS.values())) == len(SIGNS)


def test_few_rows_leave_room_for_the_chart_and_many_take_the_slide() -> None:
    for count, halves, charted in ((7, 1, True), (30, 2, False)):
        slide = slide_with(heat_of(count))
        assert len(tables(slide)) == halves
        assert any(shape.has_chart for shape in slide.shapes) == charted
        assert "weitere" not in texts(slide).replace("vollständig", "")


def test_what_has_no_room_is_counted_and_the_first_ones_stay() -> None:
    heat = heat_of(120)
    slide = slide_with(heat)
    shown = [line.cells[0].text_frame.text for one in tables(slide) for line in list(one.table.rows)[1:]]
    assert f"und {120 - len(shown)} weitere Ziele in der Ansicht" in texts(slide)
    first = [row.title for row in heat.rows if row.first]
    assert shown == first[: len(shown)]
    assert len(shown) > 20


@pytest.mark.parametrize("count", [1, 5, 12, 19, 26, 32, 45, 120])
def test_no_table_leaves_its_room_or_is_smaller_than_can_be_read(count: int) -> None:
    room = Box(BODY.left, 2.0, BODY.width, 4.3)
    plan = planned(heat_of(count), room, charted=True)
    assert plan.size >= 8
    assert sum(len(rows) for rows, _place in plan.tables) + plan.left_out == count
    for shape in tables(slide_with(heat_of(count))):
        high = sum(line.height for line in shape.table.rows)
        assert Emu(shape.top + high).inches <= BODY.bottom
        assert Emu(shape.left + shape.width).inches <= BODY.left + BODY.width + 0.01


def test_the_table_is_told_to_those_who_do_not_see_it_and_the_key_says_the_signs() -> None:
    slide = slide_with(heat_of(3))
    (shape,) = tables(slide)
    told = shape._element.nvGraphicFramePr.cNvPr.get("descr")
    assert told.startswith("Wer wo steht. Spalten: Stadt Hamm, Hamm-Norden")
    assert "Ziel Nummer 0 mit einem Namen von einiger Länge: reached 1 von 7" in told
    key = next(one for one in slide.shapes if one.name == "Zeichenerklärung" and one.has_table)
    said = [cell.text_frame.text for cell in key.table.rows[0].cells]
    assert said[::2] == [SIGNS[state] for state in STATES]
    assert said[1::2] == [str(state) for state in STATES]
