"""The page of data and downloads, its addresses, and the accessibility declaration."""

from __future__ import annotations

import csv
import io
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from html import unescape
from typing import Any
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from world import share_row, tiny_contents, tiny_observations, tiny_release

from dashboard.answers.daten.columns import VALUES
from dashboard.answers.daten.counts import Counts, examples, headline
from dashboard.answers.daten.offers import AREAS, BOUNDARIES, CATALOGUE, DESCRIPTION, RELEASE
from dashboard.answers.rows import Row
from dashboard.factory import create_app
from dashboard.pages.book import SHEETS
from dashboard.publishing import Publishing
from dashboard.routes.built import Built
from dashboard.settings import ROOT, Settings, SettingsError
from dashboard.share.attachment import attachment
from dashboard.store.contents import Correction
from dashboard.store.write import write_release

#: Heavy ones are asked once, for all tests together, in test_export_release.
LIGHT = [*(offer.address() for offer in BOUNDARIES), CATALOGUE, DESCRIPTION]


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT))
    yield app.server.test_client()
    app.close()


@pytest.fixture
def visit(sqlite_url: str) -> Iterator[Callable[..., FlaskClient]]:
    opened = []

    def start(**settings: Any) -> FlaskClient:
        app = create_app(Settings(sqlite_url, ROOT, **settings))
        opened.append(app)
        return app.server.test_client()

    yield start
    for app in opened:
        app.close()


def main(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    text = response.get_data(as_text=True)
    return text[text.index("<main") : text.index("</main>")]


def plain(markup: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_the_page_says_what_there_is_and_every_link_on_it_leads_somewhere(client: FlaskClient) -> None:
    page = main(client, "/daten")
    title = plain(re.findall(r"<h1>(.*?)</h1>", page)[0])
    assert re.match(r"Datenstand 2026-1: [\d.]+ Werte zu \d+ Kennzahlen aus \d+ Lieferungen; ", title)
    assert "Beispieldaten" in title
    links = [unescape(link) for link in re.findall(r'href="(/[^"]*)"', page)]
    rules = {rule.rule for rule in client.application.url_map.iter_rules()}
    heavy = {offer.address() for offer in RELEASE}
    assert heavy <= set(links)
    assert {address.partition("?")[0] for address in heavy} <= rules
    for link in {*links} - heavy:
        assert client.get(link, buffered=True).status_code == 200, link
    assert page.count("<li><h3>") == int(re.findall(r"aus (\d+) Lieferungen", title)[0])
    for foreign in re.findall(r'<a [^>]*href="http[^>]*>', page):
        assert 'rel="noopener noreferrer"' in foreign


def test_sources_show_publisher_licence_and_where_none_is_named(client: FlaskClient) -> None:
    page = main(client, "/daten")
    table = plain(page[page.index("Quellen und Lizenzen") :])
    assert "Datenlizenz Deutschland – Namensnennung – Version 2.0" in table
    assert "nicht genannt" in table
    assert "Weitere Quellen, die nur der Katalog nennt" in table


def test_every_page_leads_to_data_and_declaration(client: FlaskClient) -> None:
    start = client.get("/").get_data(as_text=True)
    assert start.count('href="/daten"') >= 2
    assert 'href="/daten/barrierefreiheit"' in start


def second_release(url: str) -> None:
    """A release after the tiny one: one figure corrected, one withdrawn, a remark with markup in it."""
    tiny_release(url)
    rows = (share_row("hamm-norden", 2023, 50, 190), *tiny_observations()[3:])
    key = {"indicator": "uebergang-gymnasium", "breakdown": "", "area": "hamm-norden", "origin": "demo"}
    changed = (
        Correction(**key, year=2023, source="demo", kind="corrected", old=23.7, new=26.3),
        Correction(**key, year=2022, source="demo", kind="withdrawn", old=22.1, new=None),
    )  # fmt: skip
    contents = tiny_contents(observations=rows, corrections=changed)
    remark = replace(contents.deliveries[0], warnings=("<script>alert(1)</script>", "zweiter Hinweis"))
    write_release(url, replace(contents, deliveries=(remark,)))


def test_releases_with_what_was_corrected_and_remarks_as_text(
    sqlite_url: str, visit: Callable[..., FlaskClient]
) -> None:
    second_release(sqlite_url)
    client = visit()
    page = main(client, "/daten")
    text = plain(page)
    assert "gegenüber 2026-1: 1 berichtigt, 1 zurückgezogen" in text
    assert "erster Datenstand" in text
    assert text.index("2026-2 ") < text.index("gegenüber 2026-1")
    assert "Uebergang-Gymnasium Hamm-Norden 2023/24 berichtigt 23,7 % 26,3 %" in text
    assert "2022/23 zurückgezogen 22,1 % –" in text
    assert "<script>" not in page
    assert "Angenommene Hinweise (2) <script>alert(1)</script> zweiter Hinweis" in text
    old = main(client, "/daten?stand=2026-1")
    assert plain(re.findall(r"<h1>(.*?)</h1>", old)[0]).startswith("Datenstand 2026-1:")
    assert "/daten/datenstand.xlsx?stand=2026-1" in old
    assert "/daten/datenstand.csv?format=maschine&amp;stand=2026-1" in old


def test_an_old_release_lists_the_one_that_came_after_it(
    sqlite_url: str, visit: Callable[..., FlaskClient]
) -> None:
    tiny_release(sqlite_url)
    client = visit()
    assert "2026-2" not in main(client, "/daten?stand=2026-1")
    write_release(sqlite_url, tiny_contents(observations=tiny_observations()[1:]))
    assert "2026-2" in main(client, "/daten?stand=2026-1")


def test_a_file_is_never_of_another_release_than_asked_for(
    sqlite_url: str, visit: Callable[..., FlaskClient]
) -> None:
    second_release(sqlite_url)
    client = visit()
    for offer in (*RELEASE, *BOUNDARIES):
        for stand in ("2026-1", "2026-2"):
            response = client.get(offer.address(stand), buffered=True)
            assert response.status_code == 200
            assert response.content_type == offer.content_type
            assert name_of(response.headers["Content-Disposition"]) == offer.name(stand)
        for stand in ("2019-7", "nichts"):
            refused = client.get(offer.address(stand))
            assert refused.status_code == 410
            assert refused.get_json()["grund"]
    first, second = (client.get(f"/daten/datenstand.csv?stand=2026-{n}").data for n in (1, 2))
    assert b"2026-2" not in first
    assert b";2026-2\r\n" in second
    assert client.get("/daten/datenstand.csv").data == second


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("/daten.csv", "/daten/datenstand.csv"),
        ("/daten.csv?format=maschine", "/daten/datenstand.csv?format=maschine"),
        ("/daten.xlsx", "/daten/datenstand.xlsx"),
        ("/daten.json", "/daten/datenstand.json"),
    ],
)
def test_the_page_hands_out_its_figures_like_every_page(
    sqlite_url: str, visit: Callable[..., FlaskClient], address: str, same: str
) -> None:
    second_release(sqlite_url)
    client = visit()
    own, other = client.get(address), client.get(same)
    assert own.status_code == 200
    assert (own.data, own.headers["ETag"]) == (other.data, other.headers["ETag"])
    pinned = f"{address}{'&' if '?' in address else '?'}stand="
    assert client.get(f"{pinned}2026-2").data == own.data
    assert client.get(f"{pinned}2026-1").data != own.data
    lost = client.get(f"{pinned}2019-7")
    assert lost.status_code == 410


def test_the_json_of_the_whole_release_holds_every_row(client: FlaskClient) -> None:
    content = client.get("/daten.json").get_json()
    assert list(content)[:3] == ["titel", "aussage", "einzelheiten"]
    assert content["aussage"].startswith("Datenstand 2026-1: ")
    assert (content["herkunft"], content["stand"]) == ("demo", "2026-1")
    assert client.get(content["adresse"]).status_code == 200
    text = client.get("/daten.csv?format=maschine").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [list(row) for row in content["werte"][:2]] == [[column.name for column in VALUES]] * 2
    assert {field.name for field in fields(Row)} <= set(content["werte"][0])
    assert len(content["werte"]) == len(rows)
    for written, row in zip(content["werte"], rows, strict=True):
        assert (row["kennzahl"], row["raum"], row["jahr"]) == (
            written["kennzahl"], written["raum"], str(written["jahr"])
        )  # fmt: skip
        assert (row["wert"] == "") == (written["wert"] is None)
        if written["wert"] is not None:
            assert float(row["wert"]) == pytest.approx(written["wert"], rel=1e-6, abs=1e-6)
    hidden = [row for row in content["werte"] if row["status"] == "geheim"]
    assert hidden
    assert {row[name] for row in hidden for name in ("wert", "zaehler", "untergrenze")} == {None}


def name_of(disposition: str) -> str:
    extended = re.search(r"filename\*=UTF-8''(\S+)$", disposition)
    return unquote(extended[1]) if extended else re.findall(r'filename="([^"]+)"', disposition)[0]


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("Daten_2026-1.csv", 'attachment; filename="Daten_2026-1.csv"'),
        (
            "Räume & Größe.csv",
            'attachment; filename="Raeume & Groesse.csv"; '
            "filename*=UTF-8''R%C3%A4ume%20&%20Gr%C3%B6%C3%9Fe.csv",
        ),
        ('a"b\\c\n.csv', 'attachment; filename="a_b_c_.csv"'),
    ],
)  # fmt: skip
def test_umlauts_survive_and_nothing_leaves_the_header(name: str, header: str) -> None:
    assert attachment(name) == header
    assert header.isascii()


def test_a_file_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(AREAS.address())
    assert first.headers["ETag"]
    again = client.get(AREAS.address(), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_files_are_built_once_and_few_are_kept() -> None:
    built, made = Built(most=2), []

    def build(name: str) -> bytes:
        made.append(name)
        return name.encode()

    asked = [threading.Thread(target=lambda: built.get("a", lambda: build("a"))) for _ in range(8)]
    for thread in asked:
        thread.start()
    for thread in asked:
        thread.join()
    assert made == ["a"]
    for name in "babcb":
        assert built.get(name, lambda name=name: build(name)) == name.encode()
    assert made == ["a", "b", "c"]
    built.get("a", lambda: build("a"))
    assert made[-1] == "a"


def test_without_a_release_the_files_say_so(visit: Callable[..., FlaskClient]) -> None:
    client = visit()
    for address in (RELEASE[0].address(), *LIGHT, "/daten"):
        assert client.get(address).status_code == 503
    assert client.get("/daten/barrierefreiheit").status_code == 200


def empty(**changes: int) -> Counts:
    names = ("cells", "shown", "hidden", "indicators", "deliveries", "demo", "of_areas", "demo_of_areas")
    return replace(Counts(*(0 for _ in names), 2010, 2024), **changes)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (empty(), ""),
        (empty(of_areas=300), ""),
        (empty(of_areas=300, demo_of_areas=300), "alle Werte je Sozialraum sind Beispieldaten"),
        (empty(of_areas=3000, demo_of_areas=2994), "die Werte je Sozialraum sind bis auf 6 Beispieldaten"),
        (empty(of_areas=3000, demo_of_areas=1200), "1.200 der 3.000 Werte je Sozialraum sind Beispieldaten"),
    ],
)
def test_examples_are_named(counts: Counts, said: str) -> None:
    assert examples(counts) == said


def test_one_of_each_is_said_in_the_singular() -> None:
    counts = empty(cells=1, indicators=1, deliveries=1)
    assert headline("2026-1", counts) == "Datenstand 2026-1: 1 Wert zu 1 Kennzahl aus 1 Lieferung"


@pytest.fixture(scope="module")
def description(client: FlaskClient) -> dict[str, Any]:
    return client.get(DESCRIPTION).get_json()


def test_the_description_has_one_address_per_page_with_figures(description: dict[str, Any]) -> None:
    assert description["openapi"] == "3.1.0"
    assert {"title", "version"} <= set(description["info"])
    pages = {f"{'/karte' if sheet.place.pattern == '/' else sheet.place.pattern}.json"
             for sheet in SHEETS if sheet.figures}  # fmt: skip
    whole = {f"/daten.{ending}" for ending in ("csv", "json", "xlsx")}
    assert set(description["paths"]) == {*pages, *whole, *(offer.path for offer in BOUNDARIES), CATALOGUE}
    operations = [entry["get"] for entry in description["paths"].values()]
    assert len({operation["operationId"] for operation in operations}) == len(operations)
    for path, entry in description["paths"].items():
        parameters = entry["get"]["parameters"]
        in_path = {one["name"] for one in parameters if one["in"] == "path" and one["required"]}
        assert in_path == set(re.findall(r"\{(\w+)\}", path))
        names = [one["name"] for one in parameters]
        assert len(names) == len(set(names))
        for one in parameters:
            Draft202012Validator.check_schema(one["schema"])
            assert one["schema"].get("enum", ["x"]), one
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(description))):
        part: Any = description
        for key in reference.split("/"):
            part = part[key]
        Draft202012Validator.check_schema(part)


def test_what_the_pages_answer_is_what_is_described(client: FlaskClient, description: dict[str, Any]) -> None:
    schema = {"$ref": "#/components/schemas/Werte", "components": description["components"]}
    validator = Draft202012Validator(schema)
    whole = client.get("/daten.json").get_json()
    assert not list(validator.iter_errors({**whole, "werte": whole["werte"][:40]}))
    for path, entry in description["paths"].items():
        if path in LIGHT or path.startswith("/daten."):
            continue
        given = {one["name"]: one["schema"]["enum"][0] for one in entry["get"]["parameters"]
                 if one["in"] == "path"}  # fmt: skip
        response = client.get(path.format(**given))
        assert response.status_code == 200, path
        errors = [error.message for error in validator.iter_errors(response.get_json())]
        assert errors == [], path
    assert not validator.is_valid({"titel": "x"})


def test_the_description_tells_the_parameters_of_a_page(description: dict[str, Any]) -> None:
    found = {one["name"]: one["schema"] for one in description["paths"]["/kosten.json"]["get"]["parameters"]}
    assert found["ansicht"]["enum"][0] == "ursachen"
    assert found["euro"] == {"type": "string", "enum": ["nominal", "real"], "default": "nominal"}
    assert found["preis"] == {"type": "number", "minimum": -6, "maximum": 8, "default": 1.5}
    assert found["stand"]["enum"] == ["2026-1"]
    assert "mitte" in found["raum"]["enum"]


def test_addresses_begin_with_the_public_one(sqlite_url: str, visit: Callable[..., FlaskClient]) -> None:
    tiny_release(sqlite_url)
    settings = Settings(sqlite_url, ROOT)
    client = visit(access=replace(settings.access, public_url="https://monitor.hamm.example"))
    graph = client.get(CATALOGUE).get_json(force=True)["@graph"]
    assert {node["@id"].split("/daten#")[0] for node in graph} == {"https://monitor.hamm.example"}
    assert client.get(DESCRIPTION).get_json()["servers"] == [{"url": "https://monitor.hamm.example"}]
    assert "localhost" not in json.dumps(graph)


def test_the_declaration_names_what_the_law_asks_for(client: FlaskClient) -> None:
    page = main(client, "/daten/barrierefreiheit")
    headings = [plain(text) for text in re.findall(r"<h2>(.*?)</h2>", page)]
    assert headings == [
        "Wie barrierefrei die Anwendung ist", "Was noch nicht barrierefrei ist", "Wie geprüft wurde",
        "Barrieren melden", "Wenn keine Antwort kommt",
    ]  # fmt: skip
    assert 'href="https://www.lbbp.nrw.de/ombudsstelle"' in page
    assert "noch keine Kontaktadresse" in page
    assert not re.search(r"[{}]|\]\(|\*\*|##", plain(page))


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("daten@hamm.example", 'href="mailto:daten@hamm.example"'),
        ("https://hamm.example/k", 'href="https://hamm.example/k"'),
    ],
)
def test_contact_and_publisher_stand_in_the_declaration(
    visit: Callable[..., FlaskClient], contact: str, link: str
) -> None:
    client = visit(publishing=Publishing("Stadt Hamm, Planergruppe", contact))
    page = main(client, "/daten/barrierefreiheit")
    assert link in page
    assert "Herausgeber: Stadt Hamm, Planergruppe." in plain(page)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DASHBOARD_CONTACT", "einfach anrufen"),
        ("DASHBOARD_CONTACT", "javascript:alert(1)"),
        ("DASHBOARD_LICENCE", "frei"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        Settings.from_env({name: value})


def test_settings_are_read() -> None:
    told = {
        "DASHBOARD_PUBLISHER": "Stadt Hamm",
        "DASHBOARD_CONTACT": "a@b.de",
        "DASHBOARD_LICENCE": "cc-zero",
    }
    found = Settings.from_env(told).publishing
    assert (found.publisher, found.contact_uri) == ("Stadt Hamm", "mailto:a@b.de")
    assert found.licence is not None
    assert found.licence.id == "cc-zero"
