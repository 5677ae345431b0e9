"""What is said of the convergence of all indicators at once."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.catalogue.models import Indicator
from dashboard.model import Convergence
from dashboard.wording.grammar import places
from dashboard.wording.numbers import amount_text, number, p_text
from dashboard.wording.periods import between_phrase, range_label
from dashboard.wording.sentences import convergence_sentence

LEVEL = 0.05  #: of each test


def approach_headline(tested: Sequence[Convergence]) -> str:
    """ "In 4 von 38 Kennzahlen ist Annäherung nachweisbar, in 2 gehen die Räume auseinander"."""
    total = len(tested)
    if not total:
        return "Für keine Kennzahl lässt sich prüfen, ob sich die Sozialräume annähern"
    closer = sum(row.label == "converging" for row in tested)
    apart = sum(row.label == "diverging" for row in tested)
    of = f"von {total} {'Kennzahl' if total == 1 else 'Kennzahlen'}"
    head = f"In {closer or 'keiner'} {of} ist Annäherung nachweisbar"
    return f"{head}, in {apart or 'keiner'} gehen die Räume auseinander"


def approach_detail(tested: Sequence[Convergence]) -> str:
    """How many results chance alone would give among so many tests."""
    expected = number(len(tested) * LEVEL, 0)
    rest = sum(row.label == "not_shown" for row in tested)
    return (
        f"In {rest} ist beides nicht nachweisbar. Bei {len(tested)} Prüfungen auf dem Niveau von 5\u202f% "
        f"wären allein durch Zufall etwa {expected} nachweisbare Ergebnisse zu erwarten."
    )


def focus_sentence(row: Convergence, indicator: Indicator) -> str:
    """The sentence on one indicator, which never contradicts the spreads it prints.

    Single years are uncertain: where the first and the last printed spread do not move as the whole
    trend does, the trend is named instead of the two.
    """
    if row.label not in ("converging", "diverging") or _agrees(row, indicator):
        return convergence_sentence(row, indicator)
    if row.first_year is None or row.last_year is None:
        return convergence_sentence(row, indicator)
    result = "angenähert" if row.label == "converging" else "auseinanderentwickelt"
    when = between_phrase(indicator, row.first_year, row.last_year)
    bracket = f" ({p_text(row.p)})" if row.p is not None else ""
    return (
        f"Die {places(row.partition)} haben sich {when} nachweisbar {result}: über alle Zeiträume gerechnet, "
        f"die beiden Randjahre allein zeigen es nicht{bracket}"
    )


def _agrees(row: Convergence, indicator: Indicator) -> bool:
    if row.first_spread is None or row.last_spread is None:
        return True
    first, last = (round(size, indicator.decimals) for size in (row.first_spread, row.last_spread))
    return last < first if row.label == "converging" else last > first


def spread_text(size: float, indicator: Indicator) -> str:
    """ "4,8 Punkte": a standard deviation in the unit of differences."""
    return amount_text(size, indicator)


def tested_span(row: Convergence, indicator: Indicator) -> str:
    """ "2008/09 bis 2025/26"."""
    if row.first_year is None or row.last_year is None:
        return ""
    return range_label(indicator, row.first_year, row.last_year)
