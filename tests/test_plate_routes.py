"""Every view as a file: names, caches, what is gone, what nobody else may see."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Hashable, Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from links_world import NEW, OLD, two_releases
from pypdf import PdfReader
from world import COUNT, SHARE

from dashboard.access.settings import AccessSettings
from dashboard.answers.desk import Desk
from dashboard.components.card import DOWNLOAD
from dashboard.factory import create_app
from dashboard.routes import pictures
from dashboard.routes.built import Built
from dashboard.settings import ROOT, Settings
from dashboard.share.head import preview_address
from dashboard.share.short_links import address_of
from dashboard.store.protected_facts import FacilityFact
from dashboard.store.read import Store

PUBLIC = "https://monitor.example"
PDF, PPTX = "application/pdf", "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('pictures') / 'monitor.sqlite'}"
    two_releases(address)
    return address


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(url, ROOT, access=AccessSettings(public_url=PUBLIC), files_per_minute=0))
    yield app.server.test_client()
    app.close()


def size_of(png: bytes) -> tuple[int, ...]:
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize(
    ("address", "kind", "begins"),
    [
        ("/karte.png", "image/png", b"\x89PNG"),
        (f"/kennzahl/{SHARE}.svg?raum=mitte", "image/svg+xml", b"<svg "),
        (f"/kennzahl/{SHARE}.pdf", PDF, b"%PDF-"),
        ("/karte.pptx?raum=uentrop", PPTX, b"PK"),
        ("/kennzahl.png", "image/png", b"\x89PNG"),
        ("/sozialraum/uentrop.png", "image/png", b"\x89PNG"),
    ],
)
def test_a_view_has_files(client: FlaskClient, address: str, kind: str, begins: bytes) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (200, kind)
    assert answer.data.startswith(begins)


@pytest.mark.parametrize(
    ("asked", "size"),
    [("", (1600, 900)), ("quadrat", (1080, 1080)), ("vorschau", (1200, 630)), ("riesig", (1600, 900))],
)
def test_the_format_chooses_the_shape(client: FlaskClient, asked: str, size: tuple[int, int]) -> None:
    answer = client.get(f"/karte.png?raum=mitte&format={asked}")
    assert size_of(answer.data) == size
    assert "inline; " in answer.headers["Content-Disposition"]


def test_files_are_named_in_german(client: FlaskClient) -> None:
    answer = client.get(f"/kennzahl/{SHARE}.pdf?raum=hamm-norden")
    name = answer.headers["Content-Disposition"]
    assert name.startswith("attachment; ")
    assert "Hamm-Norden" in name
    assert f"Datenstand-{NEW}" in name
    assert re.search(r"\d{4}", name)


def test_the_link_on_paper_leads_to_exactly_this_view(client: FlaskClient) -> None:
    paper = PdfReader(BytesIO(client.get("/karte.pdf?raum=mitte").data))
    notes = [one.get_object() for page in paper.pages for one in page.get("/Annots", [])]
    (link,) = {note["/A"]["/URI"] for note in notes if "/A" in note}
    assert str(link).startswith(f"{PUBLIC}/l/")
    found = address_of(str(link).rpartition("/")[2])
    assert found == f"/?raum=mitte&stand={NEW}"
    assert str(link).removeprefix("https://") in paper.pages[-1].extract_text()


def test_a_slide_is_a_presentation(client: FlaskClient) -> None:
    names = ZipFile(BytesIO(client.get("/karte.pptx").data)).namelist()
    assert "ppt/slides/slide1.xml" in names


def test_the_profile_keeps_its_address(client: FlaskClient) -> None:
    answer = client.get("/sozialraum/uentrop.pdf")
    assert "Profil_Uentrop_" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/nichts.png", 404),
        ("/kennzahl/nichts.svg", 404),
        ("/daten/barrierefreiheit.png", 404),
        ("/sozialraum/hamm.png", 404),
        ("/karte.png?stand=2019-1", 410),
        (f"/kennzahl/{COUNT}.pdf", 410),
        (f"/karte.png?stand={OLD}", 200),
    ],
)
def test_what_is_not_there_is_said(client: FlaskClient, address: str, status: int) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    if status != 200:
        assert answer.get_json()["status"] in ("Nicht gefunden", "Nicht mehr vorhanden")


def test_a_moved_id_leads_on(client: FlaskClient) -> None:
    answer = client.get("/kennzahl/gymnasialquote.png?format=vorschau")
    assert (answer.status_code, answer.location) == (308, f"/kennzahl/{SHARE}.png?format=vorschau")


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("", "public, max-age=300"),
        (f"?stand={NEW}", "public, max-age=2592000"),
        (f"?stand={OLD}", "public, max-age=2592000"),
        ("?stand=irgendwas", "public, max-age=300"),
    ],
)
def test_only_what_is_held_fast_is_kept_long(client: FlaskClient, query: str, kept: str) -> None:
    answer = client.get(f"/karte.png{query}")
    assert answer.headers["Cache-Control"] == kept
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    again = client.get(f"/karte.png{query}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


class Recorded(Built):
    """A cache that says what it was asked for."""

    def __init__(self) -> None:
        super().__init__(2)
        self.asked: list[Hashable] = []

    def get(self, key: Hashable, build: Callable[[], bytes]) -> bytes:
        self.asked.append(key)
        return super().get(key, build)


def test_what_one_reader_alone_may_see_is_kept_nowhere(url: str) -> None:
    school = FacilityFact("1", "Talschule", "Grundschule", "59065", "uentrop")
    store, kept, server = Store(url), Recorded(), Flask("pictures", static_folder=None)
    desk = Desk(store, lambda _release, area: (school,) if area == "uentrop" else None)
    pictures.register(server, desk, PUBLIC, kept)
    asked = server.test_client()
    alone = asked.get("/sozialraum/uentrop.png")
    assert (alone.status_code, kept.asked) == (200, [])
    assert alone.headers["Cache-Control"] == "private, no-store"
    assert "Cross-Origin-Resource-Policy" not in alone.headers
    public = asked.get("/sozialraum/mitte.png")
    assert public.headers["Cache-Control"] == "public, max-age=300"
    assert len(kept.asked) == 1
    store.close()


def test_equal_views_are_drawn_once(url: str) -> None:
    store, kept, server = Store(url), Recorded(), Flask("pictures", static_folder=None)
    pictures.register(server, Desk(store), PUBLIC, kept)
    asked = server.test_client()
    first, other = asked.get("/karte.png?raum=mitte"), asked.get("/karte.png?raum=mitte&format=breit")
    assert first.data == other.data
    assert len(set(kept.asked)) == 1
    asked.get("/karte.png?raum=mitte&format=quadrat")
    assert len(set(kept.asked)) == 2
    store.close()


@pytest.mark.parametrize(
    ("address", "picture"),
    [
        ("/", "/karte.png?format=vorschau"),
        ("/?raum=mitte", "/karte.png?raum=mitte&format=vorschau"),
        (f"/kennzahl/{SHARE}?ansicht=abstand", f"/kennzahl/{SHARE}.png?ansicht=abstand&format=vorschau"),
        ("/sozialraum", "/sozialraum.png?format=vorschau"),
        ("/daten/geheimhaltung", "/daten/geheimhaltung.png?format=vorschau"),
        ("/daten/barrierefreiheit", ""),
    ],
)
def test_a_page_names_its_preview(client: FlaskClient, address: str, picture: str) -> None:
    assert preview_address(address) == picture
    named = re.findall('property="og:image" content="([^"]+)"', client.get(address).text)
    assert [one.replace("&amp;", "&") for one in named] == ([PUBLIC + picture] if picture else [])
    if picture:
        assert size_of(client.get(picture).data) == (1200, 630)


def test_a_page_below_another_has_a_preview_too() -> None:
    assert preview_address("/ziele/wirkung?raum=mitte") == "/ziele/wirkung.png?raum=mitte&format=vorschau"


def test_every_card_offers_its_files(client: FlaskClient) -> None:
    page = client.get(f"/kennzahl/{SHARE}?raum=mitte").text
    files = re.findall(r'class="files">(.*?)</details>', page)
    assert files
    for offered in files:
        labels = re.findall(">([^<]+)</a>", offered)
        pictures = ["Bild (PNG)", "Bild, quadratisch", "SVG", "Folie (PPTX)", "PDF"]
        assert [label for label in labels if label != DOWNLOAD] == [*pictures, "CSV", "XLSX", "JSON"]


def test_pictures_count_as_files(url: str) -> None:
    app = create_app(Settings(url, ROOT, files_per_minute=2))
    asked = app.server.test_client()
    outside = {"REMOTE_ADDR": "203.0.113.7"}
    found = [asked.get("/karte.png", environ_overrides=outside).status_code for _ in range(3)]
    app.close()
    assert found == [200, 200, 429]
