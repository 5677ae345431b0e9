"""One indicator read as a whole: its values and everything that was computed from them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dashboard.model import Convergence, Gap, Inequality, Partition, Pooled, TargetResult
from dashboard.store import queries, queries_computed
from dashboard.store.convert import facts_of, leading, rows_as
from dashboard.store.facts import IndicatorFacts


def read_indicator(
    connection: Connection,
    release: str,
    indicator: str,
    breakdown: str,
    partition: Partition,
    areas: Sequence[str],
) -> IndicatorFacts:
    """The indicator over ``areas``; gaps, inequality and convergence are those of the partition."""
    line, of_partition = (release, indicator, breakdown), (release, indicator, breakdown, partition)
    spread = connection.execute(queries_computed.convergence_of(*line)).all()
    gaps = connection.execute(queries_computed.gaps(*of_partition)).all()
    targets = connection.execute(queries_computed.target_results_of(release, indicator)).all()
    unequal = connection.execute(queries_computed.inequalities(*of_partition)).all()
    three_years = connection.execute(queries_computed.pooled_values(*line, areas)).all()
    return IndicatorFacts(
        indicator=indicator,
        breakdown=breakdown,
        partition=partition,
        facts=facts_of(connection, queries.indicator_facts(*line, areas)),
        gaps=rows_as(Gap, gaps),
        convergence=leading([row for row in rows_as(Convergence, spread) if row.partition == partition]),
        target_results=rows_as(TargetResult, targets),
        pooled=rows_as(Pooled, three_years),
        inequalities=rows_as(Inequality, unequal),
    )
