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
from dashboard.analysis.convergence import DRAWS, sigma
from dashboard.analysis.gap import Band, chance_band

AREAS, CHILDREN, RATE, APART = 9, 190, 0.35, 0.20
CITIES, SEED = 2_000, 20_080_911
#: Standard deviation of the true rates in the first and last year: areas that stay apart, and that do not.
HISTORIES, YEARS, STAYING, CLOSING = 1_000, 10, (0.08, 0.08), (0.08, 0.04)


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


@dataclass(frozen=True, slots=True)
class Reported:
    """Shares of the histories that were called converging, and diverging."""

    converging: float
    diverging: float


def histories(
    spread: tuple[float, float], count: int = HISTORIES, draws: int = DRAWS, seed: int = SEED
) -> Reported:
    """Cities over ten years in which the standard deviation of the true rates goes evenly between two values.

    Which areas lie above and below is drawn anew for every city and kept over its years. ``draws``:
    of each test's bootstrap; fewer are quicker and hold the level as well.
    """
    rng = np.random.default_rng(seed)
    sizes, years = np.full((YEARS, AREAS), CHILDREN), np.arange(YEARS)
    apart = np.linspace(*spread, YEARS)[:, np.newaxis]
    found = []
    for _ in range(count):
        shape = rng.normal(size=AREAS)
        rates = RATE + apart * (shape - shape.mean()) / shape.std()
        counts = rng.binomial(CHILDREN, np.clip(rates, 0, 1))
        found.append(sigma(counts, sizes, years, "share", draws=draws).label)
    return Reported(found.count("converging") / count, found.count("diverging") / count)


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
    _print_histories()


def _print_histories() -> None:
    started = time.perf_counter()
    staying, closing = histories(STAYING), histories(CLOSING)
    seconds = time.perf_counter() - started
    print()
    print(f"{HISTORIES} histories of {YEARS} years each, {seconds:.1f} s")
    print()
    print("| standard deviation of the true rates | what is counted | share of histories | wanted |")
    print("| --- | --- | ---: | ---: |")
    print(f"| stays at 8 points | „Annäherung nachweisbar“ | {staying.converging:.1%} | ≤ 6% |")
    print(f"| stays at 8 points | either direction | {staying.converging + staying.diverging:.1%} | ≤ 6% |")
    print(f"| falls evenly from 8 to 4 | „Annäherung nachweisbar“ | {closing.converging:.1%} | ≥ 80% |")


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
