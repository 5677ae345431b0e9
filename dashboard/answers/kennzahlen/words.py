"""What the list of indicators says about itself."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers import file_names
from dashboard.answers.kennzahlen.inventory import Inventory
from dashboard.answers.kennzahlen.parts import Entry
from dashboard.answers.parts import Said
from dashboard.state import View
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import listed

_ONLY = (
    ("stadtbezirk", "nur je Stadtbezirk"),
    ("stadt", "nur für die ganze Stadt"),
    ("ohne", "noch ohne Werte"),
)


def said(found: Inventory, view: View, release: str) -> Said:
    """Headline, subtitle and the line below; they speak of all indicators, whatever is filtered."""
    headline, detail = _headline(found.entries), _detail(found.entries)
    years = file_names.span({fact.year for latest in found.latest.values() for fact in latest})
    return Said(
        title=f"Kennzahlen: {headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle="Alle Kennzahlen nach Lebensphasen, jeweils im neuesten Zeitraum",
        detail=detail,
        copy_text=f"{headline}. {detail} Datenstand {release}.",
        period="neuester Zeitraum je Kennzahl",
        notices=view.notices,
        file=file_names.stem("Kennzahlen", file_names.CITY_NAME, years, release),
    )


def hits(count: int, total: int) -> str:
    """ "12 von 89 Kennzahlen": what search and filters leave."""
    return f"{total} Kennzahlen" if count == total else f"{count} von {total} Kennzahlen"


def _headline(entries: Sequence[Entry]) -> str:
    known = [entry for entry in entries if entry.reach == "sozialraum"]
    differing = sum(entry.differing > 0 for entry in known)
    total = len(entries)
    if not known:
        return f"Von {total} Kennzahlen zeigt noch keine die Sozialräume"
    shows = "Eine von" if len(known) == 1 else f"{len(known)} von"
    verb = "zeigt" if len(known) == 1 else "zeigen"
    which = "keiner" if not differing else "einer" if differing == 1 else count_word(differing)
    return (
        f"{shows} {total} Kennzahlen {verb} die Sozialräume{_made_up(known)}; "
        f"bei {which} weicht mindestens ein Sozialraum nachweisbar ab"
    )


def _made_up(known: Sequence[Entry]) -> str:
    """How many of the known ones still show generated values."""
    count = sum(entry.origins[0] == "demo" for entry in known)
    if not count:
        return ""
    return (
        ", noch alle mit Beispieldaten" if count == len(known) else f", {count} davon noch mit Beispieldaten"
    )


def _detail(entries: Sequence[Entry]) -> str:
    counted = ((sum(entry.reach == reach for entry in entries), words) for reach, words in _ONLY)
    rest = listed([f"{count} {words}" for count, words in counted if count])
    compared = "Verglichen wird mit der übrigen Stadt, nach Holm auf dem Niveau von 5\u202f%."
    return f"{rest}. {compared}" if rest else compared
