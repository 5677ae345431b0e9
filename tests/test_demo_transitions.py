"""Demo pupils: recommendation against choice, and primary schools, fit the counts they are drawn from."""

from __future__ import annotations

import numpy as np
import pytest
from demo_world import at, drawn, shipped

from dashboard.analysis.segregation import against_chance
from dashboard.prepare.demo.choice import CATEGORIES, CHOSEN, RANKED, draw_crossed
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.schools import draw_schools
from dashboard.prepare.demo.table import World
from dashboard.prepare.demo.terms import Part


@pytest.fixture(scope="module")
def world() -> World:
    return drawn()


def test_choice_has_the_margins_of_recommendations_and_changes(world: World) -> None:
    """Bounds of Fréchet: whoever is at Gymnasium beyond those recommended for it has gone higher."""
    table = world.drawn["empfehlung-vergleich"]
    n = world.people("uebergang-kohorte")
    assert (table.numerator.sum(axis=2) == n).all()
    lower, _, higher = (table.numerator[:, :, place] for place in range(len(CATEGORIES)))
    for_gymnasium = Part(
        indicator="empfehlung-schulform", categories=("gymnasium", "gymnasium-eingeschraenkt")
    )
    recommended, chosen = world.part(for_gymnasium), world.part(Part(indicator="uebergang-gymnasium"))
    for_hauptschule = Part(indicator="empfehlung-schulform", categories=("hauptschule",))
    assert (higher >= chosen - recommended).all()
    assert (higher <= n - recommended).all()  # who is recommended for the highest form cannot go higher
    assert (lower <= n - world.part(for_hauptschule)).all()
    assert (lower > 0).any()
    assert (higher > 0).any()


def test_the_cross_table_has_the_same_margins(world: World) -> None:
    """Rows are the recommendations, columns the changes; steps are its parts below and above."""
    table = world.drawn["empfehlung-wahl"]
    assert table.city_only
    cells = table.numerator.reshape(*table.numerator.shape[:2], len(RANKED), len(CHOSEN))
    assert (cells.sum(axis=3) == world.drawn["empfehlung-stufe"].numerator).all()
    for place, form in enumerate(RANKED):
        chosen = world.part(Part(indicator=f"uebergang-{form}"))
        assert (cells[:, :, :, place].sum(axis=2) == chosen).all()
    for place, names in enumerate((("hauptschule",), ("realschule", "realschule-eingeschraenkt"))):
        recommended = world.part(Part(indicator="empfehlung-schulform", categories=names))
        assert (cells[:, :, place].sum(axis=2) == recommended).all()
    lower = cells[:, :, 1, 0] + cells[:, :, 2, 0] + cells[:, :, 2, 1]
    assert (lower == world.drawn["empfehlung-vergleich"].numerator[:, :, 0]).all()


def test_more_changes_than_recommendations_are_refused(world: World) -> None:
    spec = shipped().crossed[0].model_copy(update={"open": {2: 1.0, 3: 1.0}, "ranks": {
        **shipped().crossed[0].ranks, "hauptschule": 9}})  # fmt: skip
    with pytest.raises(CalibrationError, match="mehr Wechsel als Empfehlungen"):
        draw_crossed(spec, world)


def test_schools_of_an_area_add_up_to_it_and_there_are_twenty_seven(world: World) -> None:
    schools = draw_schools(shipped().schools[0], shipped().school, world)
    assert len(schools.schools) == 27
    for form, counts in schools.forms.items():
        assert (counts <= schools.everybody).all()
        chosen = world.part(Part(indicator=form))
        for index, area in enumerate(world.areas):
            own = [place for place, school in enumerate(schools.schools) if school.area == area]
            assert (counts[own].sum(axis=0) == chosen[index]).all()


def test_the_published_index_is_the_one_of_these_schools(world: World) -> None:
    schools = draw_schools(shipped().schools[0], shipped().school, world)
    table, year = world.drawn["segregation-gymnasium"], at(2024)
    form = schools.forms["uebergang-gymnasium"][:, year]
    found = against_chance(form, schools.everybody[:, year] - form)
    assert found is not None
    assert table.total is not None
    assert table.city_only
    assert float(table.total[:, year].sum()) == pytest.approx(100 * found.d)
    chance = np.asarray(table.numerator[:, year].sum(axis=0))
    assert chance == pytest.approx([100 * found.chance_mean, 100 * found.chance_p95, 100 * found.p])
