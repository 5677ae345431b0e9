"""What the files of a view on costs are called."""

from __future__ import annotations

import re

from dashboard.answers import file_names
from dashboard.answers.kosten.path import Way
from dashboard.answers.kosten.scope import Scope
from dashboard.model import CITY

#: Views whose pictures and rows are over all years, whatever year is shown.
_OVER_YEARS = ("", "praevention", "szenario")
_NO_EUROS = ("praevention", "szenario", "projekt")  # the same in whatever euros are chosen


def file_of(scope: Scope, title: str, period: str) -> str:
    """ "Kosten-Ursachen_Stadt-Hamm_2010-2025_Datenstand-2026-2". The project is the whole city's."""
    area = CITY if scope.view.ansicht == "projekt" else scope.view.raum
    words = f"Kosten {title} {' '.join(_more(scope))}"
    name = scope.catalogue.areas[area].name
    return file_names.stem(words, name, file_names.span(_years(scope, period)), scope.asking.release)


def _years(scope: Scope, period: str) -> list[int]:
    named = [int(year) for year in re.findall(r"\d{4}", period)]
    over = [*scope.years] if scope.view.ansicht in _OVER_YEARS else []
    return [*named, *over] or [scope.year]


def _more(scope: Scope) -> list[str]:
    """The part of the helps that is shown, and in which euros."""
    view, found = scope.view.ansicht, []
    if view == "raeume":
        way = Way.of(scope.whole())
        found += [] if way.node.is_root else [way.short(way.node)]
    if view == "" and scope.is_per_head:
        found.append("je 1000 unter 21")
    if view not in _NO_EUROS and scope.is_real:
        found.append("preisbereinigt")
    return found
