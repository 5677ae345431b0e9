"""Distributing posts and money: criteria of need, whom they are for, presets, and today's distribution."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dashboard.catalogue.models.base import Entry, Slug, Text

#: Which number of a figure is meant: the value itself, what was counted, or of how many.
Part = Literal["value", "numerator", "denominator"]


class Criterion(Entry):
    """An indicator that may be weighted, and which side of it means more need. ``reason``: why it says so."""

    indicator: Slug
    need: Literal["high", "low"]
    reason: Text

    @property
    def id(self) -> str:
        """The indicator: no indicator is a criterion twice."""
        return self.indicator


class Population(Entry):
    """The people a resource is for, counted in each area by a part of an indicator."""

    id: Slug
    title: Text  # "Kinder und Jugendliche unter 18"
    people: Text  # as a sentence counts them: "Kinder und Jugendliche"
    person: Text  # one of them, with its article: "ein Kind"
    indicator: Slug
    part: Part


class Weight(Entry):
    """What one criterion counts in a preset, 1 … 5."""

    indicator: Slug
    weight: int = Field(ge=1, le=5)


class Preset(Entry):
    """A documented rule. Without weights everybody counts the same; ``equal``: every area gets the same."""

    id: Slug
    title: Text
    phrase: Text  # begins a sentence: "Nach Kinderarmut und Sprache", "Gleich verteilt"
    reason: Text
    source: Slug
    weights: tuple[Weight, ...] = ()
    equal: bool = False


class Share(Entry):
    """What one area has today: posts in steps of a quarter, or euros."""

    area: Slug
    amount: float = Field(ge=0)


class Distribution(Entry):
    """How posts or euros are distributed today: part of an indicator, or amounts that are named here,
    never both."""

    id: Slug
    title: Text
    kind: Literal["posts", "euros"]
    source: Slug
    note: str = ""
    demo: bool = False
    indicator: Slug | None = None
    part: Part = "numerator"
    shares: tuple[Share, ...] = ()
