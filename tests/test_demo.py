"""The demo world: people add up, trends keep their level, draws behave like draws."""

from __future__ import annotations

import numpy as np
import pytest
from demo_world import at, drawn, shipped

from dashboard.prepare.demo.calibration import Calibration, Share
from dashboard.prepare.demo.groups import chances
from dashboard.prepare.demo.population import AGE_GROUPS
from dashboard.prepare.demo.table import World
from dashboard.prepare.demo.trend import YEARS, Floats, area_shares, form_shares, path

FORMS = (
    "hauptschule",
    "realschule",
    "sekundarschule",
    "gesamtschule",
    "gymnasium",
    "foerderschule",
    "sonstige",
)


@pytest.fixture(scope="module")
def calibration() -> Calibration:
    return shipped()


@pytest.fixture(scope="module")
def world() -> World:
    return drawn()


# --- people


def test_age_groups_cover_every_age_once() -> None:
    covered = [age for first, last in AGE_GROUPS.values() for age in range(first, last + 1)]
    assert covered == list(range(23))


def test_age_groups_add_up_to_the_inhabitants(world: World) -> None:
    table = world.drawn["bevoelkerung"]
    assert np.array_equal(table.numerator.sum(axis=2), world.population.everybody())


@pytest.mark.parametrize(
    ("year", "people"), [(2008, 173_000), (2020, 180_793), (2021, 180_778), (2022, 182_193), (2025, 182_500)]
)
def test_city_has_the_published_inhabitants(world: World, year: int, people: int) -> None:
    assert world.population.everybody()[:, at(year)].sum() == people


def test_areas_have_a_plausible_size(world: World) -> None:
    everybody = world.population.everybody()
    assert everybody.min() > 12_500
    assert everybody.max() < 30_000


def test_children_are_as_many_as_published(world: World) -> None:
    assert world.population.ages(0, 17)[:, at(2021)].sum() == pytest.approx(31_300, abs=200)
    births = world.population.ages(0, 0).sum(axis=0)
    assert births.min() >= 1_600
    assert births.max() <= 1_900
    leavers = world.people("uebergang-kohorte")
    assert leavers.sum(axis=0).mean() == pytest.approx(1_700, abs=60)
    assert leavers.mean() == pytest.approx(190, abs=10)


def test_a_cohort_grows_older_without_losing_its_size(world: World) -> None:
    newborn = world.population.ages(0, 0)[:, at(2008)]
    ten_years_later = world.population.ages(10, 10)[:, at(2018)]
    assert np.all(abs(ten_years_later - newborn) <= 0.05 * newborn)


# --- trends


def test_a_path_meets_its_anchors_and_does_not_overshoot() -> None:
    course = path({2010: 10.0, 2012: 20.0, 2020: 20.0})
    assert course[at(2008)] == course[at(2010)] == 10.0
    assert course[at(2012)] == course[at(2025)] == 20.0
    assert course.max() == 20.0


def test_area_shares_mean_is_the_level() -> None:
    people = np.array([[100.0], [300.0], [50.0]])
    shares = area_shares(np.array([32.0]), np.array([[0.8], [-0.4], [0.1]]), people)
    assert float((shares * people).sum() / people.sum()) == pytest.approx(0.32, abs=1e-12)
    assert shares[0, 0] > shares[2, 0] > shares[1, 0]


@pytest.mark.parametrize("level", [0.0, 100.0])
def test_nobody_and_everybody_hold_in_all_areas(level: float) -> None:
    shares = area_shares(np.array([level]), np.array([[1.0], [-1.0]]), np.array([[10.0], [10.0]]))
    assert shares.tolist() == [[level / 100], [level / 100]]


def test_form_shares_keep_both_margins() -> None:
    levels, people = np.array([0.2, 0.5, 0.3, 0.0]), np.array([100.0, 200.0, 50.0])
    shares = form_shares(levels, np.array([[0.5, 0, -0.5, 0], [0, 0, 0, 0], [-0.5, 0.2, 0.4, 0]]), people)
    assert shares.sum(axis=1) == pytest.approx(np.ones(3), abs=1e-12)
    assert people @ shares / people.sum() == pytest.approx(levels, abs=1e-9)


# --- draws


def test_counts_are_possible(world: World) -> None:
    for name, table in world.drawn.items():
        assert table.numerator.min() >= 0, name
        if table.denominator is not None:
            assert np.all(table.numerator <= table.denominator), name
        if table.total is not None and not name.startswith(("eingliederungshilfe", "segregation")):
            assert np.array_equal(table.total, table.numerator.sum(axis=2)), name


def test_school_forms_add_up_to_the_cohort(world: World) -> None:
    forms = [world.drawn[f"uebergang-{form}"].numerator[:, :, 0] for form in FORMS]
    assert np.array_equal(np.sum(forms, axis=0), world.people("uebergang-kohorte"))


@pytest.mark.parametrize(
    "name",
    [
        "empfehlung-schulform",
        "schulabgang-abschluss",
        "schuleingang-deutschkenntnisse",
        "integration-sprachniveau",
    ],
)
def test_categories_add_up_to_their_cohort(world: World, name: str) -> None:
    table = world.drawn[name]
    assert table.denominator is not None
    assert np.array_equal(table.numerator.sum(axis=2), table.denominator[:, :, 0])


def test_sekundarschule_begins_in_2012(world: World) -> None:
    table = world.drawn["uebergang-sekundarschule"]
    assert table.numerator[:, : at(2012)].sum() == 0
    assert table.numerator[:, at(2012)].sum() > 0
    assert table.span.first == 2012


def test_a_panel_only_gains_while_its_trend_rises(world: World) -> None:
    table = world.drawn["kitas-entwicklungsbeobachtung"]
    assert np.all(np.diff(table.numerator[:, :, 0], axis=1) >= 0)
    assert np.all(world.drawn["fachkraefte-weitergebildet"].numerator[:, at(2012)] == 0)


def _pearson(drawn: Floats, people: Floats, chance: Floats) -> Floats:
    expected = people * chance
    variance = expected * (1 - chance)
    return np.asarray(((drawn - expected) ** 2 / variance)[variance > 3], dtype=np.float64)


def test_draws_scatter_as_the_binomial_law_says(calibration: Calibration, world: World) -> None:
    cells = [_share_cells(spec, world) for spec in calibration.share if spec.draw == "binomial"]
    squares = np.concatenate(cells)
    assert len(squares) > 3_000
    assert squares.mean() == pytest.approx(1.0, abs=4 * np.sqrt(2 / len(squares)))


def _share_cells(spec: Share, world: World) -> Floats:
    people = world.people(spec.base, spec.of).astype(float)
    chance = area_shares(path(spec.level), world.shift(spec), people)
    return _pearson(world.drawn[spec.indicator].numerator.sum(axis=2).astype(float), people, chance)


def test_school_forms_scatter_as_the_multinomial_law_says(calibration: Calibration, world: World) -> None:
    group = next(each for each in calibration.group if each.id == "uebergang-sek1")
    people = world.people(group.base)
    free = np.array(YEARS) != 2010  # that year is drawn until it meets the published range
    chance = chances(group, world, people)[:, free, 4]
    drawn = world.drawn["uebergang-gymnasium"].numerator[:, free, 0].astype(float)
    squares = _pearson(drawn, people[:, free].astype(float), chance)
    assert squares.mean() == pytest.approx(1.0, abs=4 * np.sqrt(2 / len(squares)))
