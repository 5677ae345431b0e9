"""Demo values for what nobody has published: drawn, calibrated, always marked ``demo``.

People and cases come first, values are computed from them. How it is done and what it
may be used for stands in ``data/demo/README.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from dashboard.catalogue.models import Indicator
from dashboard.model import Observation
from dashboard.prepare.demo.draw import draw_all
from dashboard.prepare.demo.reading import CalibrationError, read_calibration
from dashboard.prepare.demo.rows import observations
from dashboard.prepare.demo.school_rows import school_level
from dashboard.prepare.demo.table import Table
from dashboard.prepare.school_level import SchoolLevel

__all__ = ["SEED", "CalibrationError", "generate", "generate_all"]

SEED = 20261


def generate(
    indicators: Mapping[str, Indicator], calibration_folder: Path, seed: int = SEED
) -> list[Observation]:
    """Demo observations of every calibrated indicator, 2008–2025, nine areas and the city.

    The same seed and calibration give the same rows; an indicator more does not change the
    others. Raises :class:`CalibrationError` where calibration and catalogue contradict each other.
    """
    return generate_all(indicators, calibration_folder, seed)[0]


def generate_all(
    indicators: Mapping[str, Indicator], calibration_folder: Path, seed: int = SEED
) -> tuple[list[Observation], SchoolLevel]:
    """The rows of :func:`generate`, and the invented schools whose children they add up."""
    calibration = read_calibration(calibration_folder)
    world = draw_all(calibration, seed)
    _check(indicators, world.drawn)
    rows = [
        row
        for name, table in sorted(world.drawn.items())
        for row in observations(indicators[name], table, world.areas)
    ]
    return rows, school_level(calibration, world, indicators)


def _check(indicators: Mapping[str, Indicator], drawn: Mapping[str, Table]) -> None:
    """Every drawn indicator and category must be in the catalogue."""
    problems = [f"„{name}“ steht nicht im Katalog" for name in sorted(set(drawn) - set(indicators))]
    for name in sorted(set(drawn) & set(indicators)):
        known = {category.id for part in indicators[name].breakdowns for category in part.categories}
        unknown = sorted(set(drawn[name].categories) - known - {""})
        problems.extend(f"„{name}“ hat im Katalog kein Merkmal „{category}“" for category in unknown)
    if problems:
        raise CalibrationError("; ".join(problems))
