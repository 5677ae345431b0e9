"""Plates of the list of indicators and of the page of data."""

from __future__ import annotations

import pytest
from plate_checks import charted, check, opened, spoken
from world import tiny_release

from dashboard.answers.desk import Desk
from dashboard.export.plate import write
from dashboard.export.plate.kennzahlen import shown_groups
from dashboard.pages import daten, kennzahlen
from dashboard.store.read import Store


@pytest.mark.parametrize(
    "address",
    [
        "/kennzahl",
        "/kennzahl?suche=sprache",
        "/kennzahl?perspektive=kosten",
        "/kennzahl?werte=ohne",
        "/kennzahl?werte=sozialraum&raum=uentrop",
    ],
)
def test_the_list_counts_what_is_left_of_it(desk: Desk, address: str) -> None:
    found = opened(kennzahlen.SHEET, desk, address)
    check(found)
    groups = shown_groups(found.answer)
    assert found.plate.chart.categories == tuple(group.title for group in groups)
    totals = [
        sum(course.values[at] or 0 for course in found.plate.chart.courses) for at in range(len(groups))
    ]
    assert totals == [len(group.entries) for group in groups]
    assert sum(totals) == len(found.answer.shown) == len(found.plate.tables[0].rows)


def test_a_search_without_any_hit_says_so(desk: Desk) -> None:
    plate = opened(kennzahlen.SHEET, desk, "/kennzahl?suche=zeppelin").plate
    assert spoken(plate) == ["Keine Kennzahl passt zu dieser Suche."]


def test_the_data_page_counts_its_values(desk: Desk) -> None:
    found = opened(daten.SHEET, desk, "/daten")
    check(found)
    counts = found.answer.counts
    chart = found.plate.chart
    values = {
        name: value
        for course in chart.courses
        for name, value in zip(chart.categories, course.values, strict=True)
        if value is not None
    }
    assert values["Beispieldaten"] == counts.demo
    assert values["mit Zahl"] == counts.shown
    assert counts.demo + counts.published + counts.delivered == counts.cells
    states = counts.shown + counts.hidden, counts.cells
    assert values.get("ohne bekannte Zahl", 0) == states[1] - states[0]


def test_a_small_release_has_its_plates_too(sqlite_url: str) -> None:
    tiny_release(sqlite_url)
    with Store(sqlite_url) as store:
        small = Desk(store)
        for sheet, address in ((kennzahlen.SHEET, "/kennzahl"), (daten.SHEET, "/daten?stand=2026-1")):
            found = opened(sheet, small, address)
            check(found)
            assert "2026-1" in found.plate.name
            assert charted(found.plate)


@pytest.mark.parametrize("shape", ["breit", "quadrat", "vorschau"])
def test_they_can_be_set(desk: Desk, shape: write.Shape) -> None:
    sheet, address = (daten.SHEET, "/daten") if shape == "quadrat" else (kennzahlen.SHEET, "/kennzahl")
    plate = opened(sheet, desk, address).plate
    assert write.png(plate, shape, f"monitor.example{address}").startswith(b"\x89PNG")
