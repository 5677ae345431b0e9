"""Where the area stands against the latest goal of an indicator, in words."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.answers.sozialraum.found import Found
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator, Target
from dashboard.model import TargetResult, TargetStatus
from dashboard.wording import numbers, signs
from dashboard.wording.tiles.target import target_label

NARROW = "\u202f"


def latest_targets(
    results: Iterable[TargetResult], area: str, catalogue: Catalogue
) -> dict[str, TargetResult]:
    """Of each indicator the result of this area for the target that lies furthest ahead."""
    found: dict[str, TargetResult] = {}
    for result in sorted(results, key=lambda result: (result.target_year, result.target)):
        if result.area == area and result.target in catalogue.targets:
            found[result.indicator] = result
    return found


def target_words(found: Found, catalogue: Catalogue) -> tuple[TargetStatus | None, str, str]:
    """Status, its word, and the goal: "≥ 75 % bis 2030"; nothing for a hidden or an old value."""
    if found.target is None or found.sign == "hidden" or found.past:
        return None, "", ""
    target = catalogue.targets[found.target.target]
    word = signs.target_status_word(found.target.status)
    return found.target.status, word, _goal(found.indicator, target, found.target)


def _goal(indicator: Indicator, target: Target, result: TargetResult) -> str:
    if result.goal is None or target.kind in ("direction", "convergence"):
        label = target_label(indicator, target, result).removeprefix("Ziel ")
        return label.removesuffix(" (Beispielziel)")
    sign = "≥" if target.direction == "rise" else "≤"
    return f"{sign}{NARROW}{numbers.figure(result.goal, indicator)} bis {target.target_year}"
