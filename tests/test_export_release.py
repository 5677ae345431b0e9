"""A whole release as files: each opens with the program it is made for, and all hold the same figures."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as parquet
import pytest
from frictionless import Package, system
from frictionless import validate as check
from python_calamine import CalamineWorkbook
from world import tiny_contents, tiny_observations, tiny_release

from dashboard.answers.daten.columns import VALUES
from dashboard.answers.daten.licences import named
from dashboard.answers.daten.tables import Cell, Whole
from dashboard.answers.daten.whole import whole
from dashboard.export.release import boundaries, columnar, datapackage, dcat, flat, workbook
from dashboard.publishing import LICENCES, Publishing
from dashboard.store.errors import UnknownRelease
from dashboard.store.read import Store
from dashboard.store.write import write_release

ADDRESS = "https://monitor.example/daten"
NUMBERS = ("wert", "zaehler", "nenner", "untergrenze", "obergrenze")
NAMES = [column.name for column in VALUES]
DANGEROUS = '=HYPERLINK("http://a.example";"x")'
Row = dict[str, Any]


@pytest.fixture(autouse=True)
def own_limit() -> Iterator[None]:
    """frictionless raises the field size that Python's csv accepts, for the whole process."""
    before = csv.field_size_limit()
    yield
    csv.field_size_limit(before)


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(store: Store) -> Whole:
    return whole(store, store.current().id)


@pytest.fixture(scope="module")
def package(found: Whole) -> bytes:
    return datapackage.write(found, [LICENCES["dl-de/by-2-0"]], ADDRESS)


@pytest.fixture(scope="module")
def expected(found: Whole) -> list[Row]:
    return meant(found)


@pytest.fixture
def tiny(sqlite_url: str, open_store: Callable[[str], Store]) -> Store:
    tiny_release(sqlite_url)
    return open_store(sqlite_url)


def meant(found: Whole) -> list[Row]:
    """The values as they are meant, numbers as floats."""
    return [
        {name: number(cell) if name in NUMBERS else cell for name, cell in zip(NAMES, row, strict=True)}
        for row in found.table("werte").rows
    ]


def number(cell: Cell) -> float | None:
    return None if cell is None else float(cell)


def of_csv(body: bytes, machine: bool) -> list[Row]:
    text = body.decode("utf-8" if machine else "utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter="," if machine else ";")
    return [typed(row) for row in rows]


def typed(row: dict[str, str]) -> Row:
    plain: Row = dict(row)
    for name in NUMBERS:
        plain[name] = float(row[name].replace(",", ".")) if row[name] else None
    return plain | {name: int(row[name]) for name in ("jahr", "lesart")}


def of_xlsx(body: bytes) -> list[Row]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(body)).get_sheet_by_name("Werte").to_python()
    head = {column.title: column.name for column in VALUES}
    names = [head[str(title)] for title in rows[0]]
    found = [dict(zip(names, row, strict=True)) for row in rows[1:]]
    for row in found:
        for name in NUMBERS:
            assert row[name] == "" or isinstance(row[name], float), (name, row)
            row[name] = None if row[name] == "" else row[name]
        row |= {name: int(row[name]) for name in ("jahr", "lesart")}
    return found


def of_parquet(body: bytes) -> list[Row]:
    return parquet.read_table(io.BytesIO(body)).to_pylist()


def of_package(body: bytes) -> list[Row]:
    with zipfile.ZipFile(io.BytesIO(body)) as opened:
        return of_csv(opened.read("werte.csv"), machine=True)


def assert_same(read: list[Row], meant: list[Row], precision: float) -> None:
    assert len(read) == len(meant) > 20_000
    for one, other in zip(read, meant, strict=True):
        for name in NAMES:
            if name in NUMBERS and other[name] is not None:
                assert abs(one[name] - other[name]) <= precision, (name, one)
            else:
                assert one[name] == other[name], (name, one)


def assert_protected(rows: list[Row], origins: Counter[str]) -> None:
    """What is hidden has no number and nothing that was computed from one; examples say what they are."""
    hidden = [row for row in rows if row["status"] == "geheim"]
    assert len(hidden) > 500
    assert {row[name] for row in hidden for name in NUMBERS} == {None}
    assert {row["vergleich"] for row in hidden} == {"nicht verglichen"}
    assert {row["trend"] for row in hidden} <= {"", "nicht berechenbar"}
    assert "einrichtung" not in {row["raumart"] for row in rows}
    assert Counter(row["herkunft"] for row in rows) == origins
    assert {row["herkunft"] for row in rows if row["quelle_id"] == "beispieldaten"} == {"demo"}


@pytest.mark.parametrize(
    ("write", "read", "precision"),
    [
        (flat.write, lambda body: of_csv(body, machine=False), 5e-7),
        (lambda found: flat.write(found, machine=True), lambda body: of_csv(body, machine=True), 5e-7),
        (workbook.write, of_xlsx, 1e-6),
        (columnar.write, of_parquet, 0),
    ],
    ids=["csv", "csv-machine", "xlsx", "parquet"],
)
def test_every_file_holds_every_figure_and_no_hidden_one(
    found: Whole, expected: list[Row], store: Store, write: Callable[[Whole], bytes],
    read: Callable[[bytes], list[Row]], precision: float,
) -> None:  # fmt: skip
    rows = read(write(found))
    assert_same(rows, expected, precision)
    assert_protected(rows, Counter(row.origin for row in store.observations(found.release)))


def test_the_data_package_is_valid_and_says_what_its_columns_are(
    found: Whole, expected: list[Row], package: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "paket.zip"
    file.write_bytes(package)
    report = check(str(file))
    assert report.valid, report.flatten(["type", "message"])[:5]
    assert report.stats["tasks"] == len(found.tables)
    described = Package(str(file))
    fields = {field.name: field for field in described.get_resource("werte").schema.fields}
    assert [*fields] == NAMES
    assert (fields["wert"].type, fields["jahr"].type, fields["herkunft"].type) == (
        "number",
        "integer",
        "string",
    )
    assert all(field.description for field in fields.values())
    assert described.licenses == [
        {"name": "DL-DE-BY-2-0", "path": "https://www.govdata.de/dl-de/by-2-0",
         "title": "Datenlizenz Deutschland – Namensnennung – Version 2.0"}
    ]  # fmt: skip
    assert len(described.sources) == len(found.table("quellen").rows)
    rows = of_package(package)
    assert_same(rows, expected, 5e-7)
    assert_protected(rows, Counter(row["herkunft"] for row in expected))


@pytest.mark.parametrize(
    ("old", "new"), [(b",demo,", b",echt,"), (b"hamm-norden,Hamm-Norden", b"nirgends,Hamm-Norden")]
)
def test_the_validator_would_notice(package: bytes, tmp_path: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        opened.extractall(tmp_path)
    values = tmp_path / "werte.csv"
    lines = values.read_bytes().splitlines(keepends=True)
    changed = next(place for place, line in enumerate(lines) if old in line)
    kept = [lines[0], lines[changed].replace(old, new)]
    values.write_bytes(b"".join(kept))
    with system.use_context(trusted=True):
        report = check(str(tmp_path / "datapackage.json"))
    assert {"constraint-error", "foreign-key"} & {kind for (kind,) in report.flatten(["type"])}


def test_the_workbook_opens_in_openpyxl_and_explains_itself(tiny: Store) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook.write(whole(tiny, "2026-1"))))
    assert book.sheetnames == [
        "Werte", "Kennzahlen", "Räume", "Quellen", "Lieferungen", "Korrekturen", "Angaben",
        "Zeichenerklärung",
    ]  # fmt: skip
    values = book["Werte"]
    assert [cell.value for cell in values[1]] == [column.title for column in VALUES]
    amounts = [row for row in values.iter_rows(min_row=2) if row[10].value == "€"]
    assert amounts[0][9].value == 27_140_000
    assert amounts[0][9].data_type == "n"
    shares = [row for row in values.iter_rows(min_row=2) if row[10].value == "%"]
    assert {row[9].number_format for row in shares} == {"#,##0.0"}
    signs = {row[0].value: row[1].value for row in book["Zeichenerklärung"].iter_rows()}
    assert signs["Herkunft demo"] == "erzeugter Beispielwert, sagt nichts über Hamm"
    assert signs["Status geheim"] == "nicht gezeigt (Geheimhaltung)"
    about = {row[0].value: row[1].value for row in book["Angaben"].iter_rows()}
    assert about["Datenstand"] == "2026-1"
    assert "Prüfsumme des Inhalts" in about


def test_two_runs_give_the_same_bytes(tiny: Store) -> None:
    def files() -> list[bytes]:
        found = whole(tiny, "2026-1")
        licences = named(tiny.catalogue("2026-1").sources.values())
        return [
            flat.write(found), flat.write(found, machine=True), workbook.write(found), columnar.write(found),
            datapackage.write(found, licences, ADDRESS),
        ]  # fmt: skip

    assert files() == files()


def test_no_text_becomes_a_formula(sqlite_url: str, open_store: Callable[[str], Store]) -> None:
    first, *others = tiny_observations()
    contents = tiny_contents(observations=(replace(first, note=DANGEROUS), *others))
    write_release(sqlite_url, contents)
    found = whole(open_store(sqlite_url), "2026-1")
    for machine in (True, False):
        notes = {row["anmerkung"] for row in of_csv(flat.write(found, machine=machine), machine)}
        assert f"'{DANGEROUS}" in notes
        assert DANGEROUS not in notes
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.write(found)))["Werte"]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == DANGEROUS]
    assert [cell.data_type for cell in cells] == ["s"]
    assert DANGEROUS in {row["anmerkung"] for row in of_parquet(columnar.write(found))}
    written = datapackage.write(found, [], ADDRESS)
    assert f"'{DANGEROUS}" in {row["anmerkung"] for row in of_package(written)}


def test_the_other_tables(tiny: Store) -> None:
    found = whole(tiny, "2026-1")
    sizes = {table.name: len(table.rows) for table in found.tables}
    assert (sizes["kennzahlen"], sizes["quellen"], sizes["lieferungen"], sizes["korrekturen"]) == (3, 2, 1, 1)
    areas = found.table("raeume")
    assert "schule-1" not in {row[0] for row in areas.rows}
    assert all(len(row) == len(table.columns) for table in found.tables for row in table.rows)
    readings = [row for row in meant(found) if row["raum"] == "sb-mitte"]
    assert [(row["lesart"], row["sicherheit"]) for row in readings] == [(0, "hoch"), (1, "niedrig")]
    with pytest.raises(UnknownRelease):
        whole(tiny, "1999-1")


def described(publishing: Publishing) -> dcat.Described:
    moment = datetime.fromisoformat("2026-11-22T00:00:00+00:00")
    box = (7.68, 51.58, 8.0, 51.75)
    return dcat.Described("https://m.example", "2026-1", moment, moment, "Satz", 2007, 2025, box, publishing)


def test_the_catalogue_for_portals() -> None:
    content = dcat.catalogue(described(Publishing()))
    assert json.loads(json.dumps(content)) == content
    nodes = {node["@id"]: node for node in content["@graph"]}
    assert len(nodes) == len(content["@graph"])
    prefixes = {name.partition(":")[0] for node in content["@graph"] for name in node if ":" in name}
    assert prefixes <= set(content["@context"])
    datasets = [node for node in nodes.values() if node["@type"] == "dcat:Dataset"]
    assert len(datasets) == 2
    for dataset in datasets:
        assert dataset["dct:publisher"]["@id"] in nodes
        assert "dcat:contactPoint" not in dataset
        assert dataset["dct:spatial"]["dcat:bbox"]["@value"].startswith("POLYGON((7.68 51.58, 8.0 51.58")
        for reference in dataset["dcat:distribution"]:
            file = nodes[reference["@id"]]
            assert file["@type"] == "dcat:Distribution"
            assert file["dcat:downloadURL"]["@id"].startswith("https://m.example/daten/")
            assert file["dcat:mediaType"]["@id"].startswith("https://www.iana.org/assignments/media-types/")
            assert "dct:license" not in file
            assert "dct:rights" in file
    assert datasets[0]["dct:temporal"]["dcat:endDate"]["@value"] == "2025-12-31"


@pytest.mark.parametrize(
    ("contact", "link", "target"),
    [
        ("daten@hamm.example", "vcard:hasEmail", "mailto:daten@hamm.example"),
        ("https://hamm.example/kontakt", "vcard:hasURL", "https://hamm.example/kontakt"),
    ],
)
def test_contact_publisher_and_licence_come_from_the_settings(contact: str, link: str, target: str) -> None:
    told = Publishing("Stadt Hamm", contact, LICENCES["dl-de/by-2-0"])
    graph = dcat.catalogue(described(told))["@graph"]
    dataset = next(node for node in graph if node["@type"] == "dcat:Dataset")
    assert dataset["dcat:contactPoint"][link] == {"@id": target}
    files = [node for node in graph if node["@type"] == "dcat:Distribution"]
    assert {node["dct:license"]["@id"] for node in files} == {"http://dcat-ap.de/def/licenses/dl-by-de/2.0"}
    assert [node["foaf:name"] for node in graph if "foaf:name" in node] == ["Stadt Hamm"]


@pytest.mark.parametrize(("partition", "count"), [("sozialraum", 9), ("stadtbezirk", 7)])
def test_the_boundaries(store: Store, found: Whole, partition: Any, count: int) -> None:
    catalogue, shapes = store.catalogue(found.release), store.geojson(found.release, partition)
    content = json.loads(boundaries.write(shapes, catalogue, partition, found.release))
    assert content["type"] == "FeatureCollection"
    assert len(content["features"]) == count
    assert "keine amtlichen Grenzen" in content["hinweis"]
    for feature in content["features"]:
        assert feature["properties"]["raum"] == feature["id"]
        assert feature["geometry"]["type"] in ("Polygon", "MultiPolygon")
    west, south, east, north = boundaries.box(shapes) or (0, 0, 0, 0)
    assert (7.6 < west < east < 8.1, 51.5 < south < north < 51.8) == (True, True)
    assert boundaries.box({}) is None
