"""How a chart looks: colours of its courses, number formats, sizes of its type."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final

from dashboard.display import Sign
from dashboard.export.plate.parts import Chart, Course
from dashboard.export.plate.words import CITY_NAME
from dashboard.export.slides.words import one_line
from dashboard.figures import theme
from dashboard.figures.contrast import INK
from dashboard.wording.numbers import with_unit
from dashboard.wording.units import MINUS, NARROW, NBSP

#: Courses of equal rank, in order; neighbours differ in lightness too.
EQUALS: Final = (
    theme.PETROL, theme.DIVERGING[2], theme.SEQUENTIAL[5], theme.SEQUENTIAL[2], theme.ORANGE, theme.CONTEXT,
    theme.SLATE, theme.SEQUENTIAL[0],
)  # fmt: skip
#: Parts of a sum beside the one in focus: light, and none like its neighbour.
_PARTS: Final = (
    theme.CONTEXT, theme.FADED, theme.SEQUENTIAL[2], theme.DIVERGING[2], theme.CONTEXT_STRONG,
    theme.SEQUENTIAL[0], theme.DIVERGING[1],
)  # fmt: skip
_TONES: Final = (theme.CONTEXT, theme.GREY_TEXT, theme.CONTEXT_STRONG)  # of the few in the background
_FOCI: Final = (theme.PETROL, theme.ORANGE, theme.SEQUENTIAL[5], theme.DIVERGING[1])
_SIGNED: Final[dict[Sign, str]] = {"same": theme.FADED}  # as an area: the grey of the pages' own bars
_SHORT_UNIT = 4  # letters; a longer one stands at the axis alone
_MILLION = 1e6
_WHOLE = 6.0  # an axis as long as this has whole steps


@dataclass(frozen=True, slots=True)
class Pen:
    """How one course is drawn. ``context``: one of many that the statement does not speak of."""

    colour: str
    context: bool = False
    dashed: bool = False
    light: bool = False


def has_values(chart: Chart) -> bool:
    """Whether there is anything to draw. Raises ValueError for a course of another length."""
    return any(known(value) is not None for course in chart.courses for value in values_of(chart, course))


def values_of(chart: Chart, course: Course) -> tuple[float | None, ...]:
    """One value per category. Raises ValueError if there are more or fewer."""
    if len(course.values) != len(chart.categories):
        raise ValueError(
            f"„{course.name}“: {len(course.values)} Werte für {len(chart.categories)} Kategorien"
        )
    return tuple(known(value) for value in course.values)


def known(value: float | None) -> float | None:
    """A finite number, or a gap."""
    return float(value) if value is not None and isfinite(value) else None


def pens(chart: Chart) -> tuple[Pen, ...]:
    """One pen per course: the focus in petrol, the city dark and dashed, the others grey.

    Where all courses have a sign, it gives their colour.
    Without focus and city, and where courses are parts of one sum, every course has a colour of its own.
    Up to three others are told apart by their tone; more of them are one grey ground.
    """
    signed = [course.sign for course in chart.courses if course.sign is not None]
    if signed and len(signed) == len(chart.courses):
        return tuple(Pen(_SIGNED.get(sign, theme.SIGN_COLOUR[sign])) for sign in signed)
    if chart.kind in ("stacked", "shares") and any(course.focused for course in chart.courses):
        strong, calm = iter(_FOCI * len(chart.courses)), iter(_PARTS * len(chart.courses))
        return tuple(Pen(next(strong if course.focused else calm)) for course in chart.courses)
    marked = len(chart.courses) > 1 and any(course.focused or course.city for course in chart.courses)
    if not marked or chart.kind in ("stacked", "shares"):
        return tuple(Pen(EQUALS[number % len(EQUALS)]) for number in range(len(chart.courses)))
    foci, others = (
        iter(_FOCI * len(chart.courses)),
        [c for c in chart.courses if not c.focused and not c.city],
    )
    tones = iter(_TONES if len(others) <= len(_TONES) else (theme.CONTEXT,) * len(others))
    return tuple(
        Pen(next(foci)) if course.focused
        else Pen(INK, dashed=True) if course.city
        else Pen(next(tones), context=len(others) > len(_TONES), light=True)
        for course in chart.courses
    )  # fmt: skip


def point_colours(chart: Chart) -> dict[int, str]:
    """Colours of single bars: where areas are the categories of one course, focus and city stand out."""
    city = chart.city or (CITY_NAME if CITY_NAME in chart.categories else "")
    if chart.kind not in ("bars", "columns") or len(chart.courses) != 1 or not (chart.focused or city):
        return {}
    calm = theme.CONTEXT if chart.focused in chart.categories else theme.SEQUENTIAL[3]
    special = {city: INK, chart.focused: theme.PETROL}
    return {place: special.get(name, calm) if name else calm for place, name in enumerate(chart.categories)}


def is_apart(chart: Chart) -> bool:
    """Whether no category has values of two courses: its bars then need one place only."""
    filled = [sum(value is not None for value in row) for row in _rows(chart)]
    return len(chart.courses) > 1 and max(filled, default=0) <= 1


def in_millions(chart: Chart) -> bool:
    """Whether amounts are so large that only millions can be read."""
    largest = max((abs(value) for row in _rows(chart) for value in row if value is not None), default=0.0)
    return chart.unit == "€" and largest >= _MILLION


def axis_title(chart: Chart) -> str:
    """The unit, "" if there is none."""
    return "Mio. €" if in_millions(chart) else one_line(chart.unit)


def number_format(chart: Chart, *, unit: bool = True) -> str:
    """The code of spreadsheets: "#,##0.0" with a short unit behind it and a real minus sign.

    Separators are those of the program that opens the file: German ones in a German office.
    """
    digits = f"{_digits(1)},," if in_millions(chart) else _digits(chart.decimals)
    behind = f'"{_behind(chart)}"' if unit and _behind(chart) else ""
    return f'{digits}{behind};"{MINUS}"{digits}{behind}'


def tick_format(chart: Chart) -> str:
    """The code for an axis: no decimals that its steps do not have."""
    found = [value for row in _rows(chart) for value in row if value is not None]
    span = max(*found, 0.0) - min(*found, 0.0)  # bars begin at zero
    if chart.kind == "lines":
        span = max(found) - min(found)
    span = span / _MILLION if in_millions(chart) else span
    needed = 0 if span >= _WHOLE else 1 if in_millions(chart) else chart.decimals
    digits = _digits(needed) + (",," if in_millions(chart) else "")
    return f'{digits};"{MINUS}"{digits}'


def plain_format(chart: Chart) -> str:
    """The code for cells of the data sheet: the value itself, never in millions."""
    return _digits(chart.decimals)


def printed(chart: Chart, value: float) -> str:
    """ "21,9 %": the value as a text reads it."""
    return with_unit(value, one_line(chart.unit), chart.decimals)


def _digits(decimals: int) -> str:
    return "#,##0" + (f".{'0' * decimals}" if decimals else "")


def _behind(chart: Chart) -> str:
    unit = axis_title(chart)
    if not unit or '"' in unit or (len(unit) > _SHORT_UNIT and not in_millions(chart)):
        return ""
    return f"{NARROW if unit == '%' else NBSP}{unit}"


def _rows(chart: Chart) -> list[tuple[float | None, ...]]:
    return list(zip(*(values_of(chart, course) for course in chart.courses), strict=True))
