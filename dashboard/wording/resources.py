"""What a distribution says: who gets how much by which rule, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.wording.grammar import listed
from dashboard.wording.numbers import number, signed, with_unit
from dashboard.wording.resources_units import Unit
from dashboard.wording.units import NARROW

_COUNTED = ("keinen", "einen", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_AVERAGE = 0.1  # an index below this size is called average
NOTHING = "Es gibt nichts zu verteilen"


@dataclass(frozen=True, slots=True)
class Part:
    """What one area gets, and the range under other weights. ``change``: to today, None where unknown."""

    name: str
    steps: int
    low: int
    high: int
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Need:
    """The index of one area with its range; ``mainly``: the criterion that moves it most, "" for none."""

    score: float
    low: float
    high: float
    factor: float
    mainly: str = ""
    alone: bool = False


def headline(phrase: str, parts: Sequence[Part], unit: Unit, total: int) -> str:
    """Who gets most and who least, or that all get about the same."""
    if total == 0:
        return NOTHING
    most, least = max(part.steps for part in parts), min(part.steps for part in parts)
    whole = unit.spoken(total)
    if most - least <= 1:
        each = (
            unit.short(most)
            if most == least
            else f"{unit.short(least)} {'oder' if unit.posts else 'bis'} {unit.short(most)}"
        )
        return f"{phrase} entfallen von {whole} auf jeden Sozialraum {each}"
    if not unit.posts:
        shares = f"{_on(parts, most, unit)} und {_on(parts, least, unit)}"
        return f"{phrase} entfallen {shares}, von insgesamt {whole}"
    return f"{phrase} entfallen von {whole} {_on(parts, most, unit)} und {_on(parts, least, unit)}"


def headline_of_area(phrase: str, part: Part, unit: Unit, total: int, today: Unit | None, demo: bool) -> str:
    """The area in focus against the whole and against today."""
    if total == 0:
        return NOTHING
    begin = f"{phrase} erhält {part.name} {unit.short(part.steps)} von {unit.spoken(total)}"
    against = change(part.change, today, demo)
    return f"{begin}, {against}" if against else begin


def change(steps: int | None, unit: Unit | None, demo: bool) -> str:
    """ "0,75 mehr als heute (Beispiel)"; "" where today is not known."""
    if steps is None or unit is None:
        return ""
    example = " (Beispiel)" if demo else ""
    if steps == 0:
        return f"so viel wie heute{example}"
    amount = unit.short(abs(steps)) if unit.posts else unit.spoken(abs(steps))
    return f"{amount} {'mehr' if steps > 0 else 'weniger'} als heute{example}"


def amount_range(part: Part, unit: Unit) -> str:
    """ "2,75 bis 3,5"; "unverändert" where other weights change nothing."""
    if part.low == part.high:
        return "unverändert"
    return f"{unit.short(part.low)} bis {unit.short(part.high)}"


def index_text(score: float) -> str:
    """ "+1,62" standard deviations."""
    return signed(score, 2)


def index_range(low: float, high: float) -> str:
    """ "+1,41 bis +1,75"; "ohne Spanne" where there is but one criterion."""
    if signed(low, 2) == signed(high, 2):
        return "ohne Spanne"
    return f"{signed(low, 2)} bis {signed(high, 2)}"


def factor_text(factor: float) -> str:
    """How much one person counts: "1,27-fach"."""
    return f"{number(factor, 2)}-fach"


def area_sentence(
    part: Part, need: Need | None, unit: Unit, total: int, person: str, today: Unit | None, demo: bool
) -> str:
    """Everything about one area, to be read out or copied."""
    share = with_unit(100 * part.steps / total if total else 0.0, "%", 1)
    first = f"{part.name} erhält {unit.short(part.steps)} von {unit.spoken(total)} ({share})"
    against = change(part.change, today, demo)
    if need is None:
        return f"{first}{', ' + against if against else ''}."
    steady = "" if need.alone else f", {_steady(part, unit)}"
    end = f" {_is(part, unit)} {against}." if against else ""
    return f"{first}{steady}. {_need_sentence(need, person)}{end}"


def _is(part: Part, unit: Unit) -> str:
    """ "Das sind 0,5 mehr", "Das ist 1 mehr", "Das ist so viel wie heute"."""
    return "Das ist" if not part.change or unit.short(abs(part.change)) == "1" else "Das sind"


def _steady(part: Part, unit: Unit) -> str:
    if part.low == part.high:
        return "auch bei anderen Gewichten"
    return f"{amount_range(part, unit)} bei anderen Gewichten"


def _need_sentence(need: Need, person: str) -> str:
    spread = index_range(need.low, need.high)
    index = f"Der Index ist {index_text(need.score)}"
    index += f" ({spread})" if need.low != need.high else ""
    if abs(need.score) < _AVERAGE:
        level = "etwa so viel Bedarf wie im Mittel der Räume"
    else:
        level = f"{'mehr' if need.score > 0 else 'weniger'} Bedarf als im Mittel der Räume"
        if need.mainly:
            level += f", {'allein' if need.alone else 'vor allem'} durch „{need.mainly}“"
    return f"{index}: {level}; {person} zählt {factor_text(need.factor)}."


def detail(unit: Unit, total: int, given: int, criteria: int, widest: int) -> str:
    """The line below the headline: that the sum is exact, and what other weights would change."""
    amount = unit.fixed(given)
    sums = f"Summe der Räume: {amount} von {unit.fixed(total)} {unit.name}, ohne Rest"
    if criteria == 0:
        return f"{sums}. Es gibt keine Gewichte, also auch keinen Index."
    if criteria == 1:
        return f"{sums}. Der Index besteht aus einer einzigen Kennzahl und hat deshalb keine Spanne."
    others = f"(±50{NARROW}%, eine Kennzahl weggelassen)"
    if widest == 0:
        return f"{sums}. Andere Gewichte {others} ändern in keinem Raum etwas."
    return f"{sums}. Andere Gewichte {others} ändern keinen Raum um mehr als {unit.spoken(widest)}."


def without(phrase: str, names: Sequence[str]) -> str:
    """The rule's name, with what had to be left out of it."""
    return f"{phrase} (ohne {listed([f'„{name}“' for name in names])})" if names else phrase


def own_phrase(titles: Sequence[str]) -> str:
    """What own weights are called at the beginning of a sentence."""
    if not titles:
        return "Ohne Gewichte, allein nach der Kopfzahl,"
    return f"Nach eigenen Gewichten ({listed(titles)})" if len(titles) <= 2 else "Nach eigenen Gewichten"


def _on(parts: Sequence[Part], steps: int, unit: Unit) -> str:
    """ "3,25 auf Hamm-Westen", "je 2 auf Mitte und Pelkum", "je 2 auf drei Sozialräume"."""
    names = [part.name for part in parts if part.steps == steps]
    each = "je " if len(names) > 1 else ""
    where = listed(names) if len(names) < 3 else f"{counted(len(names))} Sozialräume"
    return f"{each}{unit.spoken(steps) if not unit.posts else unit.short(steps)} auf {where}"


def counted(count: int) -> str:
    """ "neun"; digits from ten on."""
    return _COUNTED[count] if count < len(_COUNTED) else str(count)
