"""What a card of the page on transitions can hold: rows and pictures as data, words in German."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.answers.uebergaenge.cross import Cross
from dashboard.display import BreakMark, GapPoint, Sign
from dashboard.figures.apart import Apart, Limits, Path
from dashboard.figures.shares import Kind, Segment


@dataclass(frozen=True, slots=True)
class Place:
    """The area a row is about. The city has no link; ``href`` focuses the area or gives the city back."""

    area: str
    name: str
    href: str
    focused: bool


@dataclass(frozen=True, slots=True)
class Sample:
    """A school form in the legend, with the years in which it exists."""

    name: str
    kind: Kind
    place: int


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One area's shares; ``sign`` is about the form under discussion. ``spoken``: the row in one breath."""

    place: Place
    segments: tuple[Segment, ...]
    sign: Sign
    sign_word: str
    noted: bool
    n_text: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Shares:
    """School-form shares: the city, then the areas in order of the form under discussion."""

    legend: tuple[Sample, ...]
    city: ShareRow | None
    rows: tuple[ShareRow, ...]
    form: str


@dataclass(frozen=True, slots=True)
class ApartRow:
    """One row of differences to the rest of the city. ``behind``: children behind the gap, or "–".

    ``value``: what ``value_text`` prints, as the files have it.
    """

    place: Place
    apart: Apart
    value_text: str
    rest_text: str
    text: str
    range_text: str
    sign_word: str
    noted: bool
    behind: str
    n_text: str
    value: float | None = None
    limits: str = ""  # 95 % interval of the value


@dataclass(frozen=True, slots=True)
class Differences:
    """Areas against the rest of the city on one scale. ``behind_title`` is empty where nothing is counted."""

    rows: tuple[ApartRow, ...]
    limits: Limits
    axis_title: str
    behind_title: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """Highest minus lowest area over the years, against chance; ``measures``: name, value, what it is."""

    points: tuple[GapPoint, ...]
    breaks: tuple[BreakMark, ...]
    unit_label: str
    description: str
    measures: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """One area: shares below, at and above the recommendation, as drawn and as printed."""

    place: Place
    lower: float | None
    higher: float | None
    texts: tuple[str, str, str]  # niedriger, wie empfohlen, höher
    signs: tuple[Sign, Sign]  # of niedriger and höher against the rest of the city
    n_text: str
    spoken: str
    limits: tuple[str, str, str] = ("", "", "")  # 95 % intervals of the three shares


@dataclass(frozen=True, slots=True)
class Choices:
    """Recommended against chosen form; ``most``: the share that fills half the room."""

    city: ChoiceRow | None
    rows: tuple[ChoiceRow, ...]
    most: float


@dataclass(frozen=True, slots=True)
class Uneven:
    """D on its scale and over time, each against chance."""

    text: str
    d: float
    chance_mean: float
    chance_p95: float
    description: str
    points: tuple[GapPoint, ...]
    breaks: tuple[BreakMark, ...]


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """A primary school: only ever filled for a reader who may see facilities."""

    name: str
    n_text: str
    text: str


@dataclass(frozen=True, slots=True)
class Schools:
    """The level of the primary schools. ``total``: what of the area or city is public."""

    place: str
    total: tuple[tuple[str, str], ...]  # label, value
    rows: tuple[SchoolRow, ...]
    note: str
    areas: tuple[Place, ...]  # one level up: the areas, or none inside an area


@dataclass(frozen=True, slots=True)
class Station:
    """One station of the chain: the area against the city of the same year, with all other areas.

    ``value``, ``city``: what ``value_text`` and ``city_text`` print, as the files have it.
    """

    phase: str
    name: str
    what: str
    href: str
    apart: Apart
    path: Path | None
    others: tuple[float, ...]
    value_text: str
    city_text: str
    text: str  # difference in points
    range_text: str
    sign_word: str
    checkpoint: int  # 1…5: number of the language check point, 0 for a transition
    value: float | None = None
    city: float | None = None
    own: str = ""  # the area's value with interval and n
    whole: str = ""  # the city's


@dataclass(frozen=True, slots=True)
class Chain:
    """All stations on one scale; without a focused area each row shows how far the areas lie apart."""

    stations: tuple[Station, ...]
    limits: Limits
    note: str
    focused: str  # name of the focused area, "" for the city


@dataclass(frozen=True, slots=True)
class Missing:
    """Nothing to draw: the sentence says which delivery would change that."""

    text: str


Content = Shares | Differences | Gaps | Choices | Cross | Uneven | Schools | Chain | Missing
