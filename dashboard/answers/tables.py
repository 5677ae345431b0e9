"""The tables behind the charts: the same numbers as text."""

from __future__ import annotations

from dashboard.answers.parts import Table
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, CityLine, Series
from dashboard.wording import numbers, periods


def area_table(areas: tuple[AreaValue, ...], city: CityLine, indicator: Indicator, year: int) -> Table:
    """One period: value, interval, counts, comparison and trend of each area and the city."""
    counts = indicator.kind in ("share", "rate")
    header = ("Raum", "Wert", "95-%-Vertrauensbereich", *(("Zähler", "Nenner") if counts else ()),
              "Vergleich", "Trend")  # fmt: skip
    rows = [
        (
            area.name,
            area.text,
            area.interval_text or "–",
            *((_count(area.numerator), _count(area.denominator)) if counts else ()),
            area.sign_word or "nicht verglichen",
            area.trend_word,
        )
        for area in areas
    ]
    whole = ("Stadt Hamm", city.text, numbers.interval_text(city.lower, city.upper, indicator) or "–")
    filling = ("",) * (len(header) - len(whole))
    caption = f"{indicator.title}, {periods.period_title(indicator, year)}"
    return Table(caption, header, (*rows, (*whole, *filling)))


def trend_table(
    series: tuple[Series, ...], city: Series, indicator: Indicator, years: tuple[int, ...]
) -> Table:
    """All periods: one row per area, one column per period."""
    header = ("Raum", *(periods.axis_label(indicator, year) for year in years))
    return Table(
        f"{indicator.title} nach Zeitraum", header, tuple(_values(entry, years) for entry in (*series, city))
    )


def _values(series: Series, years: tuple[int, ...]) -> tuple[str, ...]:
    by_year = {point.year: point.text for point in series.points}
    return (series.name, *(by_year.get(year, "") for year in years))


def _count(value: float | None) -> str:
    if value is None:
        return "–"
    return numbers.number(value, 0 if float(value).is_integer() else 2)
