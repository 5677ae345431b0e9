"""What the page on targets says: how many are reached, at which pace, and what keeps one open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.catalogue.models import Indicator, Source, Target
from dashboard.model import TargetResult, TargetStatus
from dashboard.wording.grammar import capital, listed
from dashboard.wording.missing import delivery_needed
from dashboard.wording.numbers import figure, percent_points, rounded, signed
from dashboard.wording.periods import period_label
from dashboard.wording.signs import TARGET_WORDS
from dashboard.wording.units import MINUS, joined

Counts = Mapping[TargetStatus, int]
STATUS_ORDER: Final[tuple[TargetStatus, ...]] = ("reached", "on_track", "off_track", "missed", "open")
PROGRAMME: Final = "Zielen des Programms"
EXAMPLES: Final = "Beispielzielen"
#: What each perspective asks of the programme.
QUESTIONS: Final[Mapping[str, str]] = {
    "adressaten": "Was kommt bei Kindern und Eltern an?",
    "prozesse": "Greifen die Verfahren ineinander?",
    "kosten": "Wird das Geld früher eingesetzt?",
    "fachkraefte": "Sind die Fachkräfte vorbereitet?",
}


def counts_sentence(counts: Counts, what: str) -> str:
    """ "Von 19 Zielen des Programms sind 3 erreicht, 14 verfehlt und 2 offen"; no full stop."""
    total = sum(counts.values())
    there = [(counts.get(status, 0), TARGET_WORDS[status]) for status in STATUS_ORDER if counts.get(status)]
    if not there:
        return f"Zu den {what} liegt keine Auswertung vor"
    if total == 1:
        return f"Das einzige {what.replace('ielen', 'iel')} ist {there[0][1]}"
    (first, word), *others = there
    if first > 1:
        return f"Von {total} {what} sind {listed([f'{count} {name}' for count, name in there])}"
    be = "sind" if others and others[0][0] > 1 else "ist"
    rest = ", ".join(f"{count} {name}" for count, name in others)
    return f"Von {total} {what} ist 1 {word}" + (f", {rest.replace(' ', f' {be} ', 1)}" if rest else "")


def counts_text(counts: Counts) -> str:
    """ "2 erreicht · 7 verfehlt"; empty where nothing is judged."""
    return " · ".join(
        f"{counts[status]} {TARGET_WORDS[status]}" for status in STATUS_ORDER if counts.get(status)
    )


def favourable(counts: Counts) -> int:
    """How many are reached or on track."""
    return counts.get("reached", 0) + counts.get("on_track", 0)


def areas_sentence(names: Mapping[str, Sequence[str]]) -> str:
    """ "Sozialräume: erreicht in Mitte und Uentrop; verfehlt in Hamm-Norden"; by word, in given order."""
    parts = [f"{word} in {listed(where)}" for word, where in names.items() if where]
    return f"Sozialräume: {'; '.join(parts)}" if parts else ""


def goal_height(target: Target, result: TargetResult, indicator: Indicator) -> str:
    """ "mindestens 30,8 %", "nachweisbar unter 29,0 %", "Annäherung"; the change where there is no number."""
    if target.kind == "convergence":
        return "nachweisbare Annäherung"
    rising = target.direction == "rise"
    if target.kind == "direction":
        word = "über" if rising else "unter"
        return f"nachweisbar {word} {figure(result.goal, indicator)}" if result.goal is not None else (
            "steigt" if rising else "sinkt"
        )  # fmt: skip
    if result.goal is None:
        return change_asked(target, indicator)
    return f"{'mindestens' if rising else 'höchstens'} {figure(result.goal, indicator)}"


def change_asked(target: Target, indicator: Indicator) -> str:
    """ "+10 % gegenüber 2012"; empty for targets that are no relative change."""
    if target.kind != "relative" or target.value is None:
        return ""
    change = abs(target.value) * (1 if target.direction == "rise" else -1)
    return f"{joined(signed(change), '%')} gegenüber {period_label(indicator, target.baseline_year)}"


def asked_of_each(target: Target, result: TargetResult, indicator: Indicator) -> str:
    """What is asked of the city and of each area alike: a change has its own start everywhere.

    "höchstens 2,0 % bis 2030", "+10 % gegenüber 2012/13 bis 2015", "sinkt nachweisbar gegenüber 2012 …".
    """
    until = f"bis {target.target_year}"
    if target.kind == "direction":
        word = "steigt" if target.direction == "rise" else "sinkt"
        base = period_label(indicator, target.baseline_year)
        return f"{word} nachweisbar gegenüber {base} {until}"
    change = change_asked(target, indicator)
    return f"{change or goal_height(target, result, indicator)} {until}"


def pace_text(pace: float | None, indicator: Indicator) -> str:
    """Change per year with one more decimal than the value: "−0,97", "+1,2 Mio. €"."""
    if pace is None:
        return ""
    if indicator.kind == "euro":
        sign = "+" if pace > 0 else MINUS if pace < 0 else "±"
        return f"{sign}{figure(abs(pace), indicator)}"
    return signed(rounded(pace, indicator.decimals + 1), indicator.decimals + 1)


def pace_unit(indicator: Indicator) -> str:
    """What the numbers of :func:`pace_text` count: "Punkte", "" for euros, which carry their unit."""
    return "" if indicator.kind == "euro" else "Punkte" if percent_points(indicator) else indicator.unit


def open_reason(target: Target, result: TargetResult, indicator: Indicator, last: int | None) -> str:
    """Why a target is open; no full stop. ``last``: the last year with a value."""
    base, until = (period_label(indicator, year) for year in (target.baseline_year, target.target_year))
    if target.kind == "convergence":
        return "Die Quelle nennt nicht, an welchen Kennzahlen und womit die Annäherung gemessen wird"
    if last is None:
        return "Es liegt kein Wert vor"
    if target.kind in ("relative", "direction") and result.baseline is None:
        return f"Der Ausgangswert {base} fehlt"
    if last < target.target_year and result.value is None:
        return f"Für {until} gibt es keinen Wert, die Reihe endet {period_label(indicator, last)}"
    if result.value is None:
        return f"Für {until} gibt es keinen Wert"
    if target.kind == "direction" and (result.year or 0) <= target.baseline_year:
        return f"Nach {base} gibt es keinen Wert"
    return "Eine Projektion braucht fünf Zeiträume ohne Lücke und ohne Bruch der Reihe"


def closing(
    target: Target, result: TargetResult, indicator: Indicator, suppliers: Sequence[Source] = ()
) -> str:
    """Which delivery would close an open target; no full stop.

    ``suppliers``: who has delivered or published the indicator before; without any the figures
    themselves are named.
    """
    if target.kind == "convergence":
        return "Geschlossen wird es durch eine Festlegung, nicht durch eine Lieferung"
    if suppliers:
        return capital(delivery_needed(tuple(suppliers)))
    base = target.kind in ("relative", "direction") and result.baseline is None
    year = period_label(indicator, target.baseline_year if base else target.target_year)
    per = f", dazu {indicator.denominator}" if indicator.denominator else ""
    return f"Die Lücke schließt eine Lieferung für {year}: {indicator.numerator}{per}"
