"""The list of all indicators: how many there are, and one line on where each stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue.models import Indicator
from dashboard.display import Sign
from dashboard.model import CITY, Partition, TargetResult, TargetStatus
from dashboard.wording.periods import period_label
from dashboard.wording.signs import DISTINCT, target_status_word

_ONE = {"sozialraum": "Sozialraum", "stadtbezirk": "Stadtbezirk"}
_ROOM = {"sozialraum": "Räumen", "stadtbezirk": "Bezirken"}


@dataclass(frozen=True, slots=True)
class IndexState:
    """Where one indicator stands at its latest period (``year`` None: no values at all).

    ``signs``: of the partition's areas, empty where only the city has a value. ``targets``: the
    results against the one goal that is shown, of areas and city.
    """

    indicator: Indicator
    year: int | None
    signs: tuple[Sign, ...] = ()
    targets: tuple[TargetResult, ...] = ()
    partition: Partition = "sozialraum"


def index_title(total: int, with_areas: int, partition: Partition = "sozialraum") -> str:
    """ "89 Kennzahlen, 61 mit Werten je Sozialraum"; no full stop."""
    many = "Eine Kennzahl" if total == 1 else f"{total} Kennzahlen"
    if not total:
        return "Noch keine Kennzahlen"
    if not with_areas:
        return f"{many}, noch ohne Werte je {_ONE[partition]}"
    if with_areas == total:
        return f"{many}{', alle' if total > 1 else ''} mit Werten je {_ONE[partition]}"
    return f"{many}, {'eine' if with_areas == 1 else with_areas} mit Werten je {_ONE[partition]}"


def state_line(state: IndexState) -> str:
    """ "2024/25 · 3 von 9 Räumen unterscheiden sich · Ziel: 2 von 9 erreicht oder auf Kurs"."""
    if state.year is None:
        return " · ".join(part for part in ("noch keine Werte", _target(state.targets)) if part)
    parts = (period_label(state.indicator, state.year), _areas(state), _target(state.targets))
    return " · ".join(part for part in parts if part)


def _areas(state: IndexState) -> str:
    compared = [sign for sign in state.signs if sign in DISTINCT or sign == "same"]
    hidden = sum(sign == "hidden" for sign in state.signs)
    if not state.signs:
        return "nur Werte der Stadt"
    if not compared:
        return "geschützt (Geheimhaltung)" if hidden == len(state.signs) else "nicht verglichen"
    count = sum(sign in DISTINCT for sign in compared)
    said = _differ(count, len(compared), state.partition)
    return f"{said} · {hidden} geschützt" if hidden else said


def _differ(count: int, total: int, partition: Partition) -> str:
    if total == 1:
        return f"der einzige verglichene Raum unterscheidet sich{'' if count else ' nicht'}"
    among = f"von {total} {_ROOM[partition]}"
    if not count:
        return f"keiner {among} unterscheidet sich"
    return f"{count} {among} {'unterscheidet' if count == 1 else 'unterscheiden'} sich"


def _target(results: Sequence[TargetResult]) -> str:
    """The areas that can be judged; without any the city's status; empty without a goal."""
    judged: list[TargetStatus] = [r.status for r in results if r.area != CITY and r.status != "open"]
    if judged:
        good = sum(status in ("reached", "on_track") for status in judged)
        if len(judged) == 1:
            return f"Ziel: {target_status_word(judged[0])}"
        return f"Ziel: {good or 'keiner'} von {len(judged)} {_words(judged)}"
    city = next((result.status for result in results if result.area == CITY), None)
    if city is not None:
        return f"Ziel: {target_status_word(city)}{'' if city == 'open' else ' (Stadt)'}"
    return "Ziel: offen" if results else ""


def _words(judged: Sequence[TargetStatus]) -> str:
    """ "erreicht" once all are decided, before that "erreicht oder auf Kurs"."""
    pending = any(status in ("on_track", "off_track") for status in judged)
    return "erreicht oder auf Kurs" if pending else "erreicht"
