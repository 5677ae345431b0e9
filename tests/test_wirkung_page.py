"""The page on measures: statements against their numbers, honest reasons, files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from world import tiny_indicator

from dashboard.answers.desk import Desk
from dashboard.answers.wirkung import answer, figures
from dashboard.answers.wirkung.chosen import areas_reason, chosen
from dashboard.answers.wirkung.found import Found, find
from dashboard.answers.wirkung.measures import alongside, budget_text
from dashboard.answers.wirkung.parts import WirkungAnswer
from dashboard.catalogue.models import Budget, Measure
from dashboard.factory import create_app
from dashboard.figures.event_study import event_scene, event_study_svg, is_chance
from dashboard.settings import ROOT, Settings
from dashboard.state import WIRKUNG
from dashboard.store.read import Store
from dashboard.wording import effects
from dashboard.wording.effects import Compared, Effect
from dashboard.wording.effects_missing import Reason, missing_detail, missing_title, reason_long, remedy

EIGHT = ("bockum-hoevel", "hamm-norden", "heessen", "hamm-westen", "mitte", "uentrop", "herringen", "pelkum")
CENTRES, QUARTER = "familiengrundschulzentren", "zusammen-im-quartier"
#: Words that would claim a cause; "Wirkung" itself may only be denied.
CAUSAL = re.compile(
    r"bewirk|verursach|dank|führt|führte|durch die Maßnahme|wegen|Erfolg|erfolgreich|hilft|half\b"
)
REASONS: tuple[Reason, ...] = (
    "city", "programme_area", "few_with", "few_without", "no_indicator", "break", "hidden", "few_years",
)  # fmt: skip


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


def page(desk: Desk, **query: str) -> WirkungAnswer:
    return desk.ask(WIRKUNG, query, answer)


def found(desk: Desk, **query: str) -> Found:
    return find(desk.asking(WIRKUNG, query))


def said_of(shown: WirkungAnswer) -> str:
    lines = [line for block in shown.blocks for line in block.lines]
    picture = (
        [shown.picture.title, shown.picture.subtitle, shown.picture.description] if shown.picture else []
    )
    return " ".join([shown.said.headline, shown.said.detail, shown.said.copy_text, *lines, *picture])


def effect_of(treated: float, others: float, half: float, p: float, drift_p: float = 0.5) -> Effect:
    measure = Measure(id="probe", title="Probe", life_phase="kita", start=2018, areas=("mitte",),
                      description="Eine Probe.", source="statistik", demo=True)  # fmt: skip
    gap = treated - others
    change = Compared(treated, others, gap, gap - half, gap + half, p, 1.5 * half)
    drift = Compared(0.2, 0.1, 0.1, -0.9, 1.1, drift_p, 1.4)
    indicator = tiny_indicator("anteil", subject="Der Anteil", period="year")
    return Effect(measure, indicator, "", ("A", "B"), ("C", "D", "E"), (2015, 2016, 2017), (2018, 2019),
                  change, drift)  # fmt: skip


@given(
    treated=st.floats(-30, 30), others=st.floats(-30, 30), half=st.floats(0.1, 20), p=st.floats(0, 1),
    drift_p=st.floats(0, 1),
)  # fmt: skip
def test_statements_are_true_and_claim_no_cause(
    treated: float, others: float, half: float, p: float, drift_p: float
) -> None:
    effect = effect_of(treated, others, half, p, drift_p)
    title = effects.effect_title(effect)
    assert ("schon vor 2018" in title) == (drift_p < 0.05)
    assert ("nicht erkennbar" in title) == (p >= 0.05 and drift_p >= 0.05)
    assert ("Unterschied" in title) == (p < 0.05 and drift_p >= 0.05)
    assert ("nicht deuten" in effects.drift_block(effect)) == (drift_p < 0.05)
    assert ("schließt null ein" in effects.change_block(effect)) == (p >= 0.05)
    words = " ".join([title, effects.effect_detail(effect), *effects.cautions(effect),
                      effects.change_block(effect), effects.drift_block(effect)])  # fmt: skip
    assert not CAUSAL.search(words)
    numbers = re.search(r"davor: ([+−±][\d,]+)\sPunkte.*?, ([+−±][\d,]+)\sPunkte.*Unterschied ([+−±][\d,]+)",
                        effects.effect_detail(effect))  # fmt: skip
    assert numbers is not None
    one, other, gap = (
        float(re.sub("[±+]", "", text).replace("−", "-").replace(",", ".")) for text in numbers.groups()
    )
    assert gap == pytest.approx(one - other, abs=1e-9)


def test_the_warning_travels_with_the_copied_sentence() -> None:
    copied = effects.effect_copy(effect_of(3.0, 1.0, 1.0, 0.01), "2026-1")
    assert effects.NO_PROOF in copied
    assert effects.ASSUMED in copied
    assert copied.endswith("Datenstand 2026-1.")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_says_why_and_what_it_takes(reason: Reason) -> None:
    measure = effect_of(0, 0, 1, 1).measure
    assert "nicht berechenbar" in missing_title(measure, reason)
    assert reason_long(reason) in missing_detail(measure, reason)
    assert "seit 2018 (angenommen)" in missing_detail(measure, reason)
    assert remedy(reason) != reason_long(reason)


def test_every_measure_has_a_page_that_shows_numbers_or_says_why_not(desk: Desk) -> None:
    measures = page(desk).measures
    catalogue = desk.asking(WIRKUNG, {}).catalogue
    assert {row.title for row in measures} == {entry.title for entry in catalogue.measures.values()}
    for entry in catalogue.measures.values():
        shown = page(desk, massnahme=entry.id)
        assert sum(row.chosen for row in shown.measures) == 1
        assert not CAUSAL.search(said_of(shown))
        if "hamm" in entry.areas:
            assert shown.picture is None
            assert "läuft in der ganzen Stadt" in shown.said.headline
        if entry.demo:
            assert "angenommen" in shown.said.detail
    assert [row.possible for row in measures] == sorted((row.possible for row in measures), reverse=True)


def test_a_measure_of_some_areas_is_compared_with_the_others(desk: Desk) -> None:
    shown, what = page(desk, massnahme=CENTRES), found(desk, massnahme=CENTRES)
    study, effect = what.study, what.effect
    assert shown.picture is not None
    assert shown.areas is not None
    assert study is not None
    assert effect is not None
    flags = [row[1] for row in shown.areas.rows]
    assert flags == ["mit"] * 3 + ["ohne"] * 6
    assert set(effect.treated) == {"Hamm-Norden", "Hamm-Westen", "Herringen"}
    facts = [
        what.question.line.by_area[area.id][year].value for area in study.areas for year in study.window.years
    ]
    assert study.values.ravel().tolist() == facts
    zero = [point for point in shown.picture.points if point.lower is None]
    assert [point.year for point in zero] == [study.window.before[-1]]
    assert "Zusammen im Quartier" in " ".join(effects.cautions(effect))


def test_only_indicators_of_the_life_phase_are_offered(desk: Desk) -> None:
    catalogue = desk.asking(WIRKUNG, {}).catalogue
    every = {indicator.life_phase for indicator in catalogue.indicators.values()}
    for measure, phases in ((CENTRES, {"grundschule"}), (QUARTER, every)):
        offered = chosen(desk.asking(WIRKUNG, {"massnahme": measure})).offered
        assert offered
        assert {indicator.life_phase for indicator in offered} <= phases
        assert {indicator.kind for indicator in offered} <= {"share", "rate", "mean", "index"}


def test_an_indicator_of_another_phase_gives_way_and_the_address_says_so(desk: Desk) -> None:
    shown = page(desk, massnahme=CENTRES, kennzahl="uebergang-gymnasium")
    assert shown.view.kennzahl != "uebergang-gymnasium"
    assert f"massnahme={CENTRES}" in shown.address
    again = page(desk, **dict(part.split("=") for part in shown.address.split("?")[1].split("&")))
    assert again.address == shown.address
    assert again.said == shown.said


def test_an_unknown_measure_is_named(desk: Desk) -> None:
    shown = page(desk, massnahme="gibt-es-nicht")
    assert any("gibt-es-nicht" in notice for notice in shown.said.notices)
    assert shown.address == "/ziele/wirkung"


@pytest.mark.parametrize(
    ("areas", "reason"),
    [
        (("hamm",), "city"),
        (("programm-hamm-westen",), "programme_area"),
        (("mitte",), "few_with"),
        (("mitte", "uentrop"), None),
        (EIGHT, "few_without"),
    ],
)  # fmt: skip
def test_which_areas_allow_a_comparison(desk: Desk, areas: tuple[str, ...], reason: Reason | None) -> None:
    catalogue = desk.asking(WIRKUNG, {}).catalogue
    measure = catalogue.measures[CENTRES].model_copy(update={"areas": areas})
    assert areas_reason(measure, catalogue) == reason


def test_hidden_values_and_short_series_are_reasons(desk: Desk) -> None:
    offered = chosen(desk.asking(WIRKUNG, {"massnahme": QUARTER})).offered
    seen = {found(desk, massnahme=QUARTER, kennzahl=entry.id).reason for entry in offered}
    assert {None, "hidden", "few_years"} <= seen


def test_measures_that_ran_at_the_same_time_are_named(desk: Desk) -> None:
    catalogue = desk.asking(WIRKUNG, {}).catalogue
    measure, indicator = catalogue.measures[CENTRES], catalogue.indicators["empfehlung-hoehere-schulform"]
    named = alongside(measure, indicator, catalogue, 2024)
    assert "Zusammen im Quartier" in named
    assert "Soziale Stadt Hamm-Westen" not in named  # it ended in 2015
    assert measure.title not in named


def test_budgets_are_whole_euros_of_a_source(desk: Desk) -> None:
    budgets = {entry.id: entry.budget for entry in desk.asking(WIRKUNG, {}).catalogue.measures.values()}
    known = budgets["praeventionsketten"]
    assert known is not None
    assert budget_text(known) == "87.600\u00a0€ (2012 bis 2014)"
    assert budget_text(None) == "nicht bekannt"
    with pytest.raises(ValueError, match="last liegt vor first"):
        Budget(euros=1, first=2014, last=2012, source="statistik")


def test_the_picture_is_hollow_where_zero_is_inside(desk: Desk) -> None:
    shown = page(desk, massnahme=CENTRES).picture
    assert shown is not None
    point = shown.points[-1]
    assert is_chance(replace(point, lower=-1.0, upper=0.0))
    assert not is_chance(replace(point, lower=0.1, upper=2.0))
    drawn = event_study_svg(shown.points, start=shown.start, start_label=shown.start_label, title="Titel",
                            description="Text", narrow=True)  # fmt: skip
    assert shown.start_label in drawn
    for narrow in (False, True):
        scene = event_scene(shown.points, start=shown.start, start_label=shown.start_label,
                            unit_label=shown.unit_label, narrow=narrow)  # fmt: skip
        width = scene.frame.size.narrowest
        for words in scene.words:
            box = words.box(width)
            assert box.x >= -1
            assert box.x + box.width <= width + 1


def test_files_hold_the_values_and_the_differences(desk: Desk, client: FlaskClient) -> None:
    rows = figures(desk.asking(WIRKUNG, {"massnahme": CENTRES})).rows
    compared = [row for row in rows if row.raum == "mit-minus-ohne"]
    assert compared[-1].zeitraum.startswith("Mittel ")
    assert len(compared) == 10  # nine periods against the tenth, and the mean
    sent = client.get(f"/ziele/wirkung.csv?massnahme={CENTRES}")
    table = list(csv.DictReader(io.StringIO(sent.get_data(as_text=True).lstrip("\ufeff")), delimiter=";"))
    assert len(table) == len(rows)
    for ending in ("xlsx", "json"):
        assert client.get(f"/ziele/wirkung.{ending}?massnahme=stark").status_code == 200


def test_the_document_needs_no_scripts(client: FlaskClient) -> None:
    sent = client.get(f"/ziele/wirkung?massnahme={CENTRES}")
    text = sent.get_data(as_text=True)
    assert sent.status_code == 200
    assert "Was dieser Vergleich nicht zeigen kann" in text
    assert "Verlauf vor dem Beginn" in text
    assert 'name="massnahme"' in text
