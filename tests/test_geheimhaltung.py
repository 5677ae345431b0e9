"""The report on protected small numbers: counts and rules, no cell contents; a view like the others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from links_world import NEW, OLD, two_releases
from plate_checks import charted, check, of_files, opened, spoken
from world import tiny_contents

from dashboard.answers.desk import Asking, Desk
from dashboard.answers.geheimhaltung import GeheimhaltungAnswer, answer, figures
from dashboard.answers.geheimhaltung.counted import families, protected, span, total
from dashboard.answers.geheimhaltung.parts import Tally
from dashboard.answers.geheimhaltung.words import detail, headline, tiles
from dashboard.export.plate import write
from dashboard.factory import create_app
from dashboard.pages.geheimhaltung import SHEET
from dashboard.settings import ROOT, Settings
from dashboard.state import GEHEIMHALTUNG
from dashboard.state.short import address_of, code_of
from dashboard.store.read import Store
from dashboard.store.write import write_release

PATH = "/daten/geheimhaltung"


@pytest.fixture(scope="module")
def asking(desk: Desk) -> Asking:
    return desk.asking(GEHEIMHALTUNG, {})


@pytest.fixture(scope="module")
def report(asking: Asking) -> GeheimhaltungAnswer:
    return answer(asking)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    """The tiny city in two releases."""
    url = f"sqlite:///{tmp_path_factory.mktemp('two') / 'monitor.sqlite'}"
    two_releases(url)
    app = create_app(Settings(url, ROOT))
    yield app.server.test_client()
    app.close()


def test_every_value_of_the_release_is_counted_once(report: GeheimhaltungAnswer, asking: Asking) -> None:
    rows = asking.store.observations(asking.release)
    assert report.total.cells == len(rows)
    assert report.total.hidden == sum(row.status == "hidden" for row in rows) > 0
    assert report.total.shown == sum(row.value is not None for row in rows)
    assert total(family.tally for family in report.families) == report.total
    assert len(report.by_family.rows) == len(report.families) + 1
    concerned = {row.indicator for row in rows if row.status == "hidden"}
    assert len(report.by_indicator.rows) == len(concerned)


def test_the_statement_says_how_much_is_hidden(report: GeheimhaltungAnswer) -> None:
    assert re.fullmatch(
        r"[\d.]+ von [\d.]+ Werten sind verdeckt, und keiner lässt sich aus den gezeigten errechnen",
        report.said.headline,
    )
    assert report.said.copy_text.startswith("Beispieldaten (erzeugt, kein Befund): ")
    assert report.foot.source.startswith(f"Prüfbericht und Auszählung des Datenstands {report.release}")
    assert len(report.tiles) == 4


TALLIES = [
    (Tally(), "In diesem Datenstand ist kein Wert verdeckt"),
    (Tally(shown=8, unknown=2), "In diesem Datenstand ist kein Wert verdeckt"),
    (Tally(9, 1), "Ein Wert von 10 ist verdeckt und lässt sich aus den gezeigten nicht errechnen"),
    (
        Tally(996, 1, 3, 1),
        "4 von 1.001 Werten sind verdeckt, und keiner lässt sich aus den gezeigten errechnen",
    ),
]


@pytest.mark.parametrize(("tally", "said"), TALLIES)
def test_headlines(tally: Tally, said: str) -> None:
    assert headline(tally) == said
    assert tally.cells == tally.shown + tally.hidden + tally.unknown
    assert sum(tally.share(part) for part in (tally.shown, tally.hidden, tally.unknown)) == pytest.approx(
        100 if tally.cells else 0
    )


def test_a_release_without_any_value_says_so(asking: Asking) -> None:
    found = protected(asking.catalogue, (), ())
    assert (found, families(found), span(found)) == ((), (), ())
    assert detail(total(()), found).startswith("Keine Tabelle enthält eine Zahl")
    assert tiles(total(()), found)[3].value == "–"


def test_the_files_hold_the_shares_with_their_counts(asking: Asking, report: GeheimhaltungAnswer) -> None:
    found = figures(asking)
    rows = found.rows
    assert {row.merkmal for row in rows} == {
        "gezeigt", "selbst-klein", "zum-schutz-anderer", "ohne-bekannte-zahl",
    }  # fmt: skip
    for row in rows:
        assert row.nenner
        assert row.zaehler is not None
        assert row.wert == pytest.approx(100 * row.zaehler / row.nenner)
    single = [row for row in rows if row.kennzahl != "alle"]
    phases = [row for row in rows if row.kennzahl == "alle" and row.lebensphase != "insgesamt"]  # type: ignore[attr-defined]
    assert sum(row.zaehler or 0 for row in single) == report.total.cells
    assert sum(row.zaehler or 0 for row in phases) == report.total.cells
    assert {row.stand for row in rows} == {asking.release}
    assert found.address == report.address == PATH


def test_no_year_and_no_area_is_told_apart(asking: Asking) -> None:
    """Counts per indicator are all that is said: finer ones would point at single cells."""
    single = [row for row in figures(asking).rows if row.kennzahl != "alle"]
    keys = [(row.kennzahl, row.herkunft, row.merkmal) for row in single]
    assert len(set(keys)) == len(keys)
    assert {row.raum for row in single} == {"hamm"}


def test_the_plate_shows_what_the_files_hold(desk: Desk) -> None:
    found = opened(SHEET, desk, PATH)
    check(found)
    rounded = {round(value, 9) for value in of_files(found)}
    assert {round(value, 9) for value in charted(found.plate)} <= rounded
    assert "Sekundarstufe I" in spoken(found.plate)[0]
    for shape in ("breit", "quadrat", "vorschau"):
        assert write.png(found.plate, shape, f"monitor.example{PATH}").startswith(b"\x89PNG")  # type: ignore[arg-type]


def test_the_report_is_a_view_with_all_files(client: FlaskClient) -> None:
    page = client.get(PATH).text
    for ending in ("csv", "xlsx", "json", "png", "svg", "pptx", "pdf"):
        assert f'href="{PATH}.{ending}"' in page
        assert client.get(f"{PATH}.{ending}").status_code == 200
    assert f'<link rel="canonical" href="http://localhost{PATH}">' in page
    assert f'property="og:image" content="http://localhost{PATH}.png?format=vorschau"' in page
    assert "Quelle: Prüfbericht" in page
    assert "So wird geschützt" in page
    told = json.loads(client.get(f"{PATH}.json").data)
    assert told["aussage"] in page


def test_it_can_be_held_fast_to_a_release(client: FlaskClient) -> None:
    old = client.get(f"{PATH}?stand={OLD}").text
    assert f"Fester Datenstand {OLD}" in old
    assert f'href="{PATH}.csv?stand={OLD}"' in old
    assert json.loads(client.get(f"{PATH}.json?stand={OLD}").data)["stand"] == OLD
    assert json.loads(client.get(f"{PATH}.json").data)["stand"] == NEW
    assert client.get(f"{PATH}?stand=1999-1").status_code == 410
    assert f'href="{PATH}?stand={OLD}"' in client.get(f"/daten?stand={OLD}").text


def test_its_short_link_is_the_one_it_always_had() -> None:
    """Printed codes stay: the page had its number before it was a view."""
    assert code_of(PATH) == "44r"
    assert address_of("44r") == PATH


def test_a_release_with_nothing_hidden_is_a_page_too(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('none') / 'monitor.sqlite'}"
    contents = tiny_contents()
    rows = tuple(row for row in contents.observations if row.status != "hidden")
    write_release(url, replace(contents, observations=rows, audit=()))
    app = create_app(Settings(url, ROOT))
    page = app.server.test_client().get(PATH).text
    app.close()
    assert "In diesem Datenstand ist kein Wert verdeckt" in page
    assert "Keine Kennzahl hat in diesem Datenstand verdeckte Werte." in page


def test_the_start_page_leads_to_the_report(client: FlaskClient) -> None:
    assert f'href="{PATH}"' in client.get("/").text


def test_the_store_tells_why_only_by_table(release_url: str) -> None:
    with Store(release_url) as store:
        release = store.current().id
        hidden = sum(row.status == "hidden" for row in store.observations(release))
        assert sum(row.primary + row.secondary for row in store.audit(release)) == hidden
