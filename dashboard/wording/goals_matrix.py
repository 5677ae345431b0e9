"""What is said of the matrix of targets and of the prevention chain."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.catalogue.models import Area, Indicator, Target
from dashboard.model import TargetResult
from dashboard.wording.factors import count_word
from dashboard.wording.goals import goal_height
from dashboard.wording.grammar import capital, listed
from dashboard.wording.numbers import figure, probability_text
from dashboard.wording.periods import period_label
from dashboard.wording.signs import target_status_word


def cell_sentence(target: Target, result: TargetResult, indicator: Indicator, area: Area) -> str:
    """ "In Mitte nicht auf Kurs: 2,4 % (2025/26), Ziel höchstens 2,0 % bis 2030, Wahrscheinlichkeit 32 %"."""
    head = f"{capital(area.locative)} {target_status_word(result.status)}"
    parts = []
    if result.value is not None and result.year is not None:
        parts.append(f"{figure(result.value, indicator)} ({period_label(indicator, result.year)})")
    parts.append(f"Ziel {goal_height(target, result, indicator)} bis {result.target_year}")
    if result.status in ("on_track", "off_track") and result.probability is not None:
        parts.append(f"Wahrscheinlichkeit {probability_text(result.probability)}")
    return f"{head}: {', '.join(parts)}"


def matrix_headline(
    everywhere: Sequence[str], nowhere: Sequence[str], areas: int, chosen: int | None = None
) -> str:
    """Targets that all areas, and that no area, reach or are on track for; no full stop.

    ``chosen``: how many targets the filters leave, None where they leave all.
    """
    if chosen == 0:
        return "Kein Ziel entspricht der Auswahl"
    said = _everywhere_and_nowhere(everywhere, nowhere, areas)
    if chosen is None:
        return said
    return f"Auswahl von {chosen} {'Ziel' if chosen == 1 else 'Zielen'}: {said}"


def _everywhere_and_nowhere(everywhere: Sequence[str], nowhere: Sequence[str], areas: int) -> str:
    all_of = count_word(areas)
    met = f"{_targets(everywhere)} in allen {all_of} Sozialräumen erreicht oder auf Kurs"
    unmet = f"{_targets(nowhere)} in keinem"
    if everywhere and nowhere:
        return f"{met}, {unmet[:1].lower()}{unmet[1:]}"
    if everywhere:
        return met
    return f"{unmet} Sozialraum erreicht oder auf Kurs" if nowhere else (
        f"Kein Ziel ist in allen {all_of} Sozialräumen erreicht oder auf Kurs, aber jedes in mindestens einem"
    )  # fmt: skip


def _targets(titles: Sequence[str]) -> str:
    return "Ein Ziel ist" if len(titles) == 1 else f"{capital(count_word(len(titles)))} Ziele sind"


def chain_headline(no_reach: Sequence[str], no_target: Sequence[str], phases: int) -> str:
    """Where the chain has gaps: phases without a figure of reach, and without a target; no full stop."""
    if not no_reach and not no_target:
        return f"Alle {count_word(phases)} Glieder der Präventionskette haben Reichweite und Ziel"
    parts = []
    if no_reach:
        parts.append(f"{_links(no_reach)} keine Reichweite bekannt")
    if no_target:
        parts.append(f"{_links(no_target)} kein Ziel vereinbart")
    return f"Die Präventionskette hat Lücken: {capital(', '.join(parts))}"


def _links(titles: Sequence[str]) -> str:
    return f"in {count_word(len(titles)) if len(titles) > 1 else 'einer'} Lebensphase{_n(titles)} ist"


def _n(titles: Sequence[str]) -> str:
    return "n" if len(titles) > 1 else ""


def chain_detail(no_reach: Sequence[str], no_target: Sequence[str]) -> str:
    """The same gaps by name."""
    parts = []
    if no_reach:
        parts.append(f"Ohne Reichweite: {listed(no_reach)}")
    if no_target:
        parts.append(f"Ohne Ziel: {listed(no_target)}")
    return f"{'. '.join(parts)}." if parts else "Jede Lebensphase hat eine Reichweite und ein Ziel."
