"""What a reader of the release before has to know: figures added, corrected or withdrawn since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dashboard.model import Observation
from dashboard.store.contents import Correction, CorrectionKind

_Key = tuple[str, str, str, int, str, str]


def corrections(before: Iterable[Observation], now: Iterable[Observation]) -> tuple[Correction, ...]:
    """Differences of published and delivered figures; demo values are no figures and are left out.

    A figure that is hidden now is not repeated as the old one.
    """
    old, new = _known(before), _known(now)
    return tuple(
        sorted(_changes(old, new), key=lambda row: (row.indicator, row.breakdown, row.area, row.year))
    )


def _known(observations: Iterable[Observation]) -> dict[_Key, Observation]:
    return {
        (row.indicator, row.breakdown, row.area, row.year, row.origin, row.source): row
        for row in observations
        if row.origin != "demo" and row.reading == 0
    }


def _changes(old: Mapping[_Key, Observation], new: Mapping[_Key, Observation]) -> Iterator[Correction]:
    for key in old.keys() | new.keys():
        before, after = old.get(key), new.get(key)
        if before is None and after is not None:
            yield _correction(after, "added", None, after.value)
        elif after is None and before is not None:
            yield _correction(before, "withdrawn", before.value, None)
        elif before is not None and after is not None and _differ(before, after):
            hidden = after.status == "hidden"
            yield _correction(after, "corrected", None if hidden else before.value, after.value)


def _differ(before: Observation, after: Observation) -> bool:
    def figures(row: Observation) -> tuple[object, ...]:
        return (row.value, row.numerator, row.denominator, row.cents, row.status)

    return figures(before) != figures(after)


def _correction(row: Observation, kind: CorrectionKind, old: float | None, new: float | None) -> Correction:
    where = (row.indicator, row.breakdown, row.area, row.year, row.origin, row.source)
    return Correction(*where, kind, old, new)
