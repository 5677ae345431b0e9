"""The pieces of the list of indicators, typed and final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard.answers.parts import Option, Said, Select
from dashboard.catalogue.models import LifePhase, Perspective
from dashboard.display import Series, Sign
from dashboard.model import Origin, TargetStatus
from dashboard.state import View

#: The finest kind of area an indicator has values for; ``ohne``: there is no value at all.
Reach = Literal["sozialraum", "stadtbezirk", "stadt", "ohne"]


@dataclass(frozen=True, slots=True)
class Goal:
    """The city against the indicator's target; ``label``: "Ziel 22,0 % bis 2030"."""

    status: TargetStatus
    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One indicator with its state at its latest period; what there is nothing of is "" or empty.

    ``signs`` counts the areas by their comparison with the rest of the city, in the order of the
    legend; where nothing is compared ``compared`` says why. ``missing`` names the delivery that would
    bring first values. ``terms`` are folded words a search finds besides title and question.
    """

    indicator: str
    title: str
    question: str
    life_phase: LifePhase
    perspective: Perspective
    reach: Reach
    period: str
    category: str  # of the shown value, where there is no total
    city_text: str
    change_text: str  # "+4,2 Punkte seit 2015/16"
    city: Series | None
    breaks: tuple[int, ...]
    signs: tuple[tuple[Sign, int], ...]
    compared: str
    gap_text: str
    goal: Goal | None
    origins: tuple[Origin, ...]  # the one of the shown values first
    missing: str
    terms: tuple[str, ...]

    @property
    def differing(self) -> int:
        """How many areas differ from the rest of the city."""
        return sum(count for sign, count in self.signs if sign not in ("same", "hidden"))


@dataclass(frozen=True, slots=True)
class Group:
    """The indicators of one life phase, in the order of the catalogue."""

    life_phase: LifePhase
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class KennzahlenAnswer:
    """Everything the list shows for one view; ``shown`` are the ids that search and filters leave."""

    key: Hashable  # None while somebody searches: not worth keeping
    view: View
    address: str
    said: Said
    demo: bool
    release: str
    search: str
    selects: tuple[Select, ...]
    hidden: tuple[Option, ...]  # name and value of what the form carries along
    all_href: str
    groups: tuple[Group, ...]
    shown: frozenset[str]
    total: int
    hits: str  # "12 von 89 Kennzahlen"
    hrefs: Mapping[str, str]  # indicator id -> its page
    files: tuple[Option, ...]
    source: str = ""  # of the latest values shown
    origin: Origin = "published"  # the one about which most has to be said
