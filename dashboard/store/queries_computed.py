"""Every statement about what was computed for a release, as a typed ``Select``; an index serves each one.

A function here is listed in ``tests/test_store_plans.py``, which asks both databases for its plan.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, and_

from dashboard.model import Partition
from dashboard.store.ordering import ordered
from dashboard.store.spread_tables import convergence, gap, inequality, pooled
from dashboard.store.tables import target_result


def gaps(release_id: str, indicator: str, breakdown: str, partition: Partition) -> Select[*tuple[Any, ...]]:
    """The gaps of one indicator, year by year."""
    wanted = and_(gap.c.release == release_id, gap.c.indicator == indicator, gap.c.breakdown == breakdown,
                  gap.c.partition == partition)  # fmt: skip
    return ordered(gap).where(wanted)


def inequalities(
    release_id: str, indicator: str, breakdown: str, partition: Partition
) -> Select[*tuple[Any, ...]]:
    """The measures of inequality of one indicator, year by year."""
    return ordered(inequality).where(
        inequality.c.release == release_id,
        inequality.c.indicator == indicator,
        inequality.c.breakdown == breakdown,
        inequality.c.partition == partition,
    )


def pooled_values(
    release_id: str, indicator: str, breakdown: str, areas: Sequence[str]
) -> Select[*tuple[Any, ...]]:
    """The three-year values of one indicator over some areas."""
    return ordered(pooled).where(
        pooled.c.release == release_id,
        pooled.c.indicator == indicator,
        pooled.c.breakdown == breakdown,
        pooled.c.area.in_(areas),
    )


def convergences(release_id: str) -> Select[*tuple[Any, ...]]:
    """The convergence of every indicator."""
    return ordered(convergence).where(convergence.c.release == release_id)


def convergence_of(release_id: str, indicator: str, breakdown: str) -> Select[*tuple[Any, ...]]:
    """The convergence of one indicator, in both partitions."""
    of_indicator = and_(convergence.c.indicator == indicator, convergence.c.breakdown == breakdown)
    return convergences(release_id).where(of_indicator)


def target_results(release_id: str) -> Select[*tuple[Any, ...]]:
    """How the city and each area stand against every target."""
    return ordered(target_result).where(target_result.c.release == release_id)


def target_results_of(release_id: str, indicator: str) -> Select[*tuple[Any, ...]]:
    """How the city and each area stand against the targets of one indicator."""
    return target_results(release_id).where(target_result.c.indicator == indicator)
