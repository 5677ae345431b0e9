"""The signs and their words. A sign is never shown without its word."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Polarity
from dashboard.display import Sign
from dashboard.model import (
    Certainty,
    ComparisonLabel,
    ConvergenceLabel,
    Origin,
    Status,
    TargetStatus,
    TrendLabel,
)

SIGN_WORDS: Final[dict[Sign, str]] = {
    "better": "besser als die übrige Stadt",
    "worse": "schlechter als die übrige Stadt",
    "same": "nicht unterscheidbar von der übrigen Stadt",
    "higher": "höher als die übrige Stadt",
    "lower": "niedriger als die übrige Stadt",
    "hidden": "nicht gezeigt (Geheimhaltung)",
    "none": "nicht verglichen",
}
SIGN_SHORT: Final[dict[Sign, str]] = {
    "better": "besser",
    "worse": "schlechter",
    "same": "nicht unterscheidbar",
    "higher": "höher",
    "lower": "niedriger",
    "hidden": "geschützt",
    "none": "nicht verglichen",
}
DISTINCT: Final[frozenset[Sign]] = frozenset({"better", "worse", "higher", "lower"})

TREND_WORDS: Final[dict[TrendLabel, str]] = {
    "rising": "steigt",
    "falling": "sinkt",
    "no_trend": "kein Trend nachweisbar",
    "not_computable": "nicht berechenbar",
}
TARGET_WORDS: Final[dict[TargetStatus, str]] = {
    "reached": "erreicht",
    "on_track": "auf Kurs",
    "off_track": "nicht auf Kurs",
    "missed": "verfehlt",
    "open": "offen",
}
CONVERGENCE_WORDS: Final[dict[ConvergenceLabel, str]] = {
    "converging": "Annäherung nachweisbar",
    "diverging": "Auseinanderentwicklung nachweisbar",
    "not_shown": "keine Annäherung nachweisbar",
    "not_computable": "nicht berechenbar",
}
ORIGIN_WORDS: Final[dict[Origin, str]] = {
    "demo": "Beispieldaten",
    "published": "veröffentlicht",
    "delivered": "geliefert",
}
CERTAINTY_WORDS: Final[dict[Certainty, str]] = {
    "hoch": "gesichert",
    "mittel": "mit mittlerer Sicherheit",
    "niedrig": "mit geringer Sicherheit",
}
STATUS_WORDS: Final[dict[Status, str]] = {
    "valid": "gültig",
    "limited": "eingeschränkt aussagekräftig",
    "provisional": "vorläufig",
    "hidden": "nicht gezeigt (Geheimhaltung)",
    "unknown": "nicht bekannt",
    "later": "folgt später",
    "uncertain": "zu unsicher, nicht gezeigt",
    "nothing": "nichts vorhanden",
    "senseless": "entfällt, Angabe nicht sinnvoll",
}

#: Sign and word, in the order of the legend; the neutral pair only where no direction is the good one.
COMPARISON_LEGEND: Final[tuple[tuple[Sign, str], ...]] = (
    ("better", "besser"),
    ("worse", "schlechter"),
    ("same", "nicht unterscheidbar"),
    ("higher", "höher, ohne Wertung"),
    ("lower", "niedriger, ohne Wertung"),
    ("hidden", "Geheimhaltung"),
)
COMPARISON_LEGEND_TITLE: Final = "Vergleich mit der übrigen Stadt"
COMPARISON_LEGEND_NOTE: Final = (
    "Verglichen wird mit der Stadt ohne das jeweilige Gebiet; alle Vergleiche eines Zeitraums sind "
    "gemeinsam auf dem Niveau von 5\u202f% abgesichert (Holm)."
)
TREND_LEGEND_TITLE: Final = "Trend über fünf Zeiträume"
TREND_LEGEND: Final[tuple[tuple[TrendLabel, str], ...]] = tuple(TREND_WORDS.items())
TARGET_LEGEND_TITLE: Final = "Ziel"
TARGET_LEGEND: Final[tuple[tuple[TargetStatus, str], ...]] = tuple(TARGET_WORDS.items())
MARK_LEGEND: Final[tuple[tuple[str, str], ...]] = (
    ("x", "Geheimhaltung: nicht gezeigt, nicht null"),
    (".", "nicht bekannt"),
    ("…", "Angabe folgt später"),
    ("/", "zu unsicher, um gezeigt zu werden"),
    ("–", "nichts vorhanden"),
    ("entfällt", "Angabe nicht sinnvoll"),
    ("( )", "eingeschränkt aussagekräftig"),
)
NOTE_LEGEND: Final[tuple[str, str]] = (
    "*",
    "einzeln auffällig, bei allen Vergleichen zugleich nicht nachweisbar",
)


def sign(label: ComparisonLabel, polarity: Polarity, status: Status = "valid") -> Sign:
    """The sign of a comparison after Holm; a hidden cell is never compared."""
    if status == "hidden":
        return "hidden"
    if label not in ("higher", "lower"):
        return label
    if polarity == "none":
        return label
    return "better" if (label == "higher") == (polarity == "high") else "worse"


def sign_word(sign: Sign) -> str:
    """ "besser als die übrige Stadt", "nicht unterscheidbar von der übrigen Stadt", …"""
    return SIGN_WORDS[sign]


def trend_word(label: TrendLabel) -> str:
    """ "steigt", "sinkt", "kein Trend nachweisbar", "nicht berechenbar"."""
    return TREND_WORDS[label]


def trend_judgement(label: TrendLabel, polarity: Polarity) -> str:
    """ "günstig", "ungünstig", or empty where there is no trend or no good direction."""
    if polarity == "none" or label not in ("rising", "falling"):
        return ""
    return "günstig" if (label == "rising") == (polarity == "high") else "ungünstig"


def target_status_word(status: TargetStatus) -> str:
    """ "erreicht", "auf Kurs", "nicht auf Kurs", "verfehlt", "offen"."""
    return TARGET_WORDS[status]


def convergence_word(label: ConvergenceLabel) -> str:
    """ "Annäherung nachweisbar", "keine Annäherung nachweisbar", …"""
    return CONVERGENCE_WORDS[label]


def origin_word(origin: Origin) -> str:
    """ "Beispieldaten", "veröffentlicht", "geliefert"."""
    return ORIGIN_WORDS[origin]


def certainty_word(certainty: Certainty) -> str:
    """ "gesichert", "mit mittlerer Sicherheit", "mit geringer Sicherheit"."""
    return CERTAINTY_WORDS[certainty]


def status_word(status: Status) -> str:
    """What the mark of a cell means: "nicht gezeigt (Geheimhaltung)", "nicht bekannt", …"""
    return STATUS_WORDS[status]
