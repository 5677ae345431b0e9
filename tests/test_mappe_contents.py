"""What a folder's files begin with, how its link looks in a chat, and how much it holds."""

from __future__ import annotations

import io
import re
import struct
from collections.abc import Iterator
from html import unescape
from typing import Any
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from links_world import NEW, OLD, two_releases
from pptx import Presentation
from pypdf import PdfReader
from world import SHARE

from dashboard.access.settings import AccessSettings
from dashboard.answers.mappe import FolderAnswer, Leaf, Missing
from dashboard.components.mappe_forms import lacking
from dashboard.export import folder_pptx
from dashboard.export.contents import Contents, Entry, places, shown
from dashboard.factory import create_app
from dashboard.pages.book import SHEETS
from dashboard.settings import ROOT, Settings
from dashboard.state.folder import CUT_BY_SOME, LONGEST_ADDRESS, MOST_PAGES, Folder
from dashboard.state.short import code_of

PUBLIC = "https://monitor.example"
NAMES = {"kennzahl": SHARE, "raum": "uentrop"}
#: A view of every kind of page.
KINDS = [code_of(sheet.place.path(NAMES)) for sheet in SHEETS]
BROKEN = "ps882"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('two') / 'monitor.sqlite'}"
    two_releases(url)
    app = create_app(Settings(url, ROOT, access=AccessSettings(public_url=PUBLIC), files_per_minute=0))
    yield app.server.test_client()
    app.close()


def folder(codes: list[str], ending: str = "", **more: str) -> str:
    others = "".join(f"&{name}={quote(value)}" for name, value in more.items())
    return f"/mappe{ending}?blaetter={'.'.join(codes)}{others}"


def many(number: int) -> list[str]:
    """Views that differ, as readers collect them."""
    views = [
        f"/?kennzahl={name}&raum={area}&jahr={year}&ansicht={look}"
        for name in (SHARE,) for area in ("mitte", "uentrop", "hamm-norden") for year in (2021, 2022)
        for look in ("verlauf", "")
    ] + [f"/kennzahl/{SHARE}?raum={area}&ansicht={look}&jahr={year}"
         for area in ("mitte", "uentrop", "hamm-norden") for look in ("abstand", "vergleich")
         for year in (2021, 2022, 2023)]  # fmt: skip
    return [code_of(view) for view in views][:number]


def pdf_of(client: FlaskClient, codes: list[str], **more: str) -> PdfReader:
    response = client.get(folder(codes, ".pdf", **more))
    assert response.status_code == 200
    return PdfReader(io.BytesIO(response.data))


def slides_of(client: FlaskClient, codes: list[str], **more: str) -> Any:
    response = client.get(folder(codes, ".pptx", **more))
    assert response.status_code == 200
    return Presentation(io.BytesIO(response.data))


def targets(page: Any) -> list[str]:
    """Where the links of a page lead: an address, or the name of a place in the document."""
    notes = [one.get_object() for one in page.get("/Annots", [])]
    return [str(note["/A"]["/URI"]) if "/A" in note else "hier" for note in notes]


@pytest.mark.parametrize("number", [1, 2, 30])
def test_the_pdf_begins_with_contents_that_lead_on(client: FlaskClient, number: int) -> None:
    paper = pdf_of(client, many(number), titel="Jugendhilfeausschuss")
    fronts = len(paper.pages) - number
    assert fronts in ((1,) if number < 3 else (2, 3))
    first = paper.pages[0].extract_text()
    for words in ("Jugendhilfeausschuss", "Inhalt", f"Datenstand {NEW} vom", "Blatt", "Seite 1 von"):
        assert words in first
    assert paper.metadata is not None
    assert paper.metadata.title == "Jugendhilfeausschuss"
    links = [target for page in paper.pages[:fronts] for target in targets(page)]
    assert links[0].startswith(f"{PUBLIC}/")
    assert links.count("hier") >= 2 * number  # statement and page number
    listed = "\n".join(page.extract_text() for page in paper.pages[:fronts])
    assert str(fronts + number) in listed
    assert f"Seite {len(paper.pages)} von {len(paper.pages)}" in paper.pages[-1].extract_text()


@pytest.mark.parametrize("number", [1, 2, 30])
def test_the_slides_begin_with_contents_that_lead_on(client: FlaskClient, number: int) -> None:
    deck = slides_of(client, many(number), titel="Jugendhilfeausschuss")
    fronts = -(-number // 11)
    assert len(deck.slides) == fronts + number
    assert deck.core_properties.title == "Jugendhilfeausschuss"
    views = {slide.slide_id: at for at, slide in enumerate(deck.slides, start=1)}
    found: list[int] = []
    for slide in list(deck.slides)[:fronts]:
        assert slide.shapes.title.text_frame.text == "Jugendhilfeausschuss"
        texts = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert f"Datenstand {NEW} vom" in texts
        jumps = re.findall(r'r:id="(rId\d+)" action="ppaction://hlinksldjump"', slide._element.xml)
        found += [views[slide.part.related_part(jump).slide.slide_id] for jump in jumps]
        assert [int(one) for one in re.findall(r"Folie (\d+) ·", texts)] == found[-len(jumps) :]
    assert found == list(range(fronts + 1, fronts + number + 1))


def test_every_kind_of_page_is_in_every_file(client: FlaskClient) -> None:
    page = client.get(folder(KINDS))
    assert page.status_code == 200
    assert len(re.findall('<li[^>]*class="leaf"', page.text)) == len(SHEETS)
    assert "Geheimhaltung" in page.text
    assert "nicht in PDF" not in page.text
    assert len(pdf_of(client, KINDS).pages) == len(SHEETS) + 1
    assert len(slides_of(client, KINDS).slides) == len(SHEETS) + 2
    taken = client.get(folder(KINDS, ".html")).text
    assert len(re.findall('<section class="mitnahme-blatt"', taken)) == len(SHEETS)
    assert '<nav aria-label="Inhalt">' in taken


def test_what_cannot_be_printed_is_named_on_page_and_paper(client: FlaskClient) -> None:
    codes = [*many(1), BROKEN, *many(2)[1:]]
    page = unescape(client.get(folder(codes)).text)
    assert "Nicht lesbar und deshalb in keiner Datei: Blatt 2." in page
    first = pdf_of(client, codes).pages[0].extract_text()
    assert "Blatt 2 ist nicht lesbar" in first
    assert "kein gültiger Kurzlink" in first
    texts = [shape.text_frame.text for shape in slides_of(client, codes).slides[0].shapes]
    assert any("Blatt 2 ist nicht lesbar" in text for text in texts)


def test_a_view_without_a_picture_is_named() -> None:
    leaf = Leaf(2, "44r", "/daten", "Daten", "Alle Werte", "", NEW, False, False, "key")
    lost = Missing(3, BROKEN, "kein Kurzlink", 404)
    answer = FolderAnswer(Folder(("44r", BROKEN)), (leaf,), (lost,), (), NEW)
    assert lacking(answer) == [
        "Nicht lesbar und deshalb in keiner Datei: Blatt 3.",
        "Ohne Bild und deshalb nicht in PDF und PPTX: Blatt 2 („Alle Werte“).",
    ]
    assert [page.number for page in answer.every] == [2, 3]


def test_contents_say_which_releases_the_pages_show(client: FlaskClient) -> None:
    own = code_of(f"/?raum=uentrop&stand={OLD}")
    text = pdf_of(client, [own, *many(1)]).pages[0].extract_text()
    assert re.search(rf"Datenstände {OLD} vom [\d.]+ und {NEW} vom [\d.]+", text)
    pinned = pdf_of(client, many(2), stand=OLD).pages[0].extract_text()
    assert f"fester Datenstand {OLD} vom" in pinned


def test_a_chat_shows_title_number_and_contents_of_a_folder(client: FlaskClient) -> None:
    address = folder(many(3), titel="Rat & Ausschuss")
    head = unescape(client.get(address).text.partition("<body>")[0])
    said = dict(re.findall(r'<meta property="(og:[^"]+)" content="([^"]*)"', head))
    assert said["og:title"] == "Die Mappe „Rat & Ausschuss“ hat 3 Blätter"
    assert said["og:description"].startswith(said["og:title"])
    link = f"{PUBLIC}/mappe?blaetter={'.'.join(many(3))}&titel=Rat+%26+Ausschuss"
    assert said["og:url"] == link
    assert f'<link rel="canonical" href="{link}">' in head
    assert said["og:image"] == link.replace("/mappe?", "/mappe.png?")
    picture = client.get(said["og:image"].removeprefix(PUBLIC))
    assert struct.unpack(">II", picture.data[16:24]) == (1200, 630)
    assert picture.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert picture.headers["Cache-Control"] == "public, max-age=300"


@pytest.mark.parametrize("address", ["/mappe", folder([BROKEN]), folder(["0" * 9] * 2)])
def test_a_folder_without_a_page_is_no_card_for_a_chat(client: FlaskClient, address: str) -> None:
    assert "og:" not in client.get(address, headers={"Accept": "text/html"}).text
    assert client.get(address.replace("/mappe", "/mappe.png", 1)).status_code == 404


def test_the_declaration_has_a_canonical_address_and_no_picture(client: FlaskClient) -> None:
    page = client.get("/daten/barrierefreiheit").text
    assert f'<link rel="canonical" href="{PUBLIC}/daten/barrierefreiheit">' in page
    assert "og:description" in page
    assert "og:image" not in page
    assert "in die Mappe legen" not in page.partition("<dialog")[0]
    assert "/mappe?dazu=" not in page


def test_the_page_says_how_much_a_folder_holds(client: FlaskClient) -> None:
    page = client.get(folder(many(1))).text
    assert f"höchstens {MOST_PAGES} Blätter und einen Link von 3.800 Zeichen" in page
    assert "Manche Büro- und Mailprogramme" not in page


def long_ones(number: int) -> list[str]:
    """Codes of views with much text in them, some 90 characters each."""
    return [code_of(f"/kennzahl?suche={'suchwort-' * 7}{at:03}") for at in range(number)]


def test_forty_long_links_are_one_folder(client: FlaskClient) -> None:
    codes = long_ones(36)
    assert CUT_BY_SOME < len(folder(codes)) <= LONGEST_ADDRESS
    response = client.get(folder(codes))
    assert response.status_code == 200
    assert "Manche Büro- und Mailprogramme kürzen so lange Links" in response.text
    assert client.get(f"/teilen?ziel={quote(folder(codes))}").status_code == 200


@pytest.mark.parametrize(("codes", "status"), [(long_ones(42), 400), (many(30) + long_ones(200), 414)])
def test_what_is_too_large_is_offered_in_parts(client: FlaskClient, codes: list[str], status: int) -> None:
    response = client.get(folder(codes), headers={"Accept": "text/html"})
    page = unescape(response.text)
    assert response.status_code == status
    assert "Sie steht ganz in ihrem Link" in page
    parts = re.findall(
        r'href="(/mappe\?blaetter=[^"]+)"[^>]*class="way-on"|class="way-on" href="([^"]+)"', page
    )
    links = [one or other for one, other in parts]
    assert len(links) > 1
    assert all(len(link) <= LONGEST_ADDRESS for link in links)
    assert ".".join(link.partition("blaetter=")[2] for link in links) == ".".join(codes)


def test_a_folder_whose_link_gets_too_long_says_so(client: FlaskClient) -> None:
    codes = [code_of(f"/kennzahl?suche={'ü' * 60}{at:02}") for at in range(11)]  # 346 characters each
    told = client.get(folder(codes[:10], ".json", dazu=f"/l/{codes[10]}"))
    assert told.status_code == 400
    assert "Ihr Link hätte über 3.800 Zeichen" in told.get_json()["grund"]
    page = client.get(folder(codes[:10], dazu=f"/l/{codes[10]}"), headers={"Accept": "text/html"})
    assert page.status_code == 400
    assert "Ihr Link hätte über 3.800 Zeichen" in page.text


def test_entries_know_the_place_of_their_plate() -> None:
    entries = [Entry(1, "a", ""), Entry(2, "b", "", "fehlt"), Entry(3, "c", "")]
    assert places(entries) == [0, -1, 1]
    assert shown("https://x/l/abc") == "https://x/l/abc"
    assert shown("https://x/" + "y" * 200) == "diese Mappe im Sozialraum-Monitor"
    with pytest.raises(ValueError, match="mindestens eine Ansicht"):
        folder_pptx.write(Contents("T", "", "https://x", "", ()), ())
