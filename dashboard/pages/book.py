"""Which page answers which address: the one table of pages, used by router and first paint."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial

from dash.development.base_component import Component

from dashboard.answers.desk import Desk
from dashboard.pages import geheimhaltung, karte, trouble
from dashboard.store.errors import NoRelease

KARTE = ("/", "/karte")
GEHEIMHALTUNG = "/daten/geheimhaltung"


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is ready to be drawn. ``status`` is the HTTP status of its document."""

    title: str
    description: str
    layout: Callable[[], Component]
    key: Hashable = None  # equal for pages that look the same; None: not worth keeping
    status: int = 200


def open_page(path: str, query: Mapping[str, str], desk: Desk) -> Page:
    """The page of an address. Never raises for what a reader typed; a missing release is a page too."""
    try:
        if path in KARTE:
            answer = desk.karte(query)
            return Page(answer.said.title, answer.said.copy_text, partial(karte.layout, answer), answer.key)
        if path == GEHEIMHALTUNG:
            report = desk.geheimhaltung()
            key = ("geheimhaltung", report.release)
            title = "Geheimhaltung – Sozialraum-Monitor Hamm"
            return Page(title, report.detail, partial(geheimhaltung.layout, report), key)
    except NoRelease as error:
        return Page("Noch keine Daten", str(error), partial(trouble.no_release, str(error)), status=503)
    return Page("Seite nicht gefunden", "", partial(trouble.not_found, path), status=404)
