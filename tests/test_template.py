"""Templates for suppliers: what is filled in comes out, a slip is named with its place."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import openpyxl
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from world import tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.__main__ import main
from dashboard.answers.daten.templates import COMPUTED, groups, has_template
from dashboard.answers.desk import Desk
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.catalogue.models import Renamed
from dashboard.export.template import example, workbook
from dashboard.export.template.description import describe
from dashboard.export.template.parts import ALSO_WRITTEN, HEADER_ROW, SHEET, SIGNS, Template, template
from dashboard.intake import Check, Finding, check_folder
from dashboard.intake.sign import Meaning
from dashboard.model import Observation
from dashboard.routes.templates import register
from dashboard.settings import ROOT, Settings
from dashboard.store.read import Store
from dashboard.store.write import write_release

DAY = date(2026, 11, 22)
REAL: Catalogue = load(ROOT / "data" / "catalogue")
FILLABLE = [each.id for each in REAL.indicators.values() if has_template(each)]
Rows = Sequence[Mapping[str, object]]


def of(id_: str) -> Template:
    return template(REAL.indicators[id_], REAL, DAY.year)


def filled(found: Template, rows: Rows) -> bytes:
    """The template as an office program stores it after these rows were typed in."""
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(found)))
    for number, row in enumerate(rows, start=HEADER_ROW + 1):
        for at, column in enumerate(found.columns, start=1):
            if column.field in row:
                book[SHEET].cell(number, at, row[column.field])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@contextmanager
def delivered(found: Template, rows: Rows) -> Iterator[Check]:
    """The check of a folder with the filled template and its description."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / found.file).write_bytes(filled(found, rows))
        (Path(name) / "lieferung.toml").write_text(describe(found, DAY), encoding="utf-8")
        yield check_folder(Path(name), REAL)


def observations(found: Template, rows: Rows) -> tuple[Observation, ...]:
    with delivered(found, rows) as check:
        assert check.findings == ()
        assert check.delivery is not None
        assert check.delivery.example, "nobody has said yet who delivers"
        return check.delivery.observations


def findings(found: Template, rows: Rows) -> tuple[Finding, ...]:
    with delivered(found, rows) as check:
        return check.findings


def areas(found: Template) -> dict[str, str]:
    return {area.name: area.id for area in found.areas}


@pytest.mark.parametrize("id_", FILLABLE)
def test_the_example_of_every_template_passes_every_check(id_: str) -> None:
    found = of(id_)
    rows = example.rows(found)
    assert len(observations(found, rows)) == len(rows)
    hidden = [row for row in rows if SIGNS[0].mark in row.values()]
    assert len(hidden) == 1


@pytest.mark.parametrize("id_", ["bevoelkerung", "hze-aufwendungen", "uebergang-gymnasium", "flaeche"])
def test_the_example_stands_in_the_workbook(id_: str) -> None:
    found = of(id_)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.write(found)))["Beispiel"]
    rows = list(sheet.iter_rows(min_row=HEADER_ROW, values_only=True))
    assert rows[0] == tuple(column.head for column in found.columns)
    wanted = [tuple(row.get(column.field) for column in found.columns) for row in example.rows(found)]
    assert rows[1:] == wanted
    assert "erfundenen Zahlen" in str(sheet["A1"].value)


COUNTED = st.one_of(st.integers(0, 10**6), st.sampled_from(SIGNS), st.sampled_from(sorted(ALSO_WRITTEN)))


@settings(max_examples=8)
@given(st.lists(COUNTED, min_size=10, max_size=10), st.integers(0, 14))
def test_counts_come_out_as_they_were_filled_in(cells: list[object], period: int) -> None:
    found = of("grundschueler")
    marks = [getattr(cell, "mark", cell) for cell in cells]
    rows = [
        {"raum": area.name, "zeitraum": found.periods[period], "wert": mark}
        for area, mark in zip(found.areas, marks, strict=True)
    ]
    got = {row.area: row.value for row in observations(found, rows)}
    wanted = [mark if isinstance(mark, int) else None for mark in marks]
    assert got == dict(zip(areas(found).values(), wanted, strict=True))


PAIRS = st.tuples(st.integers(0, 500), st.integers(1, 500)).map(lambda pair: (min(pair), max(pair)))


@settings(max_examples=8)
@given(st.lists(PAIRS, min_size=9, max_size=9), st.booleans())
def test_shares_come_out_with_their_counts(pairs: list[tuple[int, int]], noted: bool) -> None:
    found = of("uebergang-gymnasium")
    more = {"anmerkung": "ohne Förderschulen"} if noted else {}
    rows = [
        {"raum": area.name, "zeitraum": "2024/25", "zaehler": x, "nenner": n} | more
        for area, (x, n) in zip(found.areas, pairs, strict=False)
    ]
    got = observations(found, rows)
    assert [(row.numerator, row.denominator) for row in got] == pairs
    assert [row.value for row in got] == pytest.approx([100 * x / n for x, n in pairs])
    assert {(row.year, row.note) for row in got} == {(2024, more.get("anmerkung", ""))}


@settings(max_examples=8)
@given(st.lists(st.integers(-(10**6), 10**12), min_size=9, max_size=9))
def test_euros_come_out_to_the_cent(cents: list[int]) -> None:
    found = of("hze-plan")
    rows = [
        {"raum": area.name, "zeitraum": "2025", "betrag": each / 100}
        for area, each in zip(found.areas, cents, strict=False)
    ]
    assert [row.cents for row in observations(found, rows)] == cents


def test_categories_by_their_titles() -> None:
    found = of("hze-aufwendungen")
    got = {(row.area, row.breakdown) for row in observations(found, example.rows(found))}
    ids = {category.id for category in found.indicator.breakdowns[0].categories}
    assert got == {(area, breakdown) for area in areas(found).values() for breakdown in {"", *ids}}


@pytest.mark.parametrize(
    ("field", "value", "column", "message"),
    [
        ("raum", "Mite", "Raum", "Unbekannter Raum „Mite“. Gemeint vielleicht: „Mitte“"),
        ("zeitraum", "2024/26", "Schuljahr", "keine zwei aufeinanderfolgenden Jahre"),
        ("zaehler", "viele", "Zähler", "„viele“ ist keine Zahl"),
        ("zaehler", "?", "Zähler", "Das Zeichen „?“ ist in lieferung.toml nicht erklärt"),
        ("zaehler", 300, "Zähler", "Der Zähler ist größer als der Nenner: 300 von 200"),
        ("zaehler", 1.5, "Zähler", "Eine Anzahl hat keine Nachkommastellen"),
        ("nenner", -1, "Nenner", "Die Zahl ist negativ"),
    ],
)
def test_a_slip_is_named_with_sheet_row_and_column(
    field: str, value: object, column: str, message: str
) -> None:
    found = of("uebergang-gymnasium")
    rows: list[dict[str, object]] = [
        {"raum": area.name, "zeitraum": "2024/25", "zaehler": 50, "nenner": 200} for area in found.areas
    ]
    rows[2][field] = value
    errors = [each for each in findings(found, rows) if each.severity == "error"]
    place = (found.file, SHEET, HEADER_ROW + 3, column)
    assert [(each.file, each.sheet, each.row, each.column) for each in errors] == [place]
    assert message in errors[0].message


@pytest.mark.parametrize("amount", [1e15, -1e17, 1e200])
def test_an_amount_beyond_every_budget_is_refused(amount: float) -> None:
    """In cents it would not fit the database: the release would break instead of the check."""
    found = of("jugendhilfe-ausgaben")
    (finding,) = findings(found, [{"raum": "Hamm", "zeitraum": "2024", "betrag": amount}])
    assert (finding.severity, finding.row, finding.column) == ("error", 4, "Betrag in Euro")
    assert "Die Zahl ist zu groß" in finding.message


def test_a_template_must_say_who_delivers_before_it_counts(tmp_path: Path) -> None:
    found = of("guter-start-screening")
    rows = [{"raum": area.name, "zeitraum": "2024", "wert": 55} for area in found.areas[:-1]]
    (tmp_path / found.file).write_bytes(filled(found, rows))
    told = describe(found, DAY).replace("beispiel = true", "beispiel = false")
    (tmp_path / "lieferung.toml").write_text(told, encoding="utf-8")
    check = check_folder(tmp_path, REAL)
    assert [each.column for each in check.findings] == ["lieferant", "ansprechstelle", "quelle"]
    assert check.delivery is None


def test_an_empty_template_is_refused() -> None:
    (finding,) = findings(of("bevoelkerung"), [])
    assert finding.message == "Nach der Kopfzeile folgt keine Datenzeile"


def test_lists_to_choose_from() -> None:
    found = of("hze-aufwendungen")
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(found)))
    assert book.sheetnames == ["Anleitung", SHEET, "Beispiel", "Listen"]
    rules = {min(area.min_col for area in rule.sqref.ranges): rule
             for rule in book[SHEET].data_validations.dataValidation}  # fmt: skip
    offered = {}
    for column, rule in rules.items():
        head = book[SHEET].cell(HEADER_ROW, column).value
        cells = book["Listen"][rule.formula1.removeprefix("Listen!").replace("$", "")]
        offered[head] = [cell.value for (cell,) in cells]
    assert offered == {
        "Raum": list(areas(found)),
        "Jahr": [str(year) for year in range(2026, 2011, -1)],
        "Merkmal": list(found.categories),
        "Betrag in Euro": [sign.mark for sign in SIGNS],
    }
    assert not rules[4].showErrorMessage, "a number is no entry of the list of signs"
    assert rules[1].showErrorMessage


def test_the_guide_says_what_the_catalogue_says() -> None:
    found = of("uebergang-gymnasium")
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.write(found)))["Anleitung"]
    texts = {str(row[1]) for row in sheet.iter_rows(values_only=True)}
    about = found.indicator
    assert {about.title, about.question, about.numerator, about.denominator, *about.notes} <= texts


def test_periods_end_with_the_indicator() -> None:
    assert template(REAL.indicators["alg2-ohne-ausbildung"], REAL, 2026).periods[0] == "2022"
    assert of("uebergang-sekundarschule").periods == tuple(
        f"{year}/{year - 1999}" for year in range(2026, 2011, -1)
    )
    assert of("u3-betreuung").periods[0] == "01.03.2026"


def test_signs_are_words_of_the_intake() -> None:
    assert {sign.meaning for sign in SIGNS} | set(ALSO_WRITTEN.values()) <= set(get_args(Meaning))


def test_the_same_template_twice_is_the_same_file() -> None:
    assert workbook.write(of("hze-plan")) == workbook.write(of("hze-plan"))


def test_texts_of_the_catalogue_never_become_formulas() -> None:
    indicator = tiny_indicator("boese", title="=1+1", question="=A1", numerator="@x", denominator="=2")
    found = template(indicator, tiny_catalogue(indicator), 2026)
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(found)))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert 'titel = "=1+1"' in describe(found, DAY)


# command ------------------------------------------------------------------------------------


def run(out: Path, *wanted: str) -> int:
    return main(["template", *wanted, "--out", str(out)], Settings("sqlite://", ROOT))


def test_the_command_writes_folders_and_overwrites_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "bevoelkerung", "hze-plan") == 0
    assert sorted(path.name for path in tmp_path.rglob("*.*")) == [
        "bevoelkerung.xlsx", "hze-plan.xlsx", "lieferung.toml", "lieferung.toml",
    ]  # fmt: skip
    assert check_folder(tmp_path / "hze-plan", REAL).findings[0].file == "hze-plan.xlsx"
    assert run(tmp_path, "hze-plan", "flaeche") == 1
    assert "gibt es schon: hze-plan" in capsys.readouterr().err
    assert not (tmp_path / "flaeche").exists()


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("bevolkerung", "gibt es nicht. Gemeint vielleicht: „bevoelkerung“"),
        ("annaeherung-sozialraeume", "wird berechnet"),
    ],
)
def test_the_command_names_what_it_cannot_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], wanted: str, message: str
) -> None:
    assert run(tmp_path, "hze-plan", wanted) == 1
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_without_a_name_all_are_written(tmp_path: Path) -> None:
    assert run(tmp_path) == 0
    assert {path.name for path in tmp_path.iterdir()} == set(FILLABLE)


# addresses ----------------------------------------------------------------------------------


@pytest.fixture
def client(sqlite_url: str) -> Iterator[FlaskClient]:
    renamed = Renamed(kind="kennzahl", old="gym", new="uebergang-gymnasium", since="2026-1")
    write_release(sqlite_url, tiny_contents(catalogue=replace(tiny_catalogue(), renamed=(renamed,))))
    with Store(sqlite_url) as store:
        server = Flask("templates")
        register(server, Desk(store), lambda: DAY)
        yield server.test_client()


def test_both_files_are_found_at_their_addresses(client: FlaskClient) -> None:
    book = client.get("/daten/vorlage/uebergang-gymnasium.xlsx")
    assert book.status_code == 200
    assert book.headers["Content-Disposition"] == 'attachment; filename="uebergang-gymnasium.xlsx"'
    sheets = openpyxl.load_workbook(io.BytesIO(book.data))
    assert sheets[SHEET].cell(HEADER_ROW, 1).value == "Raum"
    text = client.get("/daten/vorlage/uebergang-gymnasium.toml")
    assert text.headers["Content-Disposition"] == 'attachment; filename="lieferung.toml"'
    assert 'name = "uebergang-gymnasium.xlsx"' in text.text
    assert client.get("/daten/vorlage/uebergang-gymnasium.xlsx").data == book.data
    again = client.get(
        "/daten/vorlage/uebergang-gymnasium.xlsx", headers={"If-None-Match": book.headers["ETag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize("name", ["unbekannt.xlsx", "unbekannt.toml", "uebergang-gymnasium.csv", ".xlsx"])
def test_there_is_no_other_file(client: FlaskClient, name: str) -> None:
    assert client.get(f"/daten/vorlage/{name}").status_code == 404


def test_an_old_name_leads_to_the_new_one(client: FlaskClient) -> None:
    response = client.get("/daten/vorlage/gym.xlsx")
    assert (response.status_code, response.location) == (308, "/daten/vorlage/uebergang-gymnasium.xlsx")


def test_every_template_is_listed_once() -> None:
    links = [link for group in groups(REAL) for link in group.links]
    assert sorted(link.workbook for link in links) == sorted(f"/daten/vorlage/{id_}.xlsx" for id_ in FILLABLE)
    assert set(REAL.indicators) >= COMPUTED
