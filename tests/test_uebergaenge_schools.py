"""The primary schools behind an area: a planner sees them, nobody else, and a small number nobody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from access_world import settings_of
from flask.testing import FlaskClient

from dashboard.__main__ import main
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.share.document import Document
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.store.protected_write import write_facilities
from dashboard.store.read import Store

VIEW = "/uebergaenge?ansicht=schulen&raum=hamm-norden"


def school(number: str, area: str, **value: object) -> FacilityFact:
    given = {"value": None, "delivery": "", "origin": "demo", **value}
    figure = FacilityValue("uebergang-gymnasium", 2025, **given)  # type: ignore[arg-type]
    return FacilityFact(number, f"Beispielgrundschule {number}", "Grundschule", "", area, (figure,), "demo")


SCHOOLS = (
    school("71", "hamm-norden", value=31.3, numerator=25.0, denominator=80.0),
    school("72", "hamm-norden", status="hidden"),
    school("73", "mitte", value=50.0, numerator=20.0, denominator=40.0),
)


@pytest.fixture
def installed(release_url: str, tmp_path: Path) -> Settings:
    protected = f"sqlite:///{tmp_path / 'protected' / 'monitor.sqlite'}"
    with Store(release_url) as store:
        write_facilities(protected, store.current().id, SCHOOLS)
    return settings_of(release_url, ROOT, protected)


@pytest.fixture
def app(installed: Settings) -> Iterator[Document]:
    found = create_app(installed)
    yield found
    found.close()


def planner(app: Document, settings: Settings, capsys: pytest.CaptureFixture[str], area: str) -> FlaskClient:
    assert main(("link", "create", "--tage", "30", "--fuer", "Planung", "--raum", area), settings) == 0
    client = app.server.test_client()
    assert client.get(urlsplit(capsys.readouterr().out.splitlines()[0]).path).status_code == 303
    return client


def test_only_a_planner_of_the_area_sees_its_schools(
    app: Document, installed: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    staff, other = planner(app, installed, capsys, "hamm-norden"), planner(app, installed, capsys, "mitte")
    page = staff.get(VIEW).text
    assert "Beispielgrundschule 71 (Beispiel)" in page
    assert "31,3" in page
    assert "Beispielgrundschule 72 (Beispiel)" in page  # with its mark, and no number
    assert "Beispielgrundschule 73" not in page
    for client in (other, app.server.test_client()):
        assert "Beispielgrundschule" not in client.get(VIEW).text
    for ending in ("csv", "json"):
        address = VIEW.replace("/uebergaenge", f"/uebergaenge.{ending}")
        assert "Beispielgrundschule" not in staff.get(address).text


def test_what_was_made_for_a_planner_is_not_kept(
    app: Document, installed: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    staff = planner(app, installed, capsys, "hamm-norden")
    response = staff.get(VIEW)
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "Beispielgrundschule" not in app.server.test_client().get(VIEW).text
