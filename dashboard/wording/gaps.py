"""The gap between the areas as the head of a card: against chance, over time, along deprivation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue
from dashboard.model import Gap, Inequality, Partition
from dashboard.wording.grammar import places, printed
from dashboard.wording.numbers import amount_text, number
from dashboard.wording.periods import axis_label, period_label, period_title

ALL_EQUAL: Final = "alle gezeigten Werte sind gleich"
LARGER: Final = "größer, als Zufall erklärt"
_ENDS: Final = "zwischen dem am stärksten und dem am wenigsten belasteten Ende der Stadt"


def gap_size(gap: Gap, indicator: Indicator, areas: Sequence[AreaValue] = ()) -> float:
    """The gap as printed: of both printed ends where ``areas`` has them."""
    values = {area.area: area.value for area in areas}
    return as_printed(gap, indicator, values.get(gap.highest), values.get(gap.lowest)).gap


def as_printed(gap: Gap, indicator: Indicator, high: float | None, low: float | None) -> Gap:
    """The gap with the difference of both printed ends, where they are known, else with its own printed."""
    if high is None or low is None:
        return replace(gap, gap=float(printed(gap.gap, indicator)))
    return replace(gap, gap=float(printed(high, indicator) - printed(low, indicator)))


def exceeds(gap: Gap, indicator: Indicator, areas: Sequence[AreaValue] = ()) -> bool | None:
    """Whether the printed gap lies above the printed chance band; None without a band."""
    if gap.chance_p95 is None:
        return None
    return gap_size(gap, indicator, areas) > float(printed(gap.chance_p95, indicator))


def gap_title(gap: Gap | None, indicator: Indicator, partition: Partition) -> str:
    """ "Der Abstand zwischen den Sozialräumen ist größer, als Zufall erklärt", without full stop."""
    between = f"zwischen den {places(partition, dative=True)}"
    if gap is None:
        return f"Ein Abstand {between} ist nicht berechenbar"
    larger = exceeds(gap, indicator)
    if larger is None:
        return f"Der Abstand {between} beträgt {amount_text(gap_size(gap, indicator), indicator)}"
    result = LARGER if larger else "nicht größer, als Zufall allein machen würde"
    return f"Der Abstand {between} ist {result}"


def gap_over_time(gaps: Sequence[Gap], indicator: Indicator) -> str:
    """First and last gap since the last break, and in how many periods it exceeded chance.

    "2008: 25,6 Punkte, 2025: 20,2 Punkte; in 12 von 15 Zeiträumen größer, als Zufall erklärt".
    Says nothing about a change: that is the test of convergence. Empty below two periods.
    """
    row = _since_break(gaps, indicator)
    if len(row) < 2:
        return ""
    ends = ", ".join(_dated(gap, indicator) for gap in (row[0], row[-1]))
    tested = [larger for gap in row if (larger := exceeds(gap, indicator)) is not None]
    return f"{ends}; {_how_often(sum(tested), len(tested))}" if tested else ends


def sii_sentence(found: Inequality | None, indicator: Indicator) -> str:
    """The modelled difference between both ends of the city; a gradient only where 95 % exclude zero."""
    if found is None or found.sii is None:
        return f"Ein Gefälle {_ENDS} ist nicht berechenbar"
    bounds = _bounds(found, indicator)
    if bounds and bounds[0] <= 0 <= bounds[1]:
        inside = f"SII {amount_text(found.sii, indicator)}, {_range(*bounds, indicator)}"
        return f"Ein Gefälle {_ENDS} ist nicht nachweisbar ({inside})"
    size = f"Der modellierte Unterschied {_ENDS} beträgt {amount_text(abs(found.sii), indicator)}"
    if not bounds:
        return f"{size} (SII, ohne Vertrauensbereich)"
    low, high = bounds if found.sii > 0 else (-bounds[1], -bounds[0])
    end = "wenigsten" if found.sii > 0 else "stärksten"
    return f"{size} (SII, {_range(low, high, indicator)}); den höheren Wert hat das am {end} belastete Ende"


def sii_note(found: Inequality, indicator: Indicator, deprivation: Indicator) -> str:
    """What SII and RII are here, each by its definition, with the variable that orders the areas."""
    if found.sii is None:
        return ""
    year = found.deprivation_year
    order = (
        f"„{deprivation.short_title}“{f' ({period_label(deprivation, year)})' if year is not None else ''}"
    )
    text = (
        f"SII ({period_title(indicator, found.year)}): Die Flächen sind nach {order} geordnet; eine "
        "nach Bevölkerung gewichtete Gerade gibt den Wert an beiden Enden an, verglichen wird das am "
        "wenigsten mit dem am stärksten belasteten Ende. Es sind modellierte, keine beobachteten Werte."
    )
    return f"{text} {rii_text(found)}".rstrip()


def rii_text(found: Inequality) -> str:
    """ "RII (PHE) 0,62: …", the ratio named by its definition; empty where there is none."""
    if found.rii is None:
        return ""
    return (
        f"RII (PHE) {number(found.rii, 2)}: Verhältnis der modellierten Werte beider Enden, am wenigsten "
        "zu am stärksten belastet."
    )


def _since_break(gaps: Sequence[Gap], indicator: Indicator) -> list[Gap]:
    ordered = sorted(gaps, key=lambda gap: gap.year)
    last = ordered[-1].year if ordered else 0
    start = max((entry.year for entry in indicator.breaks if entry.year <= last), default=0)
    return [gap for gap in ordered if gap.year >= start]


def _dated(gap: Gap, indicator: Indicator) -> str:
    return f"{axis_label(indicator, gap.year)}: {amount_text(gap_size(gap, indicator), indicator)}"


def _how_often(count: int, total: int) -> str:
    if count == total:
        return f"in jedem berechneten Zeitraum {LARGER}"
    among = f"{total} Zeiträumen" if total > 1 else f"{total} Zeitraum"
    return f"in {count or 'keinem'} von {among} {LARGER}"


def _bounds(found: Inequality, indicator: Indicator) -> tuple[float, float] | None:
    """The limits as printed, so that sentence and bracket agree on whether zero lies inside."""
    if found.sii_lower is None or found.sii_upper is None:
        return None
    return float(printed(found.sii_lower, indicator)), float(printed(found.sii_upper, indicator))


def _range(low: float, high: float, indicator: Indicator) -> str:
    return f"95-%-Bereich {number(low, indicator.decimals)} bis {amount_text(high, indicator)}"
