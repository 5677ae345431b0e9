"""The big picture over time: one area in focus, the others in grey, the city dashed.

Twice from the same scene: :func:`history` for Plotly, :func:`history_svg` as our own picture that
stands in until Plotly has drawn, for print and without scripts. ``narrow`` is the layout of a phone.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from dashboard.display import History
from dashboard.figures.history import axes, directs, measures, strips
from dashboard.figures.history.as_plotly import plotly
from dashboard.figures.history.as_svg import svg
from dashboard.figures.history.lines import Drawn, drawn, focus_of
from dashboard.figures.history.scene import FULL, PHONE, Frame, Piece, Scene, Size, Words
from dashboard.figures.history.together import Together
from dashboard.figures.runs import has_interval, has_value
from dashboard.figures.theme import GREY_TEXT, Figure
from dashboard.figures.ticks import finite

__all__ = ["history", "history_limits", "history_scene", "history_scenes", "history_svg"]

EMPTY = "Für diese Auswahl liegt keine Zeitreihe vor."
#: Title and note of the time to come, in full and for a phone.
FUTURE = (("Projektion bis {}", "mit 95-%-Intervall"), ("Projektion", "95-%-Intervall"))
POOLED = "gleitende 3-Jahres-Werte"
TOP, NOTES, FOOT = 14, 18, 6  # px: air above without names, the line of notes, air below
SIDE = 0.6  # years of air at both ends


def history(shown: History, *, narrow: bool = False) -> Figure:
    """The Plotly figure: fixed height, as wide as its card."""
    return plotly(history_scene(shown, narrow=narrow))


def history_svg(
    shown: History,
    *,
    title: str,
    description: str,
    ident: str = "verlauf",
    narrow: bool = False,
    fluid: bool = True,
) -> Markup:
    """The same as SVG. ``fluid=False`` gives fixed proportions (860 or 358 px wide) for files."""
    scene = history_scene(shown, narrow=narrow)
    return svg(scene, title=title, description=description, ident=ident, fluid=fluid)


def history_limits(shown: History) -> tuple[float, float]:
    """Limits of the axis: from zero unless the data are far from it; (0, 1) without any number."""
    points = [point for each in (*shown.series, shown.city) for point in each.points]
    numbers = finite([point.value for point in (*points, *shown.published)])
    for point in focus_of(shown).points:
        if has_interval(point):
            numbers += finite([point.lower, point.upper])
    if shown.target:
        numbers.append(shown.target.value)
    if shown.projection:
        numbers += [shown.projection.lower, shown.projection.value, shown.projection.upper]
    return axes.fitted(numbers) if numbers else (0.0, 1.0)


def history_scenes(shown: History) -> tuple[Scene, Scene]:
    """Wide, and for a phone."""
    together = Together(shown)
    wide = history_scene(shown, together=together)
    return wide, history_scene(shown, narrow=True, together=together)


def history_scene(
    shown: History, *, narrow: bool = False, size: Size | None = None, together: Together | None = None
) -> Scene:
    """All pieces of the picture; a sentence when there is nothing to draw. ``size``: instead of a page's.

    ``together``: of this history, for a second layout of the same.
    """
    size = size or (PHONE if narrow else FULL)
    if not shown.years or not any(
        has_value(point) for each in (*shown.series, shown.city) for point in each.points
    ):
        return axes.nothing(size, EMPTY)
    limits = shown.limits or history_limits(shown)
    named = all_strips(shown, narrow)
    end = last_year(shown)
    years = (shown.years[0] - SIDE, end + SIDE)
    left = axes.left_of(limits, size, shown.unit)
    right = right_of(shown, size, left, years)
    heads = strips.headings(named, size, (left, right), years)
    bars = measures.shown_measures(shown.measures, shown.years)
    top = max(strips.height_of(heads), TOP)
    below = axes.BELOW + (NOTES if notes(shown, limits) else 0)
    height = top + size.plot + below + measures.height_of(bars, size) + FOOT
    frame = Frame(size, left, right, top, height, years, limits)
    parts = Drawn(shown, frame, together or Together(shown))
    return Scene(
        frame,
        (
            *strips.grounds(frame, named),
            *axes.value_axis(frame, shown.unit),
            *strips.names(frame, heads),
            *axes.periods(frame, labels(shown), shown.years[-1], [end]),
            *written_notes(frame, notes(shown, limits)),
            *measures.bars(bars, frame, shown.years, frame.bottom + below),
            *drawn(parts),
            *directs.directs(parts, future=end > shown.years[-1]),
        ),
    )


def last_year(shown: History) -> int:
    """The latest year of the axis: observed, of the target or of the projection."""
    later = [shown.target.year] if shown.target else []
    return max([shown.years[-1], *later, *([shown.projection.year] if shown.projection else [])])


def right_of(shown: History, size: Size, left: float, years: tuple[float, float]) -> float:
    """Right edge of the lines as a share: the labels behind the last observed year must fit."""
    way = (shown.years[-1] - years[0]) / (years[1] - years[0])
    free = 1 - directs.room(shown, size) / size.narrowest - left
    return min(0.985, left + free / way)


def all_strips(shown: History, narrow: bool) -> list[strips.Named]:
    """Breaks, hidden years of the focus, and the time to come."""
    everyone = (*shown.series, shown.city)
    known = {point.year for each in everyone for point in each.points if has_value(point)}
    secret = {
        point.year: point.label
        for point in focus_of(shown).points
        if not has_value(point) and point.sign == "hidden" and point.year in shown.years
    }
    found = strips.break_strips(shown.breaks, (known | set(secret)) & set(shown.years))
    found += strips.empty_strips(secret, "x", "Geheimhaltung")
    end = last_year(shown)
    if end > shown.years[-1]:
        words = FUTURE[narrow] if shown.projection else ("", "")
        words = (words[0].format(end), words[1])
        found.append(strips.Named(shown.years[-1] + 0.5, end + SIDE, *words, "future"))
    return found


def labels(shown: History) -> dict[int, str]:
    """How each year of the axis is written: as the series write it, else as a plain number."""
    written = {point.year: point.label for each in (shown.city, *shown.series) for point in each.points}
    school = any("/" in label for label in written.values())
    years = range(shown.years[0], last_year(shown) + 1)
    return {year: written.get(year, school_year(year) if school else str(year)) for year in years}


def school_year(year: int) -> str:
    """ "2025/26", for years that no series lists."""
    return f"{year}/{(year + 1) % 100:02d}"


def notes(shown: History, limits: tuple[float, float]) -> str:
    """What must be known to read the picture: a cut axis, pooled values."""
    parts = (axes.cut_note(limits, shown.unit), POOLED if shown.pooled else "")
    return " · ".join(part for part in parts if part)


def written_notes(frame: Frame, words: str) -> Iterator[Piece]:
    """The notes below the years."""
    if words:
        y = frame.bottom + axes.BELOW + NOTES / 2
        yield Words(words, frame.left, y, frame.size.small, colour=GREY_TEXT)
