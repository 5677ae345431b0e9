"""The demo values against the published figures they are calibrated to, and money to the cent."""

from __future__ import annotations

import numpy as np
import pytest
from demo_world import at, city_share, drawn, shipped
from hypothesis import given
from hypothesis import strategies as st

from dashboard.prepare.demo.calibration import Calibration, Derived, Prevention
from dashboard.prepare.demo.money import city_totals, share_out
from dashboard.prepare.demo.table import World
from dashboard.prepare.demo.trend import path


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return shipped()


@pytest.fixture(scope="module")
def world() -> World:
    return drawn()


@pytest.mark.parametrize(
    ("form", "lowest", "highest"), [("hauptschule", 7.8, 35.6), ("gymnasium", 21.9, 46.3)]
)
def test_transitions_2010_come_close_to_the_published_range(
    world: World, form: str, lowest: float, highest: float
) -> None:
    table = world.drawn[f"uebergang-{form}"]
    assert table.denominator is not None
    shares = 100 * table.numerator[:, at(2010), 0] / table.denominator[:, at(2010), 0]
    assert shares.min() == pytest.approx(lowest, abs=1.5)
    assert shares.max() == pytest.approx(highest, abs=1.5)


@pytest.mark.parametrize(
    ("indicator", "year", "published", "tolerance"),
    [
        ("uebergang-realschule", 2018, 34.8, 4.0),
        ("uebergang-gesamtschule", 2018, 24.9, 4.0),
        ("uebergang-gymnasium", 2018, 33.0, 4.0),
        ("uebergang-hauptschule", 2018, 7.0, 2.5),
        ("uebergang-hauptschule", 2020, 9.2, 2.5),
        ("sprachfoerderbedarf-delfin4", 2010, 30.0, 4.0),
        ("ogs-quote", 2020, 43.0, 2.5),
        ("ogs-quote", 2023, 54.4, 2.5),
        ("ogs-quote", 2024, 56.6, 2.5),
        ("migrationsanteil", 2021, 39.0, 0.6),
        ("migrationsanteil", 2022, 40.6, 0.6),
        ("abgang-ohne-hauptschulabschluss", 2012, 2.3, 1.2),
        ("schuleingang-deutsch-nicht-erstsprache", 2008, 34.0, 4.0),
        ("anteil-unter-18", 2021, 17.3, 0.2),
    ],
)
def test_city_shares_are_near_the_published_ones(
    world: World, indicator: str, year: int, published: float, tolerance: float
) -> None:
    """Tolerances are about three standard deviations of the draw."""
    assert city_share(world.drawn[indicator], year) == pytest.approx(published, abs=tolerance)


def test_delfin_4_finds_about_450_of_1500(world: World) -> None:
    part = world.drawn["sprachfoerderbedarf-delfin4"]
    assert part.denominator is not None
    assert part.denominator[:, at(2010)].sum() == pytest.approx(1_500, abs=60)
    assert part.numerator[:, at(2010)].sum() == pytest.approx(450, abs=60)


def test_cases_2019_are_the_published_ones(world: World) -> None:
    table = world.drawn["hze-faelle"]
    city = dict(zip(table.categories, table.numerator[:, at(2019)].sum(axis=0).tolist(), strict=True))
    assert city == {
        "erziehungsberatung": 1407, "spfh": 513, "vollzeitpflege": 405, "einzelbetreuung": 375,
        "heimerziehung": 364, "eingliederungshilfe-35a": 328, "tagesgruppe": 70, "hze-27": 63,
        "soziale-gruppenarbeit": 3, "isp-einzelbetreuung": 2,
    }  # fmt: skip
    assert sum(city.values()) == 3_530
    assert table.numerator[:, at(2018)].sum() == 3_435


@pytest.mark.parametrize(("year", "euros"), [(2008, 23_880_000), (2009, 25_320_000), (2010, 27_140_000)])
def test_euros_2008_to_2010_are_exact(world: World, year: int, euros: int) -> None:
    assert world.drawn["hze-aufwendungen"].numerator[:, at(year)].sum() == euros * 100


def test_euros_grow_plausibly_and_add_up_every_year(calibration: Calibration, world: World) -> None:
    table = world.drawn["hze-aufwendungen"]
    totals = table.numerator.sum(axis=(0, 2))
    assert totals.tolist() == city_totals(calibration.euros[0])
    assert 60_000_000_00 <= totals[-1] <= 70_000_000_00
    growth = 100 * (totals[1:] / totals[:-1] - 1)
    assert growth.min() > 3
    assert growth.max() < 10
    assert table.numerator.dtype == np.int64


def test_no_money_without_cases(world: World) -> None:
    cases, cents = world.drawn["hze-faelle"].numerator, world.drawn["hze-aufwendungen"].numerator
    assert np.all(cents[cases == 0] == 0)
    assert np.all(cents[cases > 0] > 0)


def test_prevention_is_a_part_of_all_spending(calibration: Calibration, world: World) -> None:
    spec: Prevention = calibration.prevention[0]
    table = world.drawn[spec.indicator]
    assert table.denominator is not None
    paid = world.drawn[spec.euros]
    advice = paid.numerator[:, :, paid.categories.index("erziehungsberatung")] / 100
    assert np.all(table.numerator[:, :, 0] >= advice)
    shares = 100 * table.numerator.sum(axis=(0, 2)) / table.denominator.sum(axis=(0, 2))
    assert 5 < shares.min() < shares.max() < 20


def test_derived_shares_repeat_their_source(calibration: Calibration, world: World) -> None:
    specs: tuple[Derived, ...] = calibration.derived
    assert {spec.indicator for spec in specs} >= {"anteil-unter-18", "empfehlung-hoehere-schulform"}
    for spec in specs:
        assert np.array_equal(world.drawn[spec.indicator].numerator[:, :, 0], world.part(spec.of))
    assert np.array_equal(world.drawn["anteil-unter-18"].numerator[:, :, 0], world.population.ages(0, 17))


def test_some_spreads_fall_and_one_grows(calibration: Calibration) -> None:
    change = {spec.indicator: path(spec.spread)[-1] - path(spec.spread)[0] for spec in calibration.share}
    assert change["u3-betreuung"] < 0
    assert change["sgb2-unter-18"] > 0
    assert change["schuleingang-deutsch-nicht-erstsprache"] == 0


# --- cents

CELL = st.one_of(st.just(0.0), st.floats(min_value=0.01, max_value=1e8))


@given(total=st.integers(0, 10**11), cells=st.lists(CELL, min_size=12, max_size=12).filter(any))
def test_cents_add_up_at_every_level(total: int, cells: list[float]) -> None:
    weights = np.array(cells).reshape(4, 3)
    cents = share_out(total, weights)
    assert cents.shape == weights.shape
    assert cents.sum() == total
    assert cents.sum(axis=0).sum() == cents.sum(axis=1).sum() == total
    assert np.all(cents[weights == 0] == 0)


@given(total=st.integers(0, 10**10), cells=st.lists(CELL, min_size=6, max_size=6).filter(any))
def test_no_cell_is_a_whole_cent_off_its_part(total: int, cells: list[float]) -> None:
    weights = np.array(cells).reshape(2, 3)
    exact = total * (weights / weights.sum())
    assert np.all(abs(share_out(total, weights) - exact) < 1 + 1e-5)


def test_known_cents() -> None:
    assert share_out(10, np.array([[1.0, 1.0, 1.0]])).tolist() == [[4, 3, 3]]
    assert share_out(2_714_000_000, np.array([[1.0], [3.0]])).tolist() == [[678_500_000], [2_035_500_000]]
