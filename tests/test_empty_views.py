"""Releases whose catalogue lacks measures, costs or projects: a clear page and files that say so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

import pytest
from flask.testing import FlaskClient
from world import EURO, SHARE, tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.store.contents import ReleaseContents
from dashboard.store.write import write_release

ENDINGS = ("csv", "json", "xlsx", "png", "svg", "pdf", "pptx")


def without_kinds() -> ReleaseContents:
    """The tiny city without a single kind of cost."""
    contents = tiny_contents()
    return replace(contents, catalogue=replace(contents.catalogue, cost_kinds=MappingProxyType({})))


def without_euros() -> ReleaseContents:
    """One indicator alone, and that is no amount."""
    contents = tiny_contents()
    rows = tuple(row for row in contents.observations if row.indicator == SHARE)
    return replace(contents, catalogue=tiny_catalogue(tiny_indicator(SHARE)), observations=rows)


@pytest.fixture(scope="module", params=[tiny_contents, without_kinds, without_euros])
def client(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('bare') / 'monitor.sqlite'}"
    write_release(url, request.param())
    app = create_app(Settings(url, ROOT, files_per_minute=0))
    yield app.server.test_client()
    app.close()


SAID = [
    ("/ziele/wirkung", "Im Datenstand 2026-1 sind keine Maßnahmen erfasst"),
    ("/ziele/wirkung?massnahme=kus&raum=mitte", "Im Datenstand 2026-1 sind keine Maßnahmen erfasst"),
    ("/kosten?ansicht=praevention", "Im Datenstand 2026-1 ist kein Anteil der Prävention erfasst"),
    ("/kosten?ansicht=projekt", "Im Datenstand 2026-1 sind keine Projektkosten erfasst"),
]


@pytest.mark.parametrize(("view", "said"), SAID)
def test_the_page_says_what_is_not_recorded(client: FlaskClient, view: str, said: str) -> None:
    response = client.get(view)
    assert response.status_code == 200
    assert f"<h1>{said}</h1>" in response.text
    path, _, query = view.partition("?")
    told = json.loads(client.get(f"{path}.json?{query}").data)
    assert (told["aussage"], told["werte"], told["quelle"]) == (said, [], "keine")


@pytest.mark.parametrize("ansicht", ["", "ursachen", "praevention", "raeume", "szenario", "projekt"])
def test_every_view_of_costs_has_its_page(client: FlaskClient, ansicht: str) -> None:
    for more in ("", "&raum=mitte&euro=real", "&bezug=je-1000&jahr=2022"):
        assert client.get(f"/kosten?ansicht={ansicht}{more}").status_code == 200


@pytest.mark.parametrize("view", [view for view, _said in SAID])
@pytest.mark.parametrize("ending", ENDINGS)
def test_every_file_is_there(client: FlaskClient, view: str, ending: str) -> None:
    path, _, query = view.partition("?")
    response = client.get(f"{path}.{ending}?{query}")
    assert response.status_code == 200
    assert response.data


def test_an_unknown_measure_is_named(client: FlaskClient) -> None:
    page = client.get(SAID[1][0]).text
    assert "Die Maßnahme „kus“ gibt es hier nicht." in page
    assert '<link rel="canonical" href="http://localhost/ziele/wirkung">' in page


def test_without_amounts_all_views_of_costs_say_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('none') / 'monitor.sqlite'}"
    contents = without_euros()
    assert EURO not in contents.catalogue.indicators
    write_release(url, contents)
    app = create_app(Settings(url, ROOT))
    reader = app.server.test_client()
    for ansicht in ("", "ursachen", "raeume", "szenario"):
        page = reader.get(f"/kosten?ansicht={ansicht}").text
        assert "Im Datenstand 2026-1 sind keine Aufwendungen für Hilfen zur Erziehung erfasst" in page
    app.close()
