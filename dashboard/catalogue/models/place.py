"""Areas, how they lie in each other, and where figures come from."""

from __future__ import annotations

from pydantic import Field

from dashboard.catalogue.models.base import AreaKind, Entry, Slug, Text


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
