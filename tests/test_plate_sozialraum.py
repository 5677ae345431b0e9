"""Plates of the profiles and of their overview."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from plate_checks import charted, check, of_files, opened

from dashboard.answers.desk import Desk
from dashboard.answers.sozialraum.parts import FacilityEntry
from dashboard.export.plate import write
from dashboard.export.plate.sozialraum import listed, plate
from dashboard.pages import sozialraeume, sozialraum

AREAS = ["hamm-norden", "hamm-westen", "uentrop", "pelkum", "bezirk-herringen", "bezirk-mitte"]


@pytest.mark.parametrize("area", AREAS)
def test_a_profile_begins_with_what_stands_out(desk: Desk, area: str) -> None:
    found = opened(sozialraum.SHEET, desk, f"/sozialraum/{area}")
    check(found)
    assert charted(found.plate) <= of_files(found)
    entries = listed(found.answer)
    order = ["worse", "better", "higher", "lower", "same", "none"]
    signs = [entry.sign for entry in entries]
    assert signs == sorted(signs, key=lambda sign: 2 if sign == "lower" else order.index(sign))
    assert "hidden" not in signs
    assert found.plate.body[-1].title == "Lage und Bevölkerung"


def test_facilities_are_never_on_a_plate(desk: Desk) -> None:
    answer = opened(sozialraum.SHEET, desk, "/sozialraum/mitte").answer
    secret = FacilityEntry("Grundschule Geheimweg", "Grundschule", (("Kinder", "123456789"),))
    told = plate(replace(answer, key=None, facilities=(secret,), facilities_note=""))
    assert told == replace(plate(answer), body=told.body)
    written = write.svg(told, "breit", "monitor.example/sozialraum/mitte").decode()
    texts = " ".join(
        [written, *(block.alt for block in told.body if hasattr(block, "alt")), repr(told.tables)]
    )
    assert "Geheimweg" not in texts
    assert "123456789" not in texts


def test_the_overview_counts_like_its_cards(desk: Desk) -> None:
    found = opened(sozialraeume.SHEET, desk, "/sozialraum")
    check(found)
    names = {
        "worse": "schlechter",
        "higher": "abweichend",
        "same": "nicht unterscheidbar",
        "better": "besser",
        "hidden": "geschützt",
    }
    courses = {course.name: course.values for course in found.plate.chart.courses}
    for at, card in enumerate(found.answer.cards):
        counted = {names[sign]: size for sign, size, _word in card.counts}
        assert {name: values[at] for name, values in courses.items() if values[at]} == counted
    rows = Counter(row.raum for row in found.figures.rows)
    assert all(
        sum(values[at] or 0 for values in courses.values()) <= rows[card.area]
        for at, card in enumerate(found.answer.cards)
    )
    assert {sign for sign, _word in found.plate.legend} >= {"worse", "better", "same"}


@pytest.mark.parametrize(
    ("address", "shape"),
    [("/sozialraum/hamm-norden", "quadrat"), ("/sozialraum/bezirk-mitte", "vorschau")],
)
def test_a_profile_can_be_set(desk: Desk, address: str, shape: write.Shape) -> None:
    found = opened(sozialraum.SHEET, desk, address)
    assert write.png(found.plate, shape, f"monitor.example{address}").startswith(b"\x89PNG")


def test_the_overview_can_be_set(desk: Desk) -> None:
    found = opened(sozialraeume.SHEET, desk, "/sozialraum")
    assert write.png(found.plate, "vorschau", "monitor.example/sozialraum").startswith(b"\x89PNG")
