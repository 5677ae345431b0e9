"""Pinned links: the old figures stay, newer ones are announced, and what changed is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from links_world import NEW, OLD, correction, new_catalogue, old_catalogue, two_releases
from world import COUNT, SHARE

from dashboard.answers.changed import MOST_LINES, Since, _lines, _shown, net
from dashboard.answers.definitions import definition_changes, differing, gone_since
from dashboard.answers.desk import Desk
from dashboard.factory import create_app
from dashboard.settings import ROOT, Settings
from dashboard.state import KARTE, KENNZAHL, SOZIALRAUM
from dashboard.store.contents import Correction
from dashboard.store.read import Store


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    found = f"sqlite:///{tmp_path_factory.mktemp('two') / 'monitor.sqlite'}"
    two_releases(found)
    return found


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(url, ROOT))
    yield app.server.test_client()
    app.close()


@pytest.fixture(scope="module")
def desk(url: str) -> Iterator[Desk]:
    with Store(url) as store:
        yield Desk(store)


def notice(client: FlaskClient, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    found = re.search(r'<div class="notice pinned" role="note">(.*?)</div>', response.get_data(as_text=True))
    return re.sub(r"<[^>]+>", "|", found[1]) if found else ""


def test_an_old_release_says_that_there_is_a_newer_one_and_what_changed(client: FlaskClient) -> None:
    text = notice(client, f"/kennzahl/{SHARE}?raum=uentrop&stand={OLD}")
    assert re.search(
        rf"Fester Datenstand {OLD} vom \d\d\.\d\d\.\d{{4}}; es gibt einen neueren: {NEW}\.", text
    )
    assert "1 Wert berichtigt, 1 Wert hinzugekommen und Beschreibung geändert" in text
    assert "Zähler jetzt „gezählte Kinder ohne Rückläufer“, vorher „gezählte Kinder“." in text
    assert "Uentrop, 2023/24: 50,0\N{NARROW NO-BREAK SPACE}%, vorher 49,0" in text
    assert "Mitte, 2020/21: neu, 26,3" in text
    assert text.index("Uentrop, 2023") < text.index("Mitte, 2020")  # the focused area first


@pytest.mark.parametrize(
    "path", ["/", "/kennzahl", "/sozialraum", "/sozialraum/uentrop", "/kennzahl/" + SHARE]
)
def test_every_page_announces_it(client: FlaskClient, path: str) -> None:
    assert OLD in notice(client, f"{path}?stand={OLD}")
    assert notice(client, f"{path}?stand={NEW}") == ""
    assert notice(client, path) == ""


def test_a_profile_lists_only_its_own_area(client: FlaskClient) -> None:
    assert "50,0" in notice(client, f"/sozialraum/uentrop?stand={OLD}")
    text = notice(client, f"/sozialraum/hamm-norden?stand={OLD}")
    assert "50,0" not in text
    assert "Nicht mehr geführt" in text


def test_the_figures_are_those_of_the_old_release(client: FlaskClient) -> None:
    for stand, years in ((OLD, {2021, 2022, 2023}), (NEW, {2020, 2021, 2022, 2023})):
        rows = client.get(f"/kennzahl/{SHARE}.json?stand={stand}").get_json()["werte"]
        assert {int(row["zeitraum"][:4]) for row in rows} == years


def test_the_link_leads_to_the_same_view_of_today(desk: Desk) -> None:
    asked = {"kennzahl": SHARE, "raum": "uentrop", "jahr": "2021", "stand": OLD, "ansicht": "abstand"}
    found = desk.pinned(KENNZAHL, asked)
    assert found is not None
    assert found.href == f"/kennzahl/{SHARE}?raum=uentrop&jahr=2021&ansicht=abstand"
    on_map = desk.pinned(KARTE, {"kennzahl": COUNT, "stand": OLD})
    assert on_map is not None
    assert on_map.label == "Was an ihre Stelle tritt"
    assert on_map.href == "/"
    assert any("Sie wird nicht mehr geliefert." in line for line in on_map.details)
    assert desk.pinned(SOZIALRAUM, {"raum": "uentrop"}) is None


def test_a_release_that_is_gone_is_a_page_with_a_way_on(client: FlaskClient) -> None:
    response = client.get(f"/kennzahl/{SHARE}?raum=mitte&stand=1999-9")
    page = response.get_data(as_text=True)
    assert response.status_code == 410
    assert "Diesen Datenstand gibt es nicht mehr" in page
    assert f'href="/kennzahl/{SHARE}?raum=mitte"' in page
    assert client.get(f"/kennzahl/{SHARE}.csv?stand=1999-9").status_code == 410
    assert client.get("/kennzahl/gibt-es-nicht?stand=1999-9").status_code == 404


@pytest.mark.parametrize("stand", ["quatsch", "2026", "", "2026-1-1"])
def test_what_is_no_release_at_all_is_only_named(client: FlaskClient, stand: str) -> None:
    assert client.get(f"/?stand={stand}").status_code == 200


VALUES = st.none() | st.integers(0, 50).map(float)


@given(st.lists(VALUES | st.just("absent"), min_size=2, max_size=6))
def test_changes_over_several_releases_add_up(states: list[float | None | str]) -> None:
    rows = [row for before, after in zip(states, states[1:], strict=False) for row in step(before, after)]
    found = net(rows)
    first, last = states[0], states[-1]
    if first == "absent" and last == "absent":
        assert found == ()
    elif first == "absent":
        assert [(row.kind, row.new) for row in found] == [("added", last)]
    elif last == "absent":
        assert [(row.kind, row.old) for row in found] == [("withdrawn", first)]
    elif first != last:
        assert [(row.kind, row.old, row.new) for row in found] == [("corrected", first, last)]


def step(before: float | None | str, after: float | None | str) -> list[Correction]:
    if before == after:
        return []
    if before == "absent":
        return [correction(kind="added", old=None, new=after)]
    if after == "absent":
        return [correction(kind="withdrawn", old=before, new=None)]
    return [correction(old=before, new=after)]


def test_many_changes_are_counted_and_the_first_are_listed(url: str, desk: Desk) -> None:

    rows = [
        correction(area=area, year=year) for area, year in product(("mitte", "uentrop"), range(2000, 2024))
    ]
    view = desk.asking(KARTE, {"kennzahl": SHARE, "stand": OLD}).view
    since = Since(view, old_catalogue(), new_catalogue(), desk.current_choices())
    lines = _lines(since, _shown(since, net(rows)))
    assert len(lines) == MOST_LINES + 1
    assert lines[-1] == f"… und {48 - MOST_LINES} weitere."


def test_only_what_differs_is_said() -> None:
    old, new = old_catalogue(), new_catalogue()
    assert differing(old.indicators[SHARE], new.indicators[SHARE]) == ("numerator",)
    assert definition_changes(old, old, [SHARE], str) == ()
    assert gone_since(old, old, [SHARE, COUNT], str) == ()
    assert definition_changes(old, new, [SHARE, COUNT], str) == ("Anders beschrieben: Uebergang-Gymnasium.",)
