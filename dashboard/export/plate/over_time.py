"""Areas over time: as the picture's input and as a chart that office programs can edit."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.parts import Trend
from dashboard.catalogue.models import Indicator
from dashboard.display import BreakMark, History, Series
from dashboard.export.plate.parts import Chart, Course
from dashboard.export.plate.words import CITY_NAME


def trend_history(trend: Trend, indicator: Indicator) -> History:
    """The start page's development, for :func:`dashboard.export.plate.courses.courses`."""
    marks = tuple(BreakMark(entry.year, entry.reason) for entry in indicator.breaks)
    return History(
        trend.series, trend.city, trend.years, indicator.unit, breaks=marks, published=trend.published
    )


def series_chart(
    title: str, series: Sequence[Series], city: Series, years: Sequence[int], unit: str, decimals: int
) -> Chart:
    """Lines over the given years; a year without a value is a gap. The city is the last course."""
    everyone = (*series, *([city] if city.points else []))
    labels = {point.year: point.label for each in everyone for point in each.points}
    lines = tuple(_course(each, years, city=each is city) for each in everyone)
    return Chart("lines", title, tuple(labels.get(year, str(year)) for year in years), lines, unit, decimals)


def _course(series: Series, years: Sequence[int], *, city: bool) -> Course:
    values = {point.year: point.value for point in series.points}
    name = CITY_NAME if city else series.name
    return Course(name, tuple(values.get(year) for year in years), series.focused, city)
