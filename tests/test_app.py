"""The application through its own client: documents, files and health, on the whole release."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import brotli
import plotly.graph_objects as go
import pytest
from flask.testing import FlaskClient

from dashboard.answers.choices import choices
from dashboard.answers.desk import Desk
from dashboard.answers.karte import answer as karte_answer
from dashboard.components.karte import KEYS, changes
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.state import KARTE, View
from dashboard.store.read import Store

COLUMNS = [
    "kennzahl", "raum", "raum_name", "zeitraum", "merkmal", "wert", "zaehler", "nenner", "untergrenze",
    "obergrenze", "vergleich", "trend", "status", "herkunft", "quelle", "stand",
]  # fmt: skip


@pytest.fixture(scope="module")
def app(release_url: str) -> Iterator[Document]:
    found = create_app(Settings(release_url, ROOT))
    yield found
    found.close()


@pytest.fixture
def client(app: Document) -> FlaskClient:
    return app.server.test_client()


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as opened:
        yield opened


def text_of(client: FlaskClient, address: str) -> str:
    response = client.get(address, buffered=True)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def before_scripts(document: str) -> str:
    """What a reader has before Dash runs."""
    return document[: document.index('<div id="react-entry-point">')]


def test_the_document_holds_statement_figures_and_map_of_the_view_asked_for(client: FlaskClient) -> None:
    page = before_scripts(text_of(client, "/?raum=hamm-norden&jahr=2018"))
    headline = re.search(r"<h1>(.*?)</h1>", page)
    assert headline
    assert "Hamm-Norden" in headline[1]
    assert f"<title>{headline[1]} – Sozialraum-Monitor Hamm</title>" in page
    assert '<html lang="de">' in page
    assert page.count('class="area') == 9
    assert "Schuljahr 2018/19" in page
    assert "n\N{NO-BREAK SPACE}=" in page
    assert "Beispieldaten" in page
    assert re.search(r'<meta name="description" content="Beispieldaten', page)


def test_the_document_is_small_enough_for_a_train(client: FlaskClient) -> None:
    assert len(brotli.compress(client.get("/").get_data(), quality=5)) <= 30_000


def test_the_document_asks_no_other_host(client: FlaskClient) -> None:
    document = text_of(client, "/")
    fetched = r'<(?:script|link(?! rel="canonical")|img)[^>]+(?:src|href)="(https?:[^"]+)"'
    assert re.findall(fetched, document) == []


def test_a_process_that_wrote_no_document_serves_every_script(release_url: str, client: FlaskClient) -> None:
    scripts = re.findall(r'<script src="([^"]+)"', text_of(client, "/"))
    other = create_app(Settings(release_url, ROOT))
    served = other.server.test_client()
    assert len(scripts) > 10
    assert [url for url in scripts if served.get(url, buffered=True).status_code != 200] == []
    other.close()


@pytest.mark.parametrize("coding", ["br", "gzip", "identity"])
def test_scripts_come_packed_and_whole(client: FlaskClient, coding: str) -> None:
    url = re.findall(r'href="(/static/[^"]+bootstrap[^"]+)"', text_of(client, "/"))[0]
    for _ in range(2):  # the second answer is a kept one
        response = client.get(url, headers={"Accept-Encoding": coding}, buffered=True)
        assert response.headers.get("Content-Encoding", "identity") == coding
        assert "immutable" in response.headers["Cache-Control"]
    plain = client.get(url, headers={"Accept-Encoding": "identity"}, buffered=True).get_data()
    if coding == "br":
        assert brotli.decompress(response.get_data()) == plain


def test_a_static_address_with_another_digest_is_not_found(client: FlaskClient) -> None:
    assert client.get("/static/000000000000/bootstrap.min.css").status_code == 404
    assert client.get("/static/..%2f..%2fapp.py/x").status_code == 404


def every_view(store: Store) -> Iterator[str]:
    release = store.current().id
    offered = choices(release, (release,), store.catalogue(release), store.indicator_overview(release))
    for choice in offered.indicators.values():
        for category in {choice.first_category, *(category for category, _title in choice.categories)}:
            yield View(choice.id, ebene=choice.first_partition, merkmal=category).address(offered)
        for partition in choice.partitions:
            area = offered.areas[partition][0]
            first = choice.years[partition][0]
            view = View(choice.id, area, first, partition, choice.first_category)
            yield view.address(offered)


def test_every_indicator_category_partition_and_focus_is_a_page(client: FlaskClient, store: Store) -> None:
    views = list(every_view(store))
    assert len(views) > 200
    for address in views:
        page = before_scripts(text_of(client, address))
        assert 'class="notice"' not in page, address
        assert not re.search(r"\bnan\b|\bNone\b|\{\w*\}", re.sub(r"<style.*?</style>|<[^>]*>", " ", page)), (
            address
        )


def test_every_link_inside_a_page_leads_to_a_view_without_complaint(
    client: FlaskClient, store: Store
) -> None:
    release = store.current().id
    offered = choices(release, (release,), store.catalogue(release), store.indicator_overview(release))
    links = set(
        re.findall(r'<a[^>]* href="(/\?[^"]*)"', before_scripts(text_of(client, "/?kennzahl=bevoelkerung")))
    )
    assert len(links) >= 9
    for link in links:
        query = dict(parse_qsl(urlsplit(link.replace("&amp;", "&")).query))
        assert View.from_query(query, offered).notices == ()


@pytest.mark.parametrize(
    "query", [{}, {"raum": "uentrop"}, {"kennzahl": "lernatlas-gesamt"}, {"kennzahl": "flaeche"}]
)
def test_a_round_trip_changes_exactly_the_known_properties(store: Store, query: dict[str, str]) -> None:
    changed = changes(Desk(store).ask(KARTE, query, karte_answer))
    assert set(changed) == set(KEYS)
    figures = [value for key, value in changed.items() if key.endswith(".figure")]
    assert len(figures) == 3
    for figure in figures:
        go.Figure(figure)  # raises for anything Plotly does not know


def test_the_same_view_is_answered_once(store: Store) -> None:
    desk = Desk(store)
    asked = ({"raum": "mitte"}, {"raum": "mitte", "utm_source": "brief"})
    first, second = (desk.ask(KARTE, query, karte_answer) for query in asked)
    assert first is second


def rows(body: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body), delimiter=delimiter))


def test_csv_opens_right_in_a_german_spreadsheet(client: FlaskClient) -> None:
    response = client.get("/karte.csv?raum=uentrop&jahr=2015")
    body = response.get_data().decode("utf-8")
    assert body.startswith("\ufeff")
    found = rows(body.removeprefix("\ufeff"), ";")
    assert list(found[0]) == COLUMNS
    assert {row["zeitraum"] for row in found} == {"2015/16"}
    assert len([row for row in found if row["herkunft"] == "demo"]) == 10
    assert all(re.fullmatch(r"\d+(,\d+)?", row["wert"]) for row in found if row["wert"])
    assert "Uebergang-Gymnasium_Uentrop" in response.headers["Content-Disposition"]


def test_csv_for_machines_has_points_and_commas(client: FlaskClient) -> None:
    found = rows(text_of(client, "/karte.csv?format=maschine&ansicht=verlauf"), ",")
    assert list(found[0]) == COLUMNS
    assert all(float(row["wert"]) >= 0 for row in found if row["wert"])
    assert len({row["zeitraum"] for row in found}) == 18


def test_the_parts_of_a_share_give_its_value(client: FlaskClient) -> None:
    for row in rows(text_of(client, "/karte.csv?format=maschine"), ","):
        if row["herkunft"] == "demo":
            assert float(row["wert"]) == pytest.approx(
                100 * float(row["zaehler"]) / float(row["nenner"]), abs=1e-5
            )
            assert float(row["untergrenze"]) <= float(row["wert"]) <= float(row["obergrenze"])


def test_euros_are_exact_to_the_cent_and_add_up(client: FlaskClient) -> None:
    found = rows(text_of(client, "/karte.csv?kennzahl=hze-aufwendungen&jahr=2010&format=maschine"), ",")
    cents = {row["raum"]: round(float(row["wert"]) * 100) for row in found if row["herkunft"] == "demo"}
    assert all(re.fullmatch(r"\d+\.\d\d", row["wert"]) for row in found)
    assert cents.pop("hamm") == sum(cents.values()) == 2_714_000_000


def test_json_says_what_the_page_says(client: FlaskClient) -> None:
    answer = json.loads(text_of(client, "/karte.json?raum=rhynern"))
    assert answer["aussage"] in text_of(client, "/?raum=rhynern")
    assert list(answer["werte"][0]) == COLUMNS
    assert (answer["herkunft"], answer["adresse"]) == ("demo", "/?raum=rhynern")


def test_published_values_stand_beside_with_their_source(client: FlaskClient) -> None:
    page = before_scripts(text_of(client, "/?kennzahl=uebergang-hauptschule"))
    beside = page[page.index("Veröffentlichte Werte") :]
    assert "35,6\N{NARROW NO-BREAK SPACE}%" in beside
    assert "Vorlage 0908/11" in beside


def test_health_and_readiness(client: FlaskClient) -> None:
    assert client.get("/healthz").status_code == 200
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert re.fullmatch(r"\d{4}-\d+", ready.get_json()["stand"])


def test_an_unknown_page_is_said_with_404(client: FlaskClient) -> None:
    response = client.get("/gibt-es-nicht")
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in response.get_data(as_text=True)


@pytest.mark.parametrize("content", [None, b"", b"no database at all" * 100])
def test_without_a_readable_release_there_is_a_page_and_no_traceback(
    tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "monitor.sqlite"
    if content is not None:
        file.write_bytes(content)
    app = create_app(Settings(f"sqlite:///{file}", ROOT))
    client = app.server.test_client()
    page = client.get("/")
    assert page.status_code == 503
    assert "Noch keine Daten" in page.get_data(as_text=True)
    assert "Traceback" not in page.get_data(as_text=True)
    assert client.get("/healthz").status_code == 200
    for address in ("/readyz", "/karte.csv", "/karte.json"):
        response = client.get(address)
        assert response.status_code == 503
        assert response.get_json()["grund"]
    app.close()


def test_a_release_that_comes_later_is_found_without_a_restart(tmp_path: Path, release_url: str) -> None:
    file = tmp_path / "monitor.sqlite"
    app = create_app(Settings(f"sqlite:///{file}", ROOT))
    client = app.server.test_client()
    assert client.get("/readyz").status_code == 503
    aside = tmp_path / "aside"
    aside.write_bytes(Path(release_url.removeprefix("sqlite:///")).read_bytes())
    aside.replace(file)
    assert client.get("/readyz").status_code == 200
    assert client.get("/").status_code == 200
    app.close()
