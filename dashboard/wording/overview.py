"""The overview of all areas: counts of what differs, which is no ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.models import Area
from dashboard.model import Partition
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital, listed, places

_THAN: Final = "schlechter als in der übrigen Stadt"
NAMED: Final = 3  #: more areas than these with the same count are counted, not named


@dataclass(frozen=True, slots=True)
class AreaCount:
    """How many of an area's ``compared`` indicators are worse or better after Holm."""

    area: Area
    compared: int
    worse: int
    better: int
    hidden: int = 0
    neutral: int = 0


def overview_title(counts: Sequence[AreaCount], partition: Partition = "sozialraum") -> str:
    """ "In Hamm-Norden sind 12 von 40 Kennzahlen schlechter als in der übrigen Stadt, so viele wie in
    keinem anderen Sozialraum; in Rhynern keine". No full stop, no rank."""
    known = [count for count in counts if count.compared]
    if not known:
        return f"Noch keiner der {_many(counts, partition)} ist mit der übrigen Stadt verglichen"
    among = _many(known, partition, "" if len(known) == len(counts) else "verglichenen ")
    most, least = max(c.worse for c in known), min(c.worse for c in known)
    if len(known) == 1 and most:
        return f"{_where(known)} {_are(most)} {_of(known[0])} {_THAN}"
    if not most:
        return f"In keinem der {among} ist eine Kennzahl nachweisbar {_THAN}"
    if most == least:
        return f"In jedem der {among} {_are(most)} {_each(most)} {_THAN}"
    top = [count for count in known if count.worse == most]
    low = [count for count in known if count.worse == least]
    return f"{_top(top, most, partition)}; {_low(low, least)}"


def area_line(count: AreaCount) -> str:
    """ "12 schlechter · 3 besser · 23 nicht unterscheidbar · 2 geschützt" of one area."""
    same = count.compared - count.worse - count.better - count.neutral
    found = (
        (count.worse, "schlechter"),
        (count.better, "besser"),
        (count.neutral, "abweichend, ohne Wertung"),
        (same, "nicht unterscheidbar"),
        (count.hidden, "geschützt"),
    )
    return " · ".join(f"{size} {word}" for size, word in found if size) or "nicht verglichen"


def _many(counts: Sequence[AreaCount], partition: Partition, kind: str = "") -> str:
    number = f"{count_word(len(counts))} " if len(counts) > 1 else ""
    return f"{number}{kind}{places(partition)}"


def _where(counts: Sequence[AreaCount]) -> str:
    return capital(listed([count.area.locative for count in counts]))


def _are(count: int) -> str:
    return "ist" if count == 1 else "sind"


def _each(count: int) -> str:
    return "eine Kennzahl" if count == 1 else f"{count} Kennzahlen"


def _of(count: AreaCount) -> str:
    """ "12 von 40 Kennzahlen", "eine von 40 Kennzahlen", "die einzige verglichene Kennzahl"."""
    if count.compared == 1:
        return "die einzige verglichene Kennzahl"
    return f"{'eine' if count.worse == 1 else count.worse} von {count.compared} Kennzahlen"


def _top(top: Sequence[AreaCount], most: int, partition: Partition) -> str:
    other = "in keinem anderen Sozialraum" if partition == "sozialraum" else "in keinem anderen Stadtbezirk"
    tail = f", so viele wie {other}" if most > 1 else ""
    if len(top) == 1:
        return f"{_where(top)} {_are(most)} {_of(top[0])} {_THAN}{tail}"
    named = len(top) <= NAMED
    where = _where(top) if named else f"In {count_word(len(top))} {places(partition, dative=True)}"
    return f"{where} {_are(most)} je {_each(most)} {_THAN}{tail}"


def _low(low: Sequence[AreaCount], least: int) -> str:
    named = len(low) <= NAMED
    where = listed([count.area.locative for count in low]) if named else f"in {count_word(len(low))} anderen"
    if not least:
        return f"{where} keine"
    how_many = _of(low[0]) if len(low) == 1 else f"je {_each(least)}"
    return f"am wenigsten {where} ({how_many})"
