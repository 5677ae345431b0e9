"""Faults that only show when the tables are read together."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.catalogue.checks.areas import area_faults
from dashboard.catalogue.checks.indicators import indicator_faults
from dashboard.catalogue.checks.moves import move_faults
from dashboard.catalogue.checks.programme import programme_faults
from dashboard.catalogue.checks.references import reference_faults
from dashboard.catalogue.checks.resources import resource_faults
from dashboard.catalogue.problem import Problem
from dashboard.catalogue.tables import Tables


def faults(tables: Tables) -> Iterator[Problem]:
    """Every fault between the entries of all tables."""
    yield from reference_faults(tables)
    yield from area_faults(tables)
    yield from indicator_faults(tables)
    yield from programme_faults(tables)
    yield from resource_faults(tables)
    yield from move_faults(tables)
