"""How a chart looks: the colours of its courses, and which of its numbers are there."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import Final

from dashboard.display import Sign
from dashboard.export.plate.parts import Chart, Course
from dashboard.export.plate.words import CITY_NAME
from dashboard.export.slides import waterfall
from dashboard.figures import theme
from dashboard.figures.contrast import INK, WHITE

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
#: As areas: the pages' own light bars, and an outline alone for what is protected.
_SIGNED: Final[dict[Sign, str]] = {"same": theme.FADED, "hidden": WHITE}


@dataclass(frozen=True, slots=True)
class Pen:
    """How one course is drawn. ``context``: one of many that the statement does not speak of.

    ``colour`` is "" for what only carries the others.
    """

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

    Where all courses have a sign or a colour of their own, that is theirs; a waterfall has its own ones.
    Without focus and city, and where courses are parts of one sum, every course has a colour of its own.
    Up to three others are told apart by their tone; more of them are one grey ground.
    """
    given = [colour for course in chart.courses if (colour := _given(chart, course)) is not None]
    if given and len(given) == len(chart.courses):
        return tuple(Pen(colour) for colour in given)
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


def _given(chart: Chart, course: Course) -> str | None:
    """The colour that what a course counts has everywhere."""
    if chart.kind == "waterfall":
        return waterfall.FILLS.get(course.name)
    if course.fill:
        return course.fill
    return _SIGNED.get(course.sign, theme.SIGN_COLOUR[course.sign]) if course.sign is not None else None


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
    filled = [sum(value is not None for value in row) for row in rows(chart)]
    return len(chart.courses) > 1 and max(filled, default=0) <= 1


def rows(chart: Chart) -> list[tuple[float | None, ...]]:
    """The values by category."""
    return list(zip(*(values_of(chart, course) for course in chart.courses), strict=True))
