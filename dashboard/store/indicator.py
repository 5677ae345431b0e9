"""One indicator read as a whole: its values and everything that was computed from them."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.model import Convergence, Gap, Inequality, Partition, Pooled, TargetResult
from dashboard.store import queries, queries_computed
from dashboard.store.convert import leading
from dashboard.store.facts import Fact, IndicatorFacts
from dashboard.store.kept import KeptReading


def read_indicator(
    kept: KeptReading,
    release: str,
    indicator: str,
    breakdown: str,
    partition: Partition,
    areas: Sequence[str],
) -> IndicatorFacts:
    """The indicator over ``areas``; gaps, inequality and convergence are those of the partition."""
    line, places = (indicator, breakdown), frozenset(areas)
    spread = kept.rows(Convergence, release, queries_computed.convergences)
    targets = kept.rows(TargetResult, release, queries_computed.target_results)
    gaps = kept.of_line(Gap, release, queries_computed.gaps, line)
    unequal = kept.of_line(Inequality, release, queries_computed.inequalities, line)
    three_years = kept.of_line(Pooled, release, queries_computed.pooled_values, line)
    of_line = (indicator, breakdown, partition)
    return IndicatorFacts(
        indicator=indicator,
        breakdown=breakdown,
        partition=partition,
        facts=_facts(kept, release, indicator, breakdown, partition, areas),
        gaps=tuple(row for row in gaps if row.partition == partition),
        convergence=leading(
            [row for row in spread if (row.indicator, row.breakdown, row.partition) == of_line]
        ),
        target_results=tuple(row for row in targets if row.indicator == indicator),
        pooled=tuple(row for row in three_years if row.area in places),
        inequalities=tuple(row for row in unequal if row.partition == partition),
    )


def every_category(
    kept: KeptReading, release: str, indicator: str, partition: Partition, areas: Sequence[str]
) -> tuple[Fact, ...]:
    """The indicator over ``areas``, those shown with the partition, in all its categories."""
    key = _key(release, indicator, partition)
    return kept.facts(key, lambda: queries.every_category(release, indicator, areas))


def _facts(
    kept: KeptReading,
    release: str,
    indicator: str,
    breakdown: str,
    partition: Partition,
    areas: Sequence[str],
) -> tuple[Fact, ...]:
    """One category: out of all of them where they are kept, as the same question of the same rows."""
    every = kept.kept_facts(_key(release, indicator, partition))
    if every is not None:
        return tuple(fact for fact in every if fact.breakdown == breakdown)
    return kept.read_facts(queries.indicator_facts(release, indicator, breakdown, areas))


def _key(release: str, indicator: str, partition: Partition) -> tuple[str, str, str, str]:
    return ("every category", release, indicator, partition)
