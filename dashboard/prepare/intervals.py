"""95 % intervals of shares and rates, computed once and kept with the value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from dashboard.analysis.arrays import optional
from dashboard.analysis.intervals import rate_interval, share_interval
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import Observation


def with_intervals(observations: Iterable[Observation], catalogue: Catalogue) -> list[Observation]:
    """The same rows with ``lower`` and ``upper`` in the indicator's unit.

    Only for shares and rates of people with counts; limits that were delivered stay.
    """
    ready, open_rows = [], defaultdict(list)
    for row in observations:
        indicator = catalogue.indicators[row.indicator]
        if _computable(row, indicator):
            open_rows[indicator.id].append(row)
        else:
            ready.append(row)
    for key, rows in open_rows.items():
        ready += _limited(rows, catalogue.indicators[key])
    return ready


def _computable(row: Observation, indicator: Indicator) -> bool:
    counted = row.value is not None and row.numerator is not None and row.denominator is not None
    given = row.lower is not None or row.upper is not None
    return counted and not given and indicator.sampling and indicator.kind in ("share", "rate")


def _limited(rows: list[Observation], indicator: Indicator) -> list[Observation]:
    x = np.array([row.numerator for row in rows], dtype=np.float64)
    n = np.array([row.denominator for row in rows], dtype=np.float64)
    limits = share_interval(x, n) if indicator.kind == "share" else rate_interval(x, n)
    lower, upper = (indicator.per * part for part in limits)
    return [
        replace(row, lower=optional(low), upper=optional(high))
        for row, low, high in zip(rows, lower, upper, strict=True)
    ]
