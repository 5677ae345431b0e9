"""What is passed on: head of the document, share dialog, QR code, embedded views, refusals with a way on."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from gunicorn.http.errors import LimitRequestLine
from hypothesis import given
from hypothesis import strategies as st
from links_world import NEW, OLD, two_releases
from world import SHARE

from dashboard.access.settings import AccessSettings
from dashboard.factory import create_app
from dashboard.pages.book import Page
from dashboard.settings import ROOT, Settings, SettingsError
from dashboard.share.head import LONGEST, Outside, head, robots, shortened
from dashboard.share.short_links import address_of
from dashboard.worker import Worker

PUBLIC = "https://monitor.example"
VIEW = f"/kennzahl/{SHARE}?raum=uentrop"
HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    url = f"sqlite:///{tmp_path_factory.mktemp('two') / 'monitor.sqlite'}"
    two_releases(url)
    return Settings(
        url, ROOT, frame_ancestors="https://www.hamm.example", access=AccessSettings(public_url=PUBLIC)
    )


@pytest.fixture(scope="module")
def client(settings: Settings) -> Iterator[FlaskClient]:
    app = create_app(settings)
    yield app.server.test_client()
    app.close()


def meta(document: str) -> dict[str, str]:
    pairs = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', document)
    assert len({name for name, _text in pairs}) == len(pairs)
    return dict(pairs)


@pytest.mark.parametrize("address", ["/", VIEW, f"{VIEW}&stand={OLD}", "/sozialraum/uentrop", "/kennzahl"])
def test_the_head_names_the_view(client: FlaskClient, address: str) -> None:
    document = client.get(address).get_data(as_text=True)
    said = meta(document)
    assert re.findall('<link rel="canonical" href="([^"]+)">', document) == [
        PUBLIC + address.replace("&", "&amp;")
    ]
    assert said["og:url"].replace("&amp;", "&") == PUBLIC + address
    assert said["og:title"] == re.findall("<title>(.*) – Sozialraum-Monitor Hamm</title>", document)[0]
    assert 0 < len(said["description"]) <= LONGEST
    assert said["og:description"] == said["description"]
    assert (said["og:type"], said["og:locale"], said["og:site_name"]) == (
        "website", "de_DE", "Sozialraum-Monitor Hamm",
    )  # fmt: skip
    assert said["robots"] == ("noindex, follow" if "stand" in address else "index, follow")
    assert said["twitter:card"] == "summary_large_image"


def test_a_preview_picture_is_named_for_what_anybody_may_see() -> None:
    page = Page("Titel", "Text", lambda: None, address="/?raum=mitte")  # type: ignore[arg-type, return-value]
    alone = meta(str(head(page, Outside(PUBLIC))))
    assert "og:image" not in alone
    assert alone["twitter:card"] == "summary"
    said = meta(str(head(replace(page, key=("karte", "mitte")), Outside(PUBLIC))))
    assert said["og:image"] == f"{PUBLIC}/karte.png?raum=mitte&amp;format=vorschau"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")


@given(st.text(max_size=900))
def test_a_description_is_never_too_long(text: str) -> None:
    found = shortened(text)
    assert len(found) <= LONGEST
    assert found == " ".join(text.split()) or found.endswith("…")


def test_nobody_is_indexed_who_does_not_want_it(settings: Settings) -> None:
    app = create_app(replace(settings, indexed=False))
    for address in ("/", "/karte.csv", "/robots.txt"):
        assert app.server.test_client().get(address).headers["X-Robots-Tag"] == "noindex"
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert meta(page)["robots"] == "noindex, follow"
    app.close()
    lost = Page("", "", lambda: None, status=404)  # type: ignore[arg-type, return-value]
    assert robots(lost, Outside(PUBLIC)) == "noindex, follow"
    with pytest.raises(SettingsError, match="DASHBOARD_ROBOTS"):
        Settings.from_env({"DASHBOARD_ROBOTS": "vielleicht"})
    assert Settings.from_env({"DASHBOARD_ROBOTS": "index"}).indexed
    assert not Settings.from_env({}).indexed


def test_the_dialog_learns_both_links_of_a_view(client: FlaskClient) -> None:
    told = client.get(f"/teilen?ziel={quote(VIEW)}").get_json()
    assert told["stand"] == NEW
    assert told["aktuell"]["link"] == PUBLIC + VIEW
    assert told["fest"]["link"] == f"{PUBLIC}{VIEW}&stand={NEW}"
    for links in (told["aktuell"], told["fest"]):
        code = links["kurz"].removeprefix(f"{PUBLIC}/l/")
        assert PUBLIC + address_of(code) == links["link"]
        short = client.get(f"/l/{code}")
        assert (short.status_code, PUBLIC + short.headers["Location"]) == (308, links["link"])
        code, _, script = links["einbetten"].partition("\n")
        frame = ElementTree.fromstring(code)
        assert f'e.origin==="{PUBLIC}"' in script
        assert frame.attrib["src"] == links["link"].replace(PUBLIC, f"{PUBLIC}/einbetten")
        assert frame.attrib["title"]
        assert frame.attrib["loading"] == "lazy"
        assert client.get(links["qr"]).status_code == 200


def test_a_pinned_view_is_passed_on_with_its_own_release(client: FlaskClient) -> None:
    told = client.get(f"/teilen?ziel={quote(f'{VIEW}&stand={OLD}&utm_source=x')}").get_json()
    assert told["stand"] == OLD
    assert told["fest"]["link"] == f"{PUBLIC}{VIEW}&stand={OLD}"
    assert told["aktuell"]["link"] == PUBLIC + VIEW


def test_a_page_that_is_no_view_keeps_its_address(client: FlaskClient) -> None:
    told = client.get(f"/teilen?ziel={quote('/mappe?a=1&stand=2026-1')}").get_json()
    assert told["aktuell"]["link"] == f"{PUBLIC}/mappe?a=1"
    assert told["fest"]["link"] == f"{PUBLIC}/mappe?a=1&stand=2026-1"


def test_no_embed_code_where_no_site_may_frame_us(settings: Settings) -> None:
    app = create_app(replace(settings, frame_ancestors="'none'"))
    told = app.server.test_client().get("/teilen?ziel=/").get_json()
    assert told["aktuell"]["einbetten"] == ""
    app.close()


@pytest.mark.parametrize(
    "target", ["", "//evil.example", "https://evil.example/", "/\\evil.example", "javascript:1", "/a\nb", "x"]
)
@pytest.mark.parametrize("page", ["/qr.svg", "/teilen"])
def test_nothing_leads_to_another_host(client: FlaskClient, page: str, target: str) -> None:
    assert client.get(f"{page}?ziel={quote(target)}").status_code == 400


def test_the_qr_code_holds_the_short_link_and_is_always_the_same(client: FlaskClient) -> None:
    first, second = (client.get(f"/qr.svg?ziel={quote(VIEW)}") for _ in range(2))
    assert first.data == second.data
    assert first.mimetype == "image/svg+xml"
    svg = ElementTree.fromstring(first.data)
    title = svg.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert re.fullmatch(rf"QR-Code: {PUBLIC}/l/[0-9a-z]{{5,12}}", title.text or "")
    assert int(svg.attrib["width"]) >= 29 * 8  # version 2 at least, with its quiet zone


def test_an_embedded_view_is_the_view_without_what_surrounds_it(client: FlaskClient) -> None:
    response = client.get(f"/einbetten{VIEW}")
    page, whole = response.get_data(as_text=True), client.get(VIEW).get_data(as_text=True)
    headline = re.findall("<h1[^>]*>(.*?)</h1>", whole)[0]
    assert f">{headline}</h1>" in page
    assert '<header class="top"' not in page
    assert "<svg" in page
    assert "Datenstand" in page
    link = re.findall("<a ([^>]*)>Im Sozialraum-Monitor öffnen</a>", page)[0]
    assert f'href="{PUBLIC}{VIEW}"' in link
    assert re.findall('rel="canonical" href="([^"]+)"', page) == [PUBLIC + VIEW]
    assert meta(page)["robots"] == "noindex, follow"
    scripts = re.findall(r'<script src="([^"]+)"', page)
    assert [url.rpartition("/")[2] for url in scripts] == ["embed.js", "page.js"]
    assert [client.get(url, buffered=True).status_code for url in scripts] == [200, 200]
    assert response.headers["Content-Security-Policy"].endswith("frame-ancestors https://www.hamm.example")
    assert client.get("/einbetten/kennzahl/gibt-es-nicht").status_code == 404


REFUSED = [
    ("/?raum=" + "x" * 10_000, 414, "Adresse zu lang"),
    ("/?" + "&".join(f"a{number}=1" for number in range(60)), 400, "Anfrage nicht verstanden"),
    ("/teilen?ziel=//x", 400, "Anfrage nicht verstanden"),
    ("/l/ps882", 404, "Diesen Kurzlink gibt es nicht"),
    ("/l/" + "0" * 1500, 404, "Diesen Kurzlink gibt es nicht"),
    (f"/kennzahl/{SHARE}.csv?stand=1999-1", 410, "Nicht mehr vorhanden"),
    ("/gibt-es-nicht", 404, "Diese Seite gibt es nicht"),
]


@pytest.mark.parametrize(("address", "status", "title"), REFUSED)
def test_a_bad_link_is_a_german_page_with_a_way_on(
    client: FlaskClient, address: str, status: int, title: str
) -> None:
    response = client.get(address, headers=HTML)
    page = response.get_data(as_text=True)
    assert response.status_code == status
    if ".csv" in address:  # a program gets the same words as JSON
        assert client.get(address).get_json()["status"] == title
    assert f"<h1>{title}</h1>" in page
    assert re.search(r"<a[^>]* href=\"/\"[^>]*>Zur Karte</a>", page)
    assert re.search(r'href="/assets/style\.css', page)
    assert '<html lang="de"' in page


def test_the_server_itself_refuses_in_german() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"x" * 3000)
        Worker.handle_error(Worker.__new__(Worker), None, ours, None, LimitRequestLine(9000, 4094))
        ours.close()
        answer = b""
        while part := theirs.recv(4096):
            answer += part
    lines, _, body = answer.partition(b"\r\n\r\n")
    assert lines.startswith(b"HTTP/1.1 414 ")
    assert f"Content-Length: {len(body)}".encode() in lines
    assert "Adresse zu lang" in body.decode()
    assert 'href="/"' in body.decode()
    assert b"style-src 'self'" in lines  # so that it looks like ours
    assert 'href="/assets/style.css"' in body.decode()


def test_robots_txt_leaves_the_views_open(client: FlaskClient) -> None:
    lines = client.get("/robots.txt").get_data(as_text=True).splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /" not in lines
    assert "Disallow: /einbetten/" in lines
