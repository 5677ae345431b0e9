"""What a view's files are called: subject, area, years and release, the same for every kind of file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from dashboard.answers.question import Question
from dashboard.catalogue.models import Indicator
from dashboard.model import CITY
from dashboard.wording import periods

CITY_NAME: Final = "Stadt Hamm"
_UNSAFE: Final = re.compile(r"[^\w(),.+-]+")
_LONGEST: Final = 120  # characters of a file name
_STEM: Final = 105  # of a name without its ending and a word for the shape of a picture


def file_name(*parts: str) -> str:
    """ "Übergang-Gymnasium_Hamm-Norden_Schuljahr-2024-25", umlauts included; at most 120 characters."""
    written = (_UNSAFE.sub("-", part.replace(": ", " ")).strip("-") for part in parts if part)
    return "_".join(part for part in written if part)[:_LONGEST]


def stem(subject: str, place: str, period: str, release: str) -> str:
    """The name without ending: "Kosten-Ursachen_Stadt-Hamm_2010-2025_Datenstand-2026-2".

    A long subject loses its last words; place, period and release never are. German, as a reader knows them.
    """
    rest, own = file_name(place, period, f"Datenstand {release}"), file_name(subject)
    room = _STEM - len(rest) - 1
    if len(own) > room:
        own = own[: room + 1].rpartition("-")[0] or own[:room]
    return f"{own.rstrip('-(,.')}_{rest}"


def of_question(question: Question, period: str, subject: str = "") -> str:
    """Of a view of one indicator; ``subject`` instead of its short title with the category."""
    title = question.indicator.short_title
    own = f"{title} {question.category}" if question.category else title
    return stem(subject or own, place(question), period, question.choices.release)


def place(question: Question) -> str:
    """The area in focus, else the city, with the partition where it is not the usual one."""
    if question.view.raum != CITY:
        return question.catalogue.areas[question.view.raum].name
    return f"{CITY_NAME} nach Stadtbezirken" if question.view.ebene == "stadtbezirk" else CITY_NAME


def period_of(indicator: Indicator, years: Iterable[int]) -> str:
    """ "Schuljahr 2024/25", "Schuljahre 2010/11 bis 2024/25", "31.12.2024", "2010-2025"; "" without any."""
    known = sorted(years)
    if not known:
        return ""
    first, last = known[0], known[-1]
    if first == last:
        return periods.period_title(indicator, first)
    if indicator.period == "school_year":
        return f"Schuljahre {periods.range_label(indicator, first, last)}"
    return span(known)


def span(years: Iterable[int]) -> str:
    """First and last of years of different kinds: "2010-2025", "2025", "" without any."""
    known = sorted(years)
    return "-".join(dict.fromkeys(str(year) for year in (known[0], known[-1]))) if known else ""
