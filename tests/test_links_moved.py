"""Renamed and retired names: old links find their way, at once and for good."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from links_world import OLD, two_releases
from test_state import CHOICES
from world import COUNT, SHARE

from dashboard.catalogue.load import from_json, load, to_json
from dashboard.catalogue.problem import CatalogueError
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.state import KARTE, UEBERGAENGE, View
from dashboard.state.moved import Gone, Moves, present

MOVES = Moves(
    indicators={"schulwahl": "uebergang", "uebergang": "gymnasium", "a": "b", "b": "a"},
    areas={"mitte-alt": "mitte"},
    parameters={"region": "raum", "zeit": "jahr"},
    gone={"lernlust": Gone("Lernlust", "2026-2", "Sie wird nicht erhoben.", "schulwahl")},
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('two') / 'monitor.sqlite'}"
    two_releases(url)
    app = create_app(Settings(url, ROOT))
    yield app.server.test_client()
    app.close()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"kennzahl": "uebergang"}, View("gymnasium")),
        ({"kennzahl": "schulwahl", "region": "mitte"}, View("gymnasium", "mitte")),
        ({"raum": "mitte-alt", "zeit": "2010"}, View("gymnasium", "mitte", 2010)),
        ({"region": "uentrop", "raum": "mitte"}, View("gymnasium", "mitte")),
    ],
)
def test_an_old_address_means_what_it_meant(query: dict[str, str], expected: View) -> None:

    found = View.from_query(query, replace(CHOICES, moves=MOVES))
    assert found == expected
    assert found.notices == ()
    assert found.to_query(CHOICES) == expected.to_query(CHOICES)


def test_a_retired_indicator_gives_way_to_its_successor_and_says_so() -> None:

    offered = replace(CHOICES, moves=MOVES)
    found = View.from_query({"kennzahl": "lernlust"}, offered)
    assert found == View("gymnasium")
    assert found.notices == ("Die Kennzahl „Lernlust“ wird nicht mehr geführt. Gezeigt wird „gymnasium“.",)
    assert View.from_query({"kennzahl": "a"}, offered, KARTE).notices != ()
    assert View.from_query({"kennzahl": "lernlust"}, offered, UEBERGAENGE).kennzahl in CHOICES.indicators


def test_a_chain_ends_and_a_circle_too() -> None:
    assert present("schulwahl", MOVES.indicators) == "gymnasium"
    assert present("a", MOVES.indicators) in ("a", "b")
    assert present("fremd", MOVES.indicators) == "fremd"


def test_an_old_release_is_asked_by_its_new_name_as_well() -> None:
    assert MOVES.indicator("gymnasium", ("schulwahl", "anderes")) == "schulwahl"
    assert MOVES.indicator("fremd", ("schulwahl",)) == "fremd"


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/kennzahl/gymnasialquote?region=mitte&x=%C3%A4", f"/kennzahl/{SHARE}?region=mitte&x=%C3%A4"),
        ("/kennzahl/uebergaenge-gymnasium.csv", f"/kennzahl/{SHARE}.csv"),
        ("/einbetten/kennzahl/gymnasialquote", f"/einbetten/kennzahl/{SHARE}"),
        (f"/kennzahl/gymnasialquote?stand={OLD}", f"/kennzahl/{SHARE}?stand={OLD}"),
        ("/sozialraum/uentrop-ost.json", "/sozialraum/uentrop.json"),
    ],
)
def test_an_old_path_leads_to_the_new_one_for_good(client: FlaskClient, address: str, location: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (308, location)
    assert client.get(location).status_code == 200


def test_a_renamed_parameter_is_understood_and_written_anew(client: FlaskClient) -> None:
    page = client.get(f"/kennzahl/{SHARE}?region=uentrop-ost").get_data(as_text=True)
    assert f'rel="canonical" href="http://localhost/kennzahl/{SHARE}?raum=uentrop"' in page
    assert 'class="notice"' not in page


def test_the_page_of_a_retired_indicator_says_why_and_leads_on(client: FlaskClient) -> None:
    response = client.get(f"/kennzahl/{COUNT}")
    page = response.get_data(as_text=True)
    assert response.status_code == 410
    assert "„Bevölkerung“ wird seit dem Datenstand 2026-2 nicht mehr geführt" in page
    assert "Sie wird nicht mehr geliefert." in page
    assert f'href="/kennzahl/{SHARE}"' in page
    assert f'href="/kennzahl/{COUNT}?stand={OLD}"' in page
    assert client.get(f"/kennzahl/{COUNT}?stand={OLD}").status_code == 200
    assert client.get(f"/kennzahl/{COUNT}.csv").status_code == 410
    alone = client.get("/kennzahl/ohne-nachfolge")
    assert alone.status_code == 410
    assert "An ihre Stelle" not in alone.get_data(as_text=True)
    assert "Ihre Werte bleiben" not in alone.get_data(as_text=True)


@pytest.mark.parametrize("path", ["/kennzahl/nie-gewesen", "/sozialraum/nie-gewesen", "/kennzahl/nie.csv"])
def test_what_never_was_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


REAL = """
[[umbenannt]]
kind = "kennzahl"
old = "gymnasialquote"
new = "uebergang-gymnasium"
since = "2026-2"

[[eingestellt]]
old = "lernlust"
title = "Lernlust"
since = "2026-2"
reason = "Sie wird nicht erhoben."
successor = "lernatlas-gesamt"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = Path(shutil.copytree(ROOT / "data" / "catalogue", tmp_path / "catalogue"))
    (found / "umzug.toml").write_text(REAL, encoding="utf-8")
    return found


def test_the_table_is_read_and_travels_with_the_release(folder: Path) -> None:
    catalogue = load(folder)
    assert [one.new for one in catalogue.renamed] == ["uebergang-gymnasium"]
    assert from_json(to_json(catalogue)).retired == catalogue.retired != ()


def test_without_moves_a_release_keeps_its_text() -> None:
    catalogue = load(ROOT / "data" / "catalogue")
    assert (catalogue.renamed, catalogue.retired) == ((), ())
    assert "umbenannt" not in to_json(catalogue)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('old = "gymnasialquote"', 'old = "uebergang-realschule"', "old"),
        ('new = "uebergang-gymnasium"', 'new = "gibt-es-nicht"', "new"),
        ('new = "uebergang-gymnasium"', 'new = "gymnasialquote"', "new"),
        ('since = "2026-2"', 'since = "gestern"', "since"),
        ('successor = "lernatlas-gesamt"', 'successor = "gibt-es-nicht"', "successor"),
        ('old = "lernlust"', 'old = "gymnasialquote"', "old"),
        ('kind = "kennzahl"', 'kind = "farbe"', "kind"),
    ],
)
def test_a_faulty_move_is_named(folder: Path, old: str, new: str, key: str) -> None:
    path = folder / "umzug.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load(folder)
    assert [(problem.file, problem.key) for problem in caught.value.problems] == [("umzug.toml", key)]
