"""Addresses as people type them: with capitals, umlauts or a slash too many."""

from __future__ import annotations

from dashboard.answers.desk import Desk
from dashboard.pages import mappe
from dashboard.pages.book import BARRIEREFREIHEIT, find

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_PAGES = (mappe.PATH, BARRIEREFREIHEIT)  # that are no sheets


def as_ours(path: str) -> str:
    """The path as our own are written: "/Sozialraum/Bockum-Hövel/" becomes "/sozialraum/bockum-hoevel"."""
    parts = [part for part in path.lower().translate(_UMLAUTS).split("/") if part]
    return "/" + "/".join(parts)


def meant(path: str, desk: Desk) -> str | None:
    """The page that somebody means who typed this path; None for a page's own path and for no page's.

    Raises NoRelease.
    """
    ours = as_ours(path)
    if ours == path:
        return None
    return ours if ours in _PAGES or find(ours, desk) else None
