"""The page on targets: what is counted, who stands where, and that nothing says more than the release."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient
from world import tiny_release

from dashboard.answers.desk import Desk
from dashboard.answers.ziele import answer
from dashboard.answers.ziele.chain import REACH
from dashboard.answers.ziele.parts import Scorecard, TargetRow, ZieleAnswer
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Chain, Matrix
from dashboard.catalogue.load import load
from dashboard.factory import create_app
from dashboard.model import CITY
from dashboard.settings import ROOT, Settings
from dashboard.state import ZIELE
from dashboard.store.read import Store
from dashboard.wording.signs import TARGET_WORDS

Ask = Callable[..., ZieleAnswer]
SEEDS = Path(__file__).resolve().parents[1].parent / "shared" / "figures" / "ziele_seeds.csv"
PACKED = 30_000  # bytes of a document
VIEWS = ("", "matrix", "lebensphasen", "annaeherung")
#: A status says where a city stands, never why.
CAUSAL = re.compile(r"bewirk|dank |deshalb|dadurch|aufgrund|wirkt|führt zu ", re.IGNORECASE)


@pytest.fixture(scope="module")
def store(release_url: str) -> Iterator[Store]:
    with Store(release_url) as opened:
        yield opened


@pytest.fixture(scope="module")
def ask(store: Store) -> Ask:
    desk = Desk(store)
    return lambda **query: desk.ask(ZIELE, query, answer)


@pytest.fixture(scope="module")
def client(release_url: str) -> Iterator[FlaskClient]:
    app = create_app(Settings(release_url, ROOT))
    yield app.server.test_client()
    app.close()


def card(found: ZieleAnswer) -> Scorecard:
    assert isinstance(found.shown, Scorecard)
    return found.shown


def table(found: ZieleAnswer) -> Matrix:
    assert isinstance(found.shown, Matrix)
    return found.shown


def rows(found: ZieleAnswer) -> dict[str, TargetRow]:
    groups = (goal for group in card(found).perspectives for goal in group.goals)
    return {row.id: row for goal in groups for row in (*goal.programme, *goal.carried_on)}


def numbers(text: str) -> list[float]:
    found = re.findall(r"[+−]?\d[\d.]*(?:,\d+)?", text)
    return [float(one.replace(".", "").replace(",", ".").replace("−", "-")) for one in found]


@pytest.mark.skipif(not SEEDS.exists(), reason="the list of the programme's targets is not here")
def test_every_target_of_the_programme_is_in_the_catalogue() -> None:
    """Row by row. "0 % Anstieg" of the costs is a relative target: no more than at the start."""
    kinds = {
        "richtung": "direction",
        "absolut": "absolute",
        "relativ": "relative",
        "annäherung": "convergence",
    }
    phases = {"Kita": "kita", "Grundschule": "grundschule", "Sek I": "sek1", "Eltern": "eltern",
              "alle": "alle", "Fachkräfte": "fachkraefte", "Übergang Schule-Beruf": "uebergang-beruf",
    }  # fmt: skip
    catalogue = load(ROOT / "data" / "catalogue")
    own = {target.indicator: target for target in catalogue.targets.values() if not target.example}
    with SEEDS.open(encoding="utf-8") as file:
        seeds = list(csv.DictReader(file, delimiter=";"))
    assert len(seeds) == len(own) == 19
    for seed in seeds:
        target = own[seed["kennzahl"].replace("_", "-")]
        assert target.title.replace("ß", "ss") == seed["ziel"].replace("ß", "ss")
        assert target.life_phase == phases[seed["lebensphase"]], seed["ziel"]
        assert target.perspective == seed["perspektive"].lower().replace("ä", "ae")
        assert target.strategic_goal == int(seed["strategisches_ziel"])
        assert target.direction == {"sinkt": "fall", "steigt": "rise"}[seed["richtung"]]
        assert (target.baseline_year, target.target_year) == (int(seed["basis"]), int(seed["zieljahr"]))
        assert target.place == seed["quelle"]
        stopped = seed["zielwert"] == "0 % Anstieg"
        assert target.kind == ("relative" if stopped else kinds[seed["zielart"]])
        for value, text in ((target.value, seed["zielwert"]), (target.baseline, seed["basiswert"])):
            assert value == next(iter(numbers(text.replace("-", "−"))), None), seed["ziel"]


def test_the_statement_counts_the_programme_and_names_the_examples_apart(ask: Ask, store: Store) -> None:
    found = ask()
    catalogue, results = store.catalogue(found.foot.release), store.target_results(found.foot.release)
    for example, text in ((False, found.said.headline), (True, found.said.detail)):
        counts = Counter(
            one.status for one in results
            if one.area == CITY and catalogue.targets[one.target].example == example
        )  # fmt: skip
        sentence = text[text.index("Von ") :].split(". ")[0]
        assert numbers(sentence)[0] == sum(counts.values()) == sum(numbers(sentence)[1:])
        for status, word in TARGET_WORDS.items():
            plain = sentence.replace("nicht auf Kurs", "entfernt")
            said = re.search(rf"(\d+) (?:sind |ist )?{word}\b", plain)
            if status == "off_track":
                said = re.search(r"(\d+) nicht auf Kurs", sentence)
            assert int(said.group(1) if said else 0) == counts[status], (word, sentence)


def test_a_row_says_what_the_release_holds(ask: Ask, store: Store) -> None:
    found = ask()
    results = {(one.target, one.area): one for one in store.target_results(found.foot.release)}
    assert set(rows(found)) == {target for target, area in results if area == CITY}
    for row in rows(found).values():
        result = results[row.id, CITY]
        assert (row.status, row.word) == (result.status, TARGET_WORDS[result.status])
        assert bool(row.missing) == (result.status == "open")
        assert bool(row.projected) == (result.projected is not None)
        if result.probability is not None:
            assert (result.probability >= 0.5) == (result.status == "on_track")
        judged = Counter(cell.status for cell in row.cells if cell.status)
        stored = Counter(one.status for (target, area), one in results.items()
                         if target == row.id and area != CITY)  # fmt: skip
        assert judged <= stored, row.title
        assert sum(stored.values()) - sum(judged.values()) == sum(cell.text == "x" for cell in row.cells)
        for status, word in TARGET_WORDS.items():
            names = [cell.name for cell in row.cells if cell.status == status]
            assert all(f"{word} in " in row.areas_sentence and name in row.areas_sentence for name in names)


def test_the_pace_follows_from_the_printed_values(ask: Ask) -> None:
    """From the start to the target's year for a target that is over, within the rounding of the print."""
    checked = 0
    for row in rows(ask()).values():
        if not row.required or "seit" not in row.pace_note or "Mio" in row.required:
            continue
        start, value, goal = (numbers(text)[0] for text in (row.baseline, row.latest, row.goal))
        years = row.year - int(row.baseline_period[:4])
        assert numbers(row.required)[0] == pytest.approx((goal - start) / years, abs=0.06), row.title
        assert numbers(row.actual)[0] == pytest.approx((value - start) / years, abs=0.06), row.title
        checked += 1
    assert checked >= 5


def test_an_open_target_names_what_would_close_it(ask: Ask) -> None:
    missing = {row.id: row.missing for row in rows(ask()).values() if row.missing}
    assert "programm-annaeherung-sozialraeume" in missing
    for name, text in missing.items():
        assert "Lieferung" in text, name
        assert text.endswith(".")
        assert "Beispieldaten" not in text


def test_strategic_goal_four_is_listed_without_a_verdict(ask: Ask, client: FlaskClient) -> None:
    found = card(ask())
    assert [goal.number for goal in found.without] == [4]
    listed = {goal.number for group in found.perspectives for goal in group.goals}
    assert listed == {1, 2, 3, 5, 6}
    assert "weder Kennzahl noch Zielwert" in client.get("/ziele").get_data(as_text=True)


def test_a_cell_of_the_matrix_leads_to_the_indicator_in_that_area(ask: Ask, client: FlaskClient) -> None:
    found = table(ask(ansicht="matrix"))
    for row in found.rows:
        for cell in row.cells:
            if cell.area == CITY or not cell.href:
                continue
            assert re.fullmatch(rf"/kennzahl/[a-z0-9-]+\?raum={cell.area}", cell.href)
            assert cell.name.split("-")[0] in cell.sentence
            assert cell.status is not None or cell.text == "x"
    first = next(cell.href for cell in found.rows[1].cells[1:] if cell.href)
    assert client.get(first).status_code == 200


def test_a_hidden_value_is_never_judged(ask: Ask, store: Store) -> None:
    found = ask(ansicht="matrix")
    hidden = [cell for row in table(found).rows for cell in row.cells if cell.text == "x"]
    assert hidden
    assert all((cell.status, cell.word) == (None, "geschützt") for cell in hidden)
    assert all(not numbers(cell.sentence) for cell in hidden)


@pytest.mark.parametrize("area", ["hamm", "mitte", "rhynern"])
def test_the_matrix_is_sorted_by_need_and_back(ask: Ask, area: str) -> None:
    need = {"missed": 0, "off_track": 1, "open": 2, "on_track": 3, "reached": 4, None: 5}

    def column(found: Matrix) -> list[int]:
        at = [entry.area for entry in found.columns].index(area)
        return [need[row.cells[at].status] for row in found.rows]

    plain = table(ask(ansicht="matrix"))
    down = table(ask(ansicht="matrix", sortierung=area))
    up = table(ask(ansicht="matrix", sortierung=f"-{area}"))
    assert column(down) == sorted(column(plain))
    judged = [value for value in column(up) if value < 5]
    assert judged == sorted(judged, reverse=True)
    assert (plain.grouped, down.grouped) == (True, False)
    heads = {entry.area: entry for entry in down.columns}
    assert heads[area].sorted == "ascending"
    assert f"sortierung=-{area}" in heads[area].href
    assert {row.id for row in down.rows} == {row.id for row in plain.rows}


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ({"perspektive": "kosten"}, lambda target, _status: target.perspective == "kosten"),
        ({"phase": "eltern"}, lambda target, _status: target.life_phase == "eltern"),
        ({"ziele": "fortgeschrieben"}, lambda target, _status: target.example),
        ({"status": "verfehlt"}, lambda _target, status: status == "missed"),
        ({"status": "verfehlt", "phase": "sek2"}, lambda _target, _status: False),
    ],
)
def test_filters_leave_what_they_name(
    ask: Ask, store: Store, query: dict[str, str], fits: Callable[..., bool]
) -> None:
    found = ask(ansicht="matrix", raum="mitte", **query)
    catalogue = store.catalogue(found.foot.release)
    status = {
        one.target: one.status for one in store.target_results(found.foot.release) if one.area == "mitte"
    }
    wanted = {name for name, target in catalogue.targets.items() if fits(target, status.get(name))}
    assert {row.id for row in table(found).rows} == wanted
    assert found.all_href == "/ziele?raum=mitte&ansicht=matrix"


def test_the_chain_shows_its_gaps(ask: Ask, store: Store) -> None:
    found = ask(ansicht="lebensphasen")
    assert isinstance(found.shown, Chain)
    catalogue = store.catalogue(found.foot.release)
    assert {name for names in REACH.values() for name in names} <= set(catalogue.indicators)
    for phase in found.shown.phases:
        assert bool(phase.reach) != bool(phase.reach_gap)
        assert bool(phase.targets) != bool(phase.result_gap)
        assert all(catalogue.targets[row.id].life_phase == phase.id for row in phase.targets)
        indicators = [catalogue.targets[row.id].indicator for row in phase.targets]
        assert len(indicators) == len(set(indicators))
        for reach in phase.reach:
            assert [area for area, _share, _text in reach.values] == [area for area, *_ in found.shown.areas]
            assert all(0 <= share <= 100 for _area, share, _text in reach.values if share is not None)
    without = [phase.title for phase in found.shown.phases if phase.reach_gap and not phase.across]
    assert all(title in found.said.detail for title in without)


def test_convergence_counts_each_tested_indicator_once(ask: Ask, store: Store) -> None:
    found = ask(ansicht="annaeherung")
    assert isinstance(found.shown, Approach)
    listed = [row for group in found.shown.groups for row in group.rows]
    stored = {
        row.indicator: row.label
        for row in store.convergences(found.foot.release, "sozialraum")
        if row.breakdown == "" and row.label != "not_computable"
    }
    assert {row.indicator: row.label for row in listed} == stored
    labels = Counter(stored.values())
    closer, total, apart = (int(number) for number in re.findall(r"\d+", found.said.headline))
    assert (closer, total, apart) == (labels["converging"], len(stored), labels["diverging"])
    assert numbers(found.said.detail)[0] == labels["not_shown"]
    assert len(found.shown.smalls) == closer + apart
    for group in found.shown.groups:
        assert group.top == max(max(row.first, row.last) for row in group.rows)


def test_any_tested_indicator_can_be_looked_at(ask: Ask) -> None:
    found = ask(ansicht="annaeherung", kennzahl="u3-betreuung")
    assert isinstance(found.shown, Approach)
    assert found.shown.focus is not None
    assert found.shown.focus.title.startswith("Betreuungsquote")
    assert all(point.lower is None or point.lower <= (point.value or 0) for point in found.shown.focus.points)
    untested = ask(ansicht="annaeherung", kennzahl="schulsozialindex")
    assert isinstance(untested.shown, Approach)
    assert untested.shown.focus is not None  # the one with the strongest evidence instead


@pytest.mark.parametrize("view", VIEWS)
def test_no_statement_speaks_of_causes(ask: Ask, view: str) -> None:
    said = ask(ansicht=view).said
    assert not CAUSAL.search(f"{said.headline} {said.detail}")


@pytest.mark.parametrize("view", VIEWS)
def test_the_document_is_whole_and_small(client: FlaskClient, view: str) -> None:
    body = client.get(f"/ziele?ansicht={view}" if view else "/ziele").get_data()
    page = body.decode()
    page = page[: page.index('<div id="react-entry-point">')]
    assert "plotly" not in body.decode().split("</head>")[0]
    assert page.count("<h1>") == 1
    assert page.count('aria-current="page"') >= 2  # in the navigation and among the views
    assert len(brotli.compress(body, quality=5)) <= PACKED


def test_files_hold_targets_with_their_status(client: FlaskClient, store: Store) -> None:
    text = client.get("/ziele.csv?format=maschine").get_data(as_text=True)
    listed = list(csv.DictReader(io.StringIO(text)))
    release = store.current().id
    assert len(listed) == len(store.target_results(release))
    assert {row["zielstatus"] for row in listed} <= set(TARGET_WORDS.values())
    costs = client.get("/ziele.csv?format=maschine&perspektive=kosten&ziele=programm").get_data(as_text=True)
    some = list(csv.DictReader(io.StringIO(costs)))
    assert {row["beispielziel"] for row in some} == {"nein"}
    spread = json.loads(client.get("/ziele.json?ansicht=annaeherung").get_data())
    assert {row["ergebnis"] for row in spread["werte"]} >= {"keine Annäherung nachweisbar"}
    assert client.get("/ziele.xlsx").status_code == 200
    assert client.get("/ziele.xlsx?ansicht=annaeherung").status_code == 200


def test_unknown_choices_are_named_and_break_nothing(ask: Ask) -> None:
    found = ask(ansicht="quatsch", phase="quatsch", status="17", sortierung="<b>", raum="bezirk-mitte")
    assert len(found.said.notices) >= 4
    assert len(rows(found)) == len(rows(ask()))
    assert table(ask(ansicht="matrix", sortierung="quatsch")).grouped


def test_a_city_with_little_has_a_page_too(sqlite_url: str, open_store: Callable[[str], Store]) -> None:
    tiny_release(sqlite_url)
    desk = Desk(open_store(sqlite_url))
    found = desk.ask(ZIELE, {}, answer)
    assert found.said.headline == "Das einzige Ziel des Programms ist auf Kurs"
    row = next(iter(rows(found).values()))
    assert (row.status, row.probability_text) == ("on_track", "60\u202f%")
    for view in VIEWS[1:]:
        assert desk.ask(ZIELE, {"ansicht": view}, answer).said.headline
