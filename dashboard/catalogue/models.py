"""The catalogue's typed form: what an indicator, an area, a source, a target is.

Every table of ``data/catalogue/*.toml`` is checked against these classes when it is read;
an unknown key is an error, so that a slip of the pen never becomes a silent default.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]

Kind = Literal["share", "rate", "mean", "count", "euro", "index"]
Polarity = Literal["high", "low", "none"]
PeriodKind = Literal["year", "school_year", "key_date"]
LifePhase = Literal[
    "start", "kita", "grundschule", "uebergang-sek1", "sek1", "uebergang-beruf", "sek2",
    "eltern", "fachkraefte", "alle",
]  # fmt: skip
Perspective = Literal["adressaten", "prozesse", "kosten", "fachkraefte"]
AreaKind = Literal[
    "stadt", "sozialraum", "stadtbezirk", "statistischer_bezirk", "einrichtung",
    "spanne", "programmgebiet", "vergleich",
]  # fmt: skip


class Entry(BaseModel):
    """Base of all catalogue entries: immutable, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Category(Entry):
    """One category of a breakdown, e.g. Gymnasium in the dimension Schulform."""

    id: Slug
    title: Text


class Breakdown(Entry):
    """A dimension by which an indicator is broken down.

    ``additive`` says that the categories add up to the total (needed for protection and checks).
    """

    id: Slug
    title: Text
    categories: tuple[Category, ...] = Field(min_length=2)
    additive: bool = True


class Break(Entry):
    """A break in the series: nothing is drawn or computed across the start of ``year``."""

    year: int
    reason: Text


class SmallNumbers(Entry):
    """The rule by which small numbers are hidden (``design``: primary suppression)."""

    k: int = Field(default=3, ge=0)
    n_min: int = Field(default=0, ge=0)
    hide_zero: bool = False


class Phrase(Entry):
    """How the indicator is said in a sentence about people.

    ``per_hundred`` completes "In Hamm-Norden …": ``wechseln {n} von 100 Kindern aufs Gymnasium``.
    ``compared`` completes "In Uentrop …": ``gehen anteilig {factor} so viele Kinder aufs
    Gymnasium wie {other}`` (``{other}`` is a locative: "in Hamm-Norden").
    """

    per_hundred: Text
    compared: Text


class Indicator(Entry):
    """A Kennzahl: everything a reader, a test or a chart may ask about it."""

    id: Slug
    title: Text
    short_title: Text
    subject: Text  # with article: "Die Übergangsquote zum Gymnasium"
    plural: bool = False
    question: Text
    unit: Text
    kind: Kind
    per: int = Field(default=100, ge=1)
    decimals: int = Field(default=1, ge=0, le=3)
    polarity: Polarity
    life_phase: LifePhase
    perspective: Perspective
    strategic_goal: int | None = Field(default=None, ge=1, le=6)
    numerator: Text
    denominator: str = ""
    population: Literal["", "melderegister", "fortschreibung"] = ""
    people: Text = "Kinder"
    breakdowns: tuple[Breakdown, ...] = ()
    period: PeriodKind
    key_date: str = "31.12."
    sampling: bool = True
    comparison: Literal["share", "rate", "none"]
    small_numbers: SmallNumbers = SmallNumbers()
    group: Slug | None = None
    phrase: Phrase | None = None
    notes: tuple[Text, ...] = Field(min_length=2, max_length=4)
    processing: Text
    sources: tuple[Slug, ...] = Field(min_length=1)
    breaks: tuple[Break, ...] = ()
    valid_from: int | None = None
    valid_until: int | None = None
    successor: Slug | None = None


class Area(Entry):
    """A piece of the city, or something it is compared with. ``row``/``column``: place in the 3×3."""

    id: Slug
    name: Text
    short_name: Text
    kind: AreaKind
    locative: Text  # "in Hamm-Norden", "im Stadtbezirk Mitte", "in der Stadt Hamm"
    key: str = ""
    aliases: tuple[Text, ...] = ()
    row: int | None = None
    column: int | None = None


class Membership(Entry):
    """``part`` lies in ``whole`` with this weight of its population (1 = entirely, empty = unknown)."""

    part: Slug
    whole: Slug
    weight: float | None = Field(default=None, ge=0, le=1)


class Source(Entry):
    """Where figures come from. ``url`` is cited, never requested."""

    id: Slug
    title: Text
    publisher: Text
    date: str = ""
    url: str = ""
    licence: str = ""


class Target(Entry):
    """A goal: absolute value, relative change, direction only, or convergence."""

    id: Slug
    title: Text
    indicator: Slug
    life_phase: LifePhase
    perspective: Perspective
    strategic_goal: int = Field(ge=1, le=6)
    direction: Literal["rise", "fall"]
    kind: Literal["absolute", "relative", "direction", "convergence"]
    value: float | None = None
    baseline_year: int
    baseline: float | None = None
    target_year: int
    example: bool = False  # set by us as an example, not by the programme
    source: Slug
    place: str = ""


class Measure(Entry):
    """A programme or measure: where and when it ran."""

    id: Slug
    title: Text
    life_phase: LifePhase
    start: int
    end: int | None = None
    areas: tuple[Slug, ...]
    description: Text
    source: Slug
    demo: bool = False


class CostKind(Entry):
    """A kind of help or prevention, and on which side of the budget it counts."""

    id: Slug
    title: Text
    short_title: Text
    setting: Literal["ambulant", "teilstationaer", "stationaer", "uebergreifend"]
    side: Literal["prevention", "correction"]
    law: str = ""


class StrategicGoal(Entry):
    """One of the programme's six strategic goals."""

    number: int = Field(ge=1, le=6)
    title: Text
    source: Slug


class PriceIndex(Entry):
    """Consumer price index of one year (``base`` = 100)."""

    year: int
    index: float = Field(gt=0)


class Prices(Entry):
    """The consumer price index that turns nominal into real euros."""

    title: Text
    base: int
    source: Slug
    values: tuple[PriceIndex, ...]
