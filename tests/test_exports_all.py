"""Every view as every file: each opens in a program of its kind and says what the JSON says."""

from __future__ import annotations

import csv
import io
import json
import re
import struct
from collections.abc import Callable, Iterator
from functools import cache
from math import isclose
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import openpyxl
import pypdf
import pytest
from flask.testing import FlaskClient
from frictionless import Dialect, Resource, Schema, formats
from PIL import ImageFont
from pptx import Presentation
from werkzeug.test import TestResponse

from dashboard.export.figures_csv import COLUMNS
from dashboard.export.slides.heat_table import SIGNS
from dashboard.export.slides.waterfall import BASE, DOWN
from dashboard.factory import create_app
from dashboard.model import CITY
from dashboard.pages.book import SHEETS
from dashboard.settings import ROOT, Settings
from dashboard.share.attachment import attachment, file_name
from dashboard.state import DATEN, KENNZAHL, KENNZAHLEN, SOZIALRAEUME, ZIELE, Place
from dashboard.wording.numbers import MARKS
from dashboard.wording.signs import TARGET_WORDS
from dashboard.wording.units import typeset

PARAMETERS = {"kennzahl": "uebergang-gymnasium", "raum": "hamm-norden"}
RELEASES = {DATEN.name}  # its files are those of a whole release, tested with it
WITHOUT_VALUES = "schueler-je-schule"


def address(place: Place, view: str = "") -> str:
    path = place.path(PARAMETERS) if place.pattern != "/" else f"/{place.name}"
    return f"{path}?ansicht={view}" if view else path


VIEWS = tuple(
    address(sheet.place, view)
    for sheet in SHEETS
    if sheet.place.name not in RELEASES
    for view in ("", *sheet.place.views)
)
#: Areas, years, districts, categories, other amounts, and an indicator without values.
MORE = (
    "/karte?raum=hamm-norden&jahr=2018",
    "/karte?kennzahl=anteil-unter-18&ebene=stadtbezirk&raum=bezirk-uentrop",
    "/kennzahl/hze-faelle?raum=herringen&werte=dreijahr",
    "/kennzahl/kinderarmutsquote",
    f"/kennzahl/{WITHOUT_VALUES}",
    "/sozialraum/bezirk-uentrop",
    "/kosten?ansicht=raeume&raum=pelkum&jahr=2019",
    "/kosten?ansicht=raeume&bereich=ambulant",
    "/kosten?ansicht=raeume&merkmal=heimerziehung&euro=real",
    "/kosten?ansicht=ursachen&euro=real",
    "/kosten?euro=real&bezug=je-1000&raum=pelkum",
    "/uebergaenge?ansicht=kette&raum=hamm-norden",
    "/ressourcen?art=euro",
)
ADDRESSES = (*VIEWS, *MORE)
PICTURED = (*VIEWS, address(DATEN))
#: Charts that count indicators, or show distances between the figures of the JSON.
COUNTED = (address(KENNZAHLEN), address(SOZIALRAEUME))
#: A table of judged cells takes the whole slide.
JUDGED = address(ZIELE, "matrix")
COMPUTED = (address(KENNZAHL, "abstand"),)
#: Charts of more than the column ``wert``.
MORE_COLUMNS = {
    address(ZIELE): ("wert", "zielwert"),
    address(ZIELE, "annaeherung"): ("streuung_zuerst", "streuung_zuletzt"),
}
#: The area that an address is about, as its files name it.
AREAS = {
    "bezirk-uentrop": "Stadtbezirk-Uentrop",
    "hamm-norden": "Hamm-Norden",
    "pelkum": "Pelkum",
    "herringen": "Herringen",
}
CARLITO = Path("/usr/share/fonts/truetype/crosextra/Carlito-Bold.ttf")
STEM = re.compile(r"[^_]+_[^_]+_(?:[^_]*[-.])?(?:19|20)\d\d(?:-[^_]+)?_Datenstand-[^_]+")


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    settings = Settings(release_url, ROOT, secret_key="only for this test run", files_per_minute=0)
    app = create_app(settings)
    yield app.server.test_client()
    app.close()


Get = Callable[..., TestResponse]


@pytest.fixture(scope="module")
def get(client: FlaskClient) -> Get:
    """The file of a view; each is fetched once."""

    @cache
    def fetch(view: str, ending: str, more: str = "") -> TestResponse:
        path, _, query = view.partition("?")
        response = client.get(f"{path}.{ending}?{'&'.join(part for part in (query, more) if part)}")
        assert response.status_code == 200, f"{path}.{ending}?{query}: {response.status_code}"
        return response

    return fetch


def told(get: Get, view: str, more: str = "") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(get(view, "json", more).data, parse_constant=_no_number)
    return found


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number that JSON knows")


@cache
def opened(body: bytes) -> Any:
    return Presentation(io.BytesIO(body)).slides


def slide_of(get: Get, view: str) -> Any:
    slides = opened(get(view, "pptx").data)
    assert len(slides) == 1
    return slides[0]


def charted(slide: Any) -> list[float]:
    return [
        value
        for shape in slide.shapes if shape.has_chart
        for series in shape.chart.plots[0].series if series.name != BASE
        for value in signed(series) if value is not None
    ]  # fmt: skip


def signed(series: Any) -> list[float | None]:
    """A waterfall shows a decrease as its length; none of the release's steps crosses zero."""
    down = series.name == DOWN
    return [-value if down and value is not None else value for value in series.values]


@cache
def book(body: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(body))


def release(get: Get) -> str:
    stand: str = told(get, VIEWS[0])["stand"]
    return stand


def name_of(response: TestResponse) -> str:
    header = response.headers["Content-Disposition"]
    extended = re.search(r"filename\*=UTF-8''(\S+)", header)
    plain = re.search(r'filename="([^"]*)"', header)
    assert plain
    return unquote(extended[1]) if extended else plain[1]


def packed(text: str) -> str:
    """Without white space and hyphens: lines may break anywhere."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


@pytest.mark.parametrize("view", ADDRESSES)
@pytest.mark.parametrize("machine", [False, True])
def test_csv_holds_the_figures_of_the_json(get: Get, view: str, machine: bool) -> None:
    body = get(view, "csv", "format=maschine" if machine else "").data
    assert body.startswith(b"\xef\xbb\xbf") != machine
    text = body.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="," if machine else ";"))
    wanted = told(get, view)["werte"]
    assert len(rows) == len(wanted)
    for row, figure in zip(rows, wanted, strict=True):
        assert list(row) == list(figure)
        for column, value in figure.items():
            cell = row[column]
            if is_number(value):
                assert float(cell if machine else cell.replace(",", ".")) == round(value, 6), column
            else:
                assert cell.removeprefix("'") == (value or "").removeprefix("'"), column


@pytest.mark.parametrize("view", VIEWS)
def test_frictionless_reads_the_german_csv_with_real_numbers(get: Get, view: str) -> None:
    figures = told(get, view)["werte"]
    numbers = {name for figure in figures for name, value in figure.items() if is_number(value)}
    fields = [
        {"name": name, "type": "number", "decimalChar": ","} if name in numbers
        else {"name": name, "type": "string"}
        for name in (figures[0] if figures else COLUMNS)
    ]  # fmt: skip
    resource = Resource(
        get(view, "csv").data, format="csv", encoding="utf-8-sig",
        schema=Schema.from_descriptor({"fields": fields}),
        dialect=Dialect(controls=[formats.CsvControl(delimiter=";")]),
    )  # fmt: skip
    report = resource.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])[:5]


@pytest.mark.parametrize("view", [view for view in ADDRESSES if not view.startswith("/ressourcen")])
def test_xlsx_holds_the_figures_of_the_json_as_numbers_with_formats(get: Get, view: str) -> None:
    written, wanted = book(get(view, "xlsx").data), told(get, view)
    assert written.sheetnames == ["Werte", "Angaben"]
    rows = list(written["Werte"].iter_rows(min_row=2))
    assert len(rows) == len(wanted["werte"])
    for row, figure in zip(rows, wanted["werte"], strict=True):
        for cell, (column, value) in zip(row, figure.items(), strict=True):
            if is_number(value):
                assert isclose(cell.value, value, rel_tol=1e-14), column
                assert cell.number_format != "General", column
            elif column == "wert" and value is None:
                assert cell.value in (None, *MARKS.values())
                assert (cell.value == "x") == (figure["status"] == "geheim")
            else:
                assert (cell.value or None) == (value or None), column


@pytest.mark.parametrize("view", ADDRESSES)
def test_the_workbook_says_what_its_figures_are(get: Get, view: str) -> None:
    wanted = told(get, view)
    pairs = list(book(get(view, "xlsx").data)["Angaben"].iter_rows(values_only=True))
    about = dict(pairs)
    assert about["Titel"] == wanted["titel"]
    assert (about["Quelle"] or "") == wanted["quelle"]
    assert about["Datenstand"] == wanted["stand"]
    assert view.partition("?")[0].removeprefix("/karte") in about["Verweis"]
    assert [text for term, text in pairs if "wissen sollte" in term] == wanted["was_man_wissen_sollte"]
    assert [text for term, text in pairs if term == "Hinweis"] == wanted["hinweise"]
    assert about["Verweis"].startswith("http://localhost/")
    assert f"stand={wanted['stand']}" in about["Verweis"]
    if view.startswith("/ressourcen"):  # a workbook of formulas, with more sheets and an own explanation
        return
    assert about["Aussage"] == wanted["aussage"]
    areas = {figure["raum_name"] for figure in wanted["werte"]}
    assert set(about["Enthaltene Räume"].split(", ")) == (areas or {"keine"})
    assert about["Enthaltene Zeiträume"]
    assert sum(str(term).startswith("Zeichen ") for term in about) == len(MARKS)


@pytest.mark.parametrize("view", ADDRESSES)
def test_the_slide_says_what_it_shows(get: Get, view: str) -> None:
    slide, wanted = slide_of(get, view), told(get, view)
    assert slide.shapes.title.text_frame.text
    texts = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert f"Datenstand {wanted['stand']}" in texts
    assert "http://localhost/l/" in texts
    assert ("Beispieldaten" in texts) or wanted["herkunft"] != "demo"
    assert slide.notes_slide.notes_text_frame.text


@pytest.mark.skipif(not CARLITO.exists(), reason="Carlito, which is as wide as Calibri, is not here")
@pytest.mark.parametrize("view", ADDRESSES)
def test_no_statement_runs_out_of_its_title(get: Get, view: str) -> None:
    slide = slide_of(get, view)
    title = slide.shapes.title
    (run,) = title.text_frame.paragraphs[0].runs
    font = ImageFont.truetype(str(CARLITO), 100)  # its units: hundredths of a type size
    room = title.width.pt / run.font.size.pt * 100
    lines, rest = 1, 0.0
    for word in run.text.split(" "):
        width = font.getlength(f" {word}" if rest else word)
        lines, rest = (lines, rest + width) if rest + width <= room else (lines + 1, font.getlength(word))
    assert lines * run.font.size.pt * 1.2 <= title.height.pt + 4
    below = [shape.top for shape in slide.shapes if shape.name == "Untertitel"]
    assert all(title.top + title.height <= top for top in below)


@pytest.mark.parametrize("view", [view for view in ADDRESSES if view not in COMPUTED])
def test_the_numbers_of_the_chart_are_those_of_the_json(get: Get, view: str) -> None:
    shown = charted(slide_of(get, view))
    assert shown or view in (JUDGED, f"/kennzahl/{WITHOUT_VALUES}")
    if view in COUNTED:
        assert shown
        assert [value for value in shown if value < 0 or value % 1] == []
        return
    columns = MORE_COLUMNS.get(view, ("wert",))
    known = [figure[name] for figure in told(get, view)["werte"] for name in columns]
    rounded_ones = {round(value, 9) for value in known if value is not None}  # binary noise of sums
    assert [value for value in shown if round(value, 9) not in rounded_ones] == []


@pytest.mark.parametrize("more", ["", "&phase=kita", "&perspektive=kosten", "&raum=hamm-norden"])
def test_the_cells_of_the_matrix_are_those_of_the_json(get: Get, more: str) -> None:
    view = f"{JUDGED}{more}"
    slide = slide_of(get, view)
    tables = [shape.table for shape in slide.shapes if shape.has_table and shape.name.startswith("Tabelle ")]
    words = dict(TARGET_WORDS) | {"hidden": "geschützt", None: "nicht beurteilt"}
    by_sign = {sign: words[cell] for cell, sign in SIGNS.items()}
    shown = {
        (line.cells[0].text_frame.text, name.text_frame.text): by_sign[cell.text_frame.text]
        for table in tables
        for line in list(table.rows)[1:]
        for name, cell in zip(list(table.rows[0].cells)[1:], list(line.cells)[1:], strict=True)
    }
    rows = [row for row in told(get, view)["werte"] if row["zielstatus"] in TARGET_WORDS.values()]
    judged = sorted(word for word in shown.values() if word in TARGET_WORDS.values())
    hidden = sum(row["status"] == "geheim" for row in rows)
    assert hidden == sum(word == "geschützt" for word in shown.values()) or not hidden
    assert judged == sorted(row["zielstatus"] for row in rows if row["status"] != "geheim")
    titles = {typeset(row["ziel_titel"]) for row in rows}
    assert {re.sub(r" \((20\d\d)\)$", "", title) for title, _place in shown} >= titles


@pytest.mark.parametrize("euros", ["", "&euro=real"])
def test_the_areas_of_the_way_down_are_in_the_figures_and_add_up(get: Get, euros: str) -> None:
    figures = told(get, f"/kosten?ansicht=raeume&bereich=ambulant{euros}")["werte"]
    shown = [row for row in figures if row["merkmal"] == "ambulant"]
    amounts = [row for row in shown if "je-1000" not in row["kennzahl"]]
    city = [row["wert"] for row in amounts if row["raum"] == CITY]
    areas = [row["wert"] for row in amounts if row["raum"] != CITY]
    assert len(city) == 1
    assert len(areas) >= 2
    assert abs(sum(areas) - city[0]) < (0.10 if euros else 0.001)  # each part of real euros is rounded
    assert {row["raum"] for row in shown if "je-1000" in row["kennzahl"]} >= {CITY}


@pytest.mark.parametrize("view", PICTURED)
def test_the_printed_pages_open_and_are_titled_with_the_statement(get: Get, view: str) -> None:
    document: Any = pypdf.PdfReader(io.BytesIO(get(view, "pdf").data))
    assert len(document.pages) >= 1
    assert document.trailer["/Root"]["/Lang"].startswith("de")
    assert packed(slide_of(get, view).shapes.title.text_frame.text) in packed(document.metadata.title)


@pytest.mark.parametrize("view", [view for view in PICTURED if "?" not in view])
def test_the_printed_page_holds_statement_and_release(get: Get, view: str) -> None:
    document = pypdf.PdfReader(io.BytesIO(get(view, "pdf").data))
    text = packed(document.pages[0].extract_text())
    assert packed(slide_of(get, view).shapes.title.text_frame.text) in text
    assert packed(f"Datenstand {release(get)}") in text


@pytest.mark.parametrize("view", PICTURED)
def test_the_pictures_are_pictures(get: Get, view: str) -> None:
    png = get(view, "png").data
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert width > height > 600
    root = ElementTree.fromstring(get(view, "svg").data)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert len(root.attrib["viewBox"].split()) == 4


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("ending", ["csv", "xlsx", "pptx", "pdf", "png", "svg"])
def test_file_names_are_legal_everywhere_and_hold_the_release(get: Get, view: str, ending: str) -> None:
    name = name_of(get(view, ending))
    assert name.endswith(f".{ending}")
    assert len(name) <= 120
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f]|[ .]$', name)
    assert release(get) in name
    assert file_name(name) == name


@pytest.mark.parametrize("view", ADDRESSES)
def test_all_files_of_a_view_have_one_name_with_area_years_and_release(get: Get, view: str) -> None:
    endings = ("csv", "xlsx", "pptx") if view in MORE else ("csv", "xlsx", "pptx", "pdf", "png", "svg")
    stems = {name_of(get(view, ending)).rpartition(".")[0] for ending in endings}
    assert len(stems) == 1
    stem = stems.pop()
    assert STEM.fullmatch(stem)
    assert stem.endswith(f"_Datenstand-{release(get)}")
    place = next((name for area, name in AREAS.items() if area in view), "Stadt-Hamm")
    assert stem.split("_")[1].startswith(place)


def test_the_square_is_named_after_the_picture(get: Get) -> None:
    plain, square = (name_of(get(VIEWS[0], "png", more)) for more in ("", "format=quadrat"))
    assert square == plain.replace(".png", "_quadrat.png")


def test_a_name_says_indicator_area_year_and_release_with_umlauts(get: Get) -> None:
    for ending in ("csv", "xlsx", "pptx", "pdf", "png"):
        name = name_of(get(MORE[0], ending))
        assert name.startswith("Übergang-Gymnasium_Hamm-Norden_Schuljahr-2018-19_")
        assert name.endswith(f"{release(get)}.{ending}")


def test_a_pinned_release_is_named_in_every_file(get: Get) -> None:
    view = f"/kennzahl/uebergang-gymnasium?stand={release(get)}&raum=hamm-norden"
    for ending in ("csv", "xlsx", "pptx", "pdf"):
        assert release(get) in name_of(get(view, ending))
    link = dict(book(get(view, "xlsx").data)["Angaben"].iter_rows(values_only=True))["Verweis"]
    assert link == f"http://localhost/kennzahl/uebergang-gymnasium?raum=hamm-norden&stand={release(get)}"


def test_an_indicator_without_values_is_a_file_that_says_so(get: Get) -> None:
    view = f"/kennzahl/{WITHOUT_VALUES}"
    assert told(get, view)["werte"] == []
    slide = slide_of(get, view)
    assert not any(shape.has_chart for shape in slide.shapes)
    assert len(pypdf.PdfReader(io.BytesIO(get(view, "pdf").data)).pages) >= 1


def test_every_sheet_has_a_plate() -> None:
    assert [sheet.place.name for sheet in SHEETS if sheet.plate is None] == []


def test_hidden_values_are_in_no_file(get: Get) -> None:
    hidden = [figure for figure in told(get, address(KENNZAHLEN))["werte"] if figure["status"] == "geheim"]
    assert hidden
    for figure in hidden:
        numbers = [value for column, value in figure.items() if column != "stand" and is_number(value)]
        assert numbers == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Übergänge_Größe.csv", "Übergänge_Größe.csv"),
        ("U\u0308bergang.csv", "Übergang.csv"),
        ('a/b\\c:d*e?f"g<h>i|j.csv', "a_b_c_d_e_f_g_h_i_j.csv"),
        ("Name. .csv", "Name.csv"),
        ("con.xlsx", "con-.xlsx"),
        ("Konto.xlsx", "Konto.xlsx"),
        ("31.12.2025_2026-1.pptx", "31.12.2025_2026-1.pptx"),
        ("rechts\u202elinks.pdf", "rechts_links.pdf"),
        (".csv", "Sozialraum-Monitor.csv"),
        ("ohne Endung", "ohne Endung"),
    ],
)
def test_names_of_downloads(name: str, written: str) -> None:
    assert file_name(name) == written
    header = attachment(name)
    assert name_of(TestResponse(iter(()), "200 OK", [("Content-Disposition", header)], None)) == written  # type: ignore[arg-type]


def test_a_long_name_keeps_its_ending() -> None:
    name = file_name("Ä" * 300 + ".pptx")
    assert (len(name), name[-6:]) == (120, "Ä.pptx")
