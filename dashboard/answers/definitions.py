"""What of an indicator's description differs between two releases."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.wording.grammar import listed

_FIELDS = (
    ("title", "Titel"),
    ("numerator", "Zähler"),
    ("denominator", "Nenner"),
    ("unit", "Einheit"),
    ("processing", "Aufbereitung"),
    ("polarity", "Richtung"),
    ("small_numbers", "Regel der Geheimhaltung"),
    ("breakdowns", "Merkmale"),
    ("breaks", "Brüche der Reihe"),
    ("sources", "Quellen"),
    ("notes", "Hinweise"),
)
_QUOTED = ("title", "numerator", "denominator", "unit")  # short enough to be said twice
_MOST_NAMES = 5


def definition_changes(
    then: Catalogue, now: Catalogue, indicators: Sequence[str], today: Callable[[str], str]
) -> tuple[str, ...]:
    """Sentences on what is described or called otherwise. ``today``: old id → present id.

    With one indicator in view its old and new texts are quoted, with several they are only named.
    """
    old = [then.indicators[name] for name in indicators if name in then.indicators]
    kept = [(one, now.indicators[today(one.id)]) for one in old if today(one.id) in now.indicators]
    changed = [(before, after) for before, after in kept if differing(before, after)]
    if len(old) == 1:
        return tuple(line for before, after in changed for line in _in_full(before, after))
    names = [after.short_title for _before, after in changed]
    return (f"Anders beschrieben: {_names(names)}.",) if names else ()


def gone_since(
    then: Catalogue, now: Catalogue, indicators: Sequence[str], today: Callable[[str], str]
) -> tuple[str, ...]:
    """A sentence on the indicators that are no longer there, with the reason where there is only one."""
    old = [then.indicators[name] for name in indicators if name in then.indicators]
    gone = [one for one in old if today(one.id) not in now.indicators]
    reasons = [retired.reason for retired in now.retired if gone and retired.old == gone[0].id]
    why = f" {reasons[0]}" if len(gone) == 1 and reasons else ""
    return (f"Nicht mehr geführt: {_names([one.title for one in gone])}.{why}",) if gone else ()


def differing(before: Indicator, after: Indicator) -> tuple[str, ...]:
    """Names of the fields that differ, of those a reader would want to know about."""
    return tuple(name for name, _word in _FIELDS if getattr(before, name) != getattr(after, name))


def _in_full(before: Indicator, after: Indicator) -> list[str]:
    words = dict(_FIELDS)
    names = differing(before, after)
    quoted = [
        f"{words[name]} jetzt „{getattr(after, name)}“, vorher „{getattr(before, name)}“."
        for name in names
        if name in _QUOTED
    ]
    others = [words[name] for name in names if name not in _QUOTED]
    return [*quoted, *([f"Ebenfalls geändert: {listed(others)}."] if others else [])]


def _names(titles: Sequence[str]) -> str:
    more = len(titles) - _MOST_NAMES
    shown = list(titles[:_MOST_NAMES])
    return f"{', '.join(shown)} und {more} weitere" if more > 0 else listed(shown)
