"""The pieces of the page on targets, typed and final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.parts import Foot, Method, Option, Said, Select, Table
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Cell, Chain, Matrix
from dashboard.display import Point, Projection, TargetLine
from dashboard.model import TargetStatus
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Course:
    """The city on its way: what the small picture draws."""

    points: tuple[Point, ...]
    breaks: tuple[int, ...]
    target: TargetLine | None
    projection: Projection | None


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One target of the scorecard. What there is nothing of is ""; an open one has ``missing``."""

    id: str
    title: str
    href: str
    about: str  # life phase and indicator
    example: bool
    year: int
    status: TargetStatus
    word: str
    baseline: str
    baseline_period: str
    latest: str
    latest_period: str
    today: str  # the newest value where a later one than the judged is there
    goal: str
    until: str
    required: str
    actual: str
    pace_note: str
    projected: str
    projected_interval: str
    probability: float | None
    probability_text: str
    note: str  # instead of a projection
    missing: str
    course: Course
    cells: tuple[Cell, ...]
    areas_text: str  # "2 erreicht · 7 verfehlt"
    areas_sentence: str
    life_phase: str
    value: float | None = None  # the judged one
    aim: float | None = None
    unit: str = ""
    decimals: int = 1


@dataclass(frozen=True, slots=True)
class GoalGroup:
    """A strategic goal within a perspective: the programme's targets, then what carries them on."""

    number: int
    title: str
    programme: tuple[TargetRow, ...]
    carried_on: tuple[TargetRow, ...]
    note: str = ""  # of a goal without any target


@dataclass(frozen=True, slots=True)
class PerspectiveGroup:
    """A perspective with its question and how many of the programme's targets are reached or on track."""

    id: str
    title: str
    question: str
    counted: str  # "1 von 13 erreicht"
    goals: tuple[GoalGroup, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The steering page: counts, perspectives, and the strategic goals without a target."""

    counts: tuple[tuple[TargetStatus, str, int], ...]  # of the programme's targets
    example_counts: tuple[tuple[TargetStatus, str, int], ...]
    perspectives: tuple[PerspectiveGroup, ...]
    without: tuple[GoalGroup, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Tab:
    """A view of the page."""

    label: str
    question: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class ZieleAnswer:
    """Everything the page shows for one view of one release."""

    key: Hashable
    view: View
    address: str
    said: Said
    demo: bool
    tabs: tuple[Tab, ...]
    selects: tuple[Select, ...]
    hidden: tuple[Option, ...]
    all_href: str
    shown: Scorecard | Matrix | Chain | Approach
    method: Method
    foot: Foot
