"""Schools and areas protected together: attacked by somebody who sees both, and the index of the city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray
from protect_world import FORMS, SCHOOLS, Counts, of_areas, of_schools, school_catalogue, school_counts
from scipy.optimize import Bounds, LinearConstraint, milp

from dashboard.analysis.segregation import dissimilarity
from dashboard.model import Observation
from dashboard.prepare.refused import ReleaseRefused
from dashboard.prepare.school_level import SchoolLevel
from dashboard.prepare.school_protection import hide_small_schools, without_indices
from dashboard.protect.level import LevelOutcome, protected_level
from dashboard.protect.release import Outcome, protected
from dashboard.store.protected_facts import FacilityFact
from dashboard.store.write import silent

K = 3
GYMNASIUM = FORMS[0]
Floats = NDArray[np.float64]


def both(counts: Counts, uneven: Sequence[str] = (GYMNASIUM,)) -> tuple[Outcome, LevelOutcome]:
    """The public outcome and that of the schools."""
    catalogue = school_catalogue()
    public = protected(of_areas(counts), catalogue)
    return public, protected_level(of_schools(counts), SCHOOLS, public.settled["demo"], catalogue, uneven)


@cache
def drawn(seed: int) -> tuple[Counts, Outcome, LevelOutcome]:
    """Random schools with both outcomes, once for all tests."""
    counts = school_counts(seed)
    return counts, *both(counts)


def sealed(rows: Sequence[Observation]) -> set[tuple[str, str]]:
    """Place and form of the hidden rows, none of which has a number."""
    gone = [row for row in rows if row.status == "hidden"]
    assert {(row.value, row.numerator, row.denominator, row.lower) for row in gone} <= {(None,) * 4}
    return {(row.area, row.indicator) for row in gone}


class Attacker:
    """Sees both levels as printed, knows which schools make which area, and D to the last digit.

    Unknowns are whole numbers: all cells of the schools, and for D on which side each school stands.
    """

    def __init__(self, counts: Counts, public: Outcome, level: LevelOutcome) -> None:
        self.counts, (self.schools, self.forms) = counts, counts.shape
        self.size = counts.size + 2 * self.schools  # + distance and side of each school
        self.rows: list[tuple[Floats, float, float]] = []
        self.areas = list(SCHOOLS.values())
        for place in range(self.schools):
            self._known({(place, form) for form in range(self.forms)})  # the size is printed
        for row in (*public.observations, *level.observations):
            if row.numerator is not None:
                self._known(self._of(row.area, row.indicator))
        if level.withheld == frozenset():
            self._index()

    def _of(self, area: str, form: str) -> set[tuple[int, int]]:
        names = zip(SCHOOLS, self.areas, strict=True)
        return {(i, FORMS.index(form)) for i, found in enumerate(names) if area in (*found, "hamm")}

    def _known(self, cells: set[tuple[int, int]]) -> None:
        row = self._sum(cells)
        amount = float(sum(self.counts[cell] for cell in cells))
        self.rows.append((row, amount, amount))

    def _sum(self, cells: set[tuple[int, int]]) -> Floats:
        row = np.zeros(self.size)
        for place, form in cells:
            row[place * self.forms + form] = 1.0
        return row

    def _index(self) -> None:
        """Distances |x·N − G·n| add up to what D says; the side of a school says which sign it has."""
        sizes, group = self.counts.sum(axis=1), int(self.counts[:, 0].sum())
        everybody, total = int(sizes.sum()), np.zeros(self.size)
        big = 4.0 * everybody**2
        for place in range(self.schools):
            distance, side = self.counts.size + place, self.counts.size + self.schools + place
            total[distance], shift = 1.0, float(group * sizes[place])
            for sign in (1.0, -1.0):
                row = -sign * everybody * self._sum({(place, 0)})
                row[distance] = 1.0  # distance ∓ N·x ± G·n: nothing on the school's own side
                self.rows.append((row, -sign * shift, np.inf))
                row = row.copy()
                row[side] = big if sign > 0 else -big
                self.rows.append((row, -np.inf, -sign * shift + (big if sign > 0 else 0.0)))
        said = float(np.abs(self.counts[:, 0] * everybody - group * sizes).sum())
        d = dissimilarity(self.counts[:, 0], sizes - self.counts[:, 0])
        assert said / (2 * group * (everybody - group)) == pytest.approx(d)
        self.rows.append((total, said - 0.5, said + 0.5))

    def interval(self, area: str, form: str) -> tuple[int, int]:
        """The smallest and the largest number that fit everything."""
        goal = self._sum(self._of(area, form))
        matrix, low, high = (np.array(part) for part in zip(*self.rows, strict=True))
        whole = np.ones(self.size)
        whole[self.counts.size : self.counts.size + self.schools] = 0  # distances follow from the rest
        upper = np.full(self.size, np.inf)
        upper[-self.schools :] = 1.0
        ends = []
        for sign in (1.0, -1.0):
            solved = milp(sign * goal, integrality=whole, bounds=Bounds(np.zeros(self.size), upper),
                          constraints=LinearConstraint(matrix, low, high))  # fmt: skip
            assert solved.x is not None
            ends.append(round(float(goal @ solved.x)))
        return ends[0], ends[1]


@pytest.mark.parametrize("seed", range(5))
def test_who_sees_both_levels_and_the_index_cannot_narrow_a_hidden_number(seed: int) -> None:
    counts, public, level = drawn(seed)
    gone = sealed(public.observations) | sealed(level.observations)
    attacker = Attacker(counts, public, level)
    assert len(sealed(level.observations)) >= 3
    for area, form in sorted(gone):
        lowest, highest = attacker.interval(area, form)
        assert highest - lowest >= K, (area, form, lowest, highest)


@pytest.mark.parametrize("seed", range(5))
def test_small_numbers_of_schools_and_their_complements_are_hidden(seed: int) -> None:
    counts, _, level = drawn(seed)
    sizes = counts.sum(axis=1)
    small = {
        (school, form)
        for i, school in enumerate(SCHOOLS)
        for j, form in enumerate(FORMS)
        if 0 < counts[i, j] < K or 0 < sizes[i] - counts[i, j] < K
    }
    assert small <= sealed(level.observations)


@pytest.mark.parametrize("seed", range(5))
def test_the_public_figures_do_not_depend_on_schools(seed: int) -> None:
    counts, public, _ = drawn(seed)
    assert public.observations == protected(of_areas(counts), school_catalogue()).observations


PLAIN = np.array(
    [
        [20, 20, 9, 0],
        [22, 21, 8, 0],
        [25, 18, 7, 0],
        [20, 20, 6, 0],
        [21, 19, 9, 0],
        [20, 22, 7, 0],
        [24, 20, 8, 0],
    ]
)


def changed(**cells: tuple[int, ...]) -> Counts:
    """The plain counts with other rows for some schools."""
    counts = PLAIN.copy()
    for school, line in cells.items():
        counts[list(SCHOOLS).index(school)] = line
    return counts


def test_where_nothing_is_small_nothing_is_hidden() -> None:
    _, level = both(PLAIN)
    assert sealed(level.observations) == set()
    assert level.withheld == frozenset()


def test_a_small_school_number_gets_company_in_its_row_and_in_its_area() -> None:
    public, level = both(changed(s3=(25, 18, 2, 0)))
    assert sealed(public.observations) == set()
    gone = sealed(level.observations)
    assert ("s3", "hauptschule") in gone
    assert {area for area, _ in gone} - {"s3"} <= {"s4", "s5"}
    assert sum(area == "s3" for area, _ in gone) >= 2
    assert sum(form == "hauptschule" for _, form in gone) >= 2


def test_a_zero_that_the_area_shows_is_shown_for_its_schools() -> None:
    _, level = both(changed(s3=(25, 18, 2, 0)))
    assert not any(form == "foerderschule" for _, form in sealed(level.observations))


def test_an_index_that_would_give_a_number_back_is_withheld() -> None:
    # Nearly all of s1, few of s2: the one above the city's share, the one below, and nobody else in the
    # area. Their sum is public, and D says how many there are above: both numbers would be known.
    counts = changed(s1=(18, 2, 0, 0), s2=(10, 25, 12, 0))
    _, level = both(counts)
    assert level.withheld == {(GYMNASIUM, 2024)}
    assert both(counts, uneven=())[1].withheld == frozenset()
    attacker = Attacker(counts, *both(counts))
    for area, form in sealed(level.observations):
        lowest, highest = attacker.interval(area, form)
        assert highest - lowest >= K


def test_a_school_of_two_children_hides_its_size_and_the_index() -> None:
    counts = changed(s3=(1, 1, 0, 0))
    _, level = both(counts)
    assert {row.denominator for row in level.observations if row.area == "s3"} == {None}
    others = {row.area for row in level.observations if row.area != "s3" and row.denominator is None}
    assert others & {"s4", "s5"}  # else the size would be what is left of the area's
    sizes = {row.area for row in level.observations if row.denominator is not None}
    assert sizes & {"s4", "s5"} != {"s4", "s5"}  # and no other figure of that school prints it
    assert level.withheld == {(GYMNASIUM, 2024)}


def test_schools_that_are_not_all_of_an_area_are_no_sum() -> None:
    counts = changed(s3=(25, 18, 2, 0))
    more = of_areas(counts + 5)
    public = protected(more, school_catalogue())
    level = protected_level(of_schools(counts), SCHOOLS, public.settled["demo"], school_catalogue())
    gone = sealed(level.observations)
    assert {area for area, _ in gone} == {"s3"}  # only the row of the school adds up
    assert len(gone) == 2


def test_a_level_that_cannot_be_protected_is_refused_by_name() -> None:
    # One school is all of its area, whose number is shown; another reading of the school's number is small.
    counts = changed(s7=(0, 0, 0, 0))
    public = protected(of_areas(counts), school_catalogue())
    rows = of_schools(counts)
    (doubted,) = [row for row in rows if (row.area, row.indicator) == ("s6", "hauptschule")]
    level = SchoolLevel((), (*rows, replace(doubted, reading=1, numerator=2.0)))
    schools = tuple(FacilityFact(name, name, "Grundschule", "", area) for name, area in SCHOOLS.items())
    with pytest.raises(ReleaseRefused, match="Die Zahlen der Schulen zu „Kennzahl hauptschule“ 2024"):
        hide_small_schools(replace(level, schools=schools), public.settled, school_catalogue(), silent)


def test_withheld_indices_lose_their_number() -> None:
    rows = of_areas(PLAIN)
    kept = without_indices(rows, frozenset({(GYMNASIUM, 2024)}))
    assert {row.indicator for row in kept if row.status == "hidden"} == {GYMNASIUM}
    assert sealed(kept) == {(row.area, GYMNASIUM) for row in rows if row.indicator == GYMNASIUM}
