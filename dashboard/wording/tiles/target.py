"""Third tile: the goal, where the area stands against it, and with which probability."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Indicator, Target
from dashboard.model import TargetResult
from dashboard.wording.numbers import amount_text, figure, probability_text, signed
from dashboard.wording.people import apart_goal
from dashboard.wording.periods import axis_label, period_label
from dashboard.wording.signs import target_status_word
from dashboard.wording.tiles.text import PROTECTED, TileText, parts
from dashboard.wording.units import joined

NO_TARGET: Final = TileText("Ziel", "kein Ziel", "für diese Kennzahl ist keines gesetzt")


def target_tile(
    indicator: Indicator,
    target: Target | None,
    result: TargetResult | None,
    people: int | None = None,
    hidden: bool = False,
) -> TileText:
    """ "Ziel 22,0 % bis 2030": "nicht auf Kurs", "Wahrscheinlichkeit unter 1 %; 30 Kinder über dem Ziel".

    ``people``: for shares, |value − goal| of the denominator, rounded. ``hidden``: the value that
    would be judged is not shown.
    """
    if target is None:
        return NO_TARGET
    label = target_label(indicator, target, result)
    if hidden:
        return TileText(label, PROTECTED, "Geheimhaltung: Wert und Ziel werden nicht verglichen")
    if result is None:
        return TileText(label, target_status_word("open"), "für diese Fläche liegt kein Wert vor")
    detail = _open(indicator, target, result) if result.status == "open" else ""
    return TileText(
        label, target_status_word(result.status), detail or _stand(indicator, target, result, people)
    )


def target_label(indicator: Indicator, target: Target, result: TargetResult | None = None) -> str:
    """ "Ziel 22,0 % bis 2030", "Ziel bis 2015: niedriger als 2012", with "(Beispielziel)" where it is one."""
    example = " (Beispielziel)" if target.example else ""
    goal = result.goal if result else None
    until = f"bis {target.target_year}"
    base = axis_label(indicator, target.baseline_year)
    if target.kind == "convergence":
        return f"Ziel {until}: Annäherung{example}"
    if target.kind == "direction":
        return f"Ziel {until}: {'höher' if target.direction == 'rise' else 'niedriger'} als {base}{example}"
    number = goal if goal is not None else target.value if target.kind == "absolute" else None
    if number is not None:
        return f"Ziel {figure(number, indicator)} {until}{example}"
    if target.value is None:
        return f"Ziel {until}{example}"
    change = abs(target.value) * (1 if target.direction == "rise" else -1)
    return f"Ziel {until}: {joined(signed(change), '%')} gegenüber {base}{example}"


def _open(indicator: Indicator, target: Target, result: TargetResult) -> str:
    if target.kind == "convergence":
        return "Annäherung nicht berechenbar"
    if result.goal is None and result.baseline is None:
        return f"der Ausgangswert {period_label(indicator, target.baseline_year)} fehlt"
    if result.value is None or result.year is None:
        return "kein Wert, der sich am Ziel messen lässt"
    if target.kind == "direction" and result.year <= target.baseline_year:
        return f"kein Wert nach {period_label(indicator, target.baseline_year)}"
    return "eine Projektion braucht fünf Zeiträume ohne Lücke und Bruch"


def _stand(indicator: Indicator, target: Target, result: TargetResult, people: int | None) -> str:
    if target.kind == "convergence":
        return _spreads(indicator, result)
    chance = ""
    if result.status in ("on_track", "off_track") and result.probability is not None:
        chance = f"Wahrscheinlichkeit {probability_text(result.probability)}"
    latest = _latest(indicator, result) if result.status in ("reached", "missed") else ""
    return parts(chance, _apart(indicator, target, result, people), latest)


def _apart(indicator: Indicator, target: Target, result: TargetResult, people: int | None) -> str:
    """How far the value is from the goal; of a mere direction, how far from where it began."""
    if result.value is None or result.goal is None:
        return ""
    met = (result.value >= result.goal) if target.direction == "rise" else (result.value <= result.goal)
    if target.kind != "direction":
        return "" if met else apart_goal(result.value, result.goal, indicator, people)
    said = apart_goal(result.value, result.goal, indicator, people, "Ausgangswert")
    unproven = met and result.status != "reached" and said
    return f"{said}, nicht nachweisbar" if unproven else said


def _latest(indicator: Indicator, result: TargetResult) -> str:
    if result.value is None or result.year is None:
        return ""
    return f"zuletzt {figure(result.value, indicator)} ({axis_label(indicator, result.year)})"


def _spreads(indicator: Indicator, result: TargetResult) -> str:
    if result.value is None or result.baseline is None:
        return ""
    first, last = amount_text(result.baseline, indicator), amount_text(result.value, indicator)
    return f"Streuung zuerst {first}, zuletzt {last}"
