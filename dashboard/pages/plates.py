"""The plate of an address: what pictures, slides, printed pages and folders are made from."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from dashboard.answers.desk import Asking, Desk
from dashboard.export.plate.parts import Plate
from dashboard.pages.book import find


@dataclass(frozen=True, slots=True)
class Plated:
    """A plate with the address that holds its release fast.

    ``key``: equal for equal plates; None for one that is for this reader alone and must not be kept.
    """

    plate: Plate
    pinned: str
    key: Hashable
    released: date | None = None  # the day the release was made


def open_plate(path: str, query: Mapping[str, str], desk: Desk) -> Plated | None:
    """The plate of a view; None for an address that is none or has no picture. Raises NoRelease."""
    found = find(path, desk, query)
    build = found[0].plate if found else None
    if found is None or build is None:
        return None
    sheet, in_path = found
    answer = sheet.ask(desk, path, query)
    asking = desk.asking(sheet.place, {**in_path, **query})
    pinned = replace(asking.view, stand=asking.release).address(asking.choices)
    key = None if answer.key is None else (sheet.place.name, answer.key)
    return Plated(build(answer), pinned, key, _released(asking))


def _released(asking: Asking) -> date | None:
    made = (info.created for info in asking.store.releases() if info.id == asking.release)
    return next((moment.date() for moment in made), None)
