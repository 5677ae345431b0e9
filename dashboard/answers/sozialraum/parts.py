"""The pieces of an area's profile, typed and final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date

from dashboard.answers.parts import Foot, Said, Table
from dashboard.catalogue.models import Area
from dashboard.display import Point, Shape, Sign
from dashboard.model import Origin, TargetStatus, TrendLabel
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator in the area: everything that spine, lists and PDF show of it.

    Hidden values carry nothing: ``value`` and all that is derived are None or empty, ``sign`` is
    "hidden". ``others`` are the values of the partition's other areas that have one; ``worst`` and
    ``best`` the extremes of all areas (without a good direction: lowest and highest). The spine puts
    the city in the middle and ``best`` to the right: where less is better the axis runs backwards.
    """

    indicator: str
    title: str
    who: str  # "Einschulungskinder"
    period: str  # "2024/25"
    href: str  # the indicator's page with this area in focus
    life_phase: str
    text: str
    n_text: str  # "193"; "" without a denominator
    counts_text: str  # "80 von 193"
    interval_text: str  # "34,7 bis 48,5 %"
    city_text: str
    value: float | None
    lower: float | None
    upper: float | None
    city: float | None
    others: tuple[float, ...]
    worst: float | None
    best: float | None
    worst_text: str
    best_text: str
    less_is_right: bool  # the axis runs backwards
    neutral: bool  # no direction is the good one
    sign: Sign
    sign_word: str  # "schlechter", "nicht unterscheidbar"
    noted: bool
    p: float | None  # after Holm
    trend: TrendLabel
    trend_word: str
    trend_judgement: str  # "günstig", "ungünstig", ""
    trend_note: str  # "erkennbar erst ab etwa 9 Punkten", ""
    history: tuple[Point, ...]  # the years of the trend, at most five; hidden years without value
    city_history: tuple[Point, ...]
    target: TargetStatus | None
    target_word: str
    target_detail: str  # "≥ 75 % bis 2030"
    behind: int | None  # only where the comparison confirms "worse"
    behind_unit: str  # "Kinder"
    origin: Origin
    source: str
    notes: tuple[str, ...] = ()  # marks explained under the table


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a title: a list of the profile, or a life phase of the spine."""

    title: str
    subtitle: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One of the figures under the headline: population and its change."""

    label: str
    value: str
    lines: tuple[str, ...]
    origin: Origin | None = None  # None: nothing to show


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """A measure that ran in the area."""

    title: str
    period: str
    place: str  # "ganze Stadt" or the area
    description: str
    assumed: bool  # the source does not say when or where


@dataclass(frozen=True, slots=True)
class FacilityEntry:
    """A facility of the area: only ever filled for a reader who may see facilities."""

    name: str
    kind: str
    figures: tuple[tuple[str, str], ...]  # indicator title, printed value


@dataclass(frozen=True, slots=True)
class SozialraumAnswer:
    """Everything ``/sozialraum/<id>`` and its PDF show for one area of one release."""

    key: Hashable  # None where the answer must not be kept (protected content)
    view: View
    address: str
    pinned: str  # the same address with the release, for paper and QR code
    area: Area
    demo: bool
    said: Said
    lead: str  # the paragraph under the headline
    place: str  # "Hamm-Norden liegt in den Stadtbezirken … und ist kein eigener Stadtbezirk."
    neighbours: tuple[tuple[str, str, bool], ...]  # name, link, whether it is this one: all nine
    shapes: tuple[Shape, ...]
    facts: tuple[Fact, ...]
    worsening: Section  # worse and getting worse, strongest evidence first
    worse: Section  # worse, no trend
    catching_up: Section  # worse, but getting better
    strengths: Section
    same: Section
    hidden: Section
    phases: tuple[Section, ...]  # all entries by life phase
    table: Table  # the accessible equal of the spine
    measures: tuple[MeasureEntry, ...]
    facilities: tuple[FacilityEntry, ...]
    facilities_note: str  # who may see them, "" when they are shown
    footnotes: tuple[str, ...]
    methods: tuple[str, ...]
    sources: tuple[str, ...]
    foot: Foot
    neutral: Section = Section("", "", ())  # higher or lower where no direction is the good one
    released: date | None = None  # the day the release was made, as paper prints it


@dataclass(frozen=True, slots=True)
class Card:
    """One area in the overview. ``counts`` add up to ``compared`` (all but "hidden")."""

    area: str
    name: str
    href: str
    row: int | None
    column: int | None
    population: str  # "16.240 Menschen"; "" where it is not known
    compared: int
    counts: tuple[tuple[Sign, int, str], ...]  # sign, how many indicators, its word; only what occurs
    line: str  # the same in words
    findings: tuple[Entry, ...]  # the two with the strongest evidence


@dataclass(frozen=True, slots=True)
class OverviewAnswer:
    """Everything ``/sozialraum`` shows: the nine areas and how many indicators stand out in each."""

    key: Hashable
    view: View
    address: str
    demo: bool
    said: Said
    lead: str
    cards: tuple[Card, ...]  # in the places of the city, never in order of a count
    shapes: tuple[Shape, ...]
    table: Table
    methods: tuple[str, ...]
    foot: Foot
    others: tuple[tuple[str, str], ...] = ()  # name and profile of each Stadtbezirk
