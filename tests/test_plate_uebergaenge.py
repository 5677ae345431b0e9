"""Transitions as plates: the page's sentence, the JSON's values, and no school for the public."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from plate_world import amounts, charted, check, opened

from dashboard.answers.desk import Desk
from dashboard.answers.uebergaenge import answer
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.export.plate.parts import Listing, Plate
from dashboard.export.plate.uebergaenge import plate as plate_of
from dashboard.export.plate.uebergaenge.shown import number_of
from dashboard.export.plate.write import SIZES, png
from dashboard.model import CITY
from dashboard.pages.plates import open_plate
from dashboard.pages.uebergaenge import SHEET
from dashboard.state import UEBERGAENGE
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.store.read import Store

VIEWS = ("", "abstand", "empfehlung", "schulen", "kette")
PLACES = (CITY, "hamm-norden", "rhynern", "hamm-westen")
ASKED: tuple[dict[str, str], ...] = (
    *({"ansicht": view, "raum": place} for view in VIEWS for place in PLACES),
    *({"ansicht": view, "jahr": "2009"} for view in VIEWS),
    {"kennzahl": "uebergang-hauptschule", "jahr": "2019"},
    {"kennzahl": "uebergang-gesamtschule", "ansicht": "abstand", "raum": "pelkum"},
    {"ebene": "stadtbezirk"},
    {"ebene": "stadtbezirk", "ansicht": "abstand"},
)
SCHOOL = "Beispielgrundschule 71"


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as found:
        yield found


@pytest.fixture(scope="module")
def desk(store: Store) -> Desk:
    return Desk(store)


def page(desk: Desk, **query: str) -> UebergaengeAnswer:
    return desk.ask(UEBERGAENGE, query, answer)


def plate(desk: Desk, **query: str) -> Plate:
    return plate_of(page(desk, **query))


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: "-".join(asked.values()))
def test_a_view_as_a_plate_says_what_its_page_says(desk: Desk, asked: dict[str, str]) -> None:
    found, figures = opened(SHEET, desk, **asked)
    check(found, figures)
    assert found.tables[0] == page(desk, **asked).main.table


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("view", ["", "empfehlung", "schulen"])
def test_every_value_of_the_chart_is_one_of_the_json(desk: Desk, view: str, place: str) -> None:
    """Between lower and higher there is what is left of a hundred: the same to the last digits."""
    found, figures = opened(SHEET, desk, ansicht=view, raum=place)
    known = amounts(figures.rows)
    assert charted(found)
    assert [value for value in charted(found) if min(abs(value - one) for one in known) > 1e-9] == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("view", ["abstand", "kette"])
def test_a_chart_of_differences_has_the_json_s_values_as_printed(desk: Desk, view: str, place: str) -> None:
    found, figures = opened(SHEET, desk, ansicht=view, raum=place)
    known = amounts(figures.rows)
    assert charted(found)
    assert [value for value in charted(found) if min(abs(value - one) for one in known) > 0.05 + 1e-9] == []


@pytest.mark.parametrize("place", PLACES)
def test_protected_shares_are_in_no_chart(desk: Desk, place: str) -> None:
    found, figures = opened(SHEET, desk, raum=place)
    hidden = {(row.raum_name, row.kennzahl) for row in figures.rows if row.status == "geheim"}
    assert hidden
    places = {name: place for place, name in enumerate(found.chart.categories)}
    for name, _form in hidden:
        own = [course.values[places[name]] for course in found.chart.courses]
        assert own.count(None) >= 2  # never one alone: it would be what is left of a hundred


def test_signs_in_use_are_explained_and_others_are_not(desk: Desk) -> None:
    signs = {sign for sign, _word in plate(desk, ansicht="abstand").legend}
    assert signs <= {"better", "worse", "same"}
    assert {"better", "worse"} <= signs
    assert plate(desk, ansicht="schulen").legend == ()


@pytest.mark.parametrize("view", ["", "abstand"])
def test_a_value_has_its_interval_and_n(desk: Desk, view: str) -> None:
    key = plate(desk, ansicht=view, raum="rhynern").keys[0]
    assert key.label == "Rhynern"
    assert any("bis" in line for line in key.lines)
    assert any(line.startswith("n\u00a0=\u00a0") for line in key.lines)


def test_a_stadtbezirk_is_never_among_the_sozialraeume(desk: Desk, store: Store) -> None:
    areas = store.catalogue(page(desk).foot.release).areas
    for ebene in ("sozialraum", "stadtbezirk"):
        names = set(plate(desk, ebene=ebene).chart.categories) - {areas[CITY].name}
        own = {
            area.short_name if ebene == "sozialraum" else area.name
            for area in areas.values()
            if area.kind == ebene
        }
        assert names <= own


def schools(_release: str, area: str) -> tuple[FacilityFact, ...]:
    """The schools as a planner of Hamm-Norden sees them."""
    value = FacilityValue(
        "uebergang-gymnasium", 2025, value=31.3, numerator=25.0, denominator=80.0, delivery="", origin="demo"
    )
    hidden = FacilityValue(
        "uebergang-gymnasium", 2025, value=None, status="hidden", delivery="", origin="demo"
    )
    found = (
        FacilityFact("71", SCHOOL, "Grundschule", "", "hamm-norden", (value,), "demo"),
        FacilityFact("72", "Beispielgrundschule 72", "Grundschule", "", "hamm-norden", (hidden,), "demo"),
    )
    return found if area == "hamm-norden" else ()


def test_schools_are_on_a_planner_s_plate_alone_and_it_is_not_kept(store: Store, desk: Desk) -> None:
    query = {"ansicht": "schulen", "raum": "hamm-norden"}
    own = open_plate("/uebergaenge", query, Desk(store, schools))
    public = open_plate("/uebergaenge", query, desk)
    assert own is not None
    assert public is not None
    assert (own.key, public.key is None) == (None, False)
    assert SCHOOL not in str(public.plate)
    (listed,) = (block for block in own.plate.body if isinstance(block, Listing))
    cells = {line.cells[0]: line.cells[1:] for line in listed.lines}
    assert cells[f"{SCHOOL} (Beispiel)"] == ("80", "31,3\u202f%")
    assert cells["Beispielgrundschule 72 (Beispiel)"][-1] == "x"
    assert own.plate.chart == public.plate.chart
    assert any("Geschützte Ebene" in note for note in public.plate.notes)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("42,3\u202f%", 42.3),
        ("1.692", 1692.0),
        ("−1,9", -1.9),
        ("x", None),
        ("–", None),
        ("k. A.", None),
        ("", None),
    ],
)
def test_a_printed_number_is_read_and_a_mark_is_none(printed: str, number: float | None) -> None:
    assert number_of(printed) == number


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_set_in_all_shapes(desk: Desk, view: str) -> None:
    found = plate(desk, ansicht=view, raum="hamm-norden")
    for shape in SIZES:
        assert png(found, shape, f"https://monitor.example{found.address}").startswith(b"\x89PNG")
