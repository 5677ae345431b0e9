"""Costs as plates: what they say is the page's, what they chart is the JSON's, to the cent."""

from __future__ import annotations

from pathlib import Path

import pytest
from plate_world import amounts, charted, check, opened
from world import tiny_release

from dashboard.answers.desk import Desk
from dashboard.answers.kosten import answer
from dashboard.answers.kosten.parts import KostenAnswer
from dashboard.export.plate.kosten import plate as plate_of
from dashboard.export.plate.parts import Listing, Plate
from dashboard.export.plate.write import SIZES, png
from dashboard.pages.kosten import SHEET
from dashboard.state import KOSTEN
from dashboard.store.read import Store

VIEWS = ("", "ursachen", "praevention", "raeume", "szenario", "projekt")
PLACES = ("hamm", "hamm-norden", "heessen", "rhynern")
#: Addresses with all that can be chosen, one after the other.
ASKED: tuple[dict[str, str], ...] = (
    *({"ansicht": view, "raum": place} for view in VIEWS for place in PLACES),
    {"bezug": "je-1000"},
    {"euro": "real"},
    {"euro": "real", "bezug": "je-1000", "raum": "pelkum"},
    {"jahr": "2014", "von": "2012", "raum": "mitte"},
    {"ansicht": "ursachen", "jahr": "2019", "von": "2015", "raum": "uentrop"},
    {"ansicht": "ursachen", "euro": "real"},
    {"ansicht": "ursachen", "faktoren": "tage", "raum": "pelkum"},
    {"ansicht": "raeume", "bereich": "ambulant"},
    {"ansicht": "raeume", "merkmal": "heimerziehung", "raum": "herringen"},
    {"ansicht": "raeume", "jahr": "2013", "euro": "real"},
    {"ansicht": "praevention", "jahr": "2016", "raum": "hamm-westen"},
    {"ansicht": "szenario", "faelle": "3", "preis": "4", "zieljahr": "2028"},
)
CENTS_APART = 0.03  # euros: layers that were converted one by one, against their converted total


def page(desk: Desk, **query: str) -> KostenAnswer:
    return desk.ask(KOSTEN, query, answer)


def plate(desk: Desk, **query: str) -> Plate:
    return plate_of(page(desk, **query))


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "-".join(asked.values()) or "start")
def test_a_view_as_a_plate_says_what_its_page_says(desk: Desk, asked: dict[str, str]) -> None:
    found, figures = opened(SHEET, desk, **asked)
    check(found, figures)
    assert found.body
    assert found.tables == tuple(dict.fromkeys(card.table for card in page(desk, **asked).cards))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("view", ["", "praevention", "raeume", "szenario", "projekt"])
def test_every_value_of_the_chart_is_one_of_the_json(desk: Desk, view: str, place: str) -> None:
    found, figures = opened(SHEET, desk, ansicht=view, raum=place)
    known = amounts(figures.rows)
    assert charted(found)
    assert [value for value in charted(found) if value not in known] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("changed", [{"euro": "real"}, {"bezug": "je-1000"}])
def test_converted_columns_are_the_json_s_to_the_cent(
    desk: Desk, place: str, changed: dict[str, str]
) -> None:
    """Each layer of a column is rounded to the cent by itself."""
    found, figures = opened(SHEET, desk, raum=place, **changed)
    name = "hze-aufwendungen" + ("-je-1000-unter-21" if "bezug" in changed else "-preise-2020")
    totals = {
        row.zeitraum: float(row.wert or 0)
        for row in figures.rows
        if (row.kennzahl, row.merkmal) == (name, "")
    }
    (course,) = found.chart.courses
    for year, value in zip(found.chart.categories, course.values, strict=True):
        assert value == pytest.approx(totals[year], abs=CENTS_APART)


@pytest.mark.parametrize("factors", ["drei", "tage"])
@pytest.mark.parametrize("place", PLACES)
def test_the_waterfall_s_chart_adds_up_and_is_the_json_in_printed_steps(
    desk: Desk, place: str, factors: str
) -> None:
    found, figures = opened(SHEET, desk, ansicht="ursachen", raum=place, faktoren=factors)
    (course,) = found.chart.courses
    start, *effects, end = (value or 0.0 for value in course.values)
    assert start + sum(effects) == pytest.approx(end, abs=0.001)
    exact = [
        float(row.wert or 0)
        for row in figures.rows
        if row.kennzahl.startswith("effekt-") and row.merkmal == ""
    ]
    step = 10_000 if end >= 1_000_000 else 100  # two decimals of a million, one of a thousand
    assert effects == pytest.approx(exact, abs=step)


def test_a_gap_is_a_gap_and_the_plan_stands_beside_the_result(desk: Desk) -> None:
    result, planned, published = plate(desk).chart.courses
    assert None not in result.values
    assert planned.values[0] is None
    assert planned.values[-1] is not None
    assert [value for value in published.values if value is not None] == [23_880_000, 25_320_000, 27_140_000]
    assert [course.name for course in plate(desk, raum="mitte").chart.courses] == ["Ergebnis"]


def test_the_project_is_no_example_and_says_what_its_source_misprints(desk: Desk) -> None:
    found = plate(desk, ansicht="projekt", raum="mitte")
    assert not found.demo
    assert found.kicker == "Kosten: Projekt · Stadt Hamm"
    assert any("87.600\u00a0€" in note and "an anderer Stelle" in note for note in found.notes)
    assert sum(charted(found)) == 87_600
    (paid,) = (block for block in found.body if isinstance(block, Listing))
    assert paid.lines[-1].cells[:3] == ("Summe", "87.600", "48.000")


def test_the_way_down_is_on_the_plate_and_links_are_not(desk: Desk) -> None:
    found = plate(desk, ansicht="raeume", merkmal="heimerziehung")
    assert "Heimerziehung" in found.headline
    assert "bereich" not in found.name
    assert found.chart.categories[-1] == "Stadt Hamm"
    assert {key.label for key in found.keys} >= {"Stadt Hamm"}


def test_assumptions_stand_beside_the_scenario(desk: Desk) -> None:
    found = plate(desk, ansicht="szenario")
    booked, trend, scenario = found.chart.courses
    assert booked.values[-1] is None
    assert trend.values[0] is None
    assert (trend.values[-1] or 0) > (scenario.values[-1] or 0)
    (assumed,) = (block for block in found.body if isinstance(block, Listing))
    assert [line.cells[0] for line in assumed.lines] == ["Fallzahl", "Kosten je Fall", "Kosten zusammen"]


@pytest.mark.parametrize("view", ["ursachen", "szenario"])
def test_what_cannot_be_computed_is_said_and_not_drawn(view: str, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'monitor.sqlite'}"
    tiny_release(url)
    with Store(url) as store:
        found = plate(Desk(store), ansicht=view)
        assert found.headline
        assert (found.body, charted(found)) == ((), [])
        assert png(found, "quadrat", "monitor.example").startswith(b"\x89PNG")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_set_in_all_shapes(desk: Desk, view: str) -> None:
    found = plate(desk, ansicht=view, raum="hamm-norden")
    for shape in SIZES:
        assert png(found, shape, f"https://monitor.example{found.address}").startswith(b"\x89PNG")
