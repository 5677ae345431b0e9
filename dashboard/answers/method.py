"""The card's third tab: what is counted, what one should know, how it was computed."""

from __future__ import annotations

from dashboard.answers.parts import Method
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.wording.units import typeset

_COMPARISON = {
    "share": (
        "Ein Raum wird mit der Stadt ohne diesen Raum verglichen (zweiseitiger Score-Test). Neun Vergleiche "
        "zugleich werden nach Holm auf 5 % begrenzt; die Zeichen folgen diesem Ergebnis."
    ),
    "rate": (
        "Ein Raum wird mit der Stadt ohne diesen Raum verglichen (exakter bedingter Binomialtest). Die "
        "Vergleiche werden zusammen nach Holm auf 5 % begrenzt; die Zeichen folgen diesem Ergebnis."
    ),
    "none": "Für diese Kennzahl wird kein Raum gegen die übrige Stadt getestet.",
}
_INTERVAL = {
    "share": "Vertrauensbereich: Wilson, 95 %.",
    "rate": "Vertrauensbereich: Byar, unter zehn Fällen exakte Poisson-Grenzen, 95 %.",
}
_GAP = (
    "Abstand: höchster minus niedrigster Wert. Das Zufallsband zeigt, wie groß der Abstand allein durch "
    "Zufall wäre, wenn alle Räume die Quote der Stadt hätten (95. Perzentil)."
)
_TREND = (
    "Trend eines Raums: Cochran-Armitage-Test über die letzten fünf Zeiträume ohne Lücke und ohne Bruch "
    "der Reihe."
)
_CONVERGENCE = (
    "Annäherung: Streuung der wahren Werte (beobachtete Varianz minus Zufallsanteil) über die Zeit, geprüft "
    "mit parametrischem Bootstrap."
)


def method(indicator: Indicator, catalogue: Catalogue) -> Method:
    """Definition, notes and statistics of one indicator."""
    sources = "; ".join(
        f"{catalogue.sources[name].title} ({catalogue.sources[name].publisher})" for name in indicator.sources
    )
    definition = [
        ("Frage", indicator.question),
        ("Zähler", indicator.numerator),
        ("Nenner", indicator.denominator),
        ("Einheit", indicator.unit),
        ("Aufbereitung", indicator.processing),
        ("Quellen", sources),
        *((f"Bruch {entry.year}", entry.reason) for entry in indicator.breaks),
    ]
    return Method(
        definition=tuple((term, text) for term, text in definition if text),
        notes=tuple(map(typeset, indicator.notes)),
        statistics=_statistics(indicator),
    )


def _statistics(indicator: Indicator) -> tuple[str, ...]:
    lines = [_COMPARISON[indicator.comparison]]
    if indicator.sampling and indicator.kind in _INTERVAL:
        lines = [_INTERVAL[indicator.kind], *lines, _GAP, _TREND, _CONVERGENCE]
    return tuple(lines)
