"""The profile of an area and the overview: what is counted, what is hidden, what is said once."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import brotli
import pytest
from flask.testing import FlaskClient
from markupsafe import Markup

from dashboard.answers.desk import Desk
from dashboard.answers.sozialraum import overview, profile
from dashboard.answers.sozialraum.parts import Entry, Section, SozialraumAnswer
from dashboard.answers.sozialraum.place import place_sentence
from dashboard.components.sozialraum.spine import spine
from dashboard.factory import create_app
from dashboard.model import CITY
from dashboard.settings import ROOT, Settings
from dashboard.state import SOZIALRAEUME, SOZIALRAUM
from dashboard.store.read import Store
from dashboard.wording import signs

NINE = ("bockum-hoevel", "hamm-norden", "heessen", "hamm-westen", "mitte", "uentrop", "herringen", "pelkum",
        "rhynern")  # fmt: skip
PACKED = 30_000  # bytes of a profile's document


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def desk(store: Store) -> Desk:
    return Desk(store)


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT))
    yield app.server.test_client()
    app.close()


def profile_of(desk: Desk, area: str, **more: str) -> SozialraumAnswer:
    return desk.ask(SOZIALRAUM, {"raum": area, **more}, profile.answer)


def lists(answer: SozialraumAnswer) -> dict[str, Section]:
    names = ("worsening", "worse", "catching_up", "strengths", "neutral", "same", "hidden")
    return {name: getattr(answer, name) for name in names}


def everything(answer: SozialraumAnswer) -> list[Entry]:
    return [entry for phase in answer.phases for entry in phase.entries]


def past(entry: Entry) -> bool:
    return "a" in entry.notes


@pytest.mark.parametrize("area", NINE)
def test_every_indicator_stands_in_the_list_its_sign_and_trend_ask_for(desk: Desk, area: str) -> None:
    answer = profile_of(desk, area)
    listed = {entry.indicator: name for name, found in lists(answer).items() for entry in found.entries}
    assert sum(len(found.entries) for found in lists(answer).values()) == len(listed)
    by_trend = {"ungünstig": "worsening", "günstig": "catching_up", "": "worse"}
    for entry in everything(answer):
        expected = {
            "worse": by_trend[entry.trend_judgement], "better": "strengths", "higher": "neutral",
            "lower": "neutral", "same": "same", "hidden": "hidden",
        }.get(entry.sign)  # fmt: skip
        assert listed.get(entry.indicator) == (None if past(entry) else expected), entry.title


@pytest.mark.parametrize("area", NINE)
def test_lists_are_ordered_by_evidence_and_the_lead_counts_them(desk: Desk, area: str) -> None:
    answer = profile_of(desk, area)
    for found in (answer.worsening, answer.worse, answer.strengths, answer.neutral, answer.same):
        p = [math.inf if entry.p is None else entry.p for entry in found.entries]
        assert p == sorted(p)
    compared = sum(len(found.entries) for name, found in lists(answer).items() if name != "hidden")
    assert f"von {compared} Kennzahlen" in answer.lead
    better = len(answer.strengths.entries)
    assert ("steht" in answer.lead) == (better > 0)


@pytest.mark.parametrize("area", NINE)
def test_what_is_hidden_carries_nothing_that_follows_from_it(desk: Desk, area: str) -> None:
    answer = profile_of(desk, area)
    assert answer.hidden.entries, "the release has hidden cells in every area"
    for entry in answer.hidden.entries:
        numbers = (entry.value, entry.lower, entry.upper, entry.worst, entry.best, entry.behind, entry.target)
        assert set(numbers) == {None}
        texts = (entry.n_text, entry.counts_text, entry.interval_text, entry.trend_word, entry.target_detail)
        assert set(texts) == {""}
        assert (entry.others, entry.history, entry.city_history, entry.text) == ((), (), (), "x")
        cells = next(row for row in answer.table.rows if row[0] == entry.title)
        assert cells[3:6] == ("x", "x", "x")
        assert set(cells[-3:]) == {"x"}


@pytest.mark.parametrize("area", NINE)
def test_children_stand_behind_confirmed_gaps_alone_and_add_up(desk: Desk, store: Store, area: str) -> None:
    indicators = store.catalogue(store.current().id).indicators
    for entry in everything(profile_of(desk, area)):
        indicator = indicators[entry.indicator]
        possible = entry.sign == "worse" and indicator.kind in ("share", "rate") and not past(entry)
        assert (entry.behind is not None) == possible
        if entry.behind is None or entry.value is None or entry.city is None:
            continue
        n = float(entry.n_text.replace(".", ""))
        assert entry.behind == pytest.approx(abs(entry.value - entry.city) / indicator.per * n, abs=0.51)


@pytest.mark.parametrize("area", NINE)
def test_a_row_lies_within_the_range_of_all_areas(desk: Desk, area: str) -> None:
    for entry in everything(profile_of(desk, area)):
        if entry.worst is None or entry.best is None or entry.value is None:
            continue
        low, high = sorted((entry.worst, entry.best))
        assert all(low <= value <= high for value in (entry.value, *entry.others))
        assert (entry.worst >= entry.best) if entry.less_is_right else (entry.worst <= entry.best)
        assert len(entry.others) <= 8


def test_sums_are_never_set_against_the_city(desk: Desk, store: Store) -> None:
    indicators = store.catalogue(store.current().id).indicators
    sums = [
        entry for entry in everything(profile_of(desk, "mitte")) if indicators[entry.indicator].kind == "euro"
    ]
    assert sums
    assert all((entry.city, entry.others, entry.worst_text) == (None, (), "") for entry in sums)


def test_years_of_a_spark_are_at_most_five_and_never_before_a_break(desk: Desk, store: Store) -> None:
    indicators = store.catalogue(store.current().id).indicators
    for entry in everything(profile_of(desk, "hamm-westen")):
        years = [point.year for point in entry.history]
        assert len(years) <= 5
        assert years == list(range(years[0], years[-1] + 1)) if years else True
        assert not any(
            years[0] < found.year <= years[-1] for found in indicators[entry.indicator].breaks if years
        )


def test_a_series_that_ended_is_shown_but_never_counted(desk: Desk) -> None:
    answer = profile_of(desk, "hamm-westen")
    ended = next(entry for entry in everything(answer) if past(entry))
    assert (ended.period, ended.behind, ended.target) == ("2014", None, None)
    assert any(note.startswith("a ") for note in answer.footnotes)
    assert ended.indicator not in {entry.indicator for entry in answer.worse.entries}


@pytest.mark.parametrize(
    ("area", "said"),
    [
        ("hamm-norden", "liegt in den Stadtbezirken Bockum-Hövel und Heessen und ist kein eigener"),
        ("hamm-westen", "liegt in den Stadtbezirken Mitte, Herringen und Pelkum und ist kein eigener"),
        ("heessen", "ist der Stadtbezirk Heessen ohne seinen Teil des Sozialraums Hamm-Norden"),
        ("uentrop", "deckt sich mit dem Stadtbezirk Uentrop"),
        ("bezirk-heessen", "reichen die Sozialräume Hamm-Norden und Heessen"),
        ("bezirk-rhynern", "deckt sich mit dem Sozialraum Rhynern"),
    ],
)
def test_how_an_area_lies_to_the_other_partition(store: Store, area: str, said: str) -> None:
    catalogue = store.catalogue(store.current().id)
    sentence = place_sentence(catalogue.areas[area], catalogue)
    assert said in sentence
    assert sentence.endswith("Grenzen vereinfacht, nicht amtlich.")


def test_a_stadtbezirk_shows_its_few_published_figures_and_compares_nothing(desk: Desk) -> None:
    answer = profile_of(desk, "bezirk-heessen")
    entries = everything(answer)
    assert {entry.origin for entry in entries} == {"published"}
    assert {entry.sign for entry in entries} == {"none"}
    assert all(not found.entries for found in lists(answer).values())
    assert [name for name, _href, here in answer.neighbours if here] == ["Heessen"]
    assert len(answer.neighbours) == 7
    assert not answer.demo


def test_the_population_is_said_with_the_citys_change(desk: Desk) -> None:
    labels = {fact.label: fact for fact in profile_of(desk, "hamm-norden").facts}
    people = labels["Einwohnerinnen und Einwohner"]
    assert re.fullmatch(r"\d{2}\.\d{3}", people.value)
    assert [bool(re.search(r"[+−±]\d", line)) for line in people.lines] == [True, True]
    assert people.lines[1].startswith("Stadt ")
    assert re.fullmatch(r"[\d.]+ von [\d.]+", labels["Unter 18 im SGB II"].lines[0])


def test_measures_of_the_area_come_before_those_of_the_city(desk: Desk) -> None:
    places = [entry.place for entry in profile_of(desk, "hamm-westen").measures]
    assert places[0] == "Hamm-Westen"
    assert places == sorted(places, key=lambda place: place == "ganze Stadt")
    assert "Soziale Stadt Hamm-Westen" not in [
        entry.title for entry in profile_of(desk, "hamm-westen").measures
    ]


def test_the_spine_escapes_what_it_prints(desk: Desk) -> None:
    written = spine(profile_of(desk, "mitte"))
    assert isinstance(written, Markup)
    assert (
        written.count("<tr")
        == written.count("</tr>")
        == len(everything(profile_of(desk, "mitte"))) + 1 + len(profile_of(desk, "mitte").phases)
    )


def test_files_hold_the_area_and_the_city_of_every_indicator(desk: Desk, client: FlaskClient) -> None:
    figures = profile.figures(desk.asking(SOZIALRAUM, {"raum": "pelkum"}))
    shown = everything(profile_of(desk, "pelkum"))
    assert {row.kennzahl for row in figures.rows} == {entry.indicator for entry in shown}
    assert {row.raum for row in figures.rows} == {"pelkum", CITY}
    for ending in ("csv", "json", "xlsx"):
        assert client.get(f"/sozialraum/pelkum.{ending}").status_code == 200
        assert client.get(f"/sozialraum.{ending}").status_code == 200
    assert dict(profile_of(desk, "pelkum").foot.files)["PDF"] == "/sozialraum/pelkum.pdf"


def test_a_pinned_release_goes_along_with_every_link(desk: Desk, store: Store) -> None:
    release = store.current().id
    answer = profile_of(desk, "mitte", stand=release)
    assert answer.pinned == f"/sozialraum/mitte?stand={release}" == answer.address
    assert profile_of(desk, "mitte").pinned == answer.pinned
    assert all(href.endswith(f"stand={release}") for _name, href, _here in answer.neighbours)
    assert all(f"stand={release}" in entry.href for entry in everything(answer))


@pytest.mark.parametrize("area", ["hamm", "hamm-sueden", "nrw", "Hamm-Süden"])
def test_what_is_no_area_has_no_profile(client: FlaskClient, area: str) -> None:
    assert client.get(f"/sozialraum/{area}").status_code == 404


@pytest.mark.parametrize("address", ["/sozialraum/hamm-westen", "/sozialraum"])
def test_the_document_is_small_and_says_the_headline_before_any_script(
    client: FlaskClient, desk: Desk, address: str
) -> None:
    response = client.get(address, headers={"Accept-Encoding": "br"})
    assert len(response.data) <= PACKED
    written = brotli.decompress(response.data).decode()
    headline = re.search(r"<h1>(.+?)</h1>", written)
    assert headline
    assert headline[1] in written[: written.index('<div id="react-entry-point">')]
    assert "<title>" in written


def test_the_overview_counts_each_area_and_ranks_none(desk: Desk) -> None:
    answer = desk.ask(SOZIALRAEUME, {}, overview.answer)
    assert [card.area for card in answer.cards] == list(NINE)
    assert [(card.row, card.column) for card in answer.cards] == [
        (r, c) for r in (1, 2, 3) for c in (1, 2, 3)
    ]
    for card in answer.cards:
        sizes = {sign: size for sign, size, _word in card.counts}
        assert sum(size for sign, size in sizes.items() if sign != "hidden") == card.compared
        own = profile_of(desk, card.area)
        assert sizes.get("worse", 0) == sum(
            len(getattr(own, name).entries) for name in ("worsening", "worse", "catching_up")
        )
        assert sizes.get("better", 0) == len(own.strengths.entries)
        assert all(found.sign in ("better", "worse") for found in card.findings)
        assert len(card.findings) <= 2
    header = answer.table.header
    assert not {"Rang", "Platz", "#"} & set(header)
    assert len(header) == len(answer.table.rows[0])


def test_words_and_signs_belong_together(desk: Desk) -> None:
    for entry in everything(profile_of(desk, "uentrop")):
        assert entry.sign_word == signs.SIGN_SHORT[entry.sign]
        assert entry.trend_judgement in ("", "günstig", "ungünstig")
        assert (entry.target is None) == (entry.target_word == "")
