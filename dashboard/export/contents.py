"""What stands at the beginning of a folder's files: title, release, and the list of its pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

KICKER: Final = "Mappe"
HEADING: Final = "Inhalt"
_TYPED: Final = 110  # characters


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the folder. ``about``: kind, release and mark of its view, in words.

    ``missing``: why it is not in this file, "" for a page that is.
    """

    number: int
    headline: str
    about: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """``states``: how many pages, which releases and of which day; ``link``: to the folder online, whole.

    ``demo``: the mark of example data, "" where no page has any. Pages that are in the file come in the
    order of its plates.
    """

    title: str
    states: str
    link: str
    demo: str
    entries: tuple[Entry, ...]


def as_data(contents: Contents) -> dict[str, Any]:
    """For the layout: each entry with the place of its plate, -1 for what is not in the file."""
    return {
        "kicker": KICKER,
        "title": contents.title,
        "states": contents.states,
        "link": shown(contents.link),
        "target": contents.link,
        "demo": contents.demo,
        "entries": [
            {**asdict(entry), "place": place}
            for entry, place in zip(contents.entries, places(contents.entries), strict=True)
        ],
    }


def shown(link: str) -> str:
    """The link as it is printed: one that nobody can type is only named."""
    return link if len(link) <= _TYPED else "diese Mappe im Sozialraum-Monitor"


def places(entries: Sequence[Entry]) -> list[int]:
    """The place of each entry's plate among those of the file; -1 without one."""
    found, next_place = [], 0
    for entry in entries:
        found.append(-1 if entry.missing else next_place)
        next_place += not entry.missing
    return found
