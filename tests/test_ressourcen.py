"""The page on resources: the sum is exact, what is said is true, and a link carries everything."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.analysis.allocation import Criteria, allocate
from dashboard.answers.desk import Desk
from dashboard.answers.ressourcen import RessourcenAnswer, answer, figures
from dashboard.answers.ressourcen.result import Result
from dashboard.answers.ressourcen.schools import CHOOSE, PROTECTED, schools
from dashboard.catalogue.load import load
from dashboard.components.ressourcen import KEYS, changes, content
from dashboard.settings import ROOT
from dashboard.share.html import to_html
from dashboard.state import RESSOURCEN, View
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.store.read import Store

REAL = load(ROOT / "data" / "catalogue")
NUMBER = re.compile(r"−?[\d.]+(?:,\d+)?")


def shown(desk: Desk, **query: str) -> RessourcenAnswer:
    return desk.ask(RESSOURCEN, {name.replace("_", "-"): value for name, value in query.items()}, answer)


def number(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-").replace("±", "").replace("+", ""))


def amounts(found: RessourcenAnswer) -> dict[str, float]:
    return {row.name: number(row.amount) for row in found.main.rows}


NAMES = st.sampled_from([*(each.name for each in RESSOURCEN.more), "gewicht-hze-faelle", "gewicht-x", "raum"])
VALUES = (
    "3",
    "-1",
    "99",
    "0.3",
    "gleich",
    "eigene",
    "keine",
    "euro",
    "hze-faelle:3",
    "x:1",
    "mitte",
    "bezirk-mitte",
)
weights = st.dictionaries(st.sampled_from(sorted(REAL.criteria)), st.integers(0, 5), max_size=16)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chosen=weights,
    kind=st.sampled_from(["viertelstellen", "ganze-stellen", "euro"]),
    quarters=st.integers(0, 400),
    floor=st.integers(0, 60),
    strength=st.integers(0, 50),
    people=st.sampled_from(sorted(REAL.populations)),
)
def test_the_sum_is_exact_for_every_weight_floor_and_amount(
    desk: Desk, chosen: dict[str, int], kind: str, quarters: int, floor: int, strength: int, people: str
) -> None:
    query = {f"gewicht-{name}": str(weight) for name, weight in chosen.items()}
    amount, least = f"{quarters / 4:g}", f"{floor / 4:g}"
    query |= {"vorlage": "eigene", "gezeigt": "eigene", "art": kind, "stellen": amount, "euro": amount}
    query |= {"mindest-stellen": least, "mindest-euro": least, "staerke": str(strength), "bezug": people}
    asking = desk.asking(RESSOURCEN, query)
    result = Result.of(asking)
    if result.allocation is None:
        assert not result.used
        return
    units = result.allocation.units
    assert int(units.sum()) == result.rule.total
    assert int(units.min()) >= result.rule.floor
    assert (result.allocation.low <= units).all()
    assert (units <= result.allocation.high).all()
    found = answer(asking)
    printed = sum(round(100 * value) for value in amounts(found).values())
    assert (
        printed
        == round(100 * number(found.main.sums[1]))
        == round(100 * float(result.rule.unit.size(result.rule.total)))
    )


@given(
    st.integers(0, 10**7),
    st.lists(
        st.tuples(st.integers(1, 5000), st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=9
    ),
    st.tuples(st.integers(0, 5), st.integers(1, 5)),
    st.integers(0, 50),
)
def test_every_area_stays_inside_its_range(
    total: int, rows: list[tuple[int, int, int]], chosen: tuple[int, int], spread: int
) -> None:
    people = [row[0] for row in rows]
    criteria = Criteria([row[1:] for row in rows], chosen, [True, False])
    found = allocate(total, people, criteria, spread)
    assert found.units.sum() == total
    assert (found.low <= found.units).all()
    assert (found.units <= found.high).all()
    assert found.index is not None
    np.testing.assert_allclose(
        found.factor, np.clip(1 + spread / 100 * found.index.score, 0, None), atol=1e-12
    )


def test_without_criteria_only_heads_count() -> None:
    found = allocate(10, [300, 100, 100], None, 20)
    assert found.units.tolist() == found.low.tolist() == [6, 2, 2]
    assert found.index is None
    assert found.factor.tolist() == [1, 1, 1]


def test_the_headline_names_the_largest_and_smallest_part(desk: Desk) -> None:
    found = shown(desk)
    given = amounts(found)
    most, least = max(given.values()), min(given.values())
    said = re.fullmatch(
        r"Nach Kinderarmut und Sprache entfallen von 20\u00a0Stellen "
        r"(?:je )?([\d,]+) auf (.+) und (?:je )?([\d,]+) auf (.+)",
        found.said.headline,
    )
    assert said is not None
    assert (number(said[1]), number(said[3])) == (most, least)
    for size, names in ((most, said[2]), (least, said[4])):
        assert {name for name, amount in given.items() if amount == size} == set(names.split(" und "))


def test_the_area_in_focus_is_said_against_today(desk: Desk) -> None:
    found = shown(desk, raum="hamm-norden", stellen="16")
    row = next(row for row in found.compared.rows if row.focused)
    words = found.said.headline.split(", ")[1]
    change = number(row.then) - number(row.today)
    size = "so viel wie heute" if change == 0 else f"{abs(change):g}".replace(".", ",")
    assert words.startswith(size)
    assert ("mehr" in words, "weniger" in words) == (change > 0, change < 0)
    assert number(row.change) == change
    assert words.endswith("(Beispiel)")


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"vorlage": "lebensphasen", "art": "euro", "mindest_euro": "40000"},
        {"vorlage": "gleich"},
        {"vorlage": "kinderzahl", "bezug": "grundschule"},
    ],
)
def test_every_sentence_agrees_with_the_table(desk: Desk, query: dict[str, str]) -> None:
    found = shown(desk, **query)
    rows = {row.area: row for row in found.main.rows}
    assert {sentence.area for sentence in found.sentences} == set(rows)
    for sentence in found.sentences:
        row = rows[sentence.area]
        first = re.match(rf"{row.name} erhält ({NUMBER.pattern}) von", sentence.text)
        assert first is not None
        assert number(first[1]) == number(row.amount)
        if row.index is not None:
            assert f"Der Index ist {row.index.text}" in sentence.text
            assert f"zählt {row.index.factor}" in sentence.text
        assert sentence.copy.startswith("Beispieldaten")


def test_printed_contributions_add_up_to_the_printed_index(desk: Desk) -> None:
    for row in shown(desk, vorlage="lebensphasen").made_card.table.rows:
        *parts, index = (number(text) for text in row[1:])
        assert sum(round(100 * part) for part in parts) == round(100 * index)


def test_sums_against_today_are_exact(desk: Desk) -> None:
    for query in ({}, {"art": "euro"}, {"art": "ganze-stellen", "stellen": "17"}):
        found = shown(desk, **query)
        for column, total in zip(("today", "then", "change"), found.compared.sums, strict=True):
            cells = [round(100 * number(getattr(row, column))) for row in found.compared.rows]
            assert sum(cells) == round(100 * number(total)), (query, column)


def test_a_hidden_value_is_named_and_never_filled_in(desk: Desk) -> None:
    name = "abgang-ohne-hauptschulabschluss"
    own = shown(desk, gewichte=f"{name}:2,sgb2-unter-18:3")
    alone = shown(desk, gewichte="sgb2-unter-18:3")
    assert amounts(own) == amounts(alone)
    assert any("geschützt (Geheimhaltung)" in notice for notice in own.said.notices)
    assert "ohne „Ohne Hauptschulabschluss“" in own.said.headline
    only = shown(desk, gewichte=f"{name}:2")
    assert only.main.rows == ()
    assert "nichts verteilen" in only.said.headline
    assert "nicht berechenbar" in only.said.detail


def test_a_preset_without_delivery_says_what_is_missing(desk: Desk) -> None:
    found = shown(desk, vorlage="schulsozialindex")
    assert found.main.rows == ()
    assert "Die Lücke schließt die Lieferung „Verzeichnis der Schulen" in found.said.detail
    assert found.tiles == ()


def address(desk: Desk, **query: str) -> str:
    return shown(desk, **query).address


def test_the_address_is_readable_and_holds_only_what_differs(desk: Desk) -> None:
    assert address(desk) == "/ressourcen"
    assert address(desk, stellen="20", art="viertelstellen", staerke="20") == "/ressourcen"
    own = address(desk, gewichte="sprachstand-schuleingang:1,sgb2-unter-18:5,hze-faelle:0")
    assert own == "/ressourcen?gewichte=sgb2-unter-18:5,sprachstand-schuleingang:1"
    assert address(desk, vorlage="gleich", raum="mitte") == "/ressourcen?raum=mitte&vorlage=gleich"


def test_a_form_is_read_as_preset_or_own_weights(desk: Desk) -> None:
    plain = {f"gewicht-{name}": "0" for name in REAL.criteria}
    held = plain | {"gewicht-sgb2-unter-18": "3", "gewicht-sprachstand-schuleingang": "3"}
    first = "kinderarmut-und-sprache"
    as_form: dict[str, Any] = {"vorlage": first, "gezeigt": first}
    assert address(desk, **held, **as_form) == "/ressourcen"
    changed = held | {"gewicht-sgb2-unter-18": "4"}
    own = "/ressourcen?gewichte=sgb2-unter-18:4,sprachstand-schuleingang:3"
    assert address(desk, **changed, **as_form) == own
    assert address(desk, **changed, vorlage="eigene", gezeigt="eigene") == own
    # another preset was chosen: the weights still in the fields are those of the one before
    assert address(desk, **held, vorlage="gleich", gezeigt=first) == "/ressourcen?vorlage=gleich"
    assert address(desk, **changed, vorlage="gleich", gezeigt="eigene") == "/ressourcen?vorlage=gleich"
    assert address(desk, **plain, vorlage="gleich", gezeigt="gleich") == "/ressourcen?vorlage=gleich"
    assert address(desk, **plain, **as_form) == "/ressourcen?gewichte=keine"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(NAMES, st.one_of(st.text(max_size=20), st.sampled_from(VALUES))))
def test_no_address_breaks_the_page_and_the_canonical_one_is_stable(
    desk: Desk, query: dict[str, str]
) -> None:
    found = desk.ask(RESSOURCEN, query, answer)
    to_html(content(found))
    asking = desk.asking(RESSOURCEN, query)
    again = View.from_query(found.view.to_query(asking.choices), asking.choices, RESSOURCEN)
    assert again == found.view
    assert desk.ask(RESSOURCEN, again.to_query(asking.choices), answer).address == found.address


@pytest.mark.parametrize(
    "query", [{}, {"vorlage": "gleich"}, {"vorlage": "schulsozialindex"}, {"gewichte": "keine"}]
)
def test_a_change_sets_exactly_the_keys_of_the_page(desk: Desk, query: dict[str, str]) -> None:
    found = shown(desk, **query)
    assert set(changes(found)) == set(KEYS)
    assert len(KEYS) == len(set(KEYS))


def test_amounts_that_do_not_fit_are_named(desk: Desk) -> None:
    found = shown(desk, stellen="20.1", mindest_stellen="4")
    assert len(found.said.notices) == 2
    assert found.main.sums[1] == "20,00"
    assert min(amounts(found).values()) == 2


def test_the_files_hold_what_the_page_says(desk: Desk) -> None:
    found = figures(desk.asking(RESSOURCEN, {"vorlage": "lebensphasen"}))
    given = [row for row in found.rows if row.kennzahl == "ressourcen-verteilung"]
    assert sum(float(row.wert or 0) for row in given) == 20
    page = amounts(shown(desk, vorlage="lebensphasen"))
    assert {row.raum_name: float(row.wert or 0) for row in given} == page
    assert {row.kennzahl for row in found.rows} >= {
        "ressourcen-index",
        "ressourcen-heute",
        "vera-kompetenzniveau",
    }


def school(number: str, name: str, pupils: float | None, level: float | None) -> FacilityFact:
    values = [
        FacilityValue("schueler-je-schule", 2024, pupils, "x"),
        FacilityValue("schulsozialindex", 2024, level, "x"),
    ]
    return FacilityFact(number, name, "Grundschule", "59065", "mitte", tuple(values))


def test_schools_share_the_part_of_their_area_and_nobody_else_sees_them(release_url: str) -> None:
    some = (
        school("1", "Talschule", 200, 8),
        school("2", "Bergschule", 300, 3),
        school("3", "Waldschule", 100, None),
    )
    with Store(release_url) as store:
        desk = Desk(store, lambda _release, area: some if area == "mitte" else ())
        asking = desk.asking(RESSOURCEN, {"raum": "mitte"})
        result = Result.of(asking)
        rows = schools(result).rows
        part = amounts(answer(asking))["Mitte"]
        assert sum(number(row.amount) for row in rows[:2]) == part
        assert rows[2].amount == "nicht berechenbar"
        assert answer(asking).key is None
        assert schools(Result.of(desk.asking(RESSOURCEN, {}))).note == CHOOSE
        public = Desk(store, lambda _release, _area: None)
        found = public.ask(RESSOURCEN, {"raum": "mitte"}, answer)
        assert (found.schools.rows, found.schools.note) == ((), PROTECTED)
        assert "Talschule" not in str(to_html(content(found)))
