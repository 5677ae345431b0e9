"""Days of help from delivery to page: what is refused, what is drawn, what is decomposed and shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kosten_delivered_world import deliver, drawn
from kosten_world import blocks, files, lines, scope, shown

from dashboard.analysis.lmdi import decompose, decompose_days
from dashboard.answers.desk import Desk
from dashboard.answers.kosten.book import DAYS, EUROS
from dashboard.answers.kosten.parts import Ledger
from dashboard.answers.kosten.split import FOUR, THREE, split
from dashboard.catalogue.load import load
from dashboard.figures.waterfall import Waterfall
from dashboard.intake import check_folder
from dashboard.model import CITY
from dashboard.prepare.build import build
from dashboard.prepare.reading import Folders
from dashboard.prepare.refused import ReleaseRefused
from dashboard.settings import ROOT

LANG = """
id = "tage-2026"
titel = "Fälle und Tage"
lieferant = "Jugendamt"
ansprechstelle = "Controlling"
eingegangen = 2026-03-02
quelle = "melderegister-hamm"

[[datei]]
name = "zahlen.csv"
form = "lang"
ebene = "sozialraum"

[datei.spalten]
kennzahl = "Kennzahl"
raum = "Raum"
zeitraum = "Jahr"
merkmal = "Hilfeart"
wert = "Tage"
zaehler = "Fälle"
nenner = "unter 21"
"""
HEADER = "Kennzahl;Raum;Jahr;Hilfeart;Tage;Fälle;unter 21"


def folder(path: Path, *rows: str) -> Path:
    """A delivery of cases and days in one long table."""
    path.mkdir(parents=True)
    (path / "lieferung.toml").write_text(LANG, encoding="utf-8")
    (path / "zahlen.csv").write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def test_more_days_than_the_cases_can_have_are_refused_with_their_cell(tmp_path: Path) -> None:
    path = folder(
        tmp_path / "tage",
        "hze-faelle;Mitte;2024;spfh;;3;4000",
        "hze-hilfetage;Mitte;2024;spfh;1099;;",
        "hze-faelle;Mitte;2024;heimerziehung;;3;4000",
        "hze-hilfetage;Mitte;2024;heimerziehung;1098;;",
    )
    check = check_folder(path, load(ROOT / "data" / "catalogue"))
    [found] = [each for each in check.findings if each.severity == "error"]
    assert check.delivery is None
    assert (found.file, found.row, found.column, found.value) == ("zahlen.csv", 3, "Tage", "1099")
    assert found.expectation == "höchstens 1.098 Tage (3 Fälle mit je 366)"
    assert "hze-hilfetage, mitte, 2024, spfh" in found.message
    assert "zahlen.csv, Zeile 2" in found.message


def test_days_are_held_against_the_cases_of_all_deliveries(small_root: Path) -> None:
    folders = Folders.below(small_root / "data", small_root / "geodata")
    figures = drawn(7)
    deliver(small_root, replace(figures, days=figures.cases * 367))
    with pytest.raises(ReleaseRefused) as refused:
        build(folders, accept_warnings=True, today=date(2026, 11, 21))
    assert all("2026-hilfetage" in line and "2026-hze-faelle" in line for line in refused.value.problems)
    assert len(refused.value.problems) > 50


def test_days_without_cases_are_refused_because_nobody_could_protect_them(small_root: Path) -> None:
    folder(small_root / "data" / "deliveries" / "tage", "hze-hilfetage;Mitte;2024;spfh;900;;")
    with pytest.raises(ReleaseRefused) as refused:
        build(Folders.below(small_root / "data", small_root / "geodata"), accept_warnings=True)
    [problem] = refused.value.problems
    for part in ("hze-hilfetage, mitte, 2024, spfh", "hze-faelle", "nicht schützen"):
        assert part in problem


def test_demo_days_are_those_of_their_cases(desk: Desk) -> None:
    book, most = scope(desk).book, 0.0
    assert len(book.days) == len(book.cases)
    for area, kind, year in book.days:
        amount = book.amount(area, year, kind)
        if amount.days is not None:
            assert amount.cases is not None  # hidden cases have no days
            assert amount.cases <= amount.days <= 366 * amount.cases
            most = max(most, amount.days_per_case or 0)
    assert 300 < most < 366
    assert any(amount.days_hidden for amount in (book.amount(a, y, k) for a, k, y in book.days))


WHOLE = st.integers(1, 10**6)


@settings(deadline=None)
@given(rows=st.lists(st.tuples(*[st.integers(1, 400)] * 2, *[WHOLE] * 4), min_size=1, max_size=9))
def test_four_factors_are_the_three_with_the_cost_per_case_split_in_two(
    rows: list[tuple[int, ...]],
) -> None:
    cases0, cases1, days0, days1, cents0, cents1 = np.array(rows).T
    plain = decompose(cases0, cents0, cases1, cents1).by_kind
    found = decompose_days(cases0, days0, cents0, cases1, days1, cents1)
    assert (found[:, :2] == plain[:, :2]).all()
    assert (found[:, 2] + found[:, 3] == plain[:, 2]).all()
    same = decompose_days(cases0, cases0 * 9, cents0, cases1, cases1 * 9, cents1)
    assert not same[:, 2].any()  # no case runs longer: all of it is the cost of a day


def test_cases_without_days_are_not_decomposed() -> None:
    with pytest.raises(ValueError, match="days"):
        decompose_days([3], [0], [100], [3], [500], [100])


@pytest.mark.parametrize("area", ["hamm", "mitte", "rhynern"])
def test_the_causes_with_days_add_up_and_agree_with_those_without(desk: Desk, area: str) -> None:
    query = {"ansicht": "ursachen", "raum": area}
    found = split(scope(desk, **query, faktoren="tage"))
    assert found is not None
    assert found.factors == FOUR
    assert sum(found.effects) == found.end - found.start
    plain = split(scope(desk, **query))
    assert plain is not None
    assert plain.factors == THREE
    if plain.kinds == found.kinds and area == "hamm":
        assert (plain.effects[0], plain.effects[2]) == (found.effects[0], found.effects[3])
        assert plain.effects[1] == found.effects[1] + found.effects[2]
    page = shown(desk, **query, faktoren="tage")
    [drawn_] = [block for block in blocks(page) if isinstance(block, Waterfall)]
    assert len(drawn_.bars) == 6
    assert "Tage je Fall" in page.said.headline
    names = {row.kennzahl for row in files(desk, **query, faktoren="tage").rows}
    assert {"effekt-tage-je-fall", "effekt-kosten-je-tag"} <= names
    assert "effekt-kosten-je-fall" not in names


def test_days_stand_in_the_development_the_way_down_and_the_files(desk: Desk) -> None:
    page, book = shown(desk), scope(desk).book
    total = book.amount(CITY, 2025)
    assert total.days
    assert total.days_per_case
    days = f"{total.days:,}".replace(",", ".")
    [card] = [card for card in page.cards if "Tage des Jahres" in card.title]
    assert f"{total.days_per_case:.0f} Tage" in card.title
    [last] = [row for row in card.table.rows if row[:2] == ("2025", "alle Hilfen")]
    assert (last[3], last[4]) == (days, f"{total.days_per_case:.0f}")
    assert f"{days} Hilfetage" in page.said.detail
    down = shown(desk, ansicht="raeume")
    [ledger] = [each for each in blocks(down) if isinstance(each, Ledger) and each.header[0] == "Bereich"]
    place = ledger.header.index("Tage") - 1
    [whole] = [line for line in ledger.lines if line.role == "sum"]
    assert whole.cells[place] == days
    assert "Plan (Haushaltsansatz)" in {line.name for line in ledger.lines}
    for ansicht in ({}, {"ansicht": "raeume"}):
        rows = [row for row in files(desk, **ansicht).rows if row.kennzahl in (DAYS, EUROS)]
        assert {row.kennzahl for row in rows} == {DAYS, EUROS}


def test_help_in_schools_says_of_every_form_how_much_is_systemic(desk: Desk) -> None:
    page = shown(desk)
    [card] = [card for card in page.cards if card.title.startswith("Eingliederungshilfe in Schulen")]
    assert card.table.header == (
        "Schulform", "Fälle", "je 1.000", "Einzelfall", "systemisch", "Anteil systemisch", "95-%-Bereich",
    )  # fmt: skip
    *forms, whole = [tuple(cell.replace(".", "") for cell in row) for row in card.table.rows]
    assert len(forms) == 6
    for column in (1, 3, 4):
        assert sum(int(row[column]) for row in forms) == int(whole[column])
    for row in (*forms, whole):
        assert int(row[3]) + int(row[4]) == int(row[1])
        share = 100 * int(row[4]) / int(row[1])
        assert abs(float(row[5].split("\u202f")[0].replace(",", ".")) - share) <= 0.0500001
        assert " bis " in row[6]
    rows = [row for row in files(desk).rows if row.kennzahl == "eingliederungshilfe-systemisch"]
    found = {row.merkmal for row in rows if row.zeitraum == "2025/26" and row.raum == "hamm"}
    assert found == {
        "", "grundschule", "hauptschule", "realschule", "gesamtschule", "gymnasium", "foerderschule",
    }  # fmt: skip


def test_a_hidden_form_of_school_is_an_x_everywhere(desk: Desk) -> None:
    page = shown(desk, raum="mitte")
    [card] = [card for card in page.cards if card.title.startswith("Eingliederungshilfe in Schulen")]
    hidden = {row[0] for row in card.table.rows if row[4] == "x"}
    assert hidden
    for line in lines(page):
        if line.name in hidden and len(line.cells) == 5:
            assert line.cells[2:] == ("x", "x", "x")
            assert line.name not in card.title


def test_the_title_names_forms_only_where_chance_does_not_explain_their_order(desk: Desk) -> None:
    def title(area: str) -> str:
        [found] = [card.title for card in shown(desk, raum=area).cards if "in Schulen" in card.title]
        return found

    assert title("hamm").endswith("systemisch versorgt; Grundschule 57,6\u202f%, Realschule 29,0\u202f%")
    assert title("heessen").endswith("systemisch versorgt")  # 7 of 13 and 0 of 4: their intervals overlap
