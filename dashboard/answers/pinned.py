"""What is said of an old release that an address holds fast."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pinned:
    """An old release in an address. ``href``: the same view in the current one, or why there is none."""

    release: str
    created: str  # German date
    current: str
    href: str
    label: str  # of the link
    summary: str
    details: tuple[str, ...]  # what changed since, for this view
