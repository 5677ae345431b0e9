"""Facilities on the profile: a planner sees those of the areas of the link, nobody else any."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from access_world import RELEASE, SCHOOLS, settings_of
from flask.testing import FlaskClient
from world import SHARE, tiny_catalogue, tiny_contents, tiny_indicator

from dashboard.__main__ import main
from dashboard.answers.desk import Desk
from dashboard.answers.sozialraum import profile
from dashboard.answers.sozialraum.facilities import NONE_KNOWN, PROTECTED
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.state import SOZIALRAUM
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.store.protected_write import write_facilities
from dashboard.store.read import Store
from dashboard.store.write import write_release

NORDEN, MITTE = "/sozialraum/hamm-norden", "/sozialraum/mitte"
Output = pytest.CaptureFixture[str]


@pytest.fixture
def installed(tmp_path: Path) -> Settings:
    """A small public release, and schools in a protected database."""
    public, protected = (
        f"sqlite:///{tmp_path / name / 'monitor.sqlite'}" for name in ("public", "protected")
    )
    indicators = (tiny_indicator(SHARE), tiny_indicator("schulsozialindex", kind="index", unit="Stufe (1–9)"))
    catalogue = tiny_catalogue(*indicators)
    rows = tuple(row for row in tiny_contents().observations if row.indicator == SHARE)
    write_release(public, tiny_contents(catalogue=catalogue, observations=rows, target_results=()))
    write_facilities(protected, RELEASE, SCHOOLS)
    return settings_of(public, ROOT, protected)


@pytest.fixture
def app(installed: Settings) -> Iterator[Document]:
    found = create_app(installed)
    yield found
    found.close()


def planner(app: Document, settings: Settings, capsys: Output, *areas: str) -> FlaskClient:
    """A browser that has opened a link for these areas (none named: all)."""
    chosen = [part for area in areas for part in ("--raum", area)] or ["--alle"]
    assert main(("link", "create", "--tage", "30", "--fuer", "Planung", *chosen), settings) == 0
    client = app.server.test_client()
    assert client.get(urlsplit(capsys.readouterr().out.splitlines()[0]).path).status_code == 303
    return client


def names_in(text: str) -> set[str]:
    return {school.name for school in SCHOOLS if school.name in text}


def test_a_public_reader_never_gets_a_facility_not_even_after_a_planner(
    app: Document, installed: Settings, capsys: Output
) -> None:
    somebody = app.server.test_client()
    assert names_in(somebody.get(NORDEN).text) == set()
    staff = planner(app, installed, capsys)
    assert names_in(staff.get(NORDEN).text) == {"Talschule", "Bergschule"}
    for address in (NORDEN, f"{NORDEN}.csv", f"{NORDEN}.json", "/sozialraum", "/sozialraum.csv"):
        assert names_in(somebody.get(address).text) == set(), address
    assert PROTECTED in somebody.get(NORDEN).text


def test_a_link_shows_the_facilities_of_its_areas_and_is_kept_nowhere(
    app: Document, installed: Settings, capsys: Output
) -> None:
    staff = planner(app, installed, capsys, "hamm-norden")
    opened = staff.get(NORDEN)
    assert names_in(opened.text) == {"Talschule", "Bergschule"}
    assert opened.headers["Cache-Control"] == "private, no-store"
    assert "Stufe\u00a05,0 (1–9)" in opened.text
    beyond = staff.get(MITTE).text
    assert names_in(beyond) == set()
    assert PROTECTED in beyond


def test_a_withdrawn_link_shows_nothing_any_more(app: Document, installed: Settings, capsys: Output) -> None:
    staff = planner(app, installed, capsys)
    assert names_in(staff.get(MITTE).text) == {"Hafenschule"}
    main(("link", "list"), installed)
    link = re.search(r"\b[0-9a-f]{10}\b", capsys.readouterr().out)
    assert link
    assert main(("link", "withdraw", link[0]), installed) == 0
    assert names_in(staff.get(MITTE).text) == set()


def test_an_unreadable_protected_database_leaves_the_public_page(
    app: Document, installed: Settings, capsys: Output
) -> None:
    staff = planner(app, installed, capsys)
    Path(installed.access.protected_url.removeprefix("sqlite:///")).write_bytes(b"nothing")
    opened = staff.get(NORDEN)
    assert opened.status_code == 200
    assert names_in(opened.text) == set()


@pytest.mark.parametrize("found", [(), (FacilityFact("1", "Talschule", "Grundschule", "59065", "mitte"),)])
def test_what_was_made_with_facilities_has_no_key(
    installed: Settings, found: tuple[FacilityFact, ...]
) -> None:
    with Store(installed.database_url) as store:
        answer = Desk(store, lambda _release, _area: found).ask(SOZIALRAUM, {"raum": "mitte"}, profile.answer)
        public = Desk(store).ask(SOZIALRAUM, {"raum": "mitte"}, profile.answer)
    assert answer.key is None
    assert public.key is not None
    assert [entry.name for entry in answer.facilities] == [fact.name for fact in found]
    assert answer.facilities_note == ("" if found else NONE_KNOWN)
    assert (public.facilities, public.facilities_note) == ((), PROTECTED)


def test_the_latest_figure_of_each_indicator_is_shown(installed: Settings) -> None:
    values = tuple(FacilityValue("schulsozialindex", year, float(year - 2019), "x") for year in (2023, 2021))
    school = FacilityFact("1", "Talschule", "Grundschule", "59065", "mitte", values)
    with Store(installed.database_url) as store:
        desk = Desk(store, lambda _release, _area: (school,))
        answer = desk.ask(SOZIALRAUM, {"raum": "mitte"}, profile.answer)
    ((_title, printed),) = answer.facilities[0].figures
    assert "4" in printed
    assert "2023/24" in printed
