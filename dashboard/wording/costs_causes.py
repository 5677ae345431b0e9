"""The sentences on a decomposition, a scenario and the project: arithmetic, never a cause."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from dashboard.wording.costs import Money, amount, percent
from dashboard.wording.grammar import listed
from dashboard.wording.units import NBSP

Factor = Literal["faelle", "kosten-je-fall", "tage-je-fall", "kosten-je-tag", "mix"]

#: What each factor is called.
EFFECTS: Final[dict[Factor, str]] = {
    "faelle": "Fallzahl",
    "kosten-je-fall": "Kosten je Fall",
    "tage-je-fall": "Tage je Fall",
    "kosten-je-tag": "Kosten je Tag",
    "mix": "Mix",
}
_NOTES: Final[dict[Factor, tuple[str, str]]] = {
    "faelle": ("mehr Hilfen", "weniger Hilfen"),
    "kosten-je-fall": ("Hilfe teurer", "Hilfe günstiger"),
    "tage-je-fall": ("Hilfe länger", "Hilfe kürzer"),
    "kosten-je-tag": ("Tag teurer", "Tag günstiger"),
    "mix": ("teurere Arten", "günstigere Arten"),
}
_MOST: Final[dict[Factor, str]] = {
    "faelle": "macht die Fallzahl aus",
    "kosten-je-fall": "machen die Kosten je Fall aus",
    "tage-je-fall": "machen die Tage je Fall aus",
    "kosten-je-tag": "machen die Kosten je Tag aus",
    "mix": "macht der Mix aus",
}
_COUNTS: Final = {3: "Drei", 4: "Vier"}
NOT_SPLIT: Final = "Die Veränderung lässt sich für diese Auswahl nicht zerlegen"
NO_DAYS: Final = (
    "Für diese Auswahl sind Hilfetage nicht in beiden Jahren bekannt; gezeigt wird die Zerlegung ohne Tage."
)


def causes(first: int, last: int, unit: Money, change: int, effects: Mapping[Factor, int], place: str) -> str:
    """ "Der Anstieg um 34,88 Mio. € von 2010 bis 2025 zerfällt rechnerisch in …". All in printed steps."""
    if change == 0:
        lead = f"Die Kosten {place} sind {last} so hoch wie {first}; rechnerisch heben sich auf:"
        return f"{lead} {_parts(unit, effects)}"
    noun = "Anstieg" if change > 0 else "Rückgang"
    size = f"{unit.bare(abs(change))}{NBSP}{unit.name}"
    return (
        f"Der {noun} um {size} {place} von {first} bis {last} zerfällt rechnerisch in {_parts(unit, effects)}"
    )


def _parts(unit: Money, effects: Mapping[Factor, int]) -> str:
    return listed([
        f"{unit.signed(count)}{NBSP}{unit.name} {EFFECTS[factor]}" for factor, count in effects.items()
    ])  # fmt: skip


def note(factor: Factor, effect: int) -> str:
    """What an effect stands for, by its direction; nothing for one that is zero."""
    up, down = _NOTES[factor]
    return (up if effect > 0 else down) if effect else ""


def largest(effects: Mapping[Factor, int]) -> str:
    """ "Den größten Teil macht die Fallzahl aus": by size in either direction; two equal ones say nothing."""
    sizes = sorted((abs(effect) for effect in effects.values()), reverse=True)
    if not sizes or sizes[0] == 0 or (len(sizes) > 1 and sizes[0] == sizes[1]):
        return f"{_COUNTS[len(effects)]} Teile der Veränderung"
    most = next(factor for factor, effect in effects.items() if abs(effect) == sizes[0])
    return f"Rechnerisch den größten Teil {_MOST[most]}"


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
    said = f"Für das Projekt waren von {first} bis {last} zusammen {amount_exact(costs)} geplant"
    if funding is None or not costs:
        return said
    return f"{said}, {amount_exact(funding)} davon ({percent(funding / costs)}) als Förderung des Landes"


def amount_exact(cents: int) -> str:
    """Whole euros without rounding to thousands: "87.600 €", with cents where there are any."""
    whole, rest = divmod(abs(cents), 100)
    digits = f"{whole:,}".replace(",", ".")
    minus = "−" if cents < 0 else ""
    return f"{minus}{digits}{f',{rest:02d}' if rest else ''}{NBSP}€"
