"""How a chart's numbers read: codes of spreadsheets, the unit at the axis, a value in a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.export.plate.parts import Chart
from dashboard.export.slides.look import rows
from dashboard.export.slides.words import one_line
from dashboard.wording.numbers import with_unit
from dashboard.wording.units import MINUS, NARROW, NBSP

_SHORT_UNIT = 4  # letters; a longer one stands at the axis alone
_WHOLE = 6.0  # an axis as long as this has whole steps
#: German separators wherever the program that opens the file can choose; others take those of the machine.
_GERMAN: Final = "[$-407]"


@dataclass(frozen=True, slots=True)
class Scale:
    """In what numbers are printed: ``commas`` of the code divide by a thousand each."""

    size: float
    commas: str
    decimals: int
    unit: str


def scale_of(chart: Chart) -> Scale:
    """Large amounts in millions; the steps of a waterfall as finely as the pages print them."""
    largest = max((abs(value) for row in rows(chart) for value in row if value is not None), default=0.0)
    fine = chart.kind == "waterfall"
    if chart.unit == "€" and largest >= 1e6:
        return Scale(1e6, ",,", 2 if fine else 1, "Mio. €")
    if chart.unit == "€" and largest >= 1e3 and fine:
        return Scale(1e3, ",", 1, "Tsd. €")
    return Scale(1.0, "", chart.decimals, one_line(chart.unit))


def axis_title(chart: Chart) -> str:
    """The unit, "" if there is none."""
    return scale_of(chart).unit


def number_format(chart: Chart, *, unit: bool = True, sign: str = "") -> str:
    """The code of spreadsheets: "#,##0.0" with a short unit behind it and a real minus sign.

    ``sign``: stands before every number of a series of steps, which has none for zero.
    """
    digits = _digits(chart) + (f'"{_behind(chart)}"' if unit and _behind(chart) else "")
    if sign:
        return f'{_GERMAN}"{sign}"{digits};{_GERMAN}"{sign}"{digits};'
    return f'{_GERMAN}{digits};{_GERMAN}"{MINUS}"{digits}'


def tick_format(chart: Chart) -> str:
    """The code for an axis: no decimals that its steps do not have."""
    found = [value for row in rows(chart) for value in row if value is not None]
    span = max(*found, 0.0) - min(*found, 0.0)  # bars begin at zero
    if chart.kind == "lines":
        span = max(found) - min(found)
    scale = scale_of(chart)
    fine = min(scale.decimals, 1) if scale.commas else scale.decimals
    digits = _digits(chart, 0 if span / scale.size >= _WHOLE else fine)
    return f'{_GERMAN}{digits};{_GERMAN}"{MINUS}"{digits}'


def plain_format(chart: Chart) -> str:
    """The code for cells of the data sheet: the value itself, never in millions."""
    return _plain(chart.decimals)


def printed(chart: Chart, value: float) -> str:
    """ "21,9 %": the value as a text reads it."""
    return with_unit(value, one_line(chart.unit), chart.decimals)


def _digits(chart: Chart, decimals: int | None = None) -> str:
    scale = scale_of(chart)
    return _plain(scale.decimals if decimals is None else decimals) + scale.commas


def _plain(decimals: int) -> str:
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _behind(chart: Chart) -> str:
    unit, scale = axis_title(chart), scale_of(chart)
    if not unit or '"' in unit or (len(unit) > _SHORT_UNIT and not scale.commas):
        return ""
    return f"{NARROW if unit == '%' else NBSP}{unit}"
