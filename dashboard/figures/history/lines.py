"""What is drawn between the axes: context in grey, the city dashed, the focus with its interval."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dashboard.display import History, Point, Projection, Series, Sign
from dashboard.figures.contrast import INK
from dashboard.figures.geofacet.traces import alone, is_hollow
from dashboard.figures.history.scene import Area, Dot, Frame, Line, Piece, Place, Spot
from dashboard.figures.history.together import Together, spot
from dashboard.figures.runs import Run, has_interval, has_value
from dashboard.figures.theme import CONTEXT, PETROL, SIGN_COLOUR

CITY_DASH = "5 4"
PROJECTED = "2 4"
BAND = 0.14  # opacity of an observed interval
CONE = 0.08  # of a projected one: lighter
JUDGED: tuple[Sign, ...] = ("better", "worse")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A history in one layout, and how its points hang together."""

    shown: History
    frame: Frame
    together: Together

    @property
    def focus(self) -> Series:
        """The focused area, else the city."""
        return focus_of(self.shown)

    def runs(self, series: Series) -> tuple[Run, ...]:
        """Points that a line may join: none across a break, a hidden or a missing year."""
        return self.together.runs(series)

    @property
    def breaks(self) -> Collection[int]:
        """Years that begin a new series."""
        return self.together.breaks


def focus_of(shown: History) -> Series:
    """The focused area, else the city."""
    return next((each for each in shown.series if each.focused), shown.city)


def latest(series: Series, years: Sequence[int]) -> Point | None:
    """The last shown point with a value."""
    there = [point for point in series.points if point.year in years and has_value(point)]
    return max(there, key=lambda point: point.year, default=None)


def latest_sign(series: Series, years: Sequence[int]) -> Sign:
    """The comparison at the last value; without one that of the shown year."""
    point = latest(series, years)
    return point.sign if point is not None and point.sign != "none" else series.sign


def colour_of(series: Series, years: Sequence[int]) -> str:
    """Orange or petrol where the latest value is told from the rest of the city, else ink."""
    sign = latest_sign(series, years)
    return SIGN_COLOUR[sign] if sign in JUDGED else INK


def drawn(parts: Drawn) -> Iterator[Piece]:
    """From the back to the front."""
    shown, focus = parts.shown, parts.focus
    for each in shown.series:
        if each is not focus:
            yield from context(each, parts)
    yield from target(parts)
    if focus is not shown.city:
        yield from city(parts)
    colour = colour_of(focus, shown.years)
    if shown.projection:
        yield from projected(shown.projection, colour, parts.frame)
    yield from focused(parts, colour)
    yield from (diamond(shown.city, point, parts.frame) for point in shown.published if has_value(point))


def context(series: Series, parts: Drawn) -> Iterator[Piece]:
    """A thin grey line; a value without neighbours is a small dot."""
    pieces = parts.runs(series)
    yield Line(parts.together.spots(series), CONTEXT, 1.2, name=series.name)
    yield from (Dot(spot(series, point), 4, CONTEXT) for point in alone(pieces))


def city(parts: Drawn) -> Iterator[Piece]:
    """The city as the dashed line of reference, its last value a dot."""
    series, pieces = parts.shown.city, parts.runs(parts.shown.city)
    yield Line(parts.together.spots(series), INK, 1.8, CITY_DASH, series.name)
    end = latest(series, parts.shown.years)
    for point in alone(pieces):
        yield (
            diamond(series, point, parts.frame)
            if point.origin == "published"
            else Dot(spot(series, point), 5, INK)
        )
    if end is not None and end.origin != "published":
        yield Dot(spot(series, end), parts.frame.size.dot, INK)


def focused(parts: Drawn, colour: str) -> Iterator[Piece]:
    """Band, strong line, and every value filled or hollow by its comparison."""
    series, pieces = parts.focus, parts.runs(parts.focus)
    is_city = series is parts.shown.city
    yield Area(bands(pieces), colour, BAND)
    yield Line(parts.together.spots(series), colour, 2.8, CITY_DASH if is_city else None, series.name)
    end = latest(series, parts.shown.years)
    for point in (point for piece in pieces for point in piece):
        if point.origin == "published":
            yield diamond(series, point, parts.frame)
        else:
            usual = 0.6 if is_city else 1.0  # the dashes must stay visible between the dots
            size = parts.frame.size.dot * (1.3 if point is end else usual)
            own = SIGN_COLOUR[point.sign] if point.sign in JUDGED else colour
            yield Dot(spot(series, point), size, own, is_hollow(point))


def bands(pieces: Sequence[Run]) -> tuple[tuple[Place, ...], ...]:
    """The interval of each run as an outline; a value alone gets a narrow one."""
    found = []
    for piece in pieces:
        there = [point for point in piece if has_interval(point) and point.origin != "published"]
        half = 0.12 if len(there) == 1 else 0.0
        upper = [(point.year + side, point.upper) for point in there for side in sides(half)]
        lower = [(point.year + side, point.lower) for point in there for side in sides(half)]
        found.append(tuple((x, y) for x, y in (*upper, *reversed(lower)) if y is not None))
    return tuple(outline for outline in found if outline)


def sides(half: float) -> tuple[float, ...]:
    """Left and right of a value that stands alone."""
    return (-half, half) if half else (0.0,)


def projected(way: Projection, colour: str, frame: Frame) -> Iterator[Piece]:
    """The way to the target year: dotted, with its interval lighter than an observed one."""
    says = (f"Projektion {way.year}: {way.text}", "mit 95-%-Intervall")
    start, end = Spot(way.start_year, way.start_value), Spot(way.year, way.value, says)
    if way.start_lower is not None and way.start_upper is not None:
        upper, lower = (way.start_year, way.start_upper), (way.start_year, way.start_lower)
        yield Area(((upper, (way.year, way.upper), (way.year, way.lower), lower),), colour, CONE)
    else:
        edge = ((way.year - 0.14, way.upper), (way.year + 0.14, way.upper))
        yield Area(((*edge, (way.year + 0.14, way.lower), (way.year - 0.14, way.lower)),), colour, 2 * CONE)
    yield Line(((start, end),), colour, 2, PROJECTED, "Projektion")
    yield Dot(end, frame.size.dot, colour, hollow=True)


def target(parts: Drawn) -> Iterator[Piece]:
    """The goal as a petrol line since the last break, with a ring at its year."""
    goal = parts.shown.target
    if goal is None or not parts.shown.years:
        return
    starts = [year for year in parts.breaks if year <= parts.shown.years[-1]]
    first = min(max([parts.shown.years[0], *starts]), goal.year) - 0.3
    end = Spot(goal.year, goal.value, (goal.label,))
    yield Line(((Spot(first, goal.value, (goal.label,)), end),), PETROL, 1.8, name=goal.label)
    yield Dot(end, parts.frame.size.dot, PETROL, hollow=True)


def diamond(series: Series, point: Point, frame: Frame) -> Dot:
    """A published value."""
    return Dot(spot(series, point), frame.size.dot * 1.2, INK, diamond=True)
