"""The meeting folder over HTTP: its page, its files, and bad input, with a tiny city in two releases."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import partial
from html import unescape
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from links_world import NEW, OLD, two_releases
from pypdf import PdfReader
from werkzeug.test import TestResponse
from world import COUNT, SHARE

from dashboard.access.settings import AccessSettings
from dashboard.components.share_dialog import share_dialog
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.state.short import address_of, code_of

PUBLIC = "https://monitor.example"
VIEWS = ("/?raum=uentrop", f"/kennzahl/{SHARE}?raum=mitte", "/sozialraum/uentrop")
FIRST, SECOND, THIRD = (code_of(view) for view in VIEWS)
BROKEN = "ps882"
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = f"sqlite:///{tmp_path_factory.mktemp('two') / 'monitor.sqlite'}"
    two_releases(found)
    return found


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(url, ROOT, access=AccessSettings(public_url=PUBLIC)))
    yield app.server.test_client()
    app.close()


def folder(*codes: str, ending: str = "", **more: str) -> str:
    others = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return f"/mappe{ending}?blaetter={'.'.join(codes)}{others}"


def headlines(response: TestResponse) -> list[str]:
    return re.findall(r"<h3[^>]*><a[^>]*>(.*?)</a></h3>", response.get_data(as_text=True))


def statement(client: FlaskClient, view: str) -> str:
    return re.findall("<h1[^>]*>(.*?)</h1>", client.get(view).get_data(as_text=True))[0]


def test_the_page_lists_the_views_in_their_order(client: FlaskClient) -> None:
    said = [statement(client, view) for view in VIEWS]
    assert len(set(said)) == 3
    assert headlines(client.get(folder(FIRST, SECOND, THIRD))) == said
    response = client.get(folder(THIRD, FIRST, titel="Ausschuss <3>"))
    assert headlines(response) == [said[2], said[0]]
    page = response.get_data(as_text=True)
    assert (response.status_code, response.headers["X-Robots-Tag"]) == (200, "noindex")
    assert "Die Mappe „Ausschuss &lt;3&gt;“ hat 2 Blätter" in page
    for ending in ("pdf", "pptx", "html"):
        assert f'href="/mappe.{ending}?blaetter={THIRD}.{FIRST}&amp;titel=Ausschuss+%3C3%3E"' in page


def test_links_move_and_remove_without_scripts(client: FlaskClient) -> None:
    page = client.get(folder(FIRST, SECOND, THIRD)).get_data(as_text=True)
    ways = re.findall(r'<a[^>]*href="/mappe\?blaetter=([\w.]+)[^"]*"[^>]*aria-label="Blatt 2 ([^"]+)"', page)
    assert {name: codes.split(".") for codes, name in ways} == {
        "nach oben": [SECOND, FIRST, THIRD],
        "nach unten": [FIRST, THIRD, SECOND],
        "entfernen": [FIRST, THIRD],
    }
    assert 'aria-label="Blatt 1 nach oben"' not in page
    assert 'aria-label="Blatt 3 nach unten"' not in page


def test_a_pinned_folder_shows_one_release_and_names_it(client: FlaskClient) -> None:
    old = client.get(f"/mappe.json?blaetter={FIRST}.{SECOND}&stand={OLD}").get_json()
    assert {leaf["stand"] for leaf in old["blaetter"]} == {OLD}
    assert all(f"stand={OLD}" in leaf["adresse"] for leaf in old["blaetter"])
    own = code_of(f"{VIEWS[0]}&stand={OLD}")
    mixed = client.get(f"/mappe.json?blaetter={own}.{SECOND}").get_json()
    assert [leaf["stand"] for leaf in mixed["blaetter"]] == [OLD, NEW]
    page = client.get(folder(FIRST)).get_data(as_text=True)
    assert f'href="/mappe?blaetter={FIRST}&amp;stand={NEW}"' in page
    lost = client.get(folder(FIRST, stand="1999-1"), headers=HTML)
    assert lost.status_code == 410
    assert "Diesen Datenstand gibt es nicht mehr" in lost.get_data(as_text=True)
    assert client.get(folder(FIRST, ending=".pdf", stand="1999-1")).status_code == 410


#: What one page may be besides a view, and what is said of it.
UNREADABLE = [
    (BROKEN, "kein gültiger Kurzlink", 404),
    ("käse", "kein gültiger Kurzlink", 404),
    (code_of("/gibt-es-nicht"), "keine Ansicht zu finden", 404),
    (code_of("/daten/barrierefreiheit"), "keine Ansicht zu finden", 404),
    (code_of(f"/mappe?blaetter={FIRST}"), "keine Ansicht zu finden", 404),
    (code_of(f"/kennzahl/{COUNT}"), "nicht mehr geführt", 410),
    (code_of("/?stand=1999-1"), "hält den Datenstand 1999-1 fest", 410),
]


@pytest.mark.parametrize(("code", "reason", "status"), UNREADABLE)
def test_a_page_that_cannot_be_shown_does_not_break_the_folder(
    client: FlaskClient, code: str, reason: str, status: int
) -> None:
    response = client.get(folder(FIRST, code, SECOND))
    page = response.get_data(as_text=True)
    assert response.status_code == 200
    assert "Blatt 2 ist nicht lesbar" in page
    assert reason in page
    assert len(headlines(response)) == 3 - 1
    assert f'href="/mappe?blaetter={FIRST}.{SECOND}"' in page
    alone = client.get(folder(code), headers=HTML)
    assert alone.status_code == status
    assert "kein lesbares Blatt" in alone.get_data(as_text=True)
    refused = client.get(folder(code, ending=".pdf"))
    assert (refused.status_code, refused.is_json) == (status, True)


def test_the_retired_indicator_is_there_in_its_old_release(client: FlaskClient) -> None:
    code = code_of(f"/kennzahl/{COUNT}?stand={OLD}")
    assert client.get(folder(code)).status_code == 200
    assert client.get(folder(code_of(f"/kennzahl/{COUNT}"), stand=OLD)).status_code == 200


def test_former_names_and_twins_are_one_page(client: FlaskClient) -> None:
    former = code_of("/kennzahl/gymnasialquote?raum=mitte")
    page = client.get(folder(former, FIRST, SECOND)).get_data(as_text=True)
    assert "dieselbe Ansicht" in page
    found = client.get(f"/mappe.json?blaetter={former}.{FIRST}.{SECOND}").get_json()
    assert [leaf["adresse"] for leaf in found["blaetter"]] == [VIEWS[1], VIEWS[0]]


@pytest.mark.parametrize("link", [VIEWS[1], f"{PUBLIC}{VIEWS[1]}&utm_source=x", f"/l/{SECOND}", SECOND])
def test_a_pasted_link_leads_to_the_clean_address(client: FlaskClient, link: str) -> None:
    response = client.get(folder(FIRST, titel="A", dazu=link))
    assert response.status_code == 303
    assert response.headers["Location"] == f"/mappe?blaetter={FIRST}.{SECOND}&titel=A"
    again = client.get(folder(FIRST, SECOND, dazu=link))
    assert again.headers["Location"] == folder(FIRST, SECOND)


@pytest.mark.parametrize(
    "link", ["https://evil.example/", "/gibt-es-nicht", "ps882", "x" * 500, "/?stand=1999-1"]
)
def test_a_foreign_link_is_refused_in_words(client: FlaskClient, link: str) -> None:
    response = client.get(folder(FIRST, dazu=link), headers=HTML)
    page = response.get_data(as_text=True)
    assert response.status_code == 400
    assert "ist keine Ansicht dieser Anwendung. Erwartet wird" in page
    assert len(headlines(response)) == 1
    told = client.get(folder(FIRST, ending=".json", dazu=link))
    assert (told.status_code, "Erwartet wird" in told.get_json()["grund"]) == (400, True)


def many(number: int) -> list[str]:
    return [code_of(f"/kennzahl/k{at}") for at in range(number)]


def test_a_full_folder_takes_nothing_more(client: FlaskClient) -> None:
    response = client.get(folder(*many(40), dazu=VIEWS[0]), headers=HTML)
    assert response.status_code == 400
    assert "Sie fasst 40 Blätter" in response.get_data(as_text=True)


@pytest.mark.parametrize(("number", "status"), [(41, 400), (100, 400), (200, 400), (1000, 414)])
def test_far_too_many_pages_are_a_page_with_a_way_on(client: FlaskClient, number: int, status: int) -> None:
    codes = [str(at).zfill(3) for at in range(number)] if number == 200 else many(number)
    response = client.get(folder(*codes), headers=HTML)
    page = response.get_data(as_text=True)
    assert response.status_code == status
    assert "Eine Mappe fasst höchstens 40" in page
    assert '<html lang="de"' in page
    links = re.findall(r'<a[^>]*href="(/mappe\?[^"]+)"[^>]*>(Blätter 1 bis \d+)</a>', page)
    assert links[0][1] == "Blätter 1 bis 40"
    assert re.fullmatch(r"/mappe\?blaetter=(\w+\.){39}\w+", links[0][0])
    if status == 400:
        assert client.get(folder(*codes, ending=".pdf")).get_json()["grund"].startswith("Der Link nennt")


def test_other_addresses_stay_too_long_as_before(client: FlaskClient) -> None:
    response = client.get("/?raum=" + "x" * 5000, headers=HTML)
    assert response.status_code == 414
    assert "Adresse zu lang" in response.get_data(as_text=True)


def test_an_empty_folder_says_how_it_is_filled(client: FlaskClient) -> None:
    response = client.get("/mappe")
    assert response.status_code == 200
    assert "So füllt sich die Mappe" in response.get_data(as_text=True)
    for ending in ("pdf", "pptx", "html"):
        refused = client.get(f"/mappe.{ending}")
        assert (refused.status_code, "wie sie sich füllt" in refused.get_json()["grund"]) == (404, True)


def test_a_view_offers_itself_without_scripts(client: FlaskClient) -> None:
    written = share_dialog(VIEWS[1])
    link = unescape(re.findall(r'<noscript>.*?href="([^"]+)".*?</noscript>', written)[0])
    assert client.get(link).headers["Location"] == f"/mappe?blaetter={SECOND}"
    assert "<noscript>" not in share_dialog()


def test_the_share_dialog_passes_the_folder_on(client: FlaskClient) -> None:
    address = f"/mappe?blaetter={FIRST}.{SECOND}"
    told = client.get(f"/teilen?ziel={quote(address)}").get_json()
    assert told["aktuell"]["link"] == PUBLIC + address
    assert told["fest"]["link"] == f"{PUBLIC}{address}&stand={NEW}"
    code = told["aktuell"]["kurz"].removeprefix(f"{PUBLIC}/l/")
    assert client.get(f"/l/{code}").headers["Location"] == address == address_of(code)


def test_the_files_have_a_page_each_and_a_name(client: FlaskClient) -> None:
    address = partial(folder, FIRST, SECOND, titel="Für/den Rat")
    name = "filename*=UTF-8''Mappe%20F%C3%BCr%20den%20Rat."
    pdf, pptx = client.get(address(ending=".pdf")), client.get(address(ending=".pptx"))
    assert len(PdfReader(io.BytesIO(pdf.data)).pages) == 1 + 2
    assert pdf.headers["Content-Disposition"].endswith(f"{name}pdf")
    names = zipfile.ZipFile(io.BytesIO(pptx.data)).namelist()
    assert sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", one)) for one in names) == 1 + 2
    for response in (pdf, pptx, client.get(address(ending=".html"))):
        assert response.status_code == 200
        assert "script-src 'self'" in response.headers["Content-Security-Policy"]
        assert (
            response.data
            == client.get(response.request.path + "?" + response.request.query_string.decode()).data
        )


def test_files_of_a_folder_count_as_files(url: str) -> None:
    app = create_app(Settings(url, ROOT, files_per_minute=2))
    reader = app.server.test_client()
    address = folder(FIRST, ending=".json")
    outside = {"REMOTE_ADDR": "198.51.100.7"}
    found = [reader.get(address, environ_overrides=outside).status_code for _ in range(3)]
    assert found == [200, 200, 429]
    app.close()
