"""An area of a partition that is missing where its neighbours were delivered: somebody must know."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import get_args

from dashboard.intake.checks.sums import by_table
from dashboard.intake.context import Cell
from dashboard.intake.finding import Findings, quoted
from dashboard.intake.observe import Placed
from dashboard.intake.vocabulary import Vocabulary, area_ids
from dashboard.model import Partition

_TITLES: dict[Partition, str] = {"sozialraum": "Sozialräumen", "stadtbezirk": "Stadtbezirken"}
_Gap = tuple[str, int, Partition, tuple[str, ...]]


def check_completeness(
    placed: Iterable[Placed], met: AbstractSet[Cell], catalogue: Vocabulary, findings: Findings
) -> None:
    """One warning per indicator, period and partition with the areas that are missing.

    A cell in ``met`` was delivered, though its figure may have been refused.
    """
    gaps: dict[_Gap, list[Placed]] = {}
    for (indicator, year, breakdown), areas in by_table(placed).items():
        partitions: tuple[Partition, ...] = get_args(Partition)
        for partition in partitions:
            ids = area_ids(catalogue, partition)
            present = [area for area in ids if area in areas]
            missing = tuple(
                area for area in ids if area not in areas and (indicator, area, year, breakdown) not in met
            )
            if missing and present:
                first = areas[present[0]]
                gaps.setdefault((indicator, year, partition, missing), []).append(first)
    for gap, found in gaps.items():
        _note(gap, found, catalogue, findings)


def _note(gap: _Gap, found: list[Placed], catalogue: Vocabulary, findings: Findings) -> None:
    indicator, year, partition, missing = gap
    categories = [each.observation.breakdown or "insgesamt" for each in found]
    title, expected = catalogue.indicators[indicator].title, len(area_ids(catalogue, partition))
    names = ", ".join(catalogue.areas[area].name for area in missing)
    findings.warning(
        found[0].place.at(None),
        f"{quoted(title)} {year} ({', '.join(categories)}): es fehlen {names}",
        value=f"{expected - len(missing)} von {expected} {_TITLES[partition]}",
        expectation=f"alle {expected}",
    )
