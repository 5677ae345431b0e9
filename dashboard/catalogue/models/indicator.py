"""A Kennzahl and what belongs to it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dashboard.catalogue.models.base import (
    Entry,
    Kind,
    LifePhase,
    PeriodKind,
    Perspective,
    Polarity,
    Slug,
    Text,
)


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
    cases: Slug | None = None  # of money or days: the indicator that counts the cases behind them
    most_per_case: int | None = Field(default=None, ge=1)  # of days: how many one case can have in a period
    phrase: Phrase | None = None
    notes: tuple[Text, ...] = Field(min_length=2, max_length=4)
    processing: Text
    sources: tuple[Slug, ...] = Field(min_length=1)
    breaks: tuple[Break, ...] = ()
    valid_from: int | None = None
    valid_until: int | None = None
    successor: Slug | None = None
