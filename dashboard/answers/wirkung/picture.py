"""The event study and its tables: difference per period to the last one before the start."""

from __future__ import annotations

import numpy as np

from dashboard.answers.parts import Table
from dashboard.answers.wirkung.parts import Picture
from dashboard.answers.wirkung.study import Study
from dashboard.catalogue.models import Indicator
from dashboard.display import SpreadPoint
from dashboard.wording.effects import Compared, limits_text
from dashboard.wording.grammar import printed
from dashboard.wording.numbers import change_text, figure
from dashboard.wording.periods import axis_label, period_label

_ZERO = "Bezug"


def picture(study: Study, since: dict[int, Compared]) -> Picture:
    """The chart with its table."""
    indicator, window = study.indicator, study.window
    zero = axis_label(indicator, window.before[-1])
    start = axis_label(indicator, window.after[0])
    return Picture(
        title=f"Abstand der Räume mit der Maßnahme zu den anderen, verglichen mit {zero}",
        subtitle=(
            f"{indicator.short_title}: Veränderung seit {zero} in den Räumen mit minus in denen ohne die "
            "Maßnahme; Striche: 95-%-Bereich; hohl: null liegt darin"
        ),
        description=(
            f"Je Zeitraum der Unterschied der Veränderungen seit {zero} mit 95-%-Bereich. Vor {start} "
            "sollten die Punkte um null liegen. Alle Zahlen stehen in der Tabelle."
        ),
        points=tuple(_point(study, year, since.get(year)) for year in window.years),
        start=window.after[0],
        start_label=f"Beginn {start}{' (angenommen)' if study.measure.demo else ''}",
        unit_label="Punkte" if indicator.unit == "%" else indicator.unit,
        table=_table(study, since),
    )


def since_zero(study: Study) -> dict[int, Compared]:
    """Comparison by period, without the last before the start, which is zero by definition."""
    zero = study.window.before[-1]
    return {year: study.since_zero(year) for year in study.window.years if year != zero}


def areas_table(study: Study) -> Table:
    """What the comparison rests on: mean before and from the start on, area by area, those with it first."""
    before = len(study.window.before)
    rows = [
        _area_row(study.areas[index].name, study.treated[index], study.values[index], before, study.indicator)
        for index in sorted(range(len(study.areas)), key=lambda index: not study.treated[index])
    ]
    start = axis_label(study.indicator, study.window.after[0])
    header = ("Sozialraum", "Maßnahme", f"Mittel vor {start}", f"Mittel ab {start}", "Veränderung")
    return Table("Worauf der Vergleich beruht: Mittel der Zeiträume je Sozialraum", header, tuple(rows))


def _point(study: Study, year: int, found: Compared | None) -> SpreadPoint:
    label = period_label(study.indicator, year)
    axis = axis_label(study.indicator, year)
    if found is None:
        return SpreadPoint(year, axis, 0.0, None, None, f"{label}: {_ZERO}")
    text = change_text(found.difference, study.indicator)
    return SpreadPoint(year, axis, found.difference, found.lower, found.upper, text)


def _table(study: Study, since: dict[int, Compared]) -> Table:
    indicator, zero = study.indicator, axis_label(study.indicator, study.window.before[-1])
    header = ("Zeitraum", f"mit, seit {zero}", f"ohne, seit {zero}", "Unterschied", "95-%-Bereich")
    rows = tuple(_table_row(year, since.get(year), indicator) for year in study.window.years)
    return Table(
        f"{indicator.title}: Veränderung seit {zero} mit und ohne „{study.measure.title}“", header, rows
    )


def _table_row(year: int, found: Compared | None, indicator: Indicator) -> tuple[str, ...]:
    label = period_label(indicator, year)
    if found is None:
        return (label, _ZERO, _ZERO, _ZERO, "")
    size = float(printed(found.treated, indicator) - printed(found.others, indicator))
    return (
        label,
        change_text(found.treated, indicator),
        change_text(found.others, indicator),
        change_text(size, indicator),
        limits_text(found, indicator),
    )


def _area_row(
    name: str, treated: bool, values: np.typing.NDArray[np.float64], before: int, indicator: Indicator
) -> tuple[str, ...]:
    first, last = float(values[:before].mean()), float(values[before:].mean())
    change = float(printed(last, indicator) - printed(first, indicator))
    texts = (figure(first, indicator), figure(last, indicator), change_text(change, indicator))
    return (name, "mit" if treated else "ohne", *texts)
