"""An indicator's plate as a chart of office programs."""

from __future__ import annotations

from dashboard.answers.kennzahl import KennzahlAnswer
from dashboard.display import History
from dashboard.export.plate.over_time import series_chart
from dashboard.export.plate.parts import Chart, Course


def labels_of(history: History) -> list[str]:
    """The periods of the lines, in their order."""
    written = {point.year: point.label for each in (*history.series, history.city) for point in each.points}
    return [written[year] for year in sorted(written)]


def developing(answer: KennzahlAnswer) -> Chart:
    """Areas and city over time."""
    shown, indicator = answer.developing.history, answer.indicator
    lines = (shown.series, shown.city, shown.years)
    return series_chart(indicator.title, *lines, indicator.unit, indicator.decimals)


def between(answer: KennzahlAnswer) -> Chart:
    """Two columns for each area and for the city."""
    card, indicator = answer.between, answer.indicator
    first = Course(card.first_label, tuple(row.first for row in card.rows))
    last = Course(card.last_label, tuple(row.last for row in card.rows), focused=True)
    names = tuple(row.name for row in card.rows)
    return Chart("columns", indicator.title, names, (first, last), indicator.unit, indicator.decimals)


def apart(answer: KennzahlAnswer) -> Chart:
    """The gap, and what chance alone would give."""
    card, points = answer.apart, answer.apart.points
    lines = (
        Course("Abstand", tuple(point.gap for point in points), focused=True),
        Course("Zufall im Mittel", tuple(point.chance_mean for point in points)),
        Course("Zufall bis (95 %)", tuple(point.chance_p95 for point in points)),
    )
    labels = tuple(point.label for point in points)
    return Chart("lines", card.title, labels, lines, card.unit_label, answer.indicator.decimals)
