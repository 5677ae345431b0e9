"""``python -m bench.simulation``: how often the methods see a difference that is there, or is not.

Simulated cities of nine areas with 190 children each, judged by the functions that judge a release.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from dashboard.analysis.compare import against_rest
from dashboard.analysis.gap import Band, chance_band

AREAS, CHILDREN, RATE, APART = 9, 190, 0.35, 0.20
CITIES, SEED = 2_000, 20_080_911


@dataclass(frozen=True, slots=True)
class Found:
    """Shares of the cities: no area is told from the rest, and the gap is within the chance band."""

    all_alike: float
    within_band: float


def equal_cities(cities: int = CITIES, seed: int = SEED) -> Found:
    """Cities in which all areas have the same true rate: every difference that is seen is a false one."""
    return _judged(np.full(AREAS, RATE), cities, seed)


def unequal_cities(cities: int = CITIES, seed: int = SEED) -> Found:
    """Cities whose true rates are spread evenly over 20 points."""
    return _judged(np.linspace(RATE - APART / 2, RATE + APART / 2, AREAS), cities, seed)


def main() -> None:
    """Print what was found beside what has to be."""
    started = time.perf_counter()
    equal, unequal = equal_cities(), unequal_cities()
    seconds = time.perf_counter() - started
    print(f"{CITIES} cities of {AREAS} areas with {CHILDREN} children each, {seconds:.1f} s")
    print()
    print("| true rates | what is counted | share of cities | wanted |")
    print("| --- | --- | ---: | ---: |")
    print(f"| {RATE:.0%} everywhere | „nicht unterscheidbar“ in all areas | {equal.all_alike:.1%} | ≥ 94% |")
    print(f"| {RATE:.0%} everywhere | gap within the chance band | {equal.within_band:.1%} | 94–96% |")
    print(
        f"| spread over {100 * APART:.0f} points | gap beyond the chance band "
        f"| {1 - unequal.within_band:.1%} | ≥ 95% |"
    )
    print(
        f"| spread over {100 * APART:.0f} points | at least one area told apart "
        f"| {1 - unequal.all_alike:.1%} | – |"
    )


def _judged(rates: NDArray[np.float64], cities: int, seed: int) -> Found:
    drawn = np.random.default_rng(seed).binomial(CHILDREN, rates, (cities, AREAS))
    sizes = np.full(AREAS, CHILDREN)
    alike = [all(row.label == "same" for row in against_rest(counts, sizes, "share")) for counts in drawn]
    widest = np.array([_band(int(counts.sum())).p95 for counts in drawn], dtype=np.float64)
    gaps = np.ptp(drawn, axis=1) / CHILDREN
    return Found(float(np.mean(alike)), float(np.mean(gaps <= widest)))


@cache
def _band(children: int) -> Band:
    """The band of a city in which so many children are counted; there are a few hundred such numbers."""
    return chance_band([CHILDREN] * AREAS, children / (AREAS * CHILDREN), "share")


if __name__ == "__main__":
    main()
