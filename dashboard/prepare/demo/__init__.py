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
from dashboard.prepare.demo.table import Table

__all__ = ["SEED", "CalibrationError", "generate"]

SEED = 20261


def generate(
    indicators: Mapping[str, Indicator], calibration_folder: Path, seed: int = SEED
) -> list[Observation]:
    """Demo observations of every calibrated indicator, 2008–2025, nine areas and the city.

    The same seed and calibration give the same rows; an indicator more does not change the
    others. Raises :class:`CalibrationError` where calibration and catalogue contradict each other.
    """
    world = draw_all(read_calibration(calibration_folder), seed)
    _check(indicators, world.drawn)
    return [
        row
        for name, table in sorted(world.drawn.items())
        for row in observations(indicators[name], table, world.areas)
    ]


def _check(indicators: Mapping[str, Indicator], drawn: Mapping[str, Table]) -> None:
    """Every drawn indicator and category must be in the catalogue."""
    problems = [f"„{name}“ steht nicht im Katalog" for name in sorted(set(drawn) - set(indicators))]
    for name in sorted(set(drawn) & set(indicators)):
        known = {category.id for part in indicators[name].breakdowns for category in part.categories}
        unknown = sorted(set(drawn[name].categories) - known - {""})
        problems.extend(f"„{name}“ hat im Katalog kein Merkmal „{category}“" for category in unknown)
    if problems:
        raise CalibrationError("; ".join(problems))
