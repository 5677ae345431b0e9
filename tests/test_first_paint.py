"""What makes the first paint fast: nothing is read, drawn or packed twice, and nothing is kept too long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import brotli
import pytest
from dash import dcc, html
from dash._utils import to_json
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from dashboard.answers.desk import Desk
from dashboard.components import html as lean
from dashboard.components.chart import Graph
from dashboard.components.markup import Markup
from dashboard.factory import create_app
from dashboard.figures.theme import Figure
from dashboard.pages.book import Page
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.share.html import to_html
from dashboard.state import KARTE
from dashboard.store.cache import ReleaseCache
from dashboard.store.read import Store
from tests.world import AREAS, SHARE, YEARS, tiny_release

PAGES = ("/", f"/kennzahl/{SHARE}", "/kennzahl", "/sozialraum", "/sozialraum/mitte", "/uebergaenge", "/ziele",
         "/ressourcen", "/daten", "/daten/geheimhaltung")  # fmt: skip
#: Two for the releases, two for catalogue and coverage, and what the page itself asks.
MOST_QUERIES = 20


@pytest.fixture
def url(sqlite_url: str) -> str:
    tiny_release(sqlite_url)
    return sqlite_url


@pytest.fixture
def app(url: str) -> Iterator[Document]:
    found = create_app(Settings(url, ROOT))
    yield found
    found.close()


@pytest.fixture
def client(app: Document) -> FlaskClient:
    return app.server.test_client()


@contextmanager
def queries() -> Iterator[list[str]]:
    """Every statement that is sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(Engine, "before_cursor_execute", note)


@pytest.mark.parametrize("path", PAGES)
def test_a_first_view_asks_little_and_a_kept_one_nothing(client: FlaskClient, path: str) -> None:
    with queries() as first:
        text = client.get(path).text
    assert 0 < len(first) <= MOST_QUERIES
    with queries() as again:
        assert client.get(path).text == text
    assert again == []


def test_other_areas_and_years_of_an_indicator_are_not_asked_for_again(client: FlaskClient) -> None:
    client.get("/")
    with queries() as sent:
        for area in AREAS:
            for year in YEARS:
                assert client.get(f"/?raum={area}&jahr={year}").status_code == 200
    assert sent == []


def test_a_replaced_file_is_noticed_though_releases_are_kept(url: str) -> None:
    with Store(url) as store:
        before = store.current()
        with queries() as sent:
            assert store.current() is before
        assert sent == []
        file = Path(url.removeprefix("sqlite:///"))
        file.with_suffix(".new").write_bytes(file.read_bytes())
        file.with_suffix(".new").replace(file)
        with queries() as sent:
            assert store.current() == before
        assert len(sent) == 1


@pytest.mark.parametrize("coding", ["zstd", "br", "gzip"])
def test_a_kept_document_is_packed_once_and_says_the_same(client: FlaskClient, coding: str) -> None:
    plain = client.get("/")
    first, second = (client.get("/", headers={"Accept-Encoding": coding}) for _ in range(2))
    assert first.headers["Content-Encoding"] == coding
    assert first.data == second.data
    assert int(second.headers["Content-Length"]) == len(second.data) < len(plain.data) / 3
    assert {name: second.headers[name] for name in ("Content-Type", "Vary")} == {
        name: plain.headers[name] for name in ("Content-Type", "Vary")
    }
    if coding == "br":
        assert brotli.decompress(second.data) == plain.data


def test_documents_of_different_views_are_never_mixed(client: FlaskClient) -> None:
    addresses = [f"/?raum={area}" for area in AREAS]
    packed = {"Accept-Encoding": "br"}
    seen = {address: brotli.decompress(client.get(address, headers=packed).data) for address in addresses}
    assert len(set(seen.values())) == len(addresses)
    for address in addresses:
        assert client.get(address).data == seen[address]


def test_what_is_for_one_reader_is_drawn_and_packed_for_each_request(app: Document) -> None:
    drawn: list[int] = []

    def layout() -> html.Div:
        drawn.append(1)
        return html.Div(f"{len(drawn)}. Mal " * 200)

    app.page = lambda: Page("Nur für Sie", "", layout)
    client = app.server.test_client()
    for turn in (1, 2, 3):
        answer = client.get("/", headers={"Accept-Encoding": "br"})
        assert f"{turn}. Mal".encode() in brotli.decompress(answer.data)
    assert app._documents.get(None, lambda: "nothing") == "nothing"


def test_an_error_is_not_kept(app: Document) -> None:
    client = app.server.test_client()
    assert client.get("/gibt-es-nicht").status_code == 404
    assert client.get("/kennzahl/gibt-es-nicht").status_code == 404
    assert not app._documents._kept


def test_the_number_of_kept_documents_is_bounded(app: Document) -> None:
    app._documents = ReleaseCache(3)
    client = app.server.test_client()
    for area in AREAS:
        for year in YEARS:
            client.get(f"/?raum={area}&jahr={year}")
    assert len(app._documents._kept) == 3


def test_parts_of_answers_are_made_once_per_release_and_pinning(url: str) -> None:
    with Store(url) as store:
        desk, numbers = Desk(store), count(1)

        def part(query: dict[str, str]) -> int:
            return desk.asking(KARTE, query).part(("one",), lambda: next(numbers))

        release = store.current().id
        assert part({}) == part({"raum": "mitte"}) == 1
        assert part({"stand": release}) == 2  # its links hold the release fast


def test_only_so_many_views_are_kept(url: str) -> None:
    with Store(url) as store:
        desk = Desk(store)
        desk._views = ReleaseCache(2)
        for number in range(9):
            desk.asking(KARTE, {"utm_source": str(number)})
        assert len(desk._views._kept) == 2


@pytest.mark.parametrize(
    ("name", "children", "given"),
    [
        ("Div", None, {}),
        ("A", "Größe", {"href": "/?a=1&b=2", "className": "c", "data-raum": "mitte", "aria-current": "page"}),
        ("Li", ["a", "b"], {"id": "x", "hidden": True}),
    ],
)
def test_lean_elements_are_those_of_dash(name: str, children: Any, given: dict[str, Any]) -> None:
    ours, of_dash = getattr(lean, name)(children, **given), getattr(html, name)(children, **given)
    assert ours.to_plotly_json() == of_dash.to_plotly_json()
    # Dash gives data-* and aria-* in any order.
    assert sorted(to_html(ours)) == sorted(to_html(of_dash))


@pytest.mark.parametrize(
    "make",
    [
        partial(lean.Div, "x", classname="c"),
        partial(lean.Div, "x", id=3),
        partial(lean.Div, "x", title=html.P("y")),
        partial(Markup, to_html("x"), title="y"),
    ],
)
def test_lean_elements_refuse_what_dash_refuses(make: Any) -> None:
    with pytest.raises(TypeError):
        make()


def test_a_chart_is_drawn_when_the_browser_asks_and_not_for_the_first_paint() -> None:
    drawn: list[Figure] = []

    def draw() -> Figure:
        drawn.append({"data": [], "layout": {"height": 9}})
        return drawn[-1]

    graph = Graph(draw, "bild", "live")
    assert to_html(graph) == '<div data-dash="graph" id="erst-bild"></div>'
    assert drawn == []
    of_dash = dcc.Graph(
        id="bild", figure={"data": [], "layout": {"height": 9}}, className="live", style={"height": "100%"},
        config=graph.config,
    )  # fmt: skip
    assert graph.to_plotly_json() == of_dash.to_plotly_json()
    assert to_json(graph) == to_json(of_dash)
    assert len(drawn) == 1
