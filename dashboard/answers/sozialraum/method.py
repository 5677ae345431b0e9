"""What is said under a profile: how it is computed, where it comes from, and its files."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.answers.desk import Asking
from dashboard.answers.foot import ENDINGS, files
from dashboard.answers.parts import Foot
from dashboard.answers.sozialraum.found import Found
from dashboard.model import LINE_ORIGINS, Origin
from dashboard.wording import signs

COMPARISON = (
    "Vergleich: jeder Raum gegen die Stadt ohne ihn, Anteile mit dem Score-Test, Raten mit dem exakten "
    "bedingten Binomialtest; alle Räume eines Zeitraums zusammen nach Holm auf 5\u202f% abgesichert."
)
STATISTICS = (
    COMPARISON,
    "95-%-Bereiche: Anteile nach Wilson, Raten nach Byar, unter zehn Fällen exakt nach Poisson.",
    "Trend: Cochran-Armitage-Test, bei Raten gewichtete Regression, über die letzten fünf Zeiträume ohne "
    "Lücke und ohne Bruch der Reihe, 95-%-Niveau.",
    "Reihenfolge: nach der Stärke des Belegs (p nach Holm), nicht nach der Größe des Unterschieds.",
)


def foot(asking: Asking, found: Iterable[Found], *more: str) -> Foot:
    """``more``: endings of further files beside the figures."""
    entries = tuple(found)
    origin = origin_of(entries)
    return Foot(
        source="; ".join(sources(asking, entries)),
        origin=origin,
        origin_word=signs.origin_word(origin),
        release=asking.release,
        files=files(asking.view, asking.choices, (*more, *ENDINGS)),
    )


def origin_of(found: Iterable[Found]) -> Origin:
    """Where most has to be said about: demo values, else delivered, else published ones."""
    present = {entry.fact.origin for entry in found if entry.fact}
    order: tuple[Origin, ...] = ("demo", *LINE_ORIGINS)
    return next((origin for origin in order if origin in present), "published")


def sources(asking: Asking, found: Iterable[Found]) -> tuple[str, ...]:
    """The sources of the shown figures, each once."""
    names = dict.fromkeys(entry.fact.source for entry in found if entry.fact)
    shown = (asking.catalogue.sources[name] for name in names)
    return tuple(f"{source.title} ({source.publisher})" for source in shown)
