"""The pieces of the page on targets, typed and final: words are German, links are whole."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from dashboard.answers.parts import Foot, Method, Option, Said, Select, Table
from dashboard.display import Point, Projection, SpreadPoint, TargetLine
from dashboard.model import ConvergenceLabel, TargetStatus
from dashboard.state import View


@dataclass(frozen=True, slots=True)
class Cell:
    """One area (or the city) against one target. ``status=None``: not judged, ``word`` says why."""

    area: str
    name: str
    status: TargetStatus | None
    word: str  # "nicht auf Kurs", "geschützt", "nur ganze Stadt"
    text: str  # the judged value, its mark, or ""
    period: str
    sentence: str
    href: str  # "" where there is nothing behind it
    row: int
    column: int


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
class Column:
    """A column of the matrix; its head sorts by it."""

    area: str
    name: str
    href: str  # sorts
    sorted: str  # "", "ascending", "descending": as aria-sort says it
    choose: str  # brings the area into focus
    focused: bool


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One target over the city and the areas; ``group`` is its perspective."""

    id: str
    title: str
    href: str
    about: str
    goal: str
    example: bool
    group: str
    cells: tuple[Cell, ...]  # the city first


@dataclass(frozen=True, slots=True)
class Matrix:
    """Targets × areas. ``grouped``: in the order of the perspectives, else as sorted."""

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    target_href: str  # back to the order of the scorecard
    target_sorted: str
    rows: tuple[MatrixRow, ...]
    totals: tuple[str, ...]  # per column: "3 von 10"
    grouped: bool
    left: str  # "30 von 32 Zielen"
    table: Table


@dataclass(frozen=True, slots=True)
class Reach:
    """An indicator of reach in one phase: whom the programme gets to."""

    title: str
    href: str
    period: str
    values: tuple[tuple[str, float | None, str], ...]  # area, share, printed


@dataclass(frozen=True, slots=True)
class Phase:
    """One link of the chain. ``gap``: what is missing here, in words; "" where nothing is."""

    id: str
    title: str
    across: bool  # accompanies all phases
    reach: tuple[Reach, ...]
    reach_gap: str
    targets: tuple[MatrixRow, ...]
    result_gap: str
    summary: str  # "1 von 3 Zielen erreicht oder auf Kurs"


@dataclass(frozen=True, slots=True)
class Chain:
    """The prevention chain with the areas in their order, the city first."""

    title: str
    subtitle: str
    areas: tuple[tuple[str, str, str, bool], ...]  # id, name, address, focused
    phases: tuple[Phase, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class SpreadRow:
    """One tested indicator: spread at both ends, result and p."""

    indicator: str
    title: str
    href: str  # brings it into the large picture
    label: ConvergenceLabel
    word: str
    p: str
    first: float
    last: float
    first_text: str
    last_text: str
    period: str
    focused: bool


@dataclass(frozen=True, slots=True)
class SpreadGroup:
    """Indicators in one unit, so that one scale holds for all of them."""

    unit: str
    title: str
    top: float  # end of the scale, which begins at 0
    rows: tuple[SpreadRow, ...]


@dataclass(frozen=True, slots=True)
class Small:
    """A small picture of a spread over time."""

    title: str
    href: str
    word: str
    label: ConvergenceLabel
    points: tuple[SpreadPoint, ...]
    breaks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Focus:
    """The indicator in the large picture."""

    title: str
    subtitle: str
    sentence: str
    href: str  # its own page
    points: tuple[SpreadPoint, ...]
    breaks: tuple[tuple[int, str], ...]
    unit: str
    description: str
    table: Table


@dataclass(frozen=True, slots=True)
class Approach:
    """The view on convergence."""

    focus: Focus | None
    groups: tuple[SpreadGroup, ...]
    smalls: tuple[Small, ...]
    untested: str
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
