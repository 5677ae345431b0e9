"""Which page answers which address: the one table of pages, used by router and first paint."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial

from dash.development.base_component import Component

from dashboard.answers.desk import Desk
from dashboard.answers.mappe import FolderAnswer
from dashboard.model import CITY
from dashboard.pages import (
    barrierefreiheit,
    daten,
    geheimhaltung,
    karte,
    kennzahl,
    kennzahlen,
    kosten,
    mappe,
    ressourcen,
    sozialraeume,
    sozialraum,
    trouble,
    uebergaenge,
    wirkung,
    ziele,
)
from dashboard.pages.lost import Lost, lost_indicator, lost_release
from dashboard.pages.sheet import Sheet
from dashboard.state.folder import PICTURE
from dashboard.store.errors import NoRelease

SHEETS: tuple[Sheet, ...] = (
    karte.SHEET,
    kennzahlen.SHEET,
    sozialraeume.SHEET,
    sozialraum.SHEET,
    kennzahl.SHEET,
    uebergaenge.SHEET,
    kosten.SHEET,
    wirkung.SHEET,
    ziele.SHEET,
    ressourcen.SHEET,
    daten.SHEET,
    geheimhaltung.SHEET,
)
BARRIEREFREIHEIT = "/daten/barrierefreiheit"
_LISTED = ("kennzahl", "raum")  # parameters of a path that must exist


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is ready to be drawn. ``status`` is the HTTP status of its document.

    ``charts``: it changes without a new document, and with it charts that Plotly draws. ``address``: the
    canonical one of a view, "" for what is none. ``old``: it shows a release that is not the current one.
    ``link``: the canonical address of a page that is no view but can be passed on, and ``preview`` that of
    its picture, if it has one that everybody may see.
    """

    title: str
    description: str
    layout: Callable[[], Component]
    key: Hashable = None  # equal for pages that look the same; None: not worth keeping
    status: int = 200
    charts: bool = False
    address: str = ""
    old: bool = False
    link: str = ""
    preview: str = ""


def open_page(path: str, query: Mapping[str, str], desk: Desk) -> Page:
    """The page of an address. Never raises for what a reader typed; a missing release is a page too."""
    if path == BARRIEREFREIHEIT:
        layout, key = partial(barrierefreiheit.layout, desk.publishing), (BARRIEREFREIHEIT, desk.publishing)
        told = barrierefreiheit.DESCRIPTION
        return Page(barrierefreiheit.TITLE, told, layout, key=key, link=BARRIEREFREIHEIT)
    try:
        if path == mappe.PATH and not desk.lost_release(query):
            return _folder(query, desk)
        found = find(path, desk, query)
        lost = lost_release(path, query, desk) if found or path == mappe.PATH else retired(path, desk)
        if lost is not None:
            return Page(lost.title, "", lost.layout, status=410)
        if found is not None:
            return _page(found[0], path, query, desk)
    except NoRelease as error:
        return Page("Noch keine Daten", str(error), partial(trouble.no_release, str(error)), status=503)
    return Page("Seite nicht gefunden", "", partial(trouble.not_found, path), status=404)


def find(
    path: str, desk: Desk, query: Mapping[str, str] | None = None
) -> tuple[Sheet, dict[str, str]] | None:
    """The sheet of a path with the parameters in it; ``query`` may name its release. Raises NoRelease."""
    pinned = {"stand": query["stand"]} if query and "stand" in query else {}
    for sheet in SHEETS:
        in_path = sheet.read(path)
        if in_path is not None and _exists(in_path, pinned, sheet, desk):
            return sheet, in_path
    return None


def retired(path: str, desk: Desk) -> Lost | None:
    """What the page of a retired indicator says; None for every other path. Raises NoRelease."""
    paths = ((sheet, sheet.read(path)) for sheet in SHEETS)
    return next((lost_indicator(sheet, found, desk) for sheet, found in paths if found), None)


def open_folder(query: Mapping[str, str], desk: Desk) -> FolderAnswer:
    """The meeting folder of an address. Raises NoRelease."""
    return mappe.opened(query, desk, BOOK)


def _folder(query: Mapping[str, str], desk: Desk) -> Page:
    folder = open_folder(query, desk)
    shown = folder.status == 200 and bool(folder.leaves)
    public = shown and folder.kept_as is not None
    return Page(
        folder.title,
        folder.copy_text,
        partial(mappe.layout, folder),
        status=folder.status,
        link=folder.folder.address() if shown else "",
        preview=folder.folder.address(PICTURE) if public else "",
    )


def _page(sheet: Sheet, path: str, query: Mapping[str, str], desk: Desk) -> Page:
    answer = sheet.ask(desk, path, query)
    key = None if answer.key is None else (sheet.place.name, answer.key)
    layout = partial(sheet.layout, answer)
    charts = bool(sheet.changes) and sheet.charts
    said = answer.said
    old = said.pinned is not None
    return Page(
        said.title, said.copy_text, layout, key, charts=charts, address=answer.address, old=old
    )  # fmt: skip


def _exists(in_path: Mapping[str, str], pinned: Mapping[str, str], sheet: Sheet, desk: Desk) -> bool:
    """Whether indicator and area of the path are known: an unknown one is no view but no page."""
    if sheet.place.every_area and in_path.get("raum") == CITY:
        return False  # an area's page has no view of the whole city
    view = desk.asking(sheet.place, {**in_path, **pinned}).view
    return all(getattr(view, name) == value for name, value in in_path.items() if name in _LISTED)


#: How the meeting folder finds its pages.
BOOK = mappe.Book(SHEETS, find, retired)
