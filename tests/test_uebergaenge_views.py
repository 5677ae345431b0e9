"""Transitions: what each view says is true of its numbers, and nothing hidden or protected comes out."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from world import tiny_release

from dashboard.answers.desk import Desk
from dashboard.answers.uebergaenge import UebergaengeAnswer, answer, kreuz
from dashboard.answers.uebergaenge.contents import (
    Chain,
    Choices,
    Differences,
    Gaps,
    Missing,
    Schools,
    Shares,
    Uneven,
)
from dashboard.answers.uebergaenge.cross import Cross
from dashboard.components.uebergaenge import KEYS, changes
from dashboard.factory import create_app
from dashboard.model import CITY
from dashboard.pages.uebergaenge import layout
from dashboard.settings import ROOT, Settings
from dashboard.share.html import to_html
from dashboard.state import SCHOOL_FORMS, UEBERGAENGE
from dashboard.store.facts import Fact
from dashboard.store.read import Store
from dashboard.wording.factors import count_word
from dashboard.wording.numbers import rounded

Ask = Callable[..., UebergaengeAnswer]
VIEWS = ("", "abstand", "empfehlung", "schulen", "kette")
PLACES = (CITY, "hamm-norden", "rhynern", "hamm-westen")
YEARS = ("2009", "2013", "2019", "2025")
CAUSAL = re.compile(r"\b(weil|wegen|dadurch|deshalb|führt zu|verursacht|Wirkung)\b")
FIGURES = ROOT.parent / "shared" / "figures"


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(store: Store) -> Ask:
    desk = Desk(store)
    return lambda **query: desk.ask(UEBERGAENGE, query, answer)


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT))
    yield app.server.test_client()
    app.close()


def number(text: str) -> float:
    return float(
        text.partition(" (")[0]  # a share in a table has its interval behind it
        .replace("\N{MINUS SIGN}", "-")
        .replace("±", "")
        .replace("\u202f%", "")
        .replace(".", "")
        .replace(",", ".")
    )


def every(ask: Ask, view: str) -> Iterator[UebergaengeAnswer]:
    for place, year in product(PLACES, YEARS):
        yield ask(ansicht=view, raum=place, jahr=year)


def test_the_name_of_the_first_view_is_understood_and_never_written(ask: Ask) -> None:
    found = ask(ansicht="quoten")
    assert (found.address, found.said.notices) == ("/uebergaenge", ())
    assert ask(ansicht="verlauf").said.notices == (
        "Die Ansicht „verlauf“ gibt es hier nicht. Gezeigt wird die Übersicht.",
    )


def test_only_school_forms_can_be_asked_for(ask: Ask) -> None:
    found = ask(kennzahl="hze-aufwendungen", lebensphase="kita")
    assert found.view.kennzahl == "uebergang-gymnasium"
    assert len(found.said.notices) == 1


@pytest.mark.parametrize("form", [name for name in SCHOOL_FORMS if name != "uebergang-sekundarschule"])
@pytest.mark.parametrize("year", ["2008", "2012", "2025"])
def test_rows_start_with_the_form_in_question_and_add_up(ask: Ask, form: str, year: str) -> None:
    found = ask(kennzahl=form, jahr=year)
    shown = found.main.content
    assert isinstance(shown, Shares)
    names = [sample.name for sample in shown.legend if sample.kind != "hidden"]
    assert ("Sekundarschule (seit 2012)" in names) is (year >= "2012")
    assert found.view.kennzahl == form
    for one in shown.rows:
        assert sum(part.share for part in one.segments) == pytest.approx(100, abs=0.05)
    values = [one.segments[0].share for one in shown.rows if one.segments[0].title == shown.form]
    assert values == sorted(values, reverse=True)


def test_printed_shares_add_up_to_a_hundred_unless_some_are_hidden(ask: Ask) -> None:
    for year in range(2008, 2026):
        for place, *cells, _children in ask(jahr=str(year)).main.table.rows:
            if "x" in cells:
                assert cells.count("x") >= 2, (place, year)
            else:
                assert sum(round(number(text) * 10) for text in cells if text != "–") == 1000, (place, year)


def test_in_an_additive_row_of_the_release_never_exactly_one_cell_is_hidden(store: Store) -> None:
    release = store.current().id
    forms = [(name, "") for name in SCHOOL_FORMS]
    choices = [("empfehlung-vergleich", name) for name in ("niedriger", "wie-empfohlen", "hoeher")]
    for names in (forms, choices):
        rows: dict[tuple[str, int], list[str]] = defaultdict(list)
        for indicator, category in names:
            for fact in store.indicator_facts(release, indicator, category).facts:
                if fact.origin == "demo":
                    rows[fact.area, fact.year].append(fact.status)
        assert [key for key, found in rows.items() if found.count("hidden") == 1] == []


def test_differences_are_those_of_the_printed_values_inside_their_interval(ask: Ask) -> None:
    for found in every(ask, "abstand"):
        shown = found.main.content
        assert isinstance(shown, Differences)
        for one in shown.rows:
            if not one.text:
                assert one.apart.value is None
                continue
            assert number(one.text) == pytest.approx(number(one.value_text) - number(one.rest_text))
            if one.apart.lower is not None and one.apart.upper is not None:
                assert one.apart.lower - 0.1 <= number(one.text) <= one.apart.upper + 0.1
            if one.apart.sign in ("better", "worse"):
                assert (one.apart.sign == "better") is (number(one.text) > 0)
            assert one.behind == "–" or one.apart.sign == "worse"


def test_the_sentence_on_an_area_claims_only_what_holm_confirms(ask: Ask) -> None:
    for place, year in product(PLACES[1:], range(2008, 2026)):
        found = ask(ansicht="abstand", raum=place, jahr=str(year))
        shown = found.main.content
        assert isinstance(shown, Differences)
        own = next(one for one in shown.rows if one.place.focused)
        said = re.search(r"liegt ([\d,]+)\N{NO-BREAK SPACE}Punkte? (über|unter)", found.said.headline)
        assert bool(said) is (own.apart.sign in ("better", "worse"))
        if said:
            assert number(said[1]) == pytest.approx(abs(number(own.text)))
            assert (said[2] == "über") is (number(own.text) > 0)


def test_the_sentence_on_all_areas_counts_those_that_differ(ask: Ask) -> None:
    for year in YEARS:
        found = ask(ansicht="abstand", jahr=year)
        shown = found.main.content
        assert isinstance(shown, Differences)
        count = sum(one.apart.sign in ("better", "worse") for one in shown.rows)
        word = {0: "Kein", 1: "Ein"}.get(count, count_word(count).capitalize())
        assert found.said.headline.startswith(f"Übergang Gymnasium: {word} ")


def test_the_gap_over_time_stands_before_chance_with_the_slope_index(ask: Ask) -> None:
    second = ask(ansicht="abstand").second
    assert second is not None
    assert isinstance(second.content, Gaps)
    assert {"Abstand", "Zufall allein", "SII", "RII (PHE)"} <= {
        name for name, _, _ in second.content.measures
    }
    assert all(point.chance_p95 for point in second.content.points if point.gap is not None)
    broken = ask(ansicht="abstand", kennzahl="uebergang-hauptschule").second
    assert broken is not None
    assert isinstance(broken.content, Gaps)
    assert [mark.year for mark in broken.content.breaks] == [2012]


def test_recommended_against_chosen_form_says_the_printed_shares(ask: Ask) -> None:
    for found in every(ask, "empfehlung"):
        shown = found.main.content
        if found.view.jahr == 2009:
            assert isinstance(shown, Missing)
            assert "Kreuztabelle" in shown.text
            continue
        assert isinstance(shown, Choices)
        assert shown.city is not None
        own = next((one for one in shown.rows if one.place.focused), shown.city)
        said = re.search(
            r"wechseln (\d+) von 100 Kindern auf eine niedrigere und (\d+) auf eine höhere",
            found.said.headline,
        )
        assert said is not None
        low, high = (float(rounded(share or 0, 0)) for share in (own.lower, own.higher))
        assert (float(said[1]), float(said[2])) == (low, high)
        claimed = re.findall(r"auf eine (niedrigere|höhere) (öfter|seltener)", found.said.headline)
        assert len(claimed) == sum(sign in ("higher", "lower") for sign in own.signs)
        for one in (*shown.rows, shown.city):
            if "x" not in one.texts:
                assert sum(round(number(text) * 10) for text in one.texts) == 1000


def test_segregation_is_claimed_only_above_chance_and_of_the_whole_city(ask: Ask) -> None:
    for found in every(ask, "schulen"):
        shown = found.main.content
        assert isinstance(shown, Uneven)
        above = rounded(shown.d, 1) > rounded(shown.chance_p95, 1)
        assert ("als Zufall erklärt" in found.said.headline) is above
        printed = re.search(r"Dissimilaritätsindex ([\d,]+)", found.said.detail)
        assert printed is not None
        assert number(printed[1]) == pytest.approx(shown.d, abs=0.05)
        assert "27 Grundschulen" in found.said.detail


def test_the_chain_counts_its_stations_and_never_speaks_of_one_cohort(ask: Ask) -> None:
    for found in every(ask, "kette"):
        shown = found.main.content
        assert isinstance(shown, Chain)
        assert "verschiedene Jahrgänge" in shown.note
        if not shown.focused:
            continue
        known = [one.apart.sign for one in shown.stations if one.apart.value is not None]
        below, above = known.count("worse"), known.count("better")
        for count, side in ((below, "unter"), (above, "über")):
            word = "einer" if count == 1 else count_word(count)
            assert (side in found.said.headline) is bool(count) or side == "über"
            assert not count or word in found.said.headline
    whole = ask(ansicht="kette").main.content
    assert isinstance(whole, Chain)
    assert [one.checkpoint for one in whole.stations if one.checkpoint] == [1, 2, 3, 4, 5]
    assert all(one.href.startswith("/kennzahl/") for one in whole.stations)


def test_no_sentence_names_a_cause(ask: Ask) -> None:
    for view in VIEWS:
        for found in every(ask, view):
            texts = (
                found.said.headline,
                found.said.detail,
                found.main.title,
                found.second.title if found.second else "",
            )
            assert not any(CAUSAL.search(text) for text in texts), texts


def test_districts_never_stand_among_the_areas(ask: Ask, store: Store) -> None:
    kinds = {area.id: area.kind for area in store.catalogue(store.current().id).areas.values()}
    for year in ("2010", "2018", "2024"):
        shown = ask(jahr=year).main.content
        assert isinstance(shown, Shares)
        assert {kinds[one.place.area] for one in shown.rows} == {"sozialraum"}
    other = ask(ebene="stadtbezirk", jahr="2018")
    assert isinstance(other.main.content, Shares)
    assert {kinds[one.place.area] for one in other.main.content.rows} == {"stadtbezirk"}
    assert other.second is None
    assert not other.demo


def test_published_rates_stand_in_their_own_slot_as_printed(ask: Ask) -> None:
    rates = ask().published
    assert rates is not None
    city, districts = rates.tables
    with (ROOT / "data/published/uebergaenge/schulformen.csv").open(encoding="utf-8", newline="") as file:
        printed = list(csv.DictReader(file, delimiter=";"))
    header = {f"uebergang-{name.lower()}": place for place, name in enumerate(city.header)}
    found = {(row[0], row[1], place): text for table in (city, districts) for row in table.rows
             for place, text in enumerate(row)}  # fmt: skip
    names = {"hamm": "Stadt Hamm"}
    for row in printed:
        place = names.get(row["raum"], f"Stadtbezirk {row['raum'].removeprefix('bezirk-').capitalize()}")
        text = found[row["zeitraum"], place, header[row["kennzahl"]]]
        assert number(text.rstrip(" *")) == float(rounded(float(row["wert"].replace(",", ".")), 1))
    assert len(rates.sources) >= 6
    assert {row[1] for row in districts.rows if "2010" in row[0]} != set()


def test_the_level_of_the_schools_is_not_public(ask: Ask, client: FlaskClient) -> None:
    second = ask(ansicht="schulen", raum="heessen").second
    assert second is not None
    assert isinstance(second.content, Schools)
    assert second.content.rows == ()
    assert "angemeldete Fachkräfte" in second.content.note
    assert [crumb.title for crumb in ask(ansicht="schulen", raum="heessen").crumbs] == [
        "Stadt Hamm",
        "Heessen",
        "Grundschulen",
    ]
    schools = FIGURES / "schulen_hamm_2024_25_sozialindex.csv"
    if not schools.exists():
        pytest.skip("the list of schools is not at hand")
    with schools.open(encoding="utf-8", newline="") as file:
        names = {
            row["name"].split()[0]
            for row in csv.DictReader(file, delimiter=";")
            if row["schulform"] == "Grundschule"
        }
    names -= {"Schule", "Lessingschule"}  # the latter stands in the title of a cited press article
    for ending in ("", ".csv", ".json"):
        text = client.get(f"/uebergaenge{ending}?ansicht=schulen&raum=heessen").get_data(as_text=True)
        assert not any(name in text for name in names)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_its_files_and_its_first_paint(client: FlaskClient, ask: Ask, view: str) -> None:
    address = (
        f"/uebergaenge?ansicht={view}&raum=mitte&jahr=2019" if view else "/uebergaenge?raum=mitte&jahr=2019"
    )
    page = client.get(address).get_data(as_text=True)
    found = ask(ansicht=view, raum="mitte", jahr="2019")
    assert found.said.headline in page
    for ending in ("csv", "xlsx", "json"):
        response = client.get(address.replace("/uebergaenge?", f"/uebergaenge.{ending}?"))
        assert response.status_code == 200, ending
    text = client.get(address.replace("/uebergaenge?", "/uebergaenge.csv?")).get_data(as_text=True)
    assert len(list(csv.reader(io.StringIO(text), delimiter=";"))) > 10


@pytest.mark.parametrize("view", VIEWS)
def test_a_round_trip_sets_every_property_of_the_page(ask: Ask, view: str) -> None:
    found = ask(ansicht=view, raum="pelkum")
    assert set(changes(found)) == set(KEYS)
    written = str(to_html(layout(found)))
    assert 'data-raum="pelkum"' in written or view in ("schulen", "kette")


def test_a_release_without_these_deliveries_says_what_is_missing(
    sqlite_url: str, open_store: Callable[[str], Store], tmp_path: Path
) -> None:
    tiny_release(sqlite_url)
    desk = Desk(open_store(sqlite_url))
    for view in VIEWS:
        found = desk.ask(UEBERGAENGE, {"ansicht": view}, answer)
        assert found.said.headline
        to_html(layout(found))
    missing = desk.ask(UEBERGAENGE, {"ansicht": "schulen"}, answer).main.content
    assert isinstance(missing, Missing)
    assert "Übergänge je Grundschule" in missing.text
    assert isinstance(desk.ask(UEBERGAENGE, {"ansicht": "empfehlung"}, answer).main.content, Missing)


# the cross table ----------------------------------------------------------------------------------


def test_the_cross_table_adds_up_to_its_rows_and_to_the_steps(ask: Ask) -> None:
    found = ask(ansicht="empfehlung", jahr="2025")
    assert found.second is not None
    content, choices = found.second.content, found.main.content
    assert isinstance(content, Cross)
    assert isinstance(choices, Choices)
    assert choices.city is not None
    everybody, steps = 0.0, dict.fromkeys(("lower", "same", "higher", "none"), 0.0)
    for row in content.rows:
        assert sum(number(cell.text) for cell in row.cells) == pytest.approx(100)
        assert sum(number(cell.n_text) for cell in row.cells) == number(row.n_text)
        everybody += number(row.n_text)
        for cell in row.cells:
            steps[cell.step] += number(cell.n_text)
    assert everybody == number(choices.city.n_text)
    assert number(choices.city.texts[0]) == pytest.approx(100 * steps["lower"] / everybody, abs=0.06)
    assert number(choices.city.texts[2]) == pytest.approx(100 * steps["higher"] / everybody, abs=0.06)
    assert [len(row) for row in found.second.table.rows] == [6, 6, 6]


def test_an_area_shows_the_city_and_says_so(ask: Ask) -> None:
    of_area, of_city = (ask(ansicht="empfehlung", raum=raum) for raum in ("mitte", CITY))
    assert of_area.second is not None
    assert of_city.second is not None
    assert of_area.second.content == of_city.second.content
    assert "gezeigt ist die ganze Stadt" in " ".join(of_area.second.notes)
    assert "gezeigt ist die ganze Stadt" not in " ".join(of_city.second.notes)


def test_years_without_a_cross_table_have_one_card(ask: Ask) -> None:
    assert ask(ansicht="empfehlung", jahr="2013").second is None


def cross_fact(store: Store, children: float | None) -> Fact:
    """A cell of the cross table with so many children; None is a hidden one."""
    facts = store.indicator_facts(store.current().id, kreuz.CROSSED, kreuz.CATEGORIES[0]).facts
    status = "hidden" if children is None else "valid"
    return facts[0]._replace(value=None, numerator=children, status=status)


def test_a_hidden_cell_is_never_alone_and_has_no_number(store: Store) -> None:
    counts = (90.0, 40.0, None, 30.0)
    found = {f"hauptschule-{form}": cross_fact(store, count)
             for form, count in zip(kreuz.CHOSEN, counts, strict=True)}  # fmt: skip
    row = kreuz.cross_row("hauptschule", found | {"fuer-hauptschule": cross_fact(store, 162.0)})
    assert [cell.hidden for cell in row.cells] == [False, False, True, True]
    assert [cell.text for cell in row.cells][2:] == ["x", "x"]
    assert [cell.n_text for cell in row.cells] == ["90", "40", "", ""]
    assert row.n_text == "162"
    unknown = kreuz.cross_row("hauptschule", found)  # without its total nothing of the row is a share
    assert {cell.share for cell in unknown.cells} == {None}


def test_p_is_said_beside_the_index(ask: Ask) -> None:
    found = ask(ansicht="schulen", jahr="2025")
    assert "p\u00a0<\u00a00,001" in found.said.detail
    assert found.main.table.header[-1] == "p"
    assert {row[-1] for row in found.main.table.rows} <= {"<\u00a00,001"}


# intervals ----------------------------------------------------------------------------------------

BOUNDED = re.compile(r"([\d,]+)\u202f% \(([\d,]+)–([\d,]+)\)")


@pytest.mark.parametrize("view", ["", "empfehlung", "kette"])
@pytest.mark.parametrize("place", PLACES)
def test_every_share_of_a_table_has_its_interval_around_it(ask: Ask, view: str, place: str) -> None:
    found = ask(ansicht=view, raum=place, jahr="2025")
    tables = [found.main.table, *([found.second.table] if found.second else [])]
    shares = [cell for table in tables for row in table.rows for cell in row if "\u202f%" in cell]
    bounded = [match for cell in shares for match in BOUNDED.finditer(cell)]
    assert len(bounded) >= 30 if view != "kette" else bounded
    assert all(number(low) - 0.1 <= number(share) <= number(high) + 0.1
               for share, low, high in (match.groups() for match in bounded))  # fmt: skip


def test_the_city_s_choice_names_its_intervals_and_n(ask: Ask) -> None:
    found = ask(ansicht="empfehlung", jahr="2025").said.detail
    assert len(BOUNDED.findall(found)) == 2
    assert "n\u00a0=\u00a01.692" in found


def test_a_station_has_interval_and_n_in_its_row(ask: Ask) -> None:
    shown = ask(ansicht="kette", raum="hamm-norden", jahr="2025").main.content
    assert isinstance(shown, Chain)
    for one in shown.stations:
        assert one.value is None or (BOUNDED.match(one.own) and "n\u00a0=" in one.own)


def test_districts_that_are_published_are_named_and_not_spanned(ask: Ask) -> None:
    found = ask(ebene="stadtbezirk")
    assert "reicht von" not in found.said.headline
    assert "veröffentlicht nur" in found.said.headline
    assert "Stadt Hamm" not in found.main.title
    assert found.figure is None


def test_the_schools_sentence_says_inside_an_area_that_it_is_the_city_s(ask: Ask) -> None:
    inside, whole = (ask(ansicht="schulen", raum=raum).said for raum in ("hamm-norden", CITY))
    assert "gilt für die ganze Stadt, nicht für Hamm-Norden" in inside.detail
    assert "gilt für die ganze Stadt" not in whole.detail
