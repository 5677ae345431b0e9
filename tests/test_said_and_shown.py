"""What pages say agrees with itself: one gap, one headline, the areas that are meant, German cases."""

from __future__ import annotations

from dataclasses import replace

import pytest
from world import COUNT, EURO, SHARE, tiny_indicator

from dashboard.answers import karte
from dashboard.answers.desk import Desk
from dashboard.answers.kennzahl import answer as kennzahl_answer
from dashboard.answers.parts import Tile
from dashboard.answers.tiles import target_tile
from dashboard.answers.uebergaenge import answer as uebergaenge_answer
from dashboard.answers.ziele import answer as ziele_answer
from dashboard.answers.ziele.table_parts import Matrix
from dashboard.components.area_list import legend
from dashboard.display import AreaValue
from dashboard.figures.city_map import without_number
from dashboard.state import KARTE, KENNZAHL, UEBERGAENGE, ZIELE
from dashboard.wording.goals_matrix import matrix_headline
from dashboard.wording.grammar import measured, of_place
from dashboard.wording.numbers import amount_dative, n_of
from dashboard.wording.transitions_choice import Uneven, uneven_years
from dashboard.wording.units import dative, typeset


@pytest.mark.parametrize("indicator", ["u3-betreuung", "eingliederungshilfe-schule", "uebergang-gymnasium"])
def test_one_gap_is_said_once_for_all(desk: Desk, indicator: str) -> None:
    found = desk.ask(KENNZAHL, {"kennzahl": indicator, "ansicht": "abstand"}, kennzahl_answer)
    name, size, _ = found.apart.measures[0]
    assert name == "Abstand"
    assert found.apart.points[-1].text == size
    assert found.apart.table.rows[0][1] == size
    assert size in found.said.detail
    assert size in found.apart.description


def test_a_gap_without_a_course_has_no_empty_sentence(desk: Desk) -> None:
    for indicator in ("guter-start-familien", "flaeche", "uebergang-hauptschule"):
        found = desk.ask(KENNZAHL, {"kennzahl": indicator, "ebene": "stadtbezirk"}, kennzahl_answer)
        assert ". ." not in found.apart.description


def test_equal_areas_are_no_pair(desk: Desk) -> None:
    query = {"kennzahl": "anteil-unter-18", "ebene": "stadtbezirk", "ansicht": "abstand"}
    found = desk.ask(KENNZAHL, query, kennzahl_answer)
    assert found.said.detail.startswith("Alle gezeigten Werte sind gleich (18,0")


def test_the_target_tile_counts_the_areas_of_its_map(desk: Desk) -> None:
    def told(name: str, partition: str) -> Tile:
        asking = desk.asking(KARTE, {"kennzahl": name, "ebene": partition})
        return target_tile(asking.question.line, asking.catalogue)

    assert told("uebergang-gymnasium", "sozialraum").value == "2 von 9"
    assert told("uebergang-hauptschule", "sozialraum").detail.startswith("bewerteten Sozialräumen")
    for name in ("uebergang-gymnasium", "uebergang-hauptschule"):
        published = told(name, "stadtbezirk")  # judged were the example values of other areas
        assert published.value == "offen"
        assert "Sozialr" not in published.detail


def test_hatching_is_named_by_what_it_hides(desk: Desk) -> None:
    found = desk.ask(KARTE, {"kennzahl": "uebergang-hauptschule"}, karte.answer)
    hidden = [area for area in found.compared.areas if area.value is None]
    assert {area.sign for area in hidden} == {"hidden"}
    assert without_number(hidden) == "geschützt (x)"
    none: list[AreaValue] = [replace(hidden[0], sign="none")]
    assert without_number(none) == "keine Angabe"
    assert without_number([*hidden, *none]) == "geschützt (x) oder keine Angabe"
    assert without_number([]) == ""


def test_no_legend_of_signs_where_no_sign_is(desk: Desk) -> None:
    def words(**query: str) -> str:
        return "".join(str(part) for part in legend(desk.ask(KARTE, query, karte.answer)))

    assert "besser" in words(kennzahl="uebergang-gymnasium")
    assert "besser" not in words(kennzahl="uebergang-gymnasium", ebene="stadtbezirk")
    assert "höher" not in words(kennzahl="uebergang-sekundarschule")


@pytest.mark.parametrize("view", ["schulen", "kette"])
def test_a_card_does_not_repeat_the_statement(desk: Desk, view: str) -> None:
    found = desk.ask(UEBERGAENGE, {"ansicht": view}, uebergaenge_answer)
    assert found.main.title != found.said.headline
    assert not any(note.rstrip(".") in found.said.detail for note in found.main.notes)


def test_the_matrix_speaks_of_the_chosen_targets(desk: Desk) -> None:
    every = desk.ask(ZIELE, {"ansicht": "matrix"}, ziele_answer)
    some = desk.ask(ZIELE, {"ansicht": "matrix", "perspektive": "kosten"}, ziele_answer)
    assert isinstance(every.shown, Matrix)
    assert isinstance(some.shown, Matrix)
    count = len(some.shown.rows)
    assert 0 < count < len(every.shown.rows)
    assert some.said.headline.startswith(f"Auswahl von {count} Zielen: ")
    assert "Auswahl" not in every.said.headline
    assert matrix_headline([], [], 9, 0) == "Kein Ziel entspricht der Auswahl"


def test_missing_figures_are_asked_for_by_name(desk: Desk) -> None:
    found = desk.ask(KENNZAHL, {"kennzahl": "abgang-ohne-abschluss", "raum": "mitte"}, kennzahl_answer)
    numerator = desk.asking(KARTE, {}).catalogue.indicators["abgang-ohne-abschluss"].numerator
    assert f"die Lücke schließt eine Lieferung: {numerator}" in found.said.detail


def test_money_is_not_a_number_of_cases(desk: Desk) -> None:
    found = desk.ask(KENNZAHL, {"kennzahl": "praeventionsanteil", "raum": "mitte"}, kennzahl_answer)
    assert "n\u00a0=" not in found.said.detail
    share = tiny_indicator(SHARE)
    assert n_of(share.model_copy(update={"people": "Euro"}), 8_255_385.0) == "von 8,3\u00a0Mio.\u00a0€"
    assert n_of(share, 187.0) == "n\u00a0=\u00a0187"


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("Punkte", "Punkten"),
        ("Kinder je 10.000 unter 18", "Kindern je 10.000 unter 18"),
        ("Schülerinnen und Schüler", "Schülerinnen und Schülern"),
        ("Stufe (1–9)", "Stufen (1–9)"),
        ("Hilfen je 1.000 unter 21", "Hilfen je 1.000 unter 21"),
        ("km²", "km²"),
    ],
)
def test_dative(unit: str, said: str) -> None:
    assert dative(unit) == said


def test_a_unit_is_said_in_its_case_and_once() -> None:
    assert amount_dative(10.5, tiny_indicator(SHARE)) == "10,5\u00a0Punkten"
    assert measured(tiny_indicator(SHARE)) == "in Prozent"
    assert measured(tiny_indicator(EURO, kind="euro", unit="€")) == "in Euro"
    assert measured(tiny_indicator(COUNT, kind="count", unit="Personen")) == "Anzahl"
    rate = tiny_indicator(
        "rate", kind="rate", per=1000, unit="Fälle je 1.000 Kinder", title="Fälle je 1.000 Kinder"
    )
    assert measured(rate) == ""
    assert measured(rate.model_copy(update={"title": "Fälle"})) == "in Fällen je 1.000 Kinder"


def test_of_place() -> None:
    assert of_place("Mitte") == "von Mitte"
    assert of_place("Stadtbezirk Heessen") == "des Stadtbezirks Heessen"


@pytest.mark.parametrize(
    ("indices", "said"),
    [
        ([20.0, 20.0], "In allen 2 Schuljahren ungleicher, als Zufall erklärt"),
        ([20.0, 5.0], "In 1 von 2 Schuljahren ungleicher, als Zufall erklärt"),
        ([5.0, 5.0], "In keinem von 2 Schuljahren ungleicher, als Zufall erklärt"),
        ([20.0], "In einem Schuljahr ungleicher, als Zufall erklärt"),
    ],
)
def test_uneven_years(indices: list[float], said: str) -> None:
    assert uneven_years([Uneven(d, 10.0, 13.0, 27, 0.1) for d in indices]) == said


def test_prose_keeps_numbers_and_units_together() -> None:
    assert typeset("98 % der Kinder, 27,14 Mio. €, 3 Punkte") == (
        "98\u202f% der Kinder, 27,14\u00a0Mio.\u00a0€, 3\u00a0Punkte"
    )
    assert typeset("5 Messpunkte, 2 Punkterunden") == "5 Messpunkte, 2 Punkterunden"


def test_a_target_is_typeset_and_its_name_in_files_is_not(desk: Desk) -> None:
    found = desk.ask(ZIELE, {"ansicht": "matrix"}, ziele_answer)
    assert isinstance(found.shown, Matrix)
    titles = [row.title for row in found.shown.rows]
    assert any("\u202f%" in title for title in titles)
    assert not any(" %" in title for title in titles)
    targets = desk.asking(ZIELE, {}).catalogue.targets.values()
    assert any(" %" in target.title for target in targets)  # what is searched and exported


def test_a_sum_of_areas_has_its_row_in_the_table_over_time(desk: Desk) -> None:
    found = desk.ask(KARTE, {"kennzahl": "hze-aufwendungen"}, karte.answer)
    name, *cells = found.trend.table.rows[-1]
    assert name == "Stadt Hamm"
    assert all(cell.endswith("Mio.\u00a0€") for cell in cells)
    assert found.trend.city.points == ()  # it is no line among the areas


def test_of_a_published_share_without_value_the_count_is_said(desk: Desk) -> None:
    found = desk.ask(KARTE, {"kennzahl": "ogs-quote"}, karte.answer)
    texts = {value.period: value.text for value in found.published}
    assert texts["2019/20"] == "2.874 (nur die Anzahl)"
    assert all(len(text) > 1 for text in texts.values())
