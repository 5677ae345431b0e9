"""Every area against the rest of the city, year by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from dashboard.analysis.arrays import optional
from dashboard.analysis.compare import Against, against_rest
from dashboard.model import CITY, Comparison
from dashboard.prepare.lines import Line


def comparisons(line: Line, areas: Sequence[str]) -> Iterator[Comparison]:
    """Comparisons of the areas of one partition; nothing for indicators that are not compared."""
    method = line.indicator.comparison
    if method == "none":
        return
    for year in line.years(areas):
        x, n = (counts[0] for counts in line.counts([*areas, CITY], [year]))
        if (np.isfinite(x[:-1]) & (n[:-1] > 0)).sum() < 2:
            continue
        city = (optional(x[-1]), optional(n[-1])) if np.isfinite(x[-1] + n[-1]) else (None, None)
        found = against_rest(x[:-1], n[:-1], method, city_x=city[0], city_n=city[1])
        for area, row in zip(areas, found, strict=True):
            if (area, year) in line.cells:
                yield _comparison(line, area, year, row)


def _comparison(line: Line, area: str, year: int, row: Against) -> Comparison:
    return Comparison(
        indicator=line.indicator.id,
        area=area,
        year=year,
        breakdown=line.breakdown,
        rest=line.printed(row.rest),
        difference=line.printed(row.difference),
        p=row.p,
        p_holm=row.p_holm,
        label=row.label,
        single_label=row.single_label,
        origin=line.origin,
    )
