"""Every published test vector is reproduced (numbers read from the shared vectors folder)."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import ArrayLike

from dashboard.analysis import (
    benchmark,
    dispersion,
    inequality,
    intervals,
    progress,
    trend,
)

VECTORS = Path(__file__).resolve().parents[1].parent / "shared" / "vectors"
needs_vectors = pytest.mark.skipif(not VECTORS.is_dir(), reason="the shared test vectors are not here")

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Rows of a vector file; none where the folder is absent (the tests are then skipped)."""
    path = VECTORS / f"{name}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float:
    return float(text) if text else np.nan


def close(found: ArrayLike, text: str, tolerance: float = 1e-6) -> None:
    np.testing.assert_allclose(np.asarray(found, dtype=float), number(text), rtol=0, atol=tolerance)


def cases(name: str) -> list[object]:
    """One test per row, or one that is skipped with its reason."""
    found = rows(name) or [{}]
    return [pytest.param(row, id=str(index), marks=needs_vectors) for index, row in enumerate(found)]


@pytest.mark.parametrize("row", cases("wilson_proportion"))
def test_wilson(row: Row) -> None:
    x, n, per = (number(row[key]) for key in ("Numerator", "Denominator", "multiplier"))
    for level, name in ((0.95, "95_0"), (0.998, "99_8")):
        lower, upper = intervals.share_interval(x, n, level)
        close(per * lower, row[f"lower{name}cl"])
        close(per * upper, row[f"upper{name}cl"])


@pytest.mark.parametrize("row", cases("rate_byar_exact"))
def test_rates(row: Row) -> None:
    x, n, per = (number(row[key]) for key in ("Numerator", "Denominator", "multiplier"))
    for level, name in ((0.95, "95_0"), (0.998, "99_8")):
        lower, upper = intervals.rate_interval(x, n, level)
        close(per * lower, row[f"lower{name}cl"], 1e-9)
        close(per * upper, row[f"upper{name}cl"], 1e-9)


@pytest.mark.parametrize("row", cases("byar_wilson_core"))
def test_bare_limits(row: Row) -> None:
    x, level = number(row["x"]), number(row["confidence"].rstrip("%")) / 100
    if row["method"] == "Wilson":
        lower, upper = intervals.share_interval(x, number(row["n"]), level)
    else:
        lower, upper = intervals.byar_count(x, level)
    close(upper, row["uppercl"])
    if row["lowercl"]:
        close(lower, row["lowercl"])
    else:  # Byar's own limit is negative here: the exact one stands in its place
        assert lower == intervals.exact_count(x, level)[0]


@pytest.mark.parametrize("row", cases("dsr_expected"))
def test_standardised_rates(row: Row) -> None:
    bands = [band for band in rows("dsr_inputs") if band["area"] == row["area"]]
    x, people, standard = ([number(band[key]) for band in bands] for key in ("count", "pop", "stdpop"))
    per = 100_000 if "per 100000" in row["statistic"] else 10_000
    found = intervals.dsr(x, people, standard, per)
    close(found.value, row["value"])
    close(found.lower, row["lower95_0cl"])
    close(found.upper, row["upper95_0cl"])
    if row["lower99_8cl"]:
        wide = intervals.dsr(x, people, standard, per, level=0.998)
        close(wide.lower, row["lower99_8cl"])
        close(wide.upper, row["upper99_8cl"])


@pytest.mark.parametrize("row", cases("benchmark_ci_overlap"))
def test_benchmark_by_overlap(row: Row) -> None:
    found = benchmark.by_overlap(*(number(row[key]) for key in ("value", "lower95", "upper95", "benchmark")))
    assert benchmark.judged(found, row["polarity"] == "high_is_good") == row["expected"].lower()


@pytest.mark.parametrize("row", cases("benchmark_spc_proportions"))
def test_benchmark_of_shares(row: Row) -> None:
    share, mark = number(row["value_pct"]) / 100, number(row["benchmark_pct"]) / 100
    for level, name in ((0.95, "expected_95_z1_96"), (0.998, "expected_99_8_z3_0902")):
        found = benchmark.by_share_control(share, number(row["denominator"]), mark, level)
        assert benchmark.judged(found, row["polarity"] == "high_is_good") == row[name].lower()


@pytest.mark.parametrize("row", cases("benchmark_spc_rates"))
def test_benchmark_of_rates(row: Row) -> None:
    rate, mark = (number(row[key]) / number(row["unit"]) for key in ("value", "benchmark"))
    for level, name in ((0.95, "expected_95_p0_025"), (0.998, "expected_99_8_p0_001")):
        found = benchmark.by_rate_control(rate, number(row["denominator"]), mark, level)
        assert benchmark.judged(found, row["polarity"] == "high_is_good") == row[name].lower()


@pytest.mark.parametrize("row", cases("target_comparison"))
def test_target_comparison(row: Row) -> None:
    value, lower, upper = (number(row[key]) for key in ("value", "lower95", "upper95"))
    low, high = number(row["lower_limit"]), number(row["upper_limit"])
    single = row["kind"] == "single_value"
    if single:
        found = benchmark.by_target(value, low)
    elif row["kind"] == "range":
        found = benchmark.by_range(value, low, high)
    else:
        found = benchmark.by_target_interval(lower, upper, low)
    good = row["polarity"] == "high_is_good"
    assert benchmark.judged(found, good, reached_is_good=single) == row["expected"].lower()


def series(case: str) -> dict[str, list[float]]:
    found = [row for row in rows("trend_inputs") if row["case"] == case]
    names = ("year", "count", "denominator", "value", "lower95", "upper95")
    return {name: [number(row[name]) for row in found] for name in names}


@pytest.mark.parametrize("row", cases("trend_expected"))
def test_trend(row: Row) -> None:
    data = series(row["case"])
    kind: trend.TrendKind = "share" if row["method"].startswith("chi2") else "rate"
    found = trend.last_trend(
        data["year"],
        data["count"],
        data["denominator"],
        kind,
        values=data["value"],
        lower=data["lower95"],
        upper=data["upper95"],
        level=trend.CITY_LEVEL,
    )
    labels = {"Increasing": "rising", "NoChange": "no_trend", "CannotBeCalculated": "not_computable"}
    assert found.label == labels[row["marker"].split(" ")[0]]
    assert (found.label in ("rising", "falling")) == (row["significant_99_8"] == "true")
    if number(row["chi2_rounded2"]) > 0:
        assert found.chi2 is not None
        assert round(found.chi2, 2) == number(row["chi2_rounded2"])


@needs_vectors
@pytest.mark.parametrize(
    ("case", "label"),
    [
        ("diabetes_prevalence_241", "rising"),
        ("mmr_yorkshire_30309", "falling"),
        ("diabetic_eye_disease_41203", "rising"),
    ],
)
def test_trend_labels_of_published_series(case: str, label: str) -> None:
    """FingertipsNext TrendCalculatorTests.cs: Increasing, Decreasing, Increasing at 99.8 %."""
    data = series(case)
    found = trend.last_trend(
        data["year"],
        data["count"],
        data["denominator"],
        "rate",
        values=data["value"],
        lower=data["lower95"],
        upper=data["upper95"],
        level=trend.CITY_LEVEL,
    )
    assert found.label == label


@needs_vectors
def test_nonordered_measures() -> None:
    data = rows("inequality_nonordered_inputs")
    values, people = ([number(row[key]) for row in data] for key in ("estimate", "population"))
    for row in rows("inequality_nonordered_expected"):
        measure = getattr(dispersion, row["measure"].lower())
        close(measure(values, people), row["expected"], number(row["test_tolerance"]))


@needs_vectors
def test_ordered_measures() -> None:
    for row in rows("inequality_ordered_healthequal"):
        values, people = (
            np.array([number(part) for part in row[key].split("|")])
            for key in ("estimates_pct", "populations")
        )
        sii, rii = inequality.logistic_slope_index(values / 100, people)
        found = {
            "ACI": (inequality.aci(values, people).value, inequality.aci(values, people).se),
            "RCI": (inequality.rci(values, people).value, inequality.rci(values, people).se),
            "PAR": (inequality.par(values, people), None),
            "PAF_pct": (inequality.paf(values, people), None),
            "SII_WHO_GLM": (100 * sii.value, sii.se),
            "RII_WHO_GLM": (rii.value, rii.se),
        }[row["measure"]]
        # the tolerance of testthat is relative: the expected values are printed with eight digits
        assert found[0] == pytest.approx(number(row["expected"]), rel=1e-6)
        if found[1] is not None:
            assert found[1] == pytest.approx(number(row["se"]), rel=1e-6)


@pytest.mark.parametrize("row", cases("sii_expected"))
def test_slope_index(row: Row) -> None:
    data = [each for each in rows("sii_inputs") if each["case"] == row["case"]]
    values, people = ([number(each[key]) for each in data] for key in ("value", "population"))
    found = inequality.slope_index(values, people)
    close(found.sii, row["sii"])
    close(found.rii, row["rii"])
    if row["intercept"]:
        close(found.intercept, row["intercept"])


@needs_vectors
@pytest.mark.parametrize("case", ["normal_deciles_area1", "normal_deciles_area2", "rate_untransformed_area1",
                                  "rate_untransformed_area2", "proportion_untransformed_area1"])  # fmt: skip
def test_slope_index_limits(case: str) -> None:
    """Published limits are drawn, ours are computed: the tolerance of the published test, 5 %."""
    (expected,) = [row for row in rows("sii_expected") if row["case"] == case]
    data = [each for each in rows("sii_inputs") if each["case"] == case]
    values, people = ([number(each[key]) for each in data] for key in ("value", "population"))
    # the errors of rates and shares are given on the log and logit scale, their limits are not
    errors = [(number(each["upper95"]) - number(each["lower95"])) / 2 / 1.959963984540054 for each in data]
    lower, upper = inequality.slope_interval(values, people, errors)
    assert lower == pytest.approx(number(expected["sii_lower95_simulated"]), rel=0.05)
    assert upper == pytest.approx(number(expected["sii_upper95_simulated"]), rel=0.05)


@pytest.mark.parametrize("row", cases("progress_cagr_computed"))
def test_progress(row: Row) -> None:
    found = progress.progress(
        number(row["v0"]),
        int(row["y0"]),
        number(row["v1"]),
        int(row["y1"]),
        "rise" if row["direction"] == "1" else "fall",
        number(row["target"]) if row["target"] else None,
        int(row["target_year"]) if row["target_year"] else None,
    )
    assert found.category == row["category"].removeprefix("target ")
    assert found.observed == pytest.approx(number(row["cagr_observed"]), abs=1e-9)
    if row["cagr_required"]:
        assert found.required == pytest.approx(number(row["cagr_required"]), abs=1e-9)
    if row["ratio_or_signed_cagr"]:
        assert found.measure == pytest.approx(number(row["ratio_or_signed_cagr"]), abs=1e-8)
