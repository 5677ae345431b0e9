"""Spreads the children of each area over its primary schools, and measures how uneven that is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dashboard.analysis.segregation import Segregation, against_chance
from dashboard.prepare.demo.pupil_terms import School, Schools
from dashboard.prepare.demo.reading import CalibrationError
from dashboard.prepare.demo.table import Ints, Table, World
from dashboard.prepare.demo.terms import Part
from dashboard.prepare.demo.trend import YEARS, Floats

CATEGORIES = ("zufall-mittel", "zufall-95", "zufall-p")


@dataclass(frozen=True, slots=True)
class SchoolCounts:
    """Children by school and year: all that change (``everybody``), and those of each form."""

    schools: tuple[School, ...]
    everybody: Ints
    forms: Mapping[str, Ints]


def draw_segregation(spec: Schools, schools: Sequence[School], world: World) -> Table:
    """D of the whole city in per cent, with mean, 95th percentile and p of chance as categories."""
    counts = draw_schools(spec, schools, world)
    values = np.zeros((len(world.areas), len(YEARS), 1 + len(CATEGORIES)))
    for index, year in enumerate(YEARS):
        if spec.first <= year <= spec.last:
            form, everybody = counts.forms[spec.form][:, index], counts.everybody[:, index]
            values[0, index] = _percent(form, everybody)
    return Table(spec, CATEGORIES, values[:, :, 1:], total=values[:, :, 0], city_only=True)


def draw_schools(spec: Schools, schools: Sequence[School], world: World) -> SchoolCounts:
    """The children of each area at its own schools: rows (schools) and columns (forms) add up exactly."""
    unknown = {school.area for school in schools} ^ set(world.areas)
    if unknown:
        raise CalibrationError(
            f"„{spec.indicator}“: Schulen ohne Sozialraum oder umgekehrt: {sorted(unknown)}"
        )
    rng = world.rng(f"{spec.indicator} Schulen")
    margins = {form: world.part(Part(indicator=form)) for form in spec.lean}
    people = np.asarray(world.drawn[spec.form].denominator, dtype=np.int64)[:, :, 0]
    if not np.array_equal(sum(margins.values()), people):
        raise CalibrationError(f"„{spec.indicator}“: die Schulformen in „lean“ sind nicht alle Wechsel")
    everybody = np.zeros((len(schools), len(YEARS)), dtype=np.int64)
    forms = {form: np.zeros_like(everybody) for form in spec.lean}
    for index, area in enumerate(world.areas):
        where = [place for place, school in enumerate(schools) if school.area == area]
        here = [schools[place] for place in where]
        everybody[where] = _sizes(rng, here, people[index])
        for year in range(len(YEARS)):
            wanted = {form: int(margin[index, year]) for form, margin in margins.items()}
            for form, found in _spread(spec, rng, here, everybody[where, year], wanted).items():
                forms[form][where, year] = found
    return SchoolCounts(tuple(schools), everybody, forms)


def _sizes(rng: np.random.Generator, schools: Sequence[School], people: Ints) -> Ints:
    """Children by school and year; each school keeps its size, chance moves some."""
    sizes = np.array([school.size for school in schools])
    return np.asarray(rng.multinomial(people, sizes / sizes.sum()).T, dtype=np.int64)


def _spread(
    spec: Schools, rng: np.random.Generator, schools: Sequence[School], children: Ints, wanted: dict[str, int]
) -> dict[str, Ints]:
    """Children by form and school: form after form draws its children one by one, never one twice."""
    tilt = np.array([school.tilt for school in schools])
    waiting, found = np.repeat(np.arange(children.size), children), dict[str, Ints]()
    for form, lean in spec.lean.items():
        order = _order(rng, np.exp(lean * tilt)[waiting])
        found[form] = np.bincount(waiting[order[: wanted[form]]], minlength=children.size).astype(np.int64)
        waiting = waiting[order[wanted[form] :]]
    return found


def _order(rng: np.random.Generator, weights: Floats) -> Ints:
    """Smallest exponential over weight: sampling without replacement (Efraimidis & Spirakis 2006)."""
    return np.argsort(rng.exponential(size=weights.size) / weights, kind="stable")


def _percent(form: Ints, everybody: Ints) -> tuple[float, float, float, float]:
    found: Segregation | None = against_chance(form, everybody - form)
    if found is None:
        raise CalibrationError("Segregation: eine der beiden Gruppen ist leer")
    return 100 * found.d, 100 * found.chance_mean, 100 * found.chance_p95, 100 * found.p
