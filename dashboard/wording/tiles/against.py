"""First tile: the area against the city, or how many areas differ where none is in focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.display import Sign
from dashboard.model import Comparison, Observation, Status
from dashboard.wording.factors import count_word
from dashboard.wording.missing import count_only
from dashboard.wording.numbers import figure, p_text
from dashboard.wording.people import apart_city
from dashboard.wording.periods import period_phrase
from dashboard.wording.signs import DISTINCT, NOTE_LEGEND, SIGN_SHORT, sign
from dashboard.wording.tiles.text import BY_SIZE, NOT_COMPARED, PROTECTED, TileText, parts

_WITHOUT: Final[dict[Status, str]] = {
    "unknown": "Wert nicht bekannt",
    "later": "Wert folgt später",
    "uncertain": "Wert zu unsicher, nicht gezeigt",
    "nothing": "nichts vorhanden",
    "senseless": "Angabe nicht sinnvoll",
}
_WORDS: Final[tuple[tuple[Sign, str], ...]] = (
    ("worse", "schlechter"),
    ("better", "besser"),
    ("higher", "höher"),
    ("lower", "niedriger"),
)


def against_city(
    indicator: Indicator,
    year: int,
    observation: Observation | None,
    comparison: Comparison | None,
    city: float | None,
    people: int | None = None,
) -> TileText:
    """ "Gegen die Stadt (26,8 %)": "schlechter", "21 Kinder mehr als beim Stadtwert".

    The word follows the test against the rest of the city after Holm. ``people``: for shares,
    |value − city| of the denominator, rounded to whole people.
    """
    label = _label(indicator, city)
    value = observation.value if observation else None
    if observation is not None and observation.status == "hidden":
        return TileText(label, PROTECTED, "Geheimhaltung: Wert und Vergleich werden nicht gezeigt")
    if observation is None or value is None:
        return TileText(label, NOT_COMPARED, _reason(indicator, year, observation))
    if comparison is None or comparison.label == "none":
        return TileText(label, NOT_COMPARED, _untested(indicator))
    word = SIGN_SHORT[sign(comparison.label, indicator.polarity)]
    return TileText(label, word, _detail(indicator, value, comparison, city, people))


def areas_against_city(indicator: Indicator, signs: Sequence[Sign], city: float | None) -> TileText:
    """Without a focus: "3 von 9", "Räume unterscheiden sich: zwei schlechter, einer besser"."""
    label = _label(indicator, city)
    compared = [found for found in signs if found in DISTINCT or found == "same"]
    if not compared:
        hidden = any(found == "hidden" for found in signs)
        return TileText(label, NOT_COMPARED, "Geheimhaltung" if hidden else _untested(indicator))
    counts = [(sum(found == kind for found in compared), word) for kind, word in _WORDS]
    words = [f"{'einer' if count == 1 else count_word(count)} {word}" for count, word in counts if count]
    differ = sum(count for count, _ in counts)
    verb = "unterscheidet sich" if differ == 1 else "unterscheiden sich"
    detail = f"{verb} von der übrigen Stadt" + (f": {', '.join(words)}" if words else "")
    return TileText(label, f"{differ} von {len(compared)}", detail)


def _label(indicator: Indicator, city: float | None) -> str:
    return "Gegen die Stadt" if city is None else f"Gegen die Stadt ({figure(city, indicator)})"


def _reason(indicator: Indicator, year: int, observation: Observation | None) -> str:
    if observation is None:
        return f"kein Wert {period_phrase(indicator, year)}"
    if count := count_only(observation):
        return f"nur die Anzahl ist bekannt ({count})"
    return _WITHOUT.get(observation.status, _WITHOUT["unknown"])


def _untested(indicator: Indicator) -> str:
    if indicator.kind in ("count", "euro"):
        return BY_SIZE
    if indicator.comparison == "none":
        return "für diese Kennzahl ist kein Test möglich"
    return "Wert oder übrige Stadt ohne Fallzahl"


def _detail(
    indicator: Indicator, value: float, comparison: Comparison, city: float | None, people: int | None
) -> str:
    p = comparison.p_holm if comparison.p_holm is not None else comparison.p
    test = f"{p_text(p)}, Holm" if p is not None else ""
    if comparison.label == "same":
        noted = comparison.single_label in ("higher", "lower")
        return parts(test, NOTE_LEGEND[1] if noted else "")
    above = comparison.label == "higher"
    agrees = city is not None and value != city and (value > city) == above
    said = apart_city(value, city, indicator, people) if city is not None and agrees else ""
    return said or parts(_rest(indicator, comparison), test)


def _rest(indicator: Indicator, comparison: Comparison) -> str:
    return f"übrige Stadt {figure(comparison.rest, indicator)}" if comparison.rest is not None else ""
