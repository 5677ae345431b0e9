"""Every statement about what was computed for a release, as a typed ``Select``; an index serves each one.

These tables have a few thousand rows, and all of them are read at once: a view of another indicator then
asks for its observations alone.

A function here is listed in ``tests/test_store_plans.py``, which asks both databases for its plan.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select

from dashboard.store.ordering import ordered
from dashboard.store.spread_tables import convergence, gap, inequality, pooled
from dashboard.store.tables import target_result


def gaps(release_id: str) -> Select[*tuple[Any, ...]]:
    """The gaps of every indicator, year by year."""
    return ordered(gap).where(gap.c.release == release_id)


def inequalities(release_id: str) -> Select[*tuple[Any, ...]]:
    """The measures of inequality of every indicator, year by year."""
    return ordered(inequality).where(inequality.c.release == release_id)


def pooled_values(release_id: str) -> Select[*tuple[Any, ...]]:
    """The three-year values of every indicator."""
    return ordered(pooled).where(pooled.c.release == release_id)


def convergences(release_id: str) -> Select[*tuple[Any, ...]]:
    """The convergence of every indicator."""
    return ordered(convergence).where(convergence.c.release == release_id)


def target_results(release_id: str) -> Select[*tuple[Any, ...]]:
    """How the city and each area stand against every target."""
    return ordered(target_result).where(target_result.c.release == release_id)
