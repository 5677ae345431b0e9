"""The city's sum of delivered counts: made where nothing is missing, and protected like any other sum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from deliveries_world import COUNTS
from hypothesis import given
from hypothesis import strategies as st
from world import AREAS, COUNT, share_row, tiny_catalogue

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.intake import Check, check_folder
from dashboard.model import Observation
from dashboard.prepare.protection import hide_small_numbers
from dashboard.prepare.totals import NOTE, city_totals
from dashboard.protect.problem import Unprotectable
from dashboard.protect.release import protected
from dashboard.settings import ROOT
from dashboard.store.write import silent

PLAIN: dict[str, Any] = {
    "indicator": COUNT, "numerator": None, "denominator": None, "origin": "delivered", "source": "statistik",
    "delivery": "statistik-2026",
}  # fmt: skip
TOML = """
id = "jugendamt-2026"
titel = "Inobhutnahmen"
lieferant = "Jugendamt"
ansprechstelle = "Jugendhilfeplanung"
eingegangen = 2026-03-02
quelle = "wa-2017-inobhutnahmen"

[[datei]]
name = "zahlen.csv"
form = "lang"
ebene = "sozialraum"
kennzahl = "inobhutnahmen"

[datei.spalten]
raum = "Raum"
zeitraum = "Jahr"
wert = "Fälle"

[datei.zeichen]
"x" = "geheim"
"-" = "nichts"
"""


def counts(numbers: Sequence[int], **changes: Any) -> list[Observation]:
    rows = [replace(share_row(area, 2024, 1, 1, **PLAIN), **changes) for area in AREAS]
    return [replace(row, value=float(number)) for row, number in zip(rows, numbers, strict=True)]


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return load(ROOT / "data" / "catalogue")


def checked(folder: Path, catalogue: Catalogue, cases: dict[str, str], more: str = "") -> Check:
    (folder / "lieferung.toml").write_text(TOML + more, encoding="utf-8")
    rows = [f"{area};2025;{number}" for area, number in cases.items()]
    (folder / "zahlen.csv").write_text("\n".join(["Raum;Jahr;Fälle", *rows]) + "\n", encoding="utf-8")
    return check_folder(folder, catalogue)


def complete(folder: Path, catalogue: Catalogue, cases: dict[str, str]) -> dict[str, Observation]:
    """The delivered rows and the sums that a release adds, by area."""
    check = checked(folder, catalogue, cases)
    assert check.delivery is not None, check.findings
    rows = check.delivery.observations
    return {row.area: row for row in (*rows, *city_totals(rows, catalogue))}


@given(st.lists(st.integers(0, 10**7), min_size=3, max_size=3))
def test_a_plain_count_is_added_up(numbers: list[int]) -> None:
    (city,) = city_totals(counts(numbers), tiny_catalogue())
    assert (city.area, city.value, city.numerator, city.denominator) == ("hamm", sum(numbers), None, None)
    assert (city.note, city.origin, city.delivery) == (NOTE, "delivered", "statistik-2026")


def test_every_category_and_year_for_itself() -> None:
    rows = [*counts((1, 2, 3)), *counts((4, 5, 6), breakdown="u18"), *counts((7, 8, 9), year=2023)]
    found = {(row.year, row.breakdown): row.value for row in city_totals(rows, tiny_catalogue())}
    assert found == {(2024, ""): 6, (2024, "u18"): 15, (2023, ""): 24}


@pytest.mark.parametrize("status", ["hidden", "unknown", "later", "uncertain", "nothing", "senseless"])
def test_an_area_without_a_number_leaves_the_city_without_one(status: str) -> None:
    rows = counts((40, 60, 90))
    rows[1] = replace(rows[1], value=None, status=status)  # type: ignore[arg-type]
    assert city_totals(rows, tiny_catalogue()) == []
    assert city_totals(rows[:1] + rows[2:], tiny_catalogue()) == []


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        (("valid", "valid", "valid"), "valid"),
        (("valid", "provisional", "valid"), "provisional"),
        (("limited", "provisional", "valid"), "limited"),
    ],
)
def test_a_sum_is_as_weak_as_its_weakest_part(statuses: tuple[Any, ...], expected: str) -> None:
    rows = [replace(r, status=s) for r, s in zip(counts((1, 2, 3)), statuses, strict=True)]
    rows[2] = replace(rows[2], certainty="niedrig")
    (city,) = city_totals(rows, tiny_catalogue())
    assert (city.status, city.certainty) == (expected, "niedrig")


@given(st.lists(st.integers(0, 30), min_size=3, max_size=3))
def test_protection_treats_the_sum_like_a_delivered_one(numbers: list[int]) -> None:
    """What is hidden beside a sum of ours is what is hidden beside the supplier's own."""
    catalogue, rows = tiny_catalogue(), counts(numbers)
    (made,) = city_totals(rows, catalogue)
    outcomes = []
    for city in (made, replace(made, note="vom Amt")):
        try:
            found = protected([*rows, city], catalogue).observations
            outcomes.append([(row.area, row.status, row.value) for row in found])
        except Unprotectable as error:
            outcomes.append([str(error)])
    assert outcomes[0] == outcomes[1]
    hidden = [area for area, status, _ in outcomes[0] if status == "hidden"] if len(outcomes[0]) > 1 else []
    assert len(hidden) != 1, "the others and the city would give it away"


def test_the_sum_of_the_nine(tmp_path: Path, real: Catalogue) -> None:
    city = complete(tmp_path, real, COUNTS)["hamm"]
    assert (city.value, city.status, city.note) == (sum(map(int, COUNTS.values())), "valid", NOTE)


def test_a_small_number_cannot_be_taken_from_the_sum(tmp_path: Path, real: Catalogue) -> None:
    rows = complete(tmp_path, real, COUNTS | {"Pelkum": "2"})
    shown, audits, _ = hide_small_numbers(list(rows.values()), real, (), silent)
    hidden = {row.area for row in shown if row.status == "hidden"}
    assert {"pelkum"} < hidden
    assert all(row.value is None for row in shown if row.area in hidden)
    assert sum(row.cells for row in audits if row.kind == "sozialraum") == 9
    assert (sum(row.primary for row in audits), sum(row.secondary for row in audits)) == (1, len(hidden) - 1)
    assert all(row.narrowest is not None and row.narrowest > 0 for row in audits)
    without = [row for row in rows.values() if row.area != "hamm"]
    alone, _, _ = hide_small_numbers(without, real, (), silent)
    assert {row.area for row in alone if row.status == "hidden"} == {"pelkum"}, "there is no sum to attack"


@pytest.mark.parametrize("sign", ["x", "-"])
def test_no_sum_beside_a_gap(tmp_path: Path, real: Catalogue, sign: str) -> None:
    assert "hamm" not in complete(tmp_path, real, COUNTS | {"Pelkum": sign})


def test_the_city_that_was_delivered_stays(tmp_path: Path, real: Catalogue) -> None:
    """People of no area belong to the city only: its own number is not replaced by a sum."""
    city = complete(tmp_path, real, COUNTS | {"Hamm": "600"})["hamm"]
    assert (city.value, city.note) == (600, "")


def test_promised_totals_are_still_checked(tmp_path: Path, real: Catalogue) -> None:
    promise = '\n[datei.pruefung]\nsummen = [{ teile = ["sozialraeume"], ganzes = "hamm" }]\n'
    check = checked(tmp_path, real, COUNTS | {"Hamm": "600"}, promise)
    assert check.delivery is None
    assert "ist 515, angegeben ist 600" in check.findings[0].message
