"""The meeting folder: reads its address, opens its pages, and puts a view in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dash.development.base_component import Component

from dashboard.answers.desk import Desk
from dashboard.answers.mappe import KINDS, FolderAnswer, Leaf, Missing, expected, full
from dashboard.components.mappe import content
from dashboard.components.shell import shell
from dashboard.pages.lost import Lost
from dashboard.pages.sheet import Sheet
from dashboard.state import Choices
from dashboard.state.folder import PATH, Folder, parts_of, read
from dashboard.state.pasted import pasted
from dashboard.state.short import BrokenCode, address_of, code_of

__all__ = ["PATH", "Book", "NotAdded", "Seen", "added", "layout", "opened"]

Found = tuple[Sheet, dict[str, str]]


class NotAdded(ValueError):
    """A link that cannot be put into the folder; the German reason."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A view that was found: its sheet, the answer, and the release this shows."""

    sheet: Sheet
    answer: Any
    release: str


@dataclass(frozen=True, slots=True)
class Book:
    """How a folder finds its pages: all sheets, the sheet of a path, what is said of a retired one."""

    sheets: tuple[Sheet, ...]
    find: Callable[[str, Desk, Mapping[str, str] | None], Found | None]
    retired: Callable[[str, Desk], Lost | None]

    def view(self, address: str, release: str, desk: Desk) -> Seen | None:
        """A view by present or former names, held to a release; None for an address that is none."""
        path, query = parts_of(address)
        asked = {**query, **({"stand": release} if release else {})}
        for sheet in self.sheets:
            in_path = sheet.read(path)
            if in_path is None:
                continue
            choices = desk.asking(sheet.place, asked).choices
            present = sheet.place.path(_settled(in_path, choices))
            if self.find(present, desk, asked) is None:
                return None
            return Seen(sheet, sheet.ask(desk, present, asked), choices.release)
        return None


def opened(query: Mapping[str, str], desk: Desk, book: Book) -> FolderAnswer:
    """The folder of an address with all its pages. Raises NoRelease, nothing for what a reader typed."""
    folder, notices = read(query)
    current = desk.release().id
    refused = query.get("dazu", "").strip()
    if folder.too_large:
        return FolderAnswer(folder, (), (), notices, current)
    pages = [_page(number, code, folder, desk, book) for number, code in enumerate(folder.codes, start=1)]
    leaves = {page.address: page for page in reversed(pages) if isinstance(page, Leaf)}
    kept = [page for page in pages if isinstance(page, Missing) or leaves[page.address] is page]
    if len(kept) < len(pages):
        notices = (*notices, "Blätter, die dieselbe Ansicht zeigen, stehen nur an ihrer ersten Stelle.")
    numbered = [replace(page, number=number) for number, page in enumerate(kept, start=1)]
    return FolderAnswer(
        folder=replace(folder, codes=tuple(page.code for page in numbered)),
        leaves=tuple(page for page in numbered if isinstance(page, Leaf)),
        missing=tuple(page for page in numbered if isinstance(page, Missing)),
        notices=notices,
        current=current,
        refused=_refusal(refused, folder, desk, book) if refused else "",
    )


def added(folder: Folder, text: str, base: str, desk: Desk, book: Book) -> Folder:
    """The folder with the view of a pasted link at its end. Raises NotAdded, NoRelease."""
    address = pasted(text, base)
    found = book.view(address, "", desk) if address else None
    if address is None or found is None or desk.lost_release(parts_of(address)[1]):
        raise NotAdded(expected(text))
    longer = folder.added(code_of(found.answer.address))
    if longer.too_large:
        raise NotAdded(full(len(folder.codes)))
    return longer


def layout(answer: FolderAnswer) -> Component:
    """The whole page."""
    return shell(content(answer), answer.current, "mappe")


def _page(number: int, code: str, folder: Folder, desk: Desk, book: Book) -> Leaf | Missing:
    try:
        address = address_of(code)
    except BrokenCode:
        reason = f"„{code[:40]}“ ist kein gültiger Kurzlink: Ein Zeichen ist falsch, fehlt oder ist zu viel."
        return Missing(number, code, reason, 404)
    path, query = parts_of(address)
    lost = desk.lost_release({**query, **({"stand": folder.release} if folder.release else {})})
    if lost:
        reason = f"Das Blatt hält den Datenstand {lost} fest; ihn gibt es hier nicht (mehr)."
        return Missing(number, code, reason, 410, ("Was es stattdessen gibt", address))
    found = book.view(address, folder.release, desk)
    if found is None:
        return _no_view(number, code, address, book.retired(path, desk))
    return _leaf(number, code, found)


def _no_view(number: int, code: str, address: str, lost: Lost | None) -> Missing:
    if lost is None:
        return Missing(number, code, f"Unter „{address[:60]}“ ist keine Ansicht zu finden.", 404)
    return Missing(number, code, f"{lost.title}.", 410, ("Was es stattdessen gibt", address))


def _leaf(number: int, code: str, seen: Seen) -> Leaf:
    answer, name = seen.answer, seen.sheet.place.name
    return Leaf(
        number=number,
        code=code,
        address=answer.address,
        kind=KINDS.get(name, name),
        headline=answer.said.headline,
        subtitle=answer.said.subtitle,
        release=seen.release,
        demo=bool(getattr(answer, "demo", False)),
        pictured=seen.sheet.plate is not None,
        key=None if answer.key is None else (name, answer.key),
    )


def _refusal(text: str, folder: Folder, desk: Desk, book: Book) -> str:
    """Why a link was not added: it came here instead of being put in (see dashboard/routes/mappe)."""
    try:
        added(folder, text, text, desk, book)  # as if its host were ours: else nothing but the host is wrong
    except NotAdded as error:
        return str(error)
    return expected(text)


def _settled(in_path: Mapping[str, str], offered: Choices) -> dict[str, str]:
    """What stands in a path under the names that the release knows."""
    areas = [area for ids in offered.areas.values() for area in ids]
    settle = {
        "kennzahl": lambda name: offered.moves.indicator(name, offered.indicators),
        "raum": lambda name: offered.moves.area(name, areas),
    }
    return {key: settle[key](name) if key in settle else name for key, name in in_path.items()}
