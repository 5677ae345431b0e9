"""The workbook: the same figures as the JSON, as real numbers, and nothing that could run."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.answers.desk import Desk
from dashboard.answers.karte import figures
from dashboard.answers.parts import Figures
from dashboard.export import figures_xlsx
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.state import KARTE
from dashboard.store.read import Store


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT, secret_key="only for this test run"))
    yield app.server.test_client()
    app.close()


@pytest.fixture(scope="module")
def example(release_url: str) -> Figures:
    with Store(release_url) as store:
        return figures(Desk(store).asking(KARTE, {"raum": "uentrop"}))


@pytest.mark.parametrize("query", ["", "?kennzahl=hze-ausgaben", "?kennzahl=bevoelkerung&ansicht=verlauf"])
def test_a_workbook_holds_the_figures_of_the_json(client: FlaskClient, query: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"/karte.xlsx{query}").data))
    expected = json.loads(client.get(f"/karte.json{query}").data)
    assert book.sheetnames == ["Werte", "Angaben"]
    rows = list(book["Werte"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(expected["werte"]) > 0
    for row, figure in zip(rows, expected["werte"], strict=True):
        for found, wanted in zip(row, figure.values(), strict=True):
            if found != "x":  # the sign of a hidden value; JSON has none
                wanted = pytest.approx(wanted) if isinstance(wanted, float) else wanted or None
                assert (found or None) == wanted
    about = dict(book["Angaben"].iter_rows(values_only=True))
    assert about["Aussage"] == expected["aussage"]
    assert about["Quelle"] == expected["quelle"]
    assert about["Datenstand"] == expected["stand"]


def test_a_text_is_never_a_formula(example: Figures) -> None:
    row = replace(example.rows[0], raum_name="=1+1", quelle="http://example.org", kennzahl="@SUM(A1)")
    book = openpyxl.load_workbook(io.BytesIO(figures_xlsx.write(replace(example, rows=(row,), title="=2+2"))))
    cells = {cell.value: cell for cell in [*book["Werte"][2], *book["Angaben"]["B"]]}
    for text in ("=1+1", "http://example.org", "@SUM(A1)", "=2+2"):
        assert cells[text].data_type == "s"
        assert cells[text].hyperlink is None


def test_two_runs_give_the_same_bytes(example: Figures) -> None:
    assert figures_xlsx.write(example) == figures_xlsx.write(example)
