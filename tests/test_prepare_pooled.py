"""Three-year values: only where a year is small, only of shown years, never across a break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from world import AREAS, SHARE, share_row, tiny_catalogue, tiny_indicator

from dashboard.analysis.compare import against_rest
from dashboard.analysis.intervals import rate_interval, share_interval
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Break, Indicator
from dashboard.model import Observation, Pooled
from dashboard.prepare.compute import computed
from dashboard.prepare.intervals import with_intervals
from dashboard.store.write import silent

YEARS = range(2018, 2024)
COUNTS = {"hamm-norden": 12, "mitte": 30, "uentrop": 48}


def rows(n: int = 60, years: Sequence[int] = YEARS, areas: Sequence[str] = AREAS) -> list[Observation]:
    """All areas and the city; Hamm-Norden counts one more every year."""
    found = []
    for year in years:
        counts = COUNTS | {"hamm-norden": COUNTS["hamm-norden"] + year - years[0]}
        found += [share_row(area, year, counts[area], n) for area in areas]
        found.append(share_row("hamm", year, sum(counts.values()), 3 * n))
    return found


def hide(found: Sequence[Observation], area: str, year: int) -> list[Observation]:
    """The same with one hidden cell."""
    hidden = {"value": None, "numerator": None, "denominator": None, "status": "hidden"}
    return [replace(row, **hidden) if (row.area, row.year) == (area, year) else row for row in found]


def result(found: Sequence[Observation], *indicators: Indicator) -> list[Pooled]:
    catalogue: Catalogue = tiny_catalogue(*indicators)
    return computed(with_intervals(found, catalogue), catalogue, 2025, silent).pooled


def of(found: Sequence[Pooled], area: str) -> dict[int, Pooled]:
    return {row.year: row for row in found if row.area == area}


def test_counts_of_three_years_are_summed_and_compared() -> None:
    found = [row for row in result(rows()) if row.year == 2020]
    x, n = [12 + 13 + 14, 90, 144], [180] * 3
    expected = against_rest(x, n, "share", city_x=273, city_n=540)
    by_area = {row.area: row for row in found}
    assert set(by_area) == {*AREAS, "hamm"}
    for area, counts, one in zip(AREAS, x, expected, strict=True):
        row = by_area[area]
        lower, upper = share_interval(counts, 180)
        assert (row.numerator, row.denominator, row.value) == (counts, 180, pytest.approx(100 * counts / 180))
        assert (row.lower, row.upper) == pytest.approx((100 * float(lower), 100 * float(upper)))
        assert one.rest is not None
        assert row.rest == pytest.approx(100 * one.rest)
        assert (row.p, row.p_holm, row.label, row.single_label) == (
            one.p, one.p_holm, one.label, one.single_label,
        )  # fmt: skip
    assert [by_area[area].label for area in AREAS] == ["lower", "same", "higher"]


def test_the_city_comes_along_and_is_not_compared() -> None:
    city = of(result(rows()), "hamm")
    assert sorted(city) == [2020, 2021, 2022, 2023]
    assert (city[2020].numerator, city[2020].denominator) == (273, 540)
    assert (city[2020].label, city[2020].rest, city[2020].p) == ("none", None, None)


@pytest.mark.parametrize(("n", "years"), [(99, 4), (100, 0), (190, 0)])
def test_only_where_a_year_of_an_area_is_small(n: int, years: int) -> None:
    assert len(of(result(rows(n)), "mitte")) == years


def test_one_small_year_of_one_area_is_reason_enough_for_all() -> None:
    found = [
        share_row("mitte", 2018, 30, 99) if (row.area, row.year) == ("mitte", 2018) else row
        for row in rows(190)
    ]
    assert {row.area for row in result(found)} == {*AREAS, "hamm"}


def test_a_partition_without_a_small_area_has_none() -> None:
    large = [share_row(area, year, 400, 900) for area in ("sb-mitte", "sb-uentrop") for year in YEARS]
    found = result([*rows(), *large])
    assert {row.area for row in found} == {*AREAS, "hamm"}


def test_both_partitions_share_one_row_of_the_city() -> None:
    other = [share_row(area, year, 20, 90) for area in ("sb-mitte", "sb-uentrop") for year in YEARS]
    found = result([*rows(), *other])
    assert {row.area for row in found} == {*AREAS, "hamm", "sb-mitte", "sb-uentrop"}
    keys = [(row.area, row.year) for row in found]
    assert len(keys) == len(set(keys))


def test_a_window_with_a_hidden_year_has_no_value() -> None:
    found = result(hide(rows(), "mitte", 2019))
    assert sorted(of(found, "mitte")) == [2022, 2023]
    assert sorted(of(found, "uentrop")) == [2020, 2021, 2022, 2023]
    norden = of(found, "hamm-norden")[2020]
    assert norden.rest == pytest.approx(100 * (273 - 39) / (540 - 180))


def test_nothing_can_be_computed_back_of_a_hidden_year() -> None:
    """What is summed is what is shown: no window contains the hidden cell, whatever stands in it."""
    shown = hide(rows(), "mitte", 2020)
    other = [replace(row, note="x") if row.area == "mitte" else row for row in shown]
    assert result(shown) == result(other)
    assert not set(of(result(shown), "mitte")) & {2020, 2021, 2022}


def test_a_gap_in_the_years_breaks_the_window() -> None:
    years = [2015, 2016, 2017, 2019, 2020, 2021]
    assert sorted(of(result(rows(years=years)), "mitte")) == [2017, 2021]


def test_no_window_goes_across_a_break() -> None:
    """A series that begins in 2021 has its first value in 2023; the year it begins with belongs to it."""
    broken = tiny_indicator(SHARE, breaks=(Break(year=2021, reason="neue Zählung"),))
    assert sorted(of(result(rows(), broken), "mitte")) == [2020, 2023]


def test_rates_have_the_limits_of_rates() -> None:
    rate = tiny_indicator(SHARE, kind="rate", per=1000, unit="je 1.000", comparison="rate")
    row = of(result(rows(), rate), "mitte")[2020]
    lower, upper = rate_interval(90, 180)
    assert row.value == pytest.approx(500)
    assert (row.lower, row.upper) == pytest.approx((1000 * float(lower), 1000 * float(upper)))


@pytest.mark.parametrize(
    "changes",
    [{"sampling": False}, {"kind": "mean", "comparison": "none"}, {"kind": "count", "comparison": "none"}],
    ids=["money", "mean", "count"],
)
def test_what_is_not_drawn_from_people_is_not_pooled(changes: dict[str, object]) -> None:
    assert result(rows(), tiny_indicator(SHARE, **changes)) == []


def test_what_is_not_compared_is_pooled_without_comparison() -> None:
    row = of(result(rows(), tiny_indicator(SHARE, comparison="none")), "mitte")[2020]
    assert (row.value, row.label, row.p) == (pytest.approx(50), "none", None)


def test_a_single_area_is_not_compared_and_nobody_has_no_value() -> None:
    alone = [row for row in rows() if row.area != "uentrop" and row.area != "hamm-norden"]
    assert {row.label for row in result(alone)} == {"none"}
    nobody = [replace(row, numerator=0.0, denominator=0.0, value=None) for row in rows()]
    assert result(nobody) == []


def test_origins_stay_apart() -> None:
    published = [replace(row, origin="published", source="statistik") for row in rows(years=YEARS[:3])]
    found = result([*rows(), *published])
    assert {row.origin for row in found if row.year == 2020} == {"demo", "published"}
    assert {row.origin for row in found if row.year == 2021} == {"demo"}
