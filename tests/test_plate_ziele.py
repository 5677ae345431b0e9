"""Plates of the targets: the words of the page, and charts whose numbers are those of the files."""

from __future__ import annotations

import pytest
from plate_checks import charted, check, check_chart, of_files, opened, spoken

from dashboard.answers.desk import Desk
from dashboard.export.plate import write
from dashboard.pages.ziele import SHEET

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
    rows = {row.ziel_titel: row for row in found.figures.rows if row.raum == "hamm"}
    for name, value, aim in zip(found.plate.chart.categories, values.values, aims.values, strict=True):
        row = rows[name.rpartition(" (")[0]]
        assert (row.wert, row.zielwert) == (value, aim)


def test_the_matrix_puts_the_area_in_focus_before_the_city(desk: Desk) -> None:
    found = opened(SHEET, desk, "/ziele?ansicht=matrix&raum=hamm-norden")
    own, city = found.plate.chart.courses
    assert (own.name, own.focused, city.city) == ("Hamm-Norden", True, True)
    rows = found.figures.rows
    of_area = {row.wert for row in rows if row.raum == "hamm-norden"}
    assert {value for value in own.values if value is not None} <= of_area


@pytest.mark.parametrize(
    ("address", "shape"),
    [(VIEWS[0], "quadrat"), (VIEWS[5], "vorschau"), (VIEWS[8], "breit"), (VIEWS[9], "breit")],
)
def test_it_can_be_set(desk: Desk, address: str, shape: write.Shape) -> None:
    plate = opened(SHEET, desk, address).plate
    assert write.png(plate, shape, f"monitor.example{address}").startswith(b"\x89PNG")
