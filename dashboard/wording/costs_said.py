"""The sentences of the page on costs: what is spent, and how it compares.

Every number in them is one that the page shows; none says more than the arithmetic it comes from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.wording.costs import amount, change_percent, more_or_less, percent
from dashboard.wording.grammar import capital
from dashboard.wording.numbers import number
from dashboard.wording.units import joined

HELP: Final = "die Hilfen zur Erziehung"
PER_HEAD: Final = "je 1.000 unter 21-Jährige"
NO_AMOUNT: Final = "Für diese Auswahl gibt es keine Beträge"


def kind_of_euros(per_head: bool, base: int | None) -> str:
    """ " je 1.000 unter 21-Jährige in Preisen von 2020", empty for plain nominal totals."""
    head = f" {PER_HEAD}" if per_head else ""
    return f"{head} in Preisen von {base}" if base else head


def development(
    locative: str,
    year: int,
    cents: int | None,
    earlier: Sequence[tuple[int, int | None]],
    per_head: bool = False,
    base: int | None = None,
) -> str:
    """ "Im Jahr 2025 kosteten die Hilfen zur Erziehung in Mitte 7,52 Mio. €: 4,9 % mehr als 2024, …"."""
    if cents is None:
        return f"{NO_AMOUNT} im Jahr {year}"
    compared = [
        f"{more_or_less(cents / before - 1)} {'wie' if _same(cents, before) else 'als'} {then}"
        for then, before in earlier
        if before
    ]
    said = f"Im Jahr {year} kosteten {HELP} {locative}{kind_of_euros(per_head, base)} {amount(cents)}"
    return f"{said}: {', '.join(compared)}" if compared else said


def _same(one: int, other: int) -> bool:
    return more_or_less(one / other - 1) == "gleich viel"


def share_title(setting: str, share: str, year: int) -> str:
    """ "60,4 % der Kosten entfallen 2025 auf den Bereich „stationär“"; plain without a printed share."""
    return (
        f"{share} der Kosten entfallen {year} auf den Bereich „{setting}“"
        if share
        else "Kosten nach Bereichen"
    )


def per_head_extremes(
    year: int, highest: tuple[str, int], lowest: tuple[str, int], base: int | None = None
) -> str:
    """ "In Hamm-Norden kosteten die Hilfen … je 1.000 unter 21-Jährige am meisten (2,50 Mio. €), …"."""
    return (
        f"{capital(highest[0])} kosteten {HELP} {year}{kind_of_euros(True, base)} am meisten "
        f"({amount(highest[1])}), {lowest[0]} am wenigsten ({amount(lowest[1])})"
    )


def extremes_title(node: str, highest: tuple[str, int], lowest: tuple[str, int]) -> str:
    """ "Heimerziehung: am meisten in Hamm-Norden (1,20 Mio. €), am wenigsten in Rhynern (410 Tsd. €)"."""
    return (
        f"{node}: am meisten {highest[0]} ({amount(highest[1])}), am wenigsten {lowest[0]} "
        f"({amount(lowest[1])})"
    )


def part_of(year: int, node: str, locative: str, text: str, share: str, whole: str) -> str:
    """ "Auf „Heimerziehung“ entfallen 2025 in der Stadt Hamm 29,0 Mio. €, 46,8 % der Hilfen zur Erziehung".

    ``text`` and ``share`` as printed; empty where they are protected.
    """
    if not text:
        return f"Der Betrag für {node} {locative} ist {year} geschützt"
    said = f"Auf {node} entfallen {year} {locative} {text}"
    return f"{said}, {share} {whole}" if share else said


def prevention(
    locative: str, year: int, value: float | None, earlier: tuple[int, float] | None, goal: str
) -> str:
    """ "Der Anteil der Prävention lag 2025 in der Stadt Hamm bei 12,3 %, 4,0 Punkte mehr als 2010; …"."""
    if value is None:
        return f"Für {year} gibt es {locative} keinen Anteil der Prävention"
    said = f"Der Anteil der Prävention lag {year} {locative} bei {percent(value / 100)}"
    if earlier is not None:
        tenths = round(value * 10 + 1e-9) - round(earlier[1] * 10 + 1e-9)
        word = "mehr" if tenths > 0 else "weniger"
        moved = f"{joined(number(abs(tenths) / 10, 1), 'Punkte')} {word} als" if tenths else "so viel wie"
        said += f", {moved} {earlier[0]}"
    return f"{said}; {goal}" if goal else said


def systemic(share: float, ends: tuple[tuple[float, str], tuple[float, str]] | None) -> str:
    """ "48,0 % der Fälle systemisch versorgt, am meisten Grundschule (57,6 %), am wenigsten …"; in per cent.

    ``ends``: the highest and the lowest form of school; None where fewer than two are known.
    """
    said = f"{percent(share / 100)} der Fälle systemisch versorgt"
    if ends is None:
        return said
    (high, most), (low, least) = ends
    return f"{said}; {most} {percent(high / 100)}, {least} {percent(low / 100)}"


def duration(year: int, days: float) -> str:
    """ "Eine Hilfe lief 2025 im Mittel 206 Tage des Jahres"."""
    return f"Eine Hilfe lief {year} im Mittel {number(days)} Tage des Jahres"


def published_growth(cents: int, before: int) -> str:
    """ "+7,2 % zum Vorjahr"."""
    return f"{change_percent(cents / before - 1)} zum Vorjahr"
