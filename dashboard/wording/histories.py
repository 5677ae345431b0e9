"""The head of the trend card: where the line lay against the city, and whether it has a trend."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.catalogue.models import Area, Indicator
from dashboard.model import ComparisonLabel, Partition, Status, Trend
from dashboard.wording.grammar import capital, listed, printed
from dashboard.wording.levels import Level, Pair, level
from dashboard.wording.numbers import change_between, figure
from dashboard.wording.periods import axis_label, from_to_phrase, period_phrase, since_phrase
from dashboard.wording.stories import CITY_LOCATIVE
from dashboard.wording.tiles.trend import detectable_text


@dataclass(frozen=True, slots=True)
class HistoryPoint:
    """One period: ``value`` None where none is shown; ``label`` after Holm, "none" for the city."""

    year: int
    value: float | None
    status: Status = "valid"
    label: ComparisonLabel = "none"


@dataclass(frozen=True, slots=True)
class History:
    """An indicator over time in one area, or (``area`` None, ``points`` empty) in the city.

    ``city``: the city's periods; ``trend``: of the area, or of the city; ``detectable``: smallest
    change over the tested periods that would be found, in the indicator's unit (that of ``trend``
    where None). Breaks are the indicator's own.
    """

    indicator: Indicator
    area: Area | None
    points: tuple[HistoryPoint, ...]
    city: tuple[HistoryPoint, ...]
    trend: Trend | None
    detectable: float | None = None
    partition: Partition = "sozialraum"

    def in_focus(self) -> bool:
        """Whether the line is that of an area within the city."""
        return self.area is not None and self.area.kind != "stadt"

    def line(self) -> tuple[HistoryPoint, ...]:
        """The periods of what the card is about, in order."""
        points = self.points if self.in_focus() else self.city or self.points
        return tuple(sorted(points, key=lambda point: point.year))

    def shown(self) -> tuple[HistoryPoint, ...]:
        """Those of :meth:`line` that have a value."""
        return tuple(point for point in self.line() if point.value is not None)

    def level(self) -> Level:
        """Where the area lay against the city; empty for the city itself."""
        city = {point.year: point.value for point in self.city} if self.in_focus() else {}
        pairs = [
            Pair(point.value, other, point.label)
            for point in self.shown()
            if point.value is not None and (other := city.get(point.year)) is not None
        ]
        return level(pairs, self.indicator)


def history_title(history: History) -> str:
    """ "In jedem ausgewiesenen Jahr über der Stadt; seit 2021 kein Trend nachweisbar".

    No full stop. "Gestiegen" and "gesunken" only with a proven trend; the level against the city
    is what was observed, of printed values.
    """
    shown = history.shown()
    if not shown:
        hidden = any(point.status == "hidden" for point in history.line())
        return "Kein Wert ausgewiesen (Geheimhaltung)" if hidden else "Noch keine Werte, keine Entwicklung"
    if len(shown) == 1:
        return "Nur ein Zeitraum, noch keine Entwicklung"
    found = history.level()
    moved = _moved(history)
    clauses = (moved, found.text if found.uniform else "") if moved else _still(history, found.text)
    return capital("; ".join(clause for clause in clauses if clause))


def history_note(history: History) -> str:
    """Below the title: what is not shown, where the series breaks, what a trend could have found."""
    indicator, line = history.indicator, history.line()
    if not line:
        return ""
    hidden = [axis_label(indicator, point.year) for point in line if point.status == "hidden"]
    notes = [f"{listed(hidden)} nicht gezeigt (Geheimhaltung)" if hidden else ""]
    broken = [entry.year for entry in indicator.breaks if line[0].year < entry.year <= line[-1].year]
    notes += [f"Reihe {axis_label(indicator, year)} unterbrochen" for year in broken]
    if history.trend is not None and history.trend.label == "no_trend":
        size = history.trend.detectable if history.detectable is None else history.detectable
        found = detectable_text(indicator, size)
        notes.append(f"Trend {found}" if found.startswith("erkennbar") else found)
    return capital("; ".join(note for note in notes if note))


def _still(history: History, place: str) -> tuple[str, str]:
    """No proven trend: the level (without one the two ends), and what the test said."""
    trend = history.trend
    if trend is not None and trend.label == "no_trend":
        where = "" if place else _where(history)
        return place, f"{where}{_since(history, trend)} kein Trend nachweisbar"
    untested = "ein Trend ist nicht berechenbar" if history.indicator.sampling else ""
    return place or _ends(history), untested


def _moved(history: History) -> str:
    """The proven trend with its ends, or without them where they do not show it; empty without."""
    trend = history.trend
    if trend is None or trend.label not in ("rising", "falling"):
        return ""
    rising, when = trend.label == "rising", f"{_where(history)}{_since(history, trend)}"
    ends = _trend_ends(history, trend)
    if ends is None or ends[0] == ends[1] or (ends[1] > ends[0]) != rising:
        return f"{when} {'steigender' if rising else 'sinkender'} Trend"
    first, last = (figure(value, history.indicator) for value in ends)
    return f"{when} {'gestiegen' if rising else 'gesunken'}, von {first} auf {last}"


def _trend_ends(history: History, trend: Trend) -> tuple[float, float] | None:
    """First and last value of the tested periods, as printed."""
    values = {point.year: point.value for point in history.shown()}
    first, last = values.get(trend.first_year), values.get(trend.year)
    if first is None or last is None:
        return None
    return float(printed(first, history.indicator)), float(printed(last, history.indicator))


def _since(history: History, trend: Trend) -> str:
    """ "seit 2021", or "von 2017 bis 2021" where later periods are shown."""
    if history.line()[-1].year <= trend.year:
        return since_phrase(history.indicator, trend.first_year)
    return from_to_phrase(history.indicator, trend.first_year, trend.year)


def _where(history: History) -> str:
    """The city by name, where no area in focus is named by the page's headline."""
    return "" if history.in_focus() else f"{CITY_LOCATIVE} "


def _ends(history: History) -> str:
    """First and last value since the last break with their change, as plain description."""
    indicator, shown = history.indicator, history.shown()
    start = max((entry.year for entry in indicator.breaks if entry.year <= shown[-1].year), default=0)
    run = [(point.year, point.value) for point in shown if point.year >= start and point.value is not None]
    (first, value), (last, latest) = run[0], run[-1]
    if first == last:
        return f"{_where(history)}{_dated(latest, last, indicator)}"
    change = change_between(value, latest, indicator)
    ends = f"{_dated(value, first, indicator)}, {_dated(latest, last, indicator)}"
    return f"{_where(history)}{ends}{f' ({change})' if change else ''}"


def _dated(value: float, year: int, indicator: Indicator) -> str:
    return f"{figure(value, indicator)} {period_phrase(indicator, year)}"
