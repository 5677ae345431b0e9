"""The chain from Kita to Sek II in words: at how many stations an area differs from the rest of the city."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.models import Area, Indicator
from dashboard.model import ComparisonLabel
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital, printed
from dashboard.wording.numbers import amount_text, signed
from dashboard.wording.units import joined

NOT_ONE_COHORT: Final = (
    "Alle Stationen zeigen dasselbe Jahr, also verschiedene Jahrgänge: Die Linie verbindet Stationen eines "
    "Sozialraums und verfolgt keine einzelnen Kinder."
)
_REST: Final = "der übrigen Stadt"


@dataclass(frozen=True, slots=True)
class Stop:
    """A station: the labels of all areas compared there, highest and lowest value (None: none shown)."""

    indicator: Indicator
    labels: tuple[ComparisonLabel, ...]
    highest: float | None = None
    lowest: float | None = None

    def gap(self) -> float | None:
        """Highest minus lowest printed value, in points."""
        if self.highest is None or self.lowest is None:
            return None
        return float(printed(self.highest, self.indicator) - printed(self.lowest, self.indicator))


def chain_headline(area: Area, labels: Sequence[ComparisonLabel]) -> str:
    """Where one area stands along the chain; of all stations a higher value is the better one."""
    compared = [label for label in labels if label != "none"]
    total = len(compared)
    if not total:
        return f"{area.name} ist an keiner Station mit {_REST} verglichen"
    below, above = compared.count("lower"), compared.count("higher")
    if not below and not above:
        return f"{area.name} ist an keiner {_of(total)} von {_REST} zu unterscheiden"
    parts = [f"{_at(below, total)} unter"] if below else []
    parts += [f"{_at(above, 0 if below else total)} über"] if above else []
    return f"{area.name} liegt {' und '.join(parts)} {_REST}"


def city_headline(stops: Sequence[Stop]) -> str:
    """At how many stations any area differs from the rest of the city."""
    compared = [stop for stop in stops if any(label != "none" for label in stop.labels)]
    differ = sum(any(label in ("higher", "lower") for label in stop.labels) for stop in compared)
    if not compared:
        return "An keiner Station lassen sich die Sozialräume mit der übrigen Stadt vergleichen"
    if not differ:
        return f"An keiner {_of(len(compared))} weicht ein Sozialraum nachweisbar von {_REST} ab"
    weicht = f"weicht mindestens ein Sozialraum nachweisbar von {_REST} ab"
    if differ == len(compared) > 1:
        return f"An allen {count_word(differ)} Stationen {weicht}"
    return f"{capital(_at(differ, len(compared)).removesuffix(' nachweisbar'))} {weicht}"


def widest_detail(parts: Sequence[tuple[Indicator, float]]) -> str:
    """ "Größter Unterschied: Sprachstand Kita-Eintritt (−15,4 Punkte)" of one area; empty without any."""
    if not parts:
        return ""
    indicator, size = max(parts, key=lambda part: abs(part[1]))
    points = joined(signed(size, indicator.decimals), "Punkte")
    return f"Größter Unterschied zur übrigen Stadt: {indicator.short_title} ({points})"


def gap_detail(stops: Sequence[Stop]) -> str:
    """ "Größter Abstand: Übergang Gymnasium (18,9 Punkte); kleinster: Sprachstand Klasse 2 (9,1 Punkte)"."""
    known = [(gap, stop) for stop in stops if (gap := stop.gap()) is not None]
    if len(known) < 2:
        return ""
    widest, narrowest = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    return f"Größter Abstand: {_named(*widest)}; kleinster: {_named(*narrowest)}"


def _named(gap: float, stop: Stop) -> str:
    return f"{stop.indicator.short_title} ({amount_text(gap, stop.indicator)})"


def _at(count: int, total: int) -> str:
    """ "an sieben von zehn Stationen nachweisbar"; without ``total`` "an einer nachweisbar"."""
    if not total:
        return f"an {'einer' if count == 1 else count_word(count)}"
    if count == total:
        return (
            f"an {'der einen Station' if total == 1 else f'allen {count_word(total)} Stationen'} nachweisbar"
        )
    return f"an {'einer' if count == 1 else count_word(count)} {_of(total)} nachweisbar"


def _of(total: int) -> str:
    return "Station" if total == 1 else f"von {count_word(total)} Stationen"
