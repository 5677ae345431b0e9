"""What is computed when a release is prepared: per line, never across origins, breaks or hidden years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from world import AREAS, SHARE, share_row, tiny_catalogue, tiny_indicator

from dashboard.analysis.compare import against_rest
from dashboard.analysis.gap import chance_band
from dashboard.analysis.trend import last_trend
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Break
from dashboard.model import Observation, TargetResult, Trend
from dashboard.prepare.compute import Computed, computed
from dashboard.prepare.intervals import with_intervals
from dashboard.prepare.lines import lines
from dashboard.prepare.targets import last_run
from dashboard.store.write import silent

YEARS = range(2015, 2025)
COUNTS = {"hamm-norden": 40, "mitte": 62, "uentrop": 88}


def shares(slope: int = 3, years: Sequence[int] = YEARS, **changes: Any) -> list[Observation]:
    """All areas over ten years; Hamm-Norden rises by ``slope`` children a year, the others stay."""
    rows = []
    for year in years:
        counts = COUNTS | {"hamm-norden": COUNTS["hamm-norden"] + slope * (year - years[0])}
        rows += [share_row(area, year, x, 190, **changes) for area, x in counts.items()]
        rows.append(share_row("hamm", year, sum(counts.values()), 570, **changes))
    return rows


def result(rows: Sequence[Observation], catalogue: Catalogue | None = None, now: int = 2025) -> Computed:
    catalogue = catalogue or tiny_catalogue()
    return computed(with_intervals(rows, catalogue), catalogue, now, silent)


def trend_of(found: Computed, area: str, year: int, origin: str = "demo") -> Trend:
    (row,) = [r for r in found.trends if (r.area, r.year, r.origin) == (area, year, origin)]
    return row


def test_comparisons_are_those_of_the_analysis_in_percent() -> None:
    found = [row for row in result(shares()).comparisons if row.year == 2015]
    expected = against_rest([40, 62, 88], [190] * 3, "share")
    assert [row.area for row in found] == list(AREAS)
    for row, one in zip(found, expected, strict=True):
        assert one.rest is not None
        assert one.difference is not None
        assert (row.rest, row.difference) == pytest.approx((100 * one.rest, 100 * one.difference))
        assert (row.p, row.p_holm, row.label) == (one.p, one.p_holm, one.label)
    assert [row.label for row in found] == ["lower", "same", "higher"]


def test_every_year_is_an_end_point_of_a_trend() -> None:
    found = result(shares())
    norden = [row for row in found.trends if row.area == "hamm-norden"]
    assert [row.year for row in norden] == list(YEARS)
    assert [row.label for row in norden[:4]] == ["not_computable"] * 4
    last = trend_of(found, "hamm-norden", 2024)
    expected = last_trend(range(2020, 2025), [55, 58, 61, 64, 67], [190] * 5, "share")
    assert expected.slope is not None
    assert (last.label, last.p, last.periods, last.first_year) == (expected.label, expected.p, 5, 2020)
    assert last.slope == pytest.approx(100 * expected.slope)


def test_areas_are_tested_at_95_and_the_city_at_998_in_1000() -> None:
    found = result(shares(slope=10))
    area, city = trend_of(found, "hamm-norden", 2024), trend_of(found, "hamm", 2024)
    assert area.p is not None
    assert city.p is not None
    assert (area.label, area.p < 0.05) == ("rising", True)
    assert (city.label, 0.002 < city.p < 0.05) == ("no_trend", True)


def test_no_trend_is_computed_across_a_hidden_year() -> None:
    rows = [
        replace(row, value=None, numerator=None, denominator=None, status="hidden")
        if (row.area, row.year) == ("hamm-norden", 2020)
        else row
        for row in shares(slope=8)
    ]
    found = result(rows)
    labels = {row.year: row.label for row in found.trends if row.area == "hamm-norden"}
    assert labels[2019] == "rising"
    assert {labels[year] for year in range(2020, 2025)} == {"not_computable"}
    hidden = [row for row in found.comparisons if (row.area, row.year) == ("hamm-norden", 2020)]
    assert [(row.label, row.rest) for row in hidden] == [("none", None)]


def test_no_trend_and_no_convergence_is_computed_across_a_break() -> None:
    broken = tiny_indicator(SHARE, breaks=(Break(year=2021, reason="neue Zählung"),))
    found = result(shares(slope=8), tiny_catalogue(broken))
    labels = {row.year: row.label for row in found.trends if row.area == "hamm-norden"}
    assert labels[2020] == "rising"
    assert labels[2024] == "not_computable"
    assert [row.label for row in found.convergences] == ["not_computable"]


def test_lines_of_different_origin_are_computed_apart() -> None:
    published = shares(slope=-4, origin="published", source="statistik")
    found = result([*shares(slope=8), *published])
    assert trend_of(found, "hamm-norden", 2024, "demo").label == "rising"
    assert trend_of(found, "hamm-norden", 2024, "published").label == "falling"
    assert {row.origin for row in found.gaps} == {"demo", "published"}


def test_the_source_named_first_and_reading_zero_stand_for_a_cell() -> None:
    row = share_row("mitte", 2024, 60, 190, origin="published", source="statistik")
    others = [replace(row, source="demo", value=1.0), replace(row, reading=1, value=2.0)]
    (line,) = lines([*others, row], tiny_catalogue())
    assert line.cells == {("mitte", 2024): row}


def test_gaps_name_both_ends_and_carry_the_chance_band() -> None:
    (gap, *_) = result(shares()).gaps
    assert (gap.year, gap.lowest, gap.highest, gap.areas) == (2015, "hamm-norden", "uentrop", 3)
    assert gap.gap == pytest.approx(100 * 48 / 190)
    band = chance_band([190] * 3, 190 / 570, "share")
    assert band.mean is not None
    assert band.p95 is not None
    assert (gap.chance_mean, gap.chance_p95) == pytest.approx((100 * band.mean, 100 * band.p95))


def test_euros_have_neither_gap_nor_comparison_nor_trend() -> None:
    euro = tiny_indicator("kosten", kind="euro", comparison="none", sampling=False, unit="€")
    rows = [replace(row, indicator="kosten", numerator=None, denominator=None, cents=100) for row in shares()]
    found = result(rows, tiny_catalogue(euro))
    assert (found.gaps, found.comparisons) == ([], [])
    assert {row.label for row in found.trends} == {"not_computable"}


def test_shares_of_money_are_not_tested_as_if_they_were_people() -> None:
    money = tiny_indicator("anteil", sampling=False)
    found = result([replace(row, indicator="anteil") for row in shares()], tiny_catalogue(money))
    assert found.comparisons == []
    assert {row.label for row in found.trends} == {"not_computable"}
    assert {row.chance_p95 for row in found.gaps} == {None}
    assert len(found.gaps) == len(YEARS)


def test_areas_that_approach_each_other_converge() -> None:
    rows = []
    for step, year in enumerate(YEARS):
        counts = {"hamm-norden": 500 + 110 * step, "mitte": 1600, "uentrop": 2700 - 110 * step}
        rows += [share_row(area, year, x, 4000) for area, x in counts.items()]
    (found,) = result(rows).convergences
    assert (found.partition, found.label, found.first_year, found.last_year) == (
        "sozialraum", "converging", 2015, 2024,
    )  # fmt: skip
    assert found.first_spread is not None
    assert found.first_spread == pytest.approx(100 * (1100 / 4000) * (2 / 3) ** 0.5, rel=0.02)


def target(found: Computed, area: str) -> TargetResult:
    (row,) = [row for row in found.target_results if row.area == area]
    return row


def test_targets_are_judged_for_the_city_and_every_area() -> None:
    found = result(shares(slope=6, years=range(2017, 2025)))
    norden = target(found, "hamm-norden")
    assert (norden.status, norden.year, norden.target_year) == ("reached", 2024, 2026)
    assert norden.baseline == pytest.approx(100 * 64 / 190)
    assert norden.goal == pytest.approx(1.1 * 100 * 64 / 190)
    steady = target(found, "mitte")
    assert (steady.status, steady.value) == ("off_track", pytest.approx(100 * 62 / 190))
    assert steady.projected == pytest.approx(100 * 62 / 190, abs=0.5)
    assert steady.probability is not None
    assert steady.probability < 0.5
    assert {row.area for row in found.target_results} == {*AREAS, "hamm"}


def test_a_target_without_figures_stays_open() -> None:
    assert [(row.area, row.status) for row in result([]).target_results] == [("hamm", "open")]


def test_a_baseline_behind_a_break_is_none() -> None:
    broken = tiny_indicator(SHARE, breaks=(Break(year=2022, reason="neue Zählung"),))
    catalogue = replace(tiny_catalogue(broken), targets=tiny_catalogue().targets)
    found = target(result(shares(slope=6), catalogue), "hamm-norden")
    assert (found.status, found.baseline) == ("open", None)


def test_nothing_is_projected_across_a_hidden_year() -> None:
    rows = [
        replace(row, value=None, numerator=None, denominator=None, status="hidden")
        if (row.area, row.year) == ("mitte", 2022)
        else row
        for row in shares()
    ]
    found = target(result(rows), "mitte")
    assert (found.status, found.projected) == ("open", None)
    assert found.baseline == pytest.approx(100 * 62 / 190)


@pytest.mark.parametrize(
    ("years", "breaks", "run"),
    [
        ([2024], [], [2024]),
        ([2020, 2021, 2022], [], [2020, 2021, 2022]),
        ([2019, 2021, 2022], [], [2021, 2022]),
        ([2020, 2021, 2022], [2021], [2021, 2022]),
        ([2020, 2021, 2022], [2022], [2022]),
        ([2020, 2021, 2022], [2020, 2030], [2020, 2021, 2022]),
    ],
)
def test_the_last_run_of_years(years: list[int], breaks: list[int], run: list[int]) -> None:
    assert last_run(years, breaks) == run


def test_a_trend_says_which_change_it_could_have_found() -> None:
    found = result(shares())
    expected = last_trend(range(2020, 2025), [62] * 5, [190] * 5, "share")
    assert expected.detectable is not None
    steady = trend_of(found, "mitte", 2024)
    assert (steady.label, steady.detectable) == ("no_trend", pytest.approx(100 * expected.detectable))
    assert trend_of(found, "mitte", 2018).detectable is None
    city = trend_of(found, "hamm", 2024)
    assert city.detectable is not None
    assert steady.detectable is not None
    assert city.detectable < steady.detectable
