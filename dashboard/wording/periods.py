"""Periods in words: calendar years, school years ("2010/11") and key dates ("31.12.2020")."""

from __future__ import annotations

from dashboard.catalogue.models import Indicator


def period_label(indicator: Indicator, year: int) -> str:
    """ "2010/11", "2010" or "31.12.2020", by the indicator's kind of period."""
    if indicator.period == "school_year":
        return f"{year}/{(year + 1) % 100:02d}"
    return f"{indicator.key_date}{year}" if indicator.period == "key_date" else str(year)


def axis_label(indicator: Indicator, year: int) -> str:
    """The short label under an axis: "2010/11", else the bare year."""
    return period_label(indicator, year) if indicator.period == "school_year" else str(year)


def period_title(indicator: Indicator, year: int) -> str:
    """ "Schuljahr 2010/11", "2010" or "31.12.2020": for subtitles and detail lines."""
    label = period_label(indicator, year)
    return f"Schuljahr {label}" if indicator.period == "school_year" else label


def period_phrase(indicator: Indicator, year: int) -> str:
    """ "im Schuljahr 2010/11", "im Jahr 2010", "am 31.12.2020"."""
    preposition = {"school_year": "im Schuljahr", "year": "im Jahr", "key_date": "am"}[indicator.period]
    return f"{preposition} {period_label(indicator, year)}"


def since_phrase(indicator: Indicator, year: int) -> str:
    """ "seit 2010/11", "seit 2010", "seit dem 31.12.2020"."""
    article = "dem " if indicator.period == "key_date" else ""
    return f"seit {article}{period_label(indicator, year)}"


def range_label(indicator: Indicator, first: int, last: int) -> str:
    """ "2010/11 bis 2024/25", one label where both are the same."""
    labels = dict.fromkeys((period_label(indicator, first), period_label(indicator, last)))
    return " bis ".join(labels)


def between_phrase(indicator: Indicator, first: int, last: int) -> str:
    """ "zwischen 2010/11 und 2024/25", "zwischen dem 31.12.2010 und dem 31.12.2024"."""
    article = "dem " if indicator.period == "key_date" else ""
    return f"zwischen {article}{period_label(indicator, first)} und {article}{period_label(indicator, last)}"


def from_to_phrase(indicator: Indicator, first: int, last: int) -> str:
    """ "von 2020/21 bis 2024/25", "vom 31.12.2020 bis zum 31.12.2024"."""
    start, end = period_label(indicator, first), period_label(indicator, last)
    return f"vom {start} bis zum {end}" if indicator.period == "key_date" else f"von {start} bis {end}"
