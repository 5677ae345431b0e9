"""Plates of the distribution by a rule."""

from __future__ import annotations

import pytest
from plate_checks import charted, check, of_files, opened

from dashboard.answers.desk import Desk
from dashboard.answers.ressourcen.rows import GIVEN, TODAY
from dashboard.export.plate import write
from dashboard.pages.ressourcen import SHEET

VIEWS = [
    "/ressourcen",
    "/ressourcen?raum=hamm-norden",
    "/ressourcen?vorlage=gleich",
    "/ressourcen?art=euro&raum=pelkum&euro=123456.78",
    "/ressourcen?art=ganze-stellen&stellen=11&mindest-stellen=1",
    "/ressourcen?gewichte=sgb2-unter-18:3&staerke=60",
]


@pytest.mark.parametrize("address", VIEWS)
def test_the_chart_holds_what_the_files_hold(desk: Desk, address: str) -> None:
    found = opened(SHEET, desk, address)
    check(found)
    assert charted(found.plate) <= of_files(found)
    rows = found.figures.rows
    for course, name in zip(found.plate.chart.courses, (GIVEN, TODAY), strict=False):
        of_files_by_area = {row.raum_name: float(row.wert or 0) for row in rows if row.kennzahl == name}
        assert dict(zip(found.plate.chart.categories, course.values, strict=True)) == of_files_by_area


def test_weights_that_cannot_be_used_leave_the_documented_rules(desk: Desk) -> None:
    found = opened(SHEET, desk, "/ressourcen?gewichte=hilfen-fluechtlinge:5")
    assert found.plate.headline == found.answer.said.headline
    assert found.plate.body


@pytest.mark.parametrize(
    ("address", "shape"), [(VIEWS[0], "vorschau"), (VIEWS[1], "quadrat"), (VIEWS[3], "breit")]
)
def test_it_can_be_set(desk: Desk, address: str, shape: write.Shape) -> None:
    plate = opened(SHEET, desk, address).plate
    assert write.png(plate, shape, "monitor.example/ressourcen").startswith(b"\x89PNG")
