"""The list of indicators: what each row says, what a search finds, what the files hold."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import brotli
import pytest
from flask.testing import FlaskClient
from world import COUNT, EURO, SHARE, tiny_catalogue, tiny_contents, tiny_indicator, tiny_release

from dashboard.answers.desk import Desk
from dashboard.answers.kennzahlen import answer, figures
from dashboard.answers.kennzahlen.parts import Entry, KennzahlenAnswer
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES
from dashboard.components.kennzahlen import index
from dashboard.factory import create_app
from dashboard.model import CITY
from dashboard.settings import ROOT, Settings
from dashboard.state import KENNZAHLEN
from dashboard.store.read import Store
from dashboard.store.write import write_release

Ask = Callable[..., KennzahlenAnswer]


@pytest.fixture
def tiny(sqlite_url: str, open_store: Callable[[str], Store]) -> Desk:
    tiny_release(sqlite_url)
    return Desk(open_store(sqlite_url))


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(store: Store) -> Ask:
    desk = Desk(store)
    return lambda **query: desk.ask(KENNZAHLEN, query, answer)


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT))
    yield app.server.test_client()
    app.close()


def entries(found: KennzahlenAnswer) -> dict[str, Entry]:
    return {entry.indicator: entry for group in found.groups for entry in group.entries}


def test_a_row_says_where_the_indicator_stands(tiny: Desk) -> None:
    row = entries(tiny.ask(KENNZAHLEN, {}, answer))[SHARE]
    assert (row.reach, row.period, row.city_text) == ("sozialraum", "2023/24", "35,1\u202f%")
    assert row.change_text == "+1,8\N{NO-BREAK SPACE}Punkte seit 2021/22"  # of 33,3 and 35,1 as printed
    assert dict(row.signs) == {"worse": 1}
    assert row.gap_text == "26,3\N{NO-BREAK SPACE}Punkte"  # 95 and 45 of 190
    assert row.goal is not None
    assert (row.goal.status, row.goal.word) == ("on_track", "auf Kurs")
    assert row.origins == ("demo", "published")
    assert row.city is not None
    assert [point.year for point in row.city.points] == [2021, 2022, 2023]


def test_what_there_is_nothing_of_is_empty(tiny: Desk) -> None:
    found = entries(tiny.ask(KENNZAHLEN, {}, answer))
    amount, count = found[EURO], found[COUNT]
    assert (amount.reach, amount.city_text, amount.change_text) == (
        "stadt",
        "27,1\N{NO-BREAK SPACE}Mio.\N{NO-BREAK SPACE}€",
        "",
    )
    assert (amount.city, amount.goal, amount.gap_text, amount.signs) == (None, None, "", ())
    assert (count.reach, count.category) == ("sozialraum", "unter 18")
    assert count.gap_text == ""  # the areas are of different size


def test_without_values_a_row_names_the_delivery(sqlite_url: str, open_store: Callable[[str], Store]) -> None:
    catalogue = tiny_catalogue(*tiny_catalogue().indicators.values(), tiny_indicator("neu"))
    write_release(sqlite_url, replace(tiny_contents(), catalogue=catalogue))
    found = Desk(open_store(sqlite_url)).ask(KENNZAHLEN, {}, answer)
    assert entries(found)["neu"].missing == "Die Lücke schließt eine Lieferung: Schulstatistik (Stadt Hamm)"
    assert "Die Lücke schließt eine Lieferung" in str(index(found))
    assert all(entry.missing == "" for name, entry in entries(found).items() if name != "neu")


def test_all_indicators_stand_in_the_order_of_the_life_phases(ask: Ask, store: Store) -> None:
    found = ask()
    assert [group.life_phase for group in found.groups] == list(LIFE_PHASES)
    assert set(entries(found)) == set(store.catalogue(found.release).indicators)
    assert found.hits == f"{len(entries(found))} Kennzahlen"


def test_the_statement_counts_what_the_rows_say(ask: Ask) -> None:
    found = ask()
    rows = entries(found).values()
    known = [row for row in rows if row.reach == "sozialraum"]
    differing = [
        row for row in known if any(sign in ("better", "worse", "higher", "lower") for sign, _ in row.signs)
    ]
    assert found.said.headline.startswith(f"{len(known)} von {len(rows)} Kennzahlen zeigen die Sozialräume")
    assert f"bei {len(differing)} weicht" in found.said.headline
    assert ("Beispieldaten" in found.said.headline) == any(row.origins[0] == "demo" for row in known)


def test_a_row_agrees_with_the_facts_of_its_indicator(ask: Ask, store: Store) -> None:
    """Asked one by one, the long way."""
    found = ask()
    for row in [row for row in entries(found).values() if row.reach == "sozialraum" and not row.category]:
        facts = store.indicator_facts(found.release, row.indicator).facts
        areas = {area.id for area in store.catalogue(found.release).partition("sozialraum")}
        of_line = [fact for fact in facts if fact.area in areas and fact.origin == row.origins[0]]
        latest = [fact for fact in of_line if fact.year == max(fact.year for fact in of_line)]
        labels = Counter(fact.comparison for fact in latest if fact.status != "hidden")
        assert row.differing == labels["higher"] + labels["lower"], row.indicator
        hidden = sum(fact.status == "hidden" for fact in latest)
        assert dict(row.signs).get("hidden", 0) == hidden, row.indicator
        points = {point.year: point.value for point in row.city.points} if row.city else {}
        own = [
            fact for fact in facts if fact.area == CITY and fact.origin == row.origins[0] and not fact.reading
        ]
        assert all(points.get(fact.year) == fact.value for fact in own if points), row.indicator


@pytest.mark.parametrize(
    ("search", "finds"),
    [
        ("GYMNASIUM übergang", "uebergang-gymnasium"),  # two words of the title, any order and case
        ("Uebergangsquote", "uebergang-gymnasium"),  # umlauts either way
        ("Delfin-4 ", "sprachfoerderbedarf-delfin4"),
        ("hze", "hze-faelle"),  # short title
        ("Lernatlas", "lernatlas-gesamt"),
        ("Verzeichnis der Schulen", "schulsozialindex"),  # title of a source
        ("IT.NRW", "schulsozialindex"),  # publisher of a source
    ],
)
def test_a_search_finds_by_part_of_a_word(ask: Ask, search: str, finds: str) -> None:
    found = ask(suche=search)
    assert finds in found.shown
    assert 0 < len(found.shown) < found.total
    assert found.hits == f"{len(found.shown)} von {found.total} Kennzahlen"
    assert found.key is None  # nobody will ask the same again


@pytest.mark.parametrize("search", ["xyzzy", "gymnasium xyzzy", "<script>", "%", "xyzzy' or 1=1"])
def test_a_search_for_anything_else_finds_nothing_or_all(ask: Ask, search: str) -> None:
    folded = re.sub(r"[^a-z0-9]+", "", search)
    assert len(ask(suche=search).shown) == (0 if folded else ask().total)


@pytest.mark.parametrize("perspective", PERSPECTIVES)
def test_filters_leave_what_they_name(ask: Ask, perspective: str) -> None:
    found = ask(perspektive=perspective, werte="sozialraum")
    wanted = {
        name
        for name, row in entries(found).items()
        if row.perspective == perspective and row.reach == "sozialraum"
    }
    assert found.shown == wanted
    everything = sum(
        not re.search(r" hidden", row) for row in re.findall(r"<li[^>]*data-words[^>]*>", str(index(found)))
    )
    assert everything == len(wanted)


def test_unknown_filters_are_named_and_nothing_breaks(ask: Ask) -> None:
    found = ask(perspektive="quatsch", werte="17", suche="x" * 200)
    assert len(found.said.notices) == 3
    assert len(found.shown) == found.total


def test_links_keep_release_and_area(ask: Ask) -> None:
    found = ask(stand="2026-1", raum="hamm-norden")
    assert found.hrefs["uebergang-gymnasium"] == "/kennzahl/uebergang-gymnasium?raum=hamm-norden&stand=2026-1"
    assert found.hrefs["arbeitslose"] == "/kennzahl/arbeitslose?stand=2026-1"  # has no Sozialräume


def test_the_document_is_whole_and_small(client: FlaskClient, ask: Ask) -> None:
    body = client.get("/kennzahl?suche=gymnasium").get_data()
    page = body.decode()
    page = page[: page.index('<div id="react-entry-point">')]
    assert page.count('<li data-words="') == ask().total
    assert re.search(r'<input[^>]*name="suche"[^>]*value="gymnasium"', page)
    assert "plotly" not in body.decode().split("</head>")[0]  # a page without charts does not wait for them
    assert len(brotli.compress(client.get("/kennzahl").get_data(), quality=5)) <= 30_000


def test_what_somebody_searches_is_never_markup(client: FlaskClient) -> None:
    page = client.get("/kennzahl?suche=%22%3E%3Cimg%20src%3Dx%3E").get_data(as_text=True)
    assert "<img src=x" not in page
    assert "&lt;img src=x&gt;" in page


def test_the_json_lists_all_indicators(client: FlaskClient, ask: Ask) -> None:
    content = json.loads(client.get("/kennzahl.json").get_data())
    listed = {entry["kennzahl"]: entry for entry in content["kennzahlen"]}
    assert set(listed) == set(entries(ask()))
    assert listed["uebergang-gymnasium"]["adresse"] == "/kennzahl/uebergang-gymnasium"
    assert listed["uebergang-gymnasium"]["dateien"][0] == "/kennzahl/uebergang-gymnasium.csv"
    assert listed["uebergang-gymnasium"]["zeitraum"] in {row["zeitraum"] for row in content["werte"]}
    assert listed["schulsozialindex"]["werte"] == "ohne"
    assert {row["kennzahl"] for row in content["werte"]} <= set(listed)
    assert "kennzahlen" not in json.loads(client.get("/karte.json").get_data())


def test_files_hold_one_latest_row_per_indicator_and_area(client: FlaskClient, store: Store) -> None:
    text = client.get("/kennzahl.csv?format=maschine").get_data(as_text=True)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert max(Counter((row["kennzahl"], row["raum"]) for row in rows).values()) == 1
    asking = Desk(store).asking(KENNZAHLEN, {"perspektive": "kosten"})
    some = figures(asking)
    catalogue = store.catalogue(asking.release)
    assert {catalogue.indicators[row.kennzahl].perspective for row in some.rows} == {"kosten"}
    assert some.filters[0] == ("Perspektive", "kosten")
    assert client.get("/kennzahl.xlsx").status_code == 200
