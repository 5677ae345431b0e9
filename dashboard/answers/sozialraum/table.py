"""The spine as a plain table: the same numbers as text."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.answers.parts import Table
from dashboard.answers.sozialraum.parts import Entry, Section

_HEADER = (
    "Kennzahl", "Lebensphase", "Zeitraum", "Wert", "95-%-Bereich", "Anzahl", "Stadt", "Räume von … bis",
    "Vergleich", "Trend", "Ziel", "Hinter dem Abstand",
)  # fmt: skip
_NOTHING = "–"


def table(caption: str, phases: Iterable[Section]) -> Table:
    """One row per indicator, by life phase."""
    rows = tuple(_row(entry, phase.title) for phase in phases for entry in phase.entries)
    return Table(caption, _HEADER, rows)


def _row(entry: Entry, phase: str) -> tuple[str, ...]:
    hidden = "x" if entry.sign == "hidden" else ""
    behind = f"{entry.behind} {entry.behind_unit}" if entry.behind is not None else _NOTHING
    span = f"{entry.worst_text} … {entry.best_text}" if entry.worst_text else _NOTHING
    target = f"{entry.target_word}: {entry.target_detail}" if entry.target_word else _NOTHING
    return (
        entry.title,
        phase,
        entry.period,
        entry.text,
        hidden or entry.interval_text or _NOTHING,
        hidden or entry.counts_text or _NOTHING,
        entry.city_text,
        hidden or span,
        f"{entry.sign_word} *" if entry.noted else entry.sign_word,
        hidden or trend_text(entry),
        hidden or target,
        hidden or behind,
    )


def trend_text(entry: Entry) -> str:
    """ "steigt, ungünstig"."""
    return ", ".join(part for part in (entry.trend_word, entry.trend_judgement) if part) or _NOTHING
