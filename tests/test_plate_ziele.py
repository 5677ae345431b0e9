"""Plates of the targets: the words of the page, and charts whose numbers are those of the files."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from markupsafe import Markup
from plate_checks import charted, check, check_chart, of_files, opened, spoken

from dashboard.answers.desk import Desk
from dashboard.export.plate import write
from dashboard.export.plate.parts import Picture
from dashboard.pages.ziele import SHEET
from dashboard.wording.signs import TARGET_WORDS
from dashboard.wording.units import typeset

VIEWS = [
    "/ziele",
    "/ziele?perspektive=kosten",
    "/ziele?phase=kita&ziele=fortgeschrieben",
    "/ziele?ziele=programm&status=verfehlt",
    "/ziele?ansicht=matrix",
    "/ziele?ansicht=matrix&raum=hamm-norden",
    "/ziele?ansicht=matrix&raum=rhynern&status=erreicht&sortierung=-rhynern",
    "/ziele?ansicht=lebensphasen",
    "/ziele?ansicht=lebensphasen&raum=hamm-westen",
    "/ziele?ansicht=annaeherung",
    "/ziele?ansicht=annaeherung&kennzahl=ogs-quote",
]


@pytest.mark.parametrize("address", VIEWS)
def test_a_plate_says_what_the_page_says(desk: Desk, address: str) -> None:
    found = opened(SHEET, desk, address)
    check(found)
    columns = ("streuung_zuerst", "streuung_zuletzt") if "annaeherung" in address else ("wert", "zielwert")
    if "matrix" not in address:  # its chart counts areas
        assert charted(found.plate) <= of_files(found, *columns)


def test_a_view_without_targets_says_so(desk: Desk) -> None:
    for view in ("", "matrix"):
        found = opened(SHEET, desk, f"/ziele?ansicht={view}&perspektive=prozesse&phase=sek2")
        assert spoken(found.plate) == ["Zu dieser Auswahl gibt es kein Ziel."]
        assert charted(found.plate) == set()


def test_the_chart_of_the_scorecard_has_value_and_target_side_by_side(desk: Desk) -> None:
    found = opened(SHEET, desk, "/ziele?perspektive=fachkraefte&ziele=programm")
    check_chart(found.plate)
    values, aims = found.plate.chart.courses
    rows = {typeset(row.ziel_titel): row for row in found.figures.rows if row.raum == "hamm"}
    for name, value, aim in zip(found.plate.chart.categories, values.values, aims.values, strict=True):
        row = rows[name.rpartition(" (")[0]]
        assert (row.wert, row.zielwert) == (value, aim)


@pytest.mark.parametrize("address", [view for view in VIEWS if "matrix" in view])
def test_the_matrix_is_counted_by_target_without_the_city(desk: Desk, address: str) -> None:
    found = opened(SHEET, desk, address)
    shown, heat, chart = found.answer.shown, found.plate.heat, found.plate.chart
    assert heat is not None
    assert [row.title for row in heat.rows] == list(chart.categories)
    assert len(set(chart.categories)) == len(shown.rows)
    for at, row in enumerate(shown.rows):
        states = Counter(cell.status for cell in row.cells[1:])
        counts = {course.name: course.values[at] for course in chart.courses if course.values[at]}
        assert counts == {TARGET_WORDS[state]: count for state, count in states.items() if state is not None}
        assert [cell for cell in heat.rows[at].cells if cell not in (None, "hidden")] == [
            cell.status for cell in row.cells if cell.status is not None
        ]
    assert [name for at, name in enumerate(heat.columns) if at == heat.focused] == [
        column.name for column in shown.columns if column.focused
    ]


@pytest.mark.parametrize("shape", ["breit", "quadrat"])
def test_no_title_of_the_matrix_is_cut_off(desk: Desk, shape: write.Shape) -> None:
    found = opened(SHEET, desk, "/ziele?ansicht=matrix")
    (picture,) = found.plate.body
    assert isinstance(picture, Picture)
    drawn: list[str] = []

    def draw(width: float, height: float) -> Markup:
        drawn.append(picture.draw(width, height))
        return Markup(drawn[-1])

    write.png(replace(found.plate, body=(replace(picture, draw=draw),)), shape, "monitor.example")
    assert "…" not in drawn[-1]
    said = re.sub(r"\s+", "", "".join(ElementTree.fromstring(drawn[-1]).itertext()))
    for row in found.answer.shown.rows:
        assert re.sub(r"\s+", "", row.title) in said


@pytest.mark.parametrize(
    ("address", "shape"),
    [(VIEWS[0], "quadrat"), (VIEWS[5], "vorschau"), (VIEWS[8], "breit"), (VIEWS[9], "breit")],
)
def test_it_can_be_set(desk: Desk, address: str, shape: write.Shape) -> None:
    plate = opened(SHEET, desk, address).plate
    assert write.png(plate, shape, f"monitor.example{address}").startswith(b"\x89PNG")
