"""Tables for the tests of protection: counts with margins, in up to four dimensions, and both partitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray
from world import share_row, tiny_catalogue, tiny_indicator

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Observation
from dashboard.protect.problem import Cell, Key, Problem, Sum

Counts = NDArray[np.int64]
YEAR = 2024
CITY_LOSS = 10.0


def key(*place: int) -> Key:
    """The first number is the area (−1: the city), the others are categories (−1: all)."""
    area, *others = place
    return "table", "-".join(map(str, others)), "hamm" if area < 0 else f"area-{area:02d}", YEAR, "x"


def cell(place: Key, value: float, k: int = 3, upper: float = float("inf")) -> Cell:
    """A count with threshold ``k``; counts of the city are the last that should go."""
    loss = (1.0 + value) * (CITY_LOSS if place[2] == "hamm" else 1.0)
    state = "primary" if 0 < value < k else "open"
    return Cell(place, value, state, float(k), loss, upper=upper)  # type: ignore[arg-type]


def table(counts: Counts, k: int = 3) -> Problem:
    """All margins of an array of counts are published with it."""
    whole = counts
    for axis in range(counts.ndim):
        whole = np.concatenate([whole, whole.sum(axis=axis, keepdims=True)], axis=axis)
    places = {
        index: key(*(-1 if at == size - 1 else at for at, size in zip(index, whole.shape, strict=True)))
        for index in product(*map(range, whole.shape))
    }
    cells = {place: cell(place, float(whole[index]), k) for index, place in places.items()}
    return Problem(cells, list(_margins(places, whole.shape)))


def _margins(places: dict[tuple[int, ...], Key], shape: Sequence[int]) -> Iterator[Sum]:
    for axis, size in enumerate(shape):
        for index in product(*(range(1) if at == axis else range(n) for at, n in enumerate(shape))):
            line = [places[(*index[:axis], at, *index[axis + 1 :])] for at in range(size)]
            yield Sum(tuple(line[:-1]), (line[-1],))


def both_partitions(nine: Counts, seven: Counts, k: int = 3) -> Problem:
    """Two tables of the same people, areas first, that share the row of the city."""
    first, second = table(nine, k), table(seven, k)
    rename = {place: place if place[2] == "hamm" else _other(place) for place in second.cells}
    cells = {
        rename[place]: Cell(rename[place], found.value, found.state, found.range, found.loss)
        for place, found in second.cells.items()
    }
    sums = [Sum(tuple(rename[p] for p in s.parts), tuple(rename[t] for t in s.totals)) for s in second.sums]
    return Problem({**cells, **first.cells}, [*first.sums, *sums])


def _other(place: Key) -> Key:
    return place[0], place[1], "bezirk-" + place[2], place[3], place[4]


def sparse(rng: np.random.Generator, shape: Sequence[int]) -> Counts:
    """Few large counts, many small ones and zeros."""
    return rng.poisson(rng.gamma(0.6, 15.0, size=tuple(shape)))


def split_again(rng: np.random.Generator, nine: Counts, areas: int) -> Counts:
    """The same people of the city over another number of areas."""
    city = nine.sum(axis=0)
    chances = rng.dirichlet(np.ones(areas))
    flat = [rng.multinomial(total, chances) for total in city.ravel()]
    return np.array(flat).T.reshape(areas, *city.shape)


#: Categories beside the areas, by the number of dimensions.
SHAPES = {2: ((3, 10), (2, 4)), 3: ((2, 4), (2, 3), (2, 3)), 4: ((2, 3), (2, 3), (2, 3), (2, 3))}


def random_problem(seed: int) -> Problem:
    """One of the tables of the test: 2 to 4 dimensions, every fourth in both partitions."""
    rng = np.random.default_rng(seed)
    counts = sparse(rng, [int(rng.integers(low, high)) for low, high in SHAPES[2 + seed % 3]])
    if seed % 4 == 0:
        return both_partitions(counts, split_again(rng, counts, max(2, len(counts) - 1)))
    return table(counts)


# single schools --------------------------------------------------------------------------------

#: Invented schools by area, and the forms to which their children change.
SCHOOLS = {
    "s1": "hamm-norden",
    "s2": "hamm-norden",
    "s3": "mitte",
    "s4": "mitte",
    "s5": "mitte",
    "s6": "uentrop",
    "s7": "uentrop",
}
FORMS = ("gymnasium", "realschule", "hauptschule", "foerderschule")


def of_schools(counts: Counts, year: int = YEAR) -> list[Observation]:
    """Rows of schools from counts by school and form; sizes are the sums of the forms."""
    rows = zip(SCHOOLS, counts.tolist(), strict=True)
    return [
        _row(school, form, year, x, sum(line))
        for school, line in rows
        for form, x in zip(FORMS, line, strict=True)
    ]


def of_areas(counts: Counts, year: int = YEAR) -> list[Observation]:
    """The rows of the areas and the city that these schools make."""
    found = []
    for area in (*dict.fromkeys(SCHOOLS.values()), "hamm"):
        inside = [place for place, where in enumerate(SCHOOLS.values()) if area in (where, "hamm")]
        line = counts[inside].sum(axis=0).tolist()
        found += [_row(area, form, year, x, sum(line)) for form, x in zip(FORMS, line, strict=True)]
    return found


def school_catalogue() -> Catalogue:
    """The forms as a group of shares of one cohort."""
    return tiny_catalogue(*(tiny_indicator(form, group="uebergang") for form in FORMS))


def school_counts(seed: int) -> Counts:
    """Children by school and form: many, many, few, hardly any."""
    rng = np.random.default_rng(seed)
    return rng.poisson(
        np.array([12.0, 14.0, 3.0, 0.7]) * rng.gamma(6, 1 / 6, size=(len(SCHOOLS), len(FORMS)))
    )


def _row(area: str, form: str, year: int, x: int, n: int) -> Observation:
    empty = {"value": None, "status": "senseless"} if n == 0 else {}
    return replace(share_row(area, year, x, n or 1, indicator=form), denominator=n, **empty)
