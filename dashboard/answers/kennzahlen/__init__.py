"""The list of indicators: which are there, and where does each stand?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from dashboard.answers.desk import Asking
from dashboard.answers.foot import files
from dashboard.answers.kennzahlen import words
from dashboard.answers.kennzahlen.export import figures, origin, sources
from dashboard.answers.kennzahlen.found import hrefs, shown
from dashboard.answers.kennzahlen.inventory import Inventory, inventory
from dashboard.answers.kennzahlen.parts import Entry, Group, KennzahlenAnswer, Reach
from dashboard.answers.kennzahlen.search import ALL, PERSPECTIVE, REACH, SEARCH
from dashboard.answers.parts import Option, Select
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES
from dashboard.model import CITY
from dashboard.state import View

__all__ = ["answer", "figures"]

_REACHES: Mapping[Reach, str] = {
    "sozialraum": "mit Werten je Sozialraum",
    "stadtbezirk": "nur je Stadtbezirk",
    "stadt": "nur Stadt",
    "ohne": "noch ohne Werte",
}


def answer(asking: Asking) -> KennzahlenAnswer:
    """Put the page's answer together: all indicators; search and filters only hide."""
    view, found = asking.view, inventory(asking.store, asking.release)
    left = shown(found, view)
    return KennzahlenAnswer(
        key=None if view.get(SEARCH) else (asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        said=words.said(found, view, asking.release),
        demo=any("demo" in entry.origins[:1] for entry in found.entries),
        release=asking.release,
        search=view.get(SEARCH),
        selects=_selects(found, view),
        hidden=(("raum", view.raum if view.raum != CITY else ""), ("stand", view.stand)),
        all_href=view.at(view.place).address(asking.choices),
        groups=_groups(found),
        shown=left,
        total=len(found.entries),
        hits=words.hits(len(left), len(found.entries)),
        hrefs=hrefs(found, asking),
        files=files(view, asking.choices),
        source=sources(found, left, asking.catalogue),
        origin=origin(found, left),
    )


def _selects(found: Inventory, view: View) -> tuple[Select, ...]:
    perspectives = Counter(entry.perspective for entry in found.entries)
    reaches = Counter(entry.reach for entry in found.entries)
    total = len(found.entries)
    by_perspective = [(name, f"{title} ({perspectives[name]})") for name, title in PERSPECTIVES.items()]
    by_reach = [(name, f"{title} ({reaches[name]})") for name, title in _REACHES.items() if reaches[name]]
    return (
        _select(PERSPECTIVE, "Perspektive", [(ALL, f"alle ({total})"), *by_perspective], view),
        _select(REACH, "Werte", [(ALL, f"alle ({total})"), *by_reach], view),
    )


def _select(name: str, label: str, options: list[Option], view: View) -> Select:
    return Select(name, label, tuple(options), view.get(name) or ALL)


def _groups(found: Inventory) -> tuple[Group, ...]:
    groups = (Group(phase, title, _of(found.entries, phase)) for phase, title in LIFE_PHASES.items())
    return tuple(group for group in groups if group.entries)


def _of(entries: tuple[Entry, ...], phase: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.life_phase == phase)
