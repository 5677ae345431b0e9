"""The words every room shares: what a number is before anybody draws it.

A value walks the street as an :class:`Observation`; what is computed from several
values when a release is prepared (:class:`Comparison`, :class:`Trend`, :class:`Gap`,
:class:`Convergence`, :class:`TargetResult`, :class:`Pooled`, :class:`Inequality`) has a row type of
its own.
Nothing in here knows a database, a file or the web.
"""

from __future__ import annotations

from dashboard.model.cells import (
    Comparison,
    Observation,
    TargetResult,
    Trend,
)
from dashboard.model.partitions import (
    Convergence,
    Gap,
    Inequality,
    Pooled,
)
from dashboard.model.words import (
    CITY,
    LINE_ORIGINS,
    TOTAL,
    Certainty,
    ComparisonLabel,
    ConvergenceLabel,
    Origin,
    Partition,
    Status,
    TargetStatus,
    TrendLabel,
)

__all__ = [
    "CITY",
    "Certainty",
    "Comparison",
    "ComparisonLabel",
    "Convergence",
    "ConvergenceLabel",
    "Gap",
    "Inequality",
    "LINE_ORIGINS",
    "Observation",
    "Origin",
    "Partition",
    "Pooled",
    "Status",
    "TOTAL",
    "TargetResult",
    "TargetStatus",
    "Trend",
    "TrendLabel",
]
