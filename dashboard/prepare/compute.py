"""Everything that is computed from observations once, when a release is prepared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.analysis.convergence import Result
from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import (
    TOTAL,
    Comparison,
    Convergence,
    Gap,
    Inequality,
    Observation,
    Partition,
    Pooled,
    TargetResult,
    Trend,
)
from dashboard.prepare.comparisons import comparisons
from dashboard.prepare.inequalities import DEPRIVATION, inequalities
from dashboard.prepare.lines import Line, lines
from dashboard.prepare.pooled import pooled
from dashboard.prepare.spread import convergence, convergence_test, gaps
from dashboard.prepare.targets import leading, target_results
from dashboard.prepare.trends import trends
from dashboard.store.contents import Progress

COMPUTING = "Kennzahlen berechnen"
_PARTITIONS: tuple[Partition, ...] = ("sozialraum", "stadtbezirk")


@dataclass(slots=True)
class Computed:
    """Rows in the order in which they were computed."""

    comparisons: list[Comparison] = field(default_factory=list)
    trends: list[Trend] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    convergences: list[Convergence] = field(default_factory=list)
    target_results: list[TargetResult] = field(default_factory=list)
    pooled: list[Pooled] = field(default_factory=list)
    inequalities: list[Inequality] = field(default_factory=list)


def computed(
    observations: Iterable[Observation], catalogue: Catalogue, now: int, progress: Progress
) -> Computed:
    """Everything that is computed of single lines of one origin, and the targets.

    The slope index alone looks at a second line: that of the deprivation by which areas are ordered.
    """
    found = lines(observations, catalogue)
    deprivation = [line for line in found if line.indicator.id == DEPRIVATION]
    areas = {name: [area.id for area in catalogue.partition(name)] for name in _PARTITIONS}
    rows, tests = Computed(), dict[tuple[str, str], Result]()
    for number, line in enumerate(found, start=1):
        rows.trends += trends(line)
        rows.pooled += pooled(line, areas)
        for partition in _PARTITIONS:
            _compute_partition(line, partition, areas[partition], rows, tests)
            rows.inequalities += inequalities(line, partition, areas[partition], deprivation)
        progress(COMPUTING, number, len(found))
    rows.target_results += _targets(found, catalogue, tests, now)
    return rows


def _compute_partition(
    line: Line,
    partition: Partition,
    areas: Sequence[str],
    rows: Computed,
    tests: dict[tuple[str, str], Result],
) -> None:
    if not line.years(areas):
        return
    rows.comparisons += comparisons(line, areas)
    rows.gaps += gaps(line, partition, areas)
    result = convergence_test(line, areas)
    rows.convergences.append(convergence(line, partition, result))
    if partition == "sozialraum" and line.breakdown == TOTAL:
        tests[line.indicator.id, line.origin] = result


def _targets(
    found: Sequence[Line], catalogue: Catalogue, tests: Mapping[tuple[str, str], Result], now: int
) -> list[TargetResult]:
    by_indicator: dict[str, list[Line]] = defaultdict(list)
    for line in found:
        by_indicator[line.indicator.id].append(line)
    areas = [area.id for area in catalogue.partition("sozialraum")]
    results: list[TargetResult] = []
    for target in catalogue.targets.values():
        of_target = by_indicator[target.indicator]
        judged = leading(of_target, areas[0]) if target.kind == "convergence" else None
        test = None if judged is None else tests.get((judged.indicator.id, judged.origin))
        results += target_results(target, of_target, areas, test, now)
    return results
