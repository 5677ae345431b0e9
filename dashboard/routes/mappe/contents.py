"""The beginning of a folder's files: what its pages are, which releases they show, and the link to it."""

from __future__ import annotations

from typing import Final

from dashboard.answers.desk import Desk
from dashboard.answers.mappe import FolderAnswer, Leaf, Missing, counted
from dashboard.export.contents import HEADING, KICKER, Contents, Entry
from dashboard.export.plate.parts import Chart, Course, Line, Listing, Plate
from dashboard.model import Origin
from dashboard.state import DATEN
from dashboard.state.short import short_address
from dashboard.wording.grammar import listed
from dashboard.wording.signs import origin_word

_NO_PICTURE: Final = "Diese Ansicht hat kein Bild; sie steht nur in der HTML-Datei zum Mitnehmen."
_ON_EACH: Final = "auf jedem Blatt genannt"


def contents_of(answer: FolderAnswer, desk: Desk, base: str) -> Contents:
    """Title, release with its day, and every page in its order. ``base`` begins the link."""
    demo = any(leaf.demo for leaf in answer.leaves)
    return Contents(
        title=answer.name,
        states=" · ".join((counted(len(answer.folder.codes)), _releases(answer, desk))),
        link=base + short_address(answer.folder.address()),
        demo=origin_word("demo") if demo else "",
        entries=tuple(_entry(page) for page in answer.every),
    )


def as_plate(contents: Contents, answer: FolderAnswer, name: str) -> Plate:
    """The contents for a picture. ``name``: of the file, without ending."""
    origin: Origin = "demo" if contents.demo else "delivered"
    lines = tuple(Line((str(entry.number), entry.headline)) for entry in contents.entries)
    return Plate(
        name=name,
        kicker=KICKER,
        headline=contents.title,
        subtitle=contents.states,
        detail="",
        body=(Listing(("", HEADING), lines, HEADING, text_columns=2),),
        chart=Chart("bars", HEADING, (), (Course(HEADING, ()),), ""),
        tables=(),
        source=_ON_EACH,
        origin=origin,
        origin_word=contents.demo or _ON_EACH,
        release=listed(_shown(answer)),
        address=answer.folder.address(),
    )


def _entry(page: Leaf | Missing) -> Entry:
    if isinstance(page, Missing):
        return Entry(page.number, f"Blatt {page.number} ist nicht lesbar", "", page.reason)
    demo = f" · {origin_word('demo')}" if page.demo else ""
    about = f"{page.kind} · {page.subtitle} · Datenstand {page.release}{demo}"
    return Entry(page.number, page.headline, about, "" if page.pictured else _NO_PICTURE)


def _shown(answer: FolderAnswer) -> list[str]:
    """The releases of the pages, each once."""
    return list(dict.fromkeys(leaf.release for leaf in answer.leaves))


def _releases(answer: FolderAnswer, desk: Desk) -> str:
    """ "Datenstand 2026-1 vom 21.11.2026", "fester Datenstand …", "Datenstände … und …"."""
    made = {info.id: info.created for info in desk.asking(DATEN, {}).store.releases()}
    named = [f"{one} vom {made[one]:%d.%m.%Y}" if one in made else one for one in _shown(answer)]
    if len(named) > 1:
        return f"Datenstände {listed(named)}"
    return f"{'fester ' if answer.folder.release else ''}Datenstand {listed(named)}"
