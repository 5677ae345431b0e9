"""Periods as suppliers write them: 2010, 2010/11, 31.12.2020, 12/2017, „um 2012“."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dashboard.catalogue.models import PeriodKind
from dashboard.intake.finding import quoted

EXPECTED: dict[PeriodKind, str] = {
    "year": "Kalenderjahr wie 2010",
    "school_year": "Schuljahr wie 2010/11",
    "key_date": "Stichtag wie 31.12.2020, Monat wie 12/2020 oder Jahr wie 2020",
}
FIRST_YEAR, LAST_YEAR = 1900, 2100


class PeriodError(ValueError):
    """The text is no period of the kind the indicator has; the message is German."""


@dataclass(frozen=True, slots=True)
class Period:
    """``year`` as in an Observation; ``key_date`` is ``DD.MM.`` or ``.MM.``, empty if none is named."""

    year: int
    note: str = ""
    key_date: str = ""

    @property
    def date(self) -> str:
        """The named key date as readers write it, ``30.06.2021`` or ``06/2021``; empty if none is named."""
        if self.key_date.startswith("."):
            return f"{self.key_date.strip('.')}/{self.year}"
        return f"{self.key_date}{self.year}" if self.key_date else ""


def parse_period(text: str, kind: PeriodKind) -> Period:
    """The period ``text`` names for an indicator of this kind. Raises :class:`PeriodError`."""
    stripped = text.strip()
    for pattern, kinds, make in _FORMS:
        match = pattern.fullmatch(stripped)
        if match is not None:
            if kind not in kinds:
                raise PeriodError(f"{quoted(stripped)} ist kein {EXPECTED[kind]}")
            return _checked(make(match), stripped)
    raise PeriodError(f"{quoted(stripped)} ist kein {EXPECTED[kind]}")


def _checked(period: Period, text: str) -> Period:
    if not FIRST_YEAR <= period.year <= LAST_YEAR:
        raise PeriodError(f"{quoted(text)} liegt nicht zwischen {FIRST_YEAR} und {LAST_YEAR}")
    return period


def _year(match: re.Match[str]) -> Period:
    return Period(int(match["year"]))


def _about(match: re.Match[str]) -> Period:
    return Period(int(match["year"]), note=f"um {match['year']}")


def _school_year(match: re.Match[str]) -> Period:
    first, second = int(match["year"]), match["next"]
    if second != str(first + 1)[-len(second) :]:
        raise PeriodError(f"{quoted(match[0])} sind keine zwei aufeinanderfolgenden Jahre")
    return Period(first)


def _day(match: re.Match[str]) -> Period:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError as error:
        raise PeriodError(f"{quoted(match[0])} gibt es im Kalender nicht") from error
    return Period(day.year, key_date=f"{day:%d.%m.}")


def _month(match: re.Match[str]) -> Period:
    if not 1 <= int(match["month"]) <= 12:
        raise PeriodError(f"{quoted(match[0])} nennt keinen Monat von 1 bis 12")
    return Period(int(match["year"]), key_date=f".{int(match['month']):02d}.")


_Y = r"(?P<year>[0-9]{4})"
_FORMS: tuple[tuple[re.Pattern[str], tuple[PeriodKind, ...], Callable[[re.Match[str]], Period]], ...] = (
    (re.compile(_Y), ("year", "key_date"), _year),
    (re.compile(rf"um {_Y}"), ("year", "school_year", "key_date"), _about),
    (re.compile(rf"{_Y}/(?P<next>[0-9]{{4}}|[0-9]{{2}})"), ("school_year",), _school_year),
    (re.compile(rf"(?P<day>[0-9]{{1,2}})\.(?P<month>[0-9]{{1,2}})\.{_Y}"), ("key_date",), _day),
    (re.compile(rf"{_Y}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})"), ("key_date",), _day),
    (re.compile(rf"(?P<month>[0-9]{{1,2}})/{_Y}"), ("key_date",), _month),
)
