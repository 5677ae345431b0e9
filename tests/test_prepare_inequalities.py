"""Measures of inequality per year: weights, order by deprivation, and when there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from world import AREAS, SHARE, share_row, tiny_catalogue, tiny_indicator

from dashboard.analysis import dispersion
from dashboard.analysis.inequality import slope_index, slope_interval
from dashboard.analysis.intervals import share_interval
from dashboard.analysis.projection import Z95
from dashboard.analysis.true_spread import true_spread
from dashboard.model import Inequality, Observation
from dashboard.prepare.compute import computed
from dashboard.prepare.inequalities import DEPRIVATION
from dashboard.prepare.intervals import with_intervals
from dashboard.store.write import silent

X = {"hamm-norden": 40, "mitte": 62, "uentrop": 120}
N = {"hamm-norden": 150, "mitte": 190, "uentrop": 260}
POOR = {"hamm-norden": 30, "mitte": 45, "uentrop": 10}  #: of 100 children; Mitte is most deprived


def shares(year: int = 2020, x: Mapping[str, int] = X, **changes: Any) -> list[Observation]:
    return [share_row(area, year, count, N[area], **changes) for area, count in x.items()]


def poor(year: int = 2020, x: Mapping[str, int] = POOR, **changes: Any) -> list[Observation]:
    return [share_row(area, year, count, 100, indicator=DEPRIVATION, **changes) for area, count in x.items()]


def result(found: Sequence[Observation], **changes: Any) -> list[Inequality]:
    catalogue = tiny_catalogue(tiny_indicator(SHARE, **changes), tiny_indicator(DEPRIVATION))
    return computed(with_intervals(found, catalogue), catalogue, 2025, silent).inequalities


def one(found: Sequence[Observation], year: int = 2020, **changes: Any) -> Inequality:
    (row,) = [row for row in result(found, **changes) if (row.indicator, row.year) == (SHARE, year)]
    return row


def arrays(order: Sequence[str] = AREAS) -> tuple[np.ndarray, np.ndarray]:
    x, n = (np.array([part[area] for area in order], dtype=float) for part in (X, N))
    return x, n


def test_measures_are_those_of_the_analysis_weighted_by_people() -> None:
    row = one(shares())
    x, n = arrays()
    for name, measure in (
        ("bgsd", "bgsd"), ("cov", "cov"), ("idisp", "idisw"), ("theil", "theil"), ("mld", "mld"),
        ("mdmw", "mdmw"), ("bgv", "bgv"),
    ):  # fmt: skip
        assert getattr(row, name) == pytest.approx(getattr(dispersion, measure)(100 * x / n, n)), name
    spread = true_spread(x, n, "share")
    assert (row.true_spread, row.true_spread_lower, row.true_spread_upper) == pytest.approx(
        tuple(100 * part for part in spread)
    )
    assert (row.partition, row.areas, row.origin) == ("sozialraum", 3, "demo")


def test_slope_goes_from_the_most_to_the_least_deprived_area() -> None:
    row = one([*shares(), *poor()])
    order = ["mitte", "hamm-norden", "uentrop"]
    x, n = arrays(order)
    lower, upper = share_interval(x, n)
    found = slope_index(100 * x / n, n)
    limits = slope_interval(100 * x / n, n, 100 * (upper - lower) / (2 * Z95))
    assert (row.sii, row.rii) == pytest.approx((found.sii, found.rii))
    assert (row.sii_lower, row.sii_upper) == pytest.approx(limits)
    assert row.deprivation_year == 2020
    assert row.sii is not None
    assert row.sii > 0


@pytest.mark.parametrize(
    ("known", "used"),
    [
        ([2015, 2020, 2021], 2020),
        ([2018, 2023], 2018),
        ([2018, 2022], 2018),
        ([2014, 2023], 2023),
        ([], None),
    ],
    ids=["same year", "nearest", "earlier of two", "nearest later", "never"],
)
def test_the_nearest_year_of_the_deprivation_is_used(known: list[int], used: int | None) -> None:
    row = one([*shares(), *(each for year in known for each in poor(year))])
    assert row.deprivation_year == used
    assert (row.sii is None) == (used is None)


def test_a_year_in_which_an_area_is_hidden_does_not_order() -> None:
    hidden = {"value": None, "numerator": None, "denominator": None, "status": "hidden"}
    gone = [replace(row, **hidden) if row.area == "mitte" else row for row in poor(2020)]
    assert one([*shares(), *gone, *poor(2016)]).deprivation_year == 2016
    assert one([*shares(), *gone]).sii is None


def test_the_deprivation_is_not_ordered_by_itself() -> None:
    (row,) = result(poor())
    assert (row.indicator, row.sii, row.deprivation_year) == (DEPRIVATION, None, None)
    assert row.bgsd > 0


def test_real_figures_are_not_ordered_by_example_values() -> None:
    real = {"origin": "delivered", "source": "statistik"}
    assert one([*shares(**real), *poor()]).sii is None
    assert one([*shares(**real), *poor(**real)]).deprivation_year == 2020
    assert one([*shares(), *poor(2019, **real)]).deprivation_year == 2019
    both = [*shares(), *poor(2019, **real), *poor(2015)]
    assert one(both).deprivation_year == 2015  # the same origin goes first


def test_two_areas_have_a_spread_and_no_slope() -> None:
    two = {"mitte": 62, "uentrop": 120}
    row = one([*shares(x=two), *poor()])
    assert (row.areas, row.sii) == (2, None)
    assert row.bgsd > 0
    assert result(shares(x={"mitte": 62})) == []


def test_a_hidden_area_is_left_out() -> None:
    hidden = {"value": None, "numerator": None, "denominator": None, "status": "hidden"}
    rows = [replace(row, **hidden) if row.area == "mitte" else row for row in shares()]
    row = one([*rows, *poor()])
    assert row.areas == 2
    assert row.bgsd == pytest.approx(one(shares(x={"hamm-norden": 40, "uentrop": 120})).bgsd)


def test_an_area_without_people_leaves_the_others_without_slope_and_true_spread() -> None:
    four = [*shares(), *poor()]
    rows = [replace(row, denominator=None) if row.area == "mitte" and row.indicator == SHARE else row
            for row in four]  # fmt: skip
    row = one(rows)
    assert (row.areas, row.sii) == (2, None)


def test_equal_areas_are_not_unequal() -> None:
    row = one([*shares(x={"hamm-norden": 30, "mitte": 38, "uentrop": 52}), *poor()])
    for part in (row.bgsd, row.cov, row.idisp, row.theil, row.mld, row.mdmw, row.bgv, row.sii):
        assert part == pytest.approx(0, abs=1e-9)
    assert (row.rii, row.true_spread, row.true_spread_lower) == (pytest.approx(1), 0, 0)
    assert row.true_spread_upper is not None
    assert row.true_spread_upper > 0


def test_areas_without_any_event_have_no_ratio() -> None:
    row = one([*shares(x=dict.fromkeys(AREAS, 0)), *poor()])
    assert (row.bgsd, row.sii) == (0, 0)
    assert (row.cov, row.theil, row.mld, row.rii) == (None, None, None, None)
    one_zero = one(shares(x={**X, "mitte": 0}))
    assert (one_zero.mld, one_zero.theil is None) == (None, False)


def test_money_has_no_true_spread_and_counts_have_no_row() -> None:
    row = one([*shares(), *poor()], sampling=False)
    assert (row.true_spread, row.sii_lower, row.sii is None) == (None, None, False)
    assert [r.indicator for r in result([*shares(), *poor()], kind="count", comparison="none")] == [
        DEPRIVATION
    ]


def test_origins_and_partitions_stay_apart() -> None:
    published = shares(x={"hamm-norden": 60, "mitte": 62}, origin="published", source="statistik")
    other = [share_row(area, 2020, count, 300) for area, count in (("sb-mitte", 80), ("sb-uentrop", 150))]
    found = result([*shares(), *published, *other])
    assert {(row.partition, row.origin, row.areas) for row in found} == {
        ("sozialraum", "demo", 3), ("sozialraum", "published", 2), ("stadtbezirk", "demo", 2),
    }  # fmt: skip
