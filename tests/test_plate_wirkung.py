"""Plates of the comparison of areas with and without a measure."""

from __future__ import annotations

import pytest
from plate_checks import charted, check, of_files, opened, spoken

from dashboard.answers.desk import Desk
from dashboard.export.plate import write
from dashboard.pages.wirkung import SHEET

WITH = "/ziele/wirkung?massnahme=familiengrundschulzentren"
WITHOUT = "/ziele/wirkung?massnahme=schulsozialarbeit"


@pytest.mark.parametrize("address", ["/ziele/wirkung", WITH, f"{WITH}&kennzahl=ogs-quote"])
def test_the_chart_holds_the_differences_of_the_files(desk: Desk, address: str) -> None:
    found = opened(SHEET, desk, address)
    check(found)
    rows = found.figures.rows
    differences = {row.wert: row.zeitraum for row in rows if row.raum == "mit-minus-ohne"}
    assert charted(found.plate) <= set(differences)
    assert len(found.plate.chart.categories) == len(found.answer.picture.points) - 1
    assert [block.title for block in found.plate.body][1] == "Mittel der Zeiträume je Sozialraum"


def test_without_a_comparison_it_says_which_measures_allow_one(desk: Desk) -> None:
    found = opened(SHEET, desk, WITHOUT)
    check(found)
    possible, impossible = (value or 0 for value in found.plate.chart.courses[0].values)
    measures = found.answer.measures
    assert (possible, possible + impossible) == (sum(one.possible for one in measures), len(measures))
    assert "Schulsozialarbeit" in spoken(found.plate)[0]
    assert of_files(found)


@pytest.mark.parametrize(("address", "shape"), [(WITH, "vorschau"), (WITH, "breit"), (WITHOUT, "quadrat")])
def test_it_can_be_set(desk: Desk, address: str, shape: write.Shape) -> None:
    plate = opened(SHEET, desk, address).plate
    assert write.png(plate, shape, "monitor.example/ziele/wirkung").startswith(b"\x89PNG")
