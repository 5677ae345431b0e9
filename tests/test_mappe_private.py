"""What a planner may see goes into the planner's own folder files and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from access_world import RELEASE, SCHOOLS, settings_of
from flask.testing import FlaskClient
from world import SHARE, tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.__main__ import main
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.state.short import code_of
from dashboard.store.protected_write import write_facilities
from dashboard.store.write import write_release

FOLDER = f"?blaetter={code_of('/sozialraum/hamm-norden')}.{code_of('/')}"


@pytest.fixture
def installed(tmp_path: Path) -> Settings:
    public, protected = (
        f"sqlite:///{tmp_path / name / 'monitor.sqlite'}" for name in ("public", "protected")
    )
    indicators = (tiny_indicator(SHARE), tiny_indicator("schulsozialindex", kind="index", unit="Stufe (1–9)"))
    rows = tuple(row for row in tiny_contents().observations if row.indicator == SHARE)
    contents = tiny_contents(catalogue=tiny_catalogue(*indicators), observations=rows, target_results=())
    write_release(public, contents)
    write_facilities(protected, RELEASE, SCHOOLS)
    return settings_of(public, ROOT, protected)


@pytest.fixture
def app(installed: Settings) -> Iterator[Document]:
    found = create_app(installed)
    yield found
    found.close()


@pytest.fixture
def planner(app: Document, installed: Settings, capsys: pytest.CaptureFixture[str]) -> FlaskClient:
    """A browser that has opened a link for all areas."""
    assert main(("link", "create", "--tage", "30", "--fuer", "Planung", "--alle"), installed) == 0
    client = app.server.test_client()
    assert client.get(urlsplit(capsys.readouterr().out.splitlines()[0]).path).status_code == 303
    return client


def names_in(text: str) -> set[str]:
    return {school.name for school in SCHOOLS if school.name in text}


def test_a_planners_file_holds_facilities_and_is_kept_nowhere(app: Document, planner: FlaskClient) -> None:
    somebody = app.server.test_client()
    public = somebody.get(f"/mappe.html{FOLDER}")
    assert names_in(public.text) == set()
    taken = planner.get(f"/mappe.html{FOLDER}")
    assert names_in(taken.text) == {"Talschule", "Bergschule"}
    assert taken.headers["Cache-Control"] == "private, no-store"
    assert somebody.get(f"/mappe.html{FOLDER}").data == public.data
    for ending in ("", ".json", ".html"):
        response = planner.get(f"/mappe{ending}{FOLDER}")
        assert response.headers["Cache-Control"] == "private, no-store", ending
        assert names_in(somebody.get(f"/mappe{ending}{FOLDER}").text) == set(), ending


def test_a_planner_who_leaves_gets_the_public_file(planner: FlaskClient) -> None:
    assert names_in(planner.get(f"/mappe.html{FOLDER}").text) == {"Talschule", "Bergschule"}
    planner.get("/abmelden")
    assert names_in(planner.get(f"/mappe.html{FOLDER}").text) == set()
