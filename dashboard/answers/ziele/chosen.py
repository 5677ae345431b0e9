"""What the reader has chosen: filters, order, and the links and fields that change them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Option, Select
from dashboard.answers.ziele.parts import Tab
from dashboard.answers.ziele.reading import Book, Judged
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES
from dashboard.catalogue.models import Area
from dashboard.model import CITY, TargetStatus
from dashboard.state import WIRKUNG, View
from dashboard.wording import signs

TARGETS, PHASE, PERSPECTIVE, STATUS, ORDER = "ziele", "phase", "perspektive", "status", "sortierung"
SLUGS: dict[str, TargetStatus] = {
    "erreicht": "reached",
    "auf-kurs": "on_track",
    "nicht-auf-kurs": "off_track",
    "verfehlt": "missed",
    "offen": "open",
}
_TARGETS = (
    ("alle", "alle"),
    ("programm", "des Programms"),
    ("fortgeschrieben", "fortgeschrieben (Beispielziele)"),
)
_TABS = (
    ("", "Scorecard", "Sind wir auf Kurs?"),
    ("matrix", "Matrix", "Welcher Raum, welches Ziel?"),
    ("lebensphasen", "Lebensphasen", "Wo hat die Kette Lücken?"),
    ("annaeherung", "Annäherung", "Werden sich die Räume ähnlicher?"),
)


def focused(asking: Asking) -> Area:
    """The Sozialraum in focus, else the city: a Stadtbezirk has no results here."""
    area = asking.catalogue.areas[asking.view.raum]
    return area if area.kind == "sozialraum" else asking.catalogue.city


def filtered(judged: Iterable[Judged], asking: Asking) -> tuple[Judged, ...]:
    """What the filters leave; the status is that of the area in focus."""
    view, area = asking.view, focused(asking).id
    return tuple(one for one in judged if _fits(one, view, area))


def _fits(one: Judged, view: View, area: str) -> bool:
    wanted = SLUGS.get(view.get(STATUS))
    result = one.results.get(area)
    return (
        (not view.get(TARGETS) or one.target.example == (view.get(TARGETS) == "fortgeschrieben"))
        and view.get(PHASE) in ("", one.target.life_phase)
        and view.get(PERSPECTIVE) in ("", one.target.perspective)
        and (wanted is None or (result is not None and result.status == wanted))
    )


def tabs(asking: Asking) -> tuple[Tab, ...]:
    """The views of the page; each keeps area, release and filters. The last is a page of its own."""
    view = asking.view
    own = tuple(
        Tab(label, question, replace(view, ansicht=name).address(asking.choices), view.ansicht == name)
        for name, label, question in _TABS
    )
    page = view.at(WIRKUNG).address(asking.choices)
    return (*own, Tab("Wirkung", "Was hat eine Maßnahme verändert?", page, False))


def selects(book: Book, asking: Asking) -> tuple[Select, ...]:
    """The filters. In the matrix the area is among them; there are none for convergence."""
    view = asking.view
    if view.ansicht == "annaeherung":
        return (_indicators(book, asking),)
    phases = {one.target.life_phase for one in book.judged}
    by_phase = [("jede", "jede"), *((key, title) for key, title in LIFE_PHASES.items() if key in phases)]
    perspectives = [("alle", "alle"), *PERSPECTIVES.items()]
    status = [("alle", "jeder"), *((slug, signs.target_status_word(key)) for slug, key in SLUGS.items())]
    places = [(CITY, "Stadt Hamm"), *((area.id, area.name) for area in book.areas)]
    found = [_select(TARGETS, "Ziele", _TARGETS, view)]
    if view.ansicht != "lebensphasen":
        found += [_select(PERSPECTIVE, "Perspektive", perspectives, view),
                  _select(PHASE, "Lebensphase", by_phase, view)]  # fmt: skip
    if view.ansicht:
        found.append(Select("raum", "Raum im Mittelpunkt", tuple(places), focused(asking).id))
    if view.ansicht != "lebensphasen":
        whose = "Status" if focused(asking).id == CITY else "Status im Raum"
        found.append(_select(STATUS, whose, status, view))
    return tuple(found)


def _select(name: str, label: str, options: Sequence[Option], view: View) -> Select:
    return Select(name, label, tuple(options), view.get(name) or options[0][0])


def _indicators(book: Book, asking: Asking) -> Select:
    titles = [(row.indicator, asking.catalogue.indicators[row.indicator].title) for row in book.tested]
    titles.sort(key=lambda option: option[1])
    return Select("kennzahl", "Kennzahl im großen Bild", tuple(titles), asking.view.kennzahl)


def carried(asking: Asking) -> tuple[Option, ...]:
    """What the form sends along unseen."""
    view = asking.view
    raum = "" if view.ansicht in ("matrix", "lebensphasen") or view.raum == CITY else view.raum
    return (("ansicht", view.ansicht), (ORDER, view.get(ORDER)), ("raum", raum), ("stand", view.stand))


def all_href(asking: Asking) -> str:
    """The same view without filters; "" where nothing is filtered."""
    if not any(asking.view.get(name) for name in (TARGETS, PHASE, PERSPECTIVE, STATUS)):
        return ""
    kept = tuple((name, value) for name, value in asking.view.more if name == ORDER)
    return replace(asking.view, more=kept).address(asking.choices)
