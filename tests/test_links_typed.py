"""Addresses as people type them from paper lead to the page they mean."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient
from links_world import two_releases

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.short_links import code_of
from dashboard.share.typed import as_ours


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('typed') / 'monitor.sqlite'}"
    two_releases(url)
    app = create_app(Settings(url, ROOT))
    yield app.server.test_client()
    app.close()


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        ("/kosten/", "/kosten"),
        ("/Kosten", "/kosten"),
        ("/Karte/?raum=mitte", "/karte?raum=mitte"),
        ("/ziele//wirkung", "/ziele/wirkung"),
        ("/Mappe/?titel=A%20B", "/mappe?titel=A%20B"),
        ("/daten/barrierefreiheit/", "/daten/barrierefreiheit"),
        ("/Sozialraum/Mitte.csv", "/sozialraum/mitte.csv"),
    ],
)
def test_what_was_typed_nearly_right_leads_on(client: FlaskClient, typed: str, location: str) -> None:
    response = client.get(typed)
    assert (response.status_code, response.headers["Location"]) == (308, location)
    assert client.get(location).status_code == 200


@pytest.mark.parametrize(
    "path", ["/gibt-es-nicht/", "/Sozialraum/Nirgends", "/karte", "/", "/sozialraum/mitte"]
)
def test_every_other_path_stays_where_it_is(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code in (200, 404)


@pytest.mark.parametrize("path", ["//example.org/", "/\\example.org/", "//example.org/%2e%2e/Kosten/"])
def test_nothing_typed_leads_to_another_site(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers.get("Location", "/").startswith("/")
    assert not client.get(path).headers.get("Location", "/").startswith("//")


@pytest.mark.parametrize("typed", ["{}.", "{}%20", "{}/", "%20{}", "{}),", "{}%E2%80%9C"])
def test_a_short_link_may_stand_in_a_sentence(client: FlaskClient, typed: str) -> None:
    response = client.get("/l/" + typed.format(code_of("/kosten")))
    assert (response.status_code, response.headers["Location"]) == (308, "/kosten")


def test_a_printed_name_is_read_as_its_id() -> None:
    assert as_ours("/Sozialraum/Bockum-Hövel/") == "/sozialraum/bockum-hoevel"
