"""The sentences on a decomposition, a scenario and the project: arithmetic, never a cause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.wording.costs import Money, amount, percent
from dashboard.wording.grammar import listed
from dashboard.wording.units import NBSP

EFFECTS: Final = ("Fallzahl", "Kosten je Fall", "Mix")
_NOTES: Final = (
    ("mehr Hilfen", "weniger Hilfen"),
    ("Hilfe teurer", "Hilfe günstiger"),
    ("teurere Arten", "günstigere Arten"),
)
NOT_SPLIT: Final = "Die Veränderung lässt sich für diese Auswahl nicht zerlegen"


def causes(first: int, last: int, unit: Money, change: int, effects: Sequence[int], place: str) -> str:
    """ "Der Anstieg um 34,88 Mio. € von 2010 bis 2025 zerfällt rechnerisch in …". All in printed steps."""
    if change == 0:
        lead = f"Die Kosten {place} sind {last} so hoch wie {first}; rechnerisch heben sich auf:"
        return f"{lead} {_parts(unit, effects)}"
    noun = "Anstieg" if change > 0 else "Rückgang"
    size = f"{unit.bare(abs(change))}{NBSP}{unit.name}"
    return (
        f"Der {noun} um {size} {place} von {first} bis {last} zerfällt rechnerisch in {_parts(unit, effects)}"
    )


def _parts(unit: Money, effects: Sequence[int]) -> str:
    return listed([
        f"{unit.signed(count)}{NBSP}{unit.name} {name}" for name, count in zip(EFFECTS, effects, strict=True)
    ])  # fmt: skip


def notes(effects: Sequence[int]) -> tuple[str, ...]:
    """What each effect stands for, by its direction; nothing for one that is zero."""
    pairs = zip(_NOTES, effects, strict=True)
    return tuple((up if effect > 0 else down) if effect else "" for (up, down), effect in pairs)


def largest(effects: Sequence[int]) -> str:
    """ "Den größten Teil macht die Fallzahl aus": by size in either direction; two equal ones say nothing."""
    sizes = sorted((abs(effect) for effect in effects), reverse=True)
    if not sizes or sizes[0] == 0 or (len(sizes) > 1 and sizes[0] == sizes[1]):
        return "Drei Teile der Veränderung"
    name = EFFECTS[[abs(effect) for effect in effects].index(sizes[0])]
    article = "die Kosten je Fall aus" if name == EFFECTS[1] else f"{_ARTICLES[name]} {name} aus"
    verb = "machen" if name == EFFECTS[1] else "macht"
    return f"Rechnerisch den größten Teil {verb} {article}"


_ARTICLES: Final = {"Fallzahl": "die", "Mix": "der"}


def scenario(stops: int | None, cents: int, last: int, first: int, trend: int) -> str:
    """The end of the rise, or that there is none until the last year, and the trend beside it."""
    then = f"im heutigen Trend wären es {amount(trend)} im Jahr {last}"
    if stops is None:
        return f"Mit diesen Annahmen steigen die Kosten bis {last} weiter, auf {amount(cents)}; {then}"
    if stops == first:
        return f"Mit diesen Annahmen steigen die Kosten ab {first} nicht mehr über {amount(cents)}; {then}"
    return f"Mit diesen Annahmen endet der Anstieg {stops} bei {amount(cents)}; {then}"


def project(first: int, last: int, costs: int, funding: int | None) -> str:
    """What the programme was planned to cost, and what of it the state was to pay."""
    said = f"Für das Projekt waren {first} bis {last} {amount_exact(costs)} geplant"
    if funding is None or not costs:
        return said
    return f"{said}, {amount_exact(funding)} davon ({percent(funding / costs)}) als Förderung des Landes"


def amount_exact(cents: int) -> str:
    """Whole euros without rounding to thousands: "87.600 €", with cents where there are any."""
    whole, rest = divmod(abs(cents), 100)
    digits = f"{whole:,}".replace(",", ".")
    minus = "−" if cents < 0 else ""
    return f"{minus}{digits}{f',{rest:02d}' if rest else ''}{NBSP}€"
