"""What was called differently, or is no longer there: old links find their way by these entries."""

from __future__ import annotations

from typing import Literal

from dashboard.catalogue.models.base import Entry, Slug, Text

MovedKind = Literal["kennzahl", "raum", "parameter"]


class Renamed(Entry):
    """An indicator, an area or a parameter of the address with a new name, since the release ``since``."""

    kind: MovedKind
    old: Slug
    new: Slug
    since: Text


class Retired(Entry):
    """An indicator that releases from ``since`` on no longer have. ``title``: what it was called."""

    old: Slug
    title: Text
    since: Text
    reason: Text
    successor: Slug | None = None
