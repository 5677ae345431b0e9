"""Days of help and the cases behind them: attacked independently, with all that everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linprog
from world import AREAS, tiny_catalogue, tiny_indicator

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Breakdown, Category
from dashboard.model import Observation
from dashboard.protect.primary import is_small
from dashboard.protect.release import protected

KINDS, YEAR, MOST = ("a", "b", "c", "d"), 2024, 366
PLACES = [(area, kind) for area in (*AREAS, "hamm") for kind in (*KINDS, "")]
Counts = NDArray[np.int64]


def catalogue() -> Catalogue:
    kinds = Breakdown(id="art", title="Art", categories=tuple(Category(id=k, title=k) for k in KINDS))
    plain = {"kind": "count", "comparison": "none", "sampling": False, "breakdowns": (kinds,)}
    cases = tiny_indicator("faelle", **plain)
    days = tiny_indicator("tage", **plain, unit="Tage", cases="faelle", most_per_case=MOST)
    return tiny_catalogue(cases, days)


def margins(counts: Counts) -> dict[tuple[str, str], int]:
    whole = np.vstack([counts, counts.sum(axis=0)])
    whole = np.column_stack([whole, whole.sum(axis=1)])
    return {place: int(number) for place, number in zip(PLACES, whole.ravel(), strict=True)}


def rows_of(indicator: str, counts: Counts) -> Iterator[Observation]:
    for (area, kind), number in margins(counts).items():
        yield Observation(
            indicator, area, YEAR, kind, float(number), float(number), None, None, "valid", "delivered",
            "statistik", delivery="amt",
        )  # fmt: skip


def drawn(seed: int) -> tuple[Counts, Counts]:
    rng = np.random.default_rng(seed)
    cases = rng.poisson(rng.gamma(0.8, 12.0, (len(AREAS), len(KINDS))))
    return cases, np.ceil(cases * MOST * rng.uniform(0.2, 1.0, cases.shape)).astype(np.int64)


def interval(place: tuple[str, str], shown: dict[str, dict[tuple[str, str], float]]) -> tuple[float, float]:
    """Lowest and highest number of cases in a place that fits all sums, and days of at most 366 each."""
    size, ends = len(PLACES), []
    equal, right = [], []
    for offset in (0, size):
        for area in (*AREAS, "hamm"):
            equal.append(_sum([(area, kind) for kind in KINDS], (area, ""), offset))
        for kind in (*KINDS, ""):
            equal.append(_sum([(area, kind) for area in AREAS], ("hamm", kind), offset))
    right = [0.0] * len(equal)
    most = np.hstack([-MOST * np.eye(size), np.eye(size)])
    bounds = [
        (shown[name][each], shown[name][each]) if each in shown[name] else (0, None)
        for name in ("faelle", "tage")
        for each in PLACES
    ]
    goal = np.zeros(2 * size)
    goal[PLACES.index(place)] = 1
    for sign in (1, -1):
        found = linprog(sign * goal, most, np.zeros(size), np.array(equal), right, bounds)
        assert found.status in (0, 3)
        ends.append(np.inf if found.fun is None or found.status == 3 else sign * found.fun)
    return float(np.ceil(ends[0] - 1e-6)), float(np.floor(ends[1] + 1e-6))


def _sum(parts: list[tuple[str, str]], whole: tuple[str, str], offset: int) -> NDArray[np.float64]:
    row = np.zeros(2 * len(PLACES))
    row[[PLACES.index(part) + offset for part in parts]] = 1
    row[PLACES.index(whole) + offset] = -1
    return row


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_days_leave_hidden_cases_their_room_and_cost_no_other_figure(seed: int) -> None:
    cases, days = drawn(seed)
    plain = [*rows_of("faelle", cases)]
    alone = {row for row in protected(plain, catalogue()).observations if row.status == "hidden"}
    rows = protected([*plain, *rows_of("tage", days)], catalogue()).observations
    hidden = {row for row in rows if row.status == "hidden"}
    assert {row for row in hidden if row.indicator == "faelle"} == alone
    gone = {
        name: {(r.area, r.breakdown) for r in hidden if r.indicator == name} for name in ("faelle", "tage")
    }
    assert gone["faelle"] <= gone["tage"]
    shown = {
        name: {(r.area, r.breakdown): r.value for r in rows if r.indicator == name and r.value is not None}
        for name in ("faelle", "tage")
    }
    for place in gone["faelle"]:
        low, high = interval(place, shown)
        assert high - low >= 3, (place, low, high)


def test_days_of_an_unknown_number_of_cases_are_hidden() -> None:
    days = catalogue().indicators["tage"]
    [row, *_] = rows_of("tage", np.full((len(AREAS), len(KINDS)), 300))
    assert [is_small(row, days, cases) for cases in (None, 0.0, 1.0, 2.0, 3.0)] == [
        True, False, True, True, False,
    ]  # fmt: skip
