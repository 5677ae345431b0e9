"""QR codes are read by a reader of another make, clean and as paper leaves them, and lead to their view."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import quote, urlsplit

import pypdf
import pytest
import typst
from flask.testing import FlaskClient
from links_world import OLD, two_releases
from PIL import Image
from world import COUNT, SHARE

from dashboard.access.settings import AccessSettings
from dashboard.export.profile_pdf.code import qr_code
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.qr import qr_svg
from dashboard.share.short_links import address_of

np = pytest.importorskip("numpy")
zxingcpp: Any = pytest.importorskip("zxingcpp", reason="the reader of QR codes is one of the test packages")

PUBLIC = "https://monitor.example"
VIEWS = (
    "/",
    f"/kennzahl/{SHARE}?raum=uentrop",
    f"/kennzahl/{SHARE}?ansicht=abstand&raum=uentrop&stand={OLD}",
    "/sozialraum/uentrop",
    "/kennzahl?suche=übergang",
)
_DRAWN = (
    "#set page(width: {wide}pt, height: auto, margin: 12pt)\n"
    '#image(bytes(json(bytes(sys.inputs.file))), format: "{kind}", width: 100%{more})'
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('scanned') / 'monitor.sqlite'}"
    two_releases(url)
    app = create_app(Settings(url, ROOT, access=AccessSettings(public_url=PUBLIC)))
    yield app.server.test_client()
    app.close()


def raster(file: bytes, kind: str, *, wide: int = 170, ppi: float = 150, page: int = 0) -> Image.Image:
    """A file as grey pixels: SVG, or a page of a PDF."""
    more = f", page: {page + 1}" if kind == "pdf" else ""
    source = _DRAWN.format(wide=wide, kind=kind, more=more).encode()
    inputs = {"file": json.dumps(list(file))}
    return Image.open(BytesIO(typst.compile(source, format="png", ppi=ppi, sys_inputs=inputs))).convert("L")


def read(picture: Image.Image) -> list[str]:
    """The texts of all QR codes in the picture."""
    return [
        found.text for found in zxingcpp.read_barcodes(np.asarray(picture)) if found.format.name == "QRCode"
    ]


def copied(picture: Image.Image) -> Image.Image:
    """Printed too small, laid on the glass askew, scanned with grain: 60 %, 1°, noise."""
    small = picture.resize((int(picture.width * 0.6), int(picture.height * 0.6)), Image.Resampling.BILINEAR)
    askew = small.rotate(1, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    grain = np.random.default_rng(7).normal(0, 22, (askew.height, askew.width))
    return Image.fromarray(np.clip(np.asarray(askew) * 0.85 + 20 + grain, 0, 255).astype("uint8"))


def follow(client: FlaskClient, link: str) -> tuple[str, str]:
    """Where a link ends, and the headline there."""
    assert link.startswith(f"{PUBLIC}/")
    response = client.get(link.removeprefix(PUBLIC), headers={"Accept": "text/html"}, follow_redirects=True)
    assert response.status_code == 200
    parts = urlsplit(response.request.url)
    headline = re.search(r"<h1[^>]*>(.*?)</h1>", response.get_data(as_text=True), re.DOTALL)
    assert headline
    return f"{parts.path}?{parts.query}".rstrip("?"), headline[1]


def shared(client: FlaskClient, view: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(client.get(f"/teilen?ziel={quote(view)}").data)
    return found


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("state", ["aktuell", "fest"])
def test_the_code_of_the_dialog_leads_to_the_view(client: FlaskClient, view: str, state: str) -> None:
    link = shared(client, view)[state]
    drawn = raster(client.get(link["qr"]).data, "svg")
    for picture in (drawn, copied(drawn)):
        (text,) = read(picture)
        assert text == (link["kurz"] or link["link"])
        assert follow(client, text) == follow(client, link["link"])


def test_the_code_of_a_printed_profile_leads_to_the_profile(client: FlaskClient) -> None:
    file = client.get("/sozialraum/uentrop.pdf").data
    pages = [
        raster(file, "pdf", wide=595, ppi=200, page=page)
        for page in range(len(pypdf.PdfReader(BytesIO(file)).pages))
    ]
    (page,) = (page for page in pages if read(page))
    (link,) = read(page)
    assert read(copied(page)) == [link]  # 120 dots per inch
    address, headline = follow(client, link)
    assert urlsplit(address).path == "/sozialraum/uentrop"
    assert headline == follow(client, f"{PUBLIC}/sozialraum/uentrop")[1]
    assert link in {f"{PUBLIC}{address}"} or address_of(urlsplit(link).path.rpartition("/")[2]) == address


@pytest.mark.parametrize("letters", [0, 60, 300, 900, 1900])
def test_links_of_every_length_can_be_read(letters: int) -> None:
    link = f"{PUBLIC}/kennzahl/{COUNT}?suche={'ü%20' * (letters // 4)}"
    on_screen, printed = (
        raster(qr_svg(link), "svg", wide=240),
        raster(qr_code(link).encode(), "svg", wide=240),
    )
    for picture in (on_screen, printed):
        assert read(picture) == [link]


@cache
def _short() -> Image.Image:
    return raster(qr_svg(f"{PUBLIC}/l/abc123"), "svg", wide=90, ppi=200)


@pytest.mark.parametrize("turn", [-12, -3, 1, 8, 45, 90, 180])
def test_a_short_link_is_read_in_any_position(turn: float) -> None:
    turned = _short().rotate(turn, Image.Resampling.BILINEAR, expand=True, fillcolor=255)
    assert read(turned) == [f"{PUBLIC}/l/abc123"]


@pytest.mark.parametrize("part", [0.01, 0.03])
def test_a_stain_does_not_hide_it(part: float) -> None:
    stained = _short().copy()
    side = int((part * stained.width * stained.height) ** 0.5)
    left, top = stained.width // 2, stained.height // 2
    stained.paste(120, (left, top, left + side, top + side))
    assert read(stained) == [f"{PUBLIC}/l/abc123"]


def test_a_picture_without_a_code_has_none() -> None:
    assert read(Image.new("L", (200, 200), 255)) == []
