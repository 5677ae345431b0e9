"""Words and numbers of a view: what is said, and the tables behind the charts."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.pinned import Pinned
from dashboard.display import Sign


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The one number a phone shows beside the statement."""

    value: str
    place: str
    sign: Sign
    sign_word: str
    lines: tuple[str, ...]  # interval, n, rest of the city


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the four tiles. ``symbol`` is a sign or target status, or empty."""

    label: str
    value: str
    detail: str


@dataclass(frozen=True, slots=True)
class PublishedValue:
    """A published figure in its own slot: never joined with a line of other origin."""

    place: str
    period: str
    text: str
    source: str
    url: str
    note: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Table:
    """The accessible equal of a chart. Cells are printed texts; the first column names the row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Method:
    """Definition, what one should know, how it was processed, and the statistics used."""

    definition: tuple[tuple[str, str], ...]  # term, text
    notes: tuple[str, ...]
    statistics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What the view says in words, and what of its address could not be used.

    ``file``: name of all its files, without ending.
    """

    title: str  # of the document
    headline: str
    subtitle: str
    detail: str
    copy_text: str
    period: str
    notices: tuple[str, ...]
    pinned: Pinned | None = None  # set by the sheet, from the address
    file: str = ""


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the path; the last one has no link."""

    title: str
    href: str
