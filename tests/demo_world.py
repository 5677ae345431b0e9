"""The shipped demo world, drawn once for all tests that look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dashboard.prepare.demo import SEED
from dashboard.prepare.demo.calibration import Calibration
from dashboard.prepare.demo.draw import draw_all
from dashboard.prepare.demo.reading import read_calibration
from dashboard.prepare.demo.table import Table, World
from dashboard.prepare.demo.trend import YEARS

FOLDER = Path(__file__).resolve().parents[1] / "data" / "demo"


@cache
def shipped() -> Calibration:
    """The calibration in ``data/demo``."""
    return read_calibration(FOLDER)


@cache
def drawn() -> World:
    """The world of the shipped seed."""
    return draw_all(shipped(), SEED)


def at(year: int) -> int:
    """Position of a year on the year axis."""
    return YEARS.index(year)


def city_share(table: Table, year: int) -> float:
    """The city's share in %."""
    assert table.denominator is not None
    numerator, denominator = table.numerator[:, at(year)].sum(), table.denominator[:, at(year), 0].sum()
    return float(100 * numerator / denominator)
