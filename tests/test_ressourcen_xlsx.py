"""The workbook computes by itself: formulas give what is stored, and follow when somebody changes a cell."""

from __future__ import annotations

import io

import pytest
from formulas import Calculator
from openpyxl import load_workbook

from dashboard.answers.desk import Desk
from dashboard.answers.ressourcen.result import Result
from dashboard.export.ressourcen_xlsx import write
from dashboard.export.ressourcen_xlsx.sheets import FIRST
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.state import RESSOURCEN

ROWS = range(FIRST + 1, FIRST + 10)
QUERIES: list[dict[str, str]] = [
    {},
    {"vorlage": "lebensphasen", "art": "euro", "euro": "912313.90", "mindest-euro": "60000"},
    {"vorlage": "gleich"},
    {"gewichte": "keine", "mindest-stellen": "2"},
    {"art": "ganze-stellen", "stellen": "18", "mindest-stellen": "2", "bezug": "grundschule"},
    {"gewichte": "hze-faelle:5,sgb2-unter-18:1", "staerke": "50", "stellen": "0"},
]


def calculator(desk: Desk, query: dict[str, str]) -> Calculator:
    return Calculator(load_workbook(io.BytesIO(write(desk.asking(RESSOURCEN, query)))))


def steps(found: Calculator) -> list[int]:
    return [round(found.value("Verteilung", f"K{row}")) for row in ROWS]


def units(desk: Desk, query: dict[str, str]) -> list[int]:
    allocation = Result.of(desk.asking(RESSOURCEN, query)).allocation
    assert allocation is not None
    return [int(unit) for unit in allocation.units]


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_every_formula_gives_the_value_stored_beside_it(desk: Desk, query: dict[str, str]) -> None:
    body = write(desk.asking(RESSOURCEN, query))
    book, stored = load_workbook(io.BytesIO(body)), load_workbook(io.BytesIO(body), data_only=True)
    found, count = Calculator(book), 0
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if isinstance(cell.value, str) and cell.value.startswith("="):
                expected = stored[sheet.title][cell.coordinate].value
                computed = found.value(sheet.title, cell.coordinate)
                close = pytest.approx(expected, abs=1e-6) if not isinstance(expected, str) else expected
                assert computed == close, (sheet.title, cell.coordinate, cell.value)
                count += 1
    assert count > 300
    assert steps(found) == units(desk, query)


def test_changed_cells_give_what_the_page_gives(desk: Desk) -> None:
    """A committee changes weights, amount, minimum, strength and kind of heads, one after the other."""
    found = calculator(desk, {})
    book = load_workbook(io.BytesIO(write(desk.asking(RESSOURCEN, {}))))
    titles = {book["Gewichte"].cell(row, 1).value: row for row in range(FIRST + 1, FIRST + 25)}
    catalogue = desk.asking(RESSOURCEN, {}).catalogue
    own: dict[str, int] = {"sgb2-unter-18": 3, "sprachstand-schuleingang": 3}
    query: dict[str, str] = {}
    for name, weight in (("hze-faelle", 5), ("sgb2-unter-18", 0), ("schulabsentismus", 2)):
        found.set("Gewichte", f"B{titles[catalogue.indicators[name].title]}", weight)
        own[name] = weight
        query["gewichte"] = ",".join(f"{key}:{value}" for key, value in own.items())
        assert steps(found) == units(desk, query)
    for cell, value, parameter, written in (
        ("B3", 33.25, "stellen", "33.25"),
        ("B5", 3.5, "mindest-stellen", "3.5"),
        ("B6", 0.5, "staerke", "50"),
        ("B5", 9, "mindest-stellen", "9"),
        ("B3", 5, "stellen", "5"),
    ):
        found.set("Verteilung", cell, value)
        query[parameter] = written
        assert steps(found) == units(desk, query), query
        assert found.value("Verteilung", f"L{FIRST + 11}") == "Summe stimmt genau"


def test_every_area_the_same_is_one_cell(desk: Desk) -> None:
    found = calculator(desk, {"vorlage": "kinderzahl"})
    found.set("Verteilung", "B7", 0)
    assert steps(found) == units(desk, {"vorlage": "gleich"})


def test_the_address_of_the_page_gives_the_workbook(release_url: str) -> None:
    app = create_app(Settings(release_url, ROOT))
    client = app.server.test_client()
    response = client.get("/ressourcen.xlsx?stellen=16&raum=mitte")
    assert response.status_code == 200
    assert "attachment" in response.headers["Content-Disposition"]
    book = load_workbook(io.BytesIO(response.data))
    assert book.sheetnames == ["Verteilung", "Gewichte", "Werte", "Index", "Minimum", "Angaben"]
    plain = load_workbook(io.BytesIO(client.get("/ressourcen.xlsx?vorlage=schulsozialindex").data))
    assert plain.sheetnames == ["Werte", "Angaben"]
    assert client.get("/kosten.xlsx").status_code == 200
    app.close()


def test_two_runs_give_the_same_bytes(desk: Desk) -> None:
    asking = desk.asking(RESSOURCEN, {})
    assert write(asking) == write(asking)
