"""What is explained under the spine: the marks on single rows, each text once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dashboard.answers.sozialraum.found import Found
from dashboard.catalogue.catalogue import Catalogue
from dashboard.wording.grammar import capital
from dashboard.wording.people import BEHIND_NOTE
from dashboard.wording.periods import axis_label
from dashboard.wording.signs import NOTE_LEGEND

PAST_MARK: Final = "a"
BREAK_MARK: Final = "b"
SUM_MARK: Final = "c"
_TEXTS: Final = {
    "*": f"{capital(NOTE_LEGEND[1])}.",
    PAST_MARK: "Ältere Angabe: Die Reihe endet hier; sie zählt in keiner Aussage dieser Seite.",
    SUM_MARK: "Summe: Der Wert der Stadt ist die Summe ihrer Räume und kein Maßstab für einen Raum.",
}
_HIDDEN: Final = (
    "x Geheimhaltung: Die Zahl ist zu klein oder schützt eine andere. Was aus ihr folgt, ist mit gesperrt."
)
_BEHIND: Final = f"{BEHIND_NOTE} Bei Raten: Fälle."
_EXAMPLE: Final = "Ziele für 2030 sind Beispielziele und von niemandem beschlossen."


def marks_of(found: Found) -> tuple[str, ...]:
    """The marks on one row: single comparison, old figure, break in the series, sum."""
    fact = found.fact
    noted = fact is not None and fact.comparison == "same" and fact.single_comparison in ("higher", "lower")
    marks = (
        ("*", noted),
        (PAST_MARK, found.past),
        (BREAK_MARK, bool(_breaks(found))),
        (SUM_MARK, found.is_sum),
    )
    return tuple(mark for mark, is_set in marks if is_set)


def footnotes(found: Iterable[Found], catalogue: Catalogue) -> tuple[str, ...]:
    """The texts of all marks that were set, then what holds for columns."""
    entries = tuple(found)
    marks = {mark for entry in entries for mark in marks_of(entry)}
    broken = [text for entry in entries for text in _breaks(entry)]
    return (
        *(f"{mark} {text}" for mark, text in _TEXTS.items() if mark in marks),
        *(
            [f"{BREAK_MARK} Bruch der Reihe, der Verlauf beginnt danach: {'; '.join(broken)}."]
            if broken
            else ()
        ),
        *([_HIDDEN] if any(entry.sign == "hidden" for entry in entries) else ()),
        _BEHIND,
        *([_EXAMPLE] if any(_is_example(entry, catalogue) for entry in entries) else ()),
    )


def _breaks(found: Found) -> list[str]:
    """Breaks within the years that are drawn or would be."""
    inside = (entry for entry in found.indicator.breaks if found.year - 4 <= entry.year <= found.year)
    name = found.indicator.short_title
    return [
        f"{name} ab {axis_label(found.indicator, entry.year)} ({entry.reason.rstrip('.')})"
        for entry in inside
    ]


def _is_example(found: Found, catalogue: Catalogue) -> bool:
    return found.target is not None and catalogue.targets[found.target.target].example
