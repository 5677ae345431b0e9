"""From the calibration to observations: marked, exact, the same every time."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.load import load
from dashboard.model import CITY, TOTAL, Observation
from dashboard.prepare.demo import generate
from dashboard.prepare.demo.reading import read_calibration

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "data" / "demo"
Key = tuple[str, int, str]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load(ROOT / "data" / "catalogue")


@pytest.fixture(scope="module")
def rows(catalogue: Catalogue) -> list[Observation]:
    return generate(catalogue.indicators, FOLDER)


def by_key(rows: list[Observation]) -> dict[Key, dict[str, Observation]]:
    found: dict[Key, dict[str, Observation]] = defaultdict(dict)
    for row in rows:
        found[row.indicator, row.year, row.breakdown][row.area] = row
    return found


def test_every_row_is_marked(rows: list[Observation]) -> None:
    assert len(rows) > 10_000
    assert {(row.origin, row.source, row.reading, row.delivery) for row in rows} == {
        ("demo", "beispieldaten", 0, "")
    }


def test_every_cell_is_drawn_once(rows: list[Observation]) -> None:
    cells = {(row.indicator, row.area, row.year, row.breakdown) for row in rows}
    assert len(cells) == len(rows)


def test_nine_areas_add_up_to_the_city(rows: list[Observation], catalogue: Catalogue) -> None:
    nine = {area.id for area in catalogue.partition("sozialraum")}
    for key, areas in by_key(rows).items():
        city = areas.pop(CITY)
        if not areas:
            city_only = ("segregation-gymnasium", "empfehlung-stufe", "empfehlung-wahl")
            assert key[0] in ("sprache-messpunkte", "hze-plan", *city_only)
            continue
        assert set(areas) == nine, key
        for name in ("numerator", "denominator", "cents"):
            parts = [getattr(row, name) for row in areas.values()]
            whole = getattr(city, name)
            assert sum(parts) == pytest.approx(whole, abs=1e-6) if whole is not None else set(parts) == {None}
        if city.cents is not None:
            assert sum(row.cents or 0 for row in areas.values()) == city.cents


def test_categories_add_up_to_their_total(rows: list[Observation], catalogue: Catalogue) -> None:
    cells: dict[tuple[str, str, int], dict[str, Observation]] = defaultdict(dict)
    for row in rows:
        cells[row.indicator, row.area, row.year][row.breakdown] = row
    checked = 0
    for (name, _, _), found in cells.items():
        total = found.pop(TOTAL, None)
        if total is None or not found:
            continue
        known = {each.id for part in catalogue.indicators[name].breakdowns for each in part.categories}
        assert set(found) == known
        assert sum(row.numerator or row.cents or 0 for row in found.values()) == (
            total.numerator or total.cents or 0
        )
        checked += 1
    assert checked > 500


def test_values_are_computed_from_the_counts(rows: list[Observation], catalogue: Catalogue) -> None:
    for row in rows:
        indicator = catalogue.indicators[row.indicator]
        if row.value is None:
            assert (row.status, row.denominator) == ("senseless", 0.0)
        elif row.cents is not None:
            assert row.value == row.cents / 100
            assert indicator.kind == "euro"
        elif indicator.kind == "index":
            assert row.numerator is None
        elif row.denominator is None:
            assert row.value == row.numerator
        else:
            assert row.numerator is not None
            assert row.numerator <= row.denominator
            per = 100 if indicator.kind == "share" else indicator.per
            assert row.value == pytest.approx(per * row.numerator / row.denominator, abs=1e-12)


def test_years_are_those_of_the_demo(rows: list[Observation], catalogue: Catalogue) -> None:
    for row in rows:
        indicator = catalogue.indicators[row.indicator]
        assert max(2008, indicator.valid_from or 0) <= row.year <= min(2025, indicator.valid_until or 9999)


def test_what_is_computed_or_only_published_is_not_drawn(rows: list[Observation]) -> None:
    drawn = {row.indicator for row in rows}
    assert not drawn & {
        "annaeherung-sozialraeume",
        "lernatlas-gesamt",
        "flaeche",
        "bevoelkerung-fortschreibung",
    }


def test_prevention_is_defined_as_in_the_catalogue(catalogue: Catalogue) -> None:
    spec = read_calibration(FOLDER).prevention[0]
    side = {kind.id: kind.side for kind in catalogue.cost_kinds.values()}
    paid = {
        kind.id
        for kind in next(
            part for part in read_calibration(FOLDER).cases if part.indicator == "hze-faelle"
        ).kinds
    }
    assert {kind for kind in paid if side[kind] == "prevention"} == set(spec.preventive)
    assert set(spec.kinds) == {kind for kind in side if side[kind] == "prevention"} - paid


def test_the_same_seed_gives_the_same_rows(rows: list[Observation], catalogue: Catalogue) -> None:
    assert generate(catalogue.indicators, FOLDER) == rows
    assert generate(catalogue.indicators, FOLDER, seed=7) != rows
