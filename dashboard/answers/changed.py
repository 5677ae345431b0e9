"""An old release that a link holds fast: which one it is, and what has changed for its view since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dashboard.answers.definitions import definition_changes, gone_since
from dashboard.answers.pinned import Pinned
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import CITY, TOTAL
from dashboard.state import KARTE, KENNZAHL, SOZIALRAUM, WIRKUNG, Choices, View
from dashboard.store.contents import Correction, CorrectionKind
from dashboard.store.read import Store
from dashboard.wording.grammar import listed
from dashboard.wording.numbers import figure, number
from dashboard.wording.periods import period_label

MOST_LINES = 12  #: single values that are listed; the others are counted
_OF_ONE_INDICATOR = (KARTE, KENNZAHL, WIRKUNG)
_VERBS: dict[CorrectionKind, tuple[str, str]] = {
    "corrected": ("Wert berichtigt", "Werte berichtigt"),
    "added": ("Wert hinzugekommen", "Werte hinzugekommen"),
    "withdrawn": ("Wert zurückgezogen", "Werte zurückgezogen"),
}


@dataclass(frozen=True)
class Since:
    """A pinned view, the catalogues of then and now, and what is called how in the current release."""

    view: View
    then: Catalogue
    now: Catalogue
    current: Choices

    def today(self, indicator: str) -> str:
        """The id an indicator has today."""
        return self.current.moves.indicator(indicator, self.current.indicators)

    @property
    def indicators(self) -> frozenset[str]:
        """The indicators whose values the view shows, by their ids of then and of today."""
        place = self.view.place
        if place in _OF_ONE_INDICATOR:
            shown: Sequence[str] = (self.view.kennzahl,)
        elif len(place.indicators) > 1:
            shown = place.indicators
        elif place.indicators:  # costs: everything in euros and what it is divided by
            shown = [one.id for one in self.then.indicators.values() if one.perspective == "kosten"]
        else:
            shown = list(self.then.indicators)
        return frozenset({*shown, *map(self.today, shown)})

    @property
    def area(self) -> str:
        """The only area that the view shows; "" where it shows several."""
        return self.view.raum if self.view.place == SOZIALRAUM else ""

    def indicator(self, id_: str) -> Indicator | None:
        """The catalogue entry of today, else of then."""
        return self.now.indicators.get(self.today(id_)) or self.then.indicators.get(id_)


def pinned(view: View, releases: Sequence[str], store: Store, offered: Callable[[str], Choices]) -> Pinned:
    """What the notice of a pinned view says. ``releases``: the one it is pinned to … the current one."""
    current = offered(releases[-1])
    since = Since(view, store.catalogue(releases[0]), store.catalogue(releases[-1]), current)
    rows = [row for release in releases[1:] for row in store.corrections(release)]
    found = _shown(since, net(rows))
    created = next(info.created for info in store.releases() if info.id == releases[0])
    asked = (since.then, since.now, sorted(since.indicators), since.today)
    words, gone = definition_changes(*asked), gone_since(*asked)
    href = in_current(view, offered(releases[0]), current)
    is_there = view.kennzahl in since.then.indicators and since.today(view.kennzahl) in since.now.indicators
    return Pinned(
        release=releases[0],
        created=f"{created:%d.%m.%Y}",
        current=releases[-1],
        href=href,
        label=f"Diese Ansicht im Datenstand {releases[-1]}" if is_there else "Was an ihre Stelle tritt",
        summary=_summary(found, bool(words), bool(gone)),
        details=(*gone, *words, *_lines(since, found)),
    )


def in_current(view: View, then: Choices, current: Choices) -> str:
    """The address of the same view in the current release, under the names it has there."""
    asked = view.to_query(then) | {"stand": ""}
    gone = current.moves.indicator(view.kennzahl, current.indicators) not in current.indicators
    if gone and view.place.in_path("kennzahl"):
        return view.place.path(asked)  # its page says why it is gone, and where to go
    return View.from_query(asked, current, view.place).address(current)


def net(rows: Sequence[Correction]) -> tuple[Correction, ...]:
    """One change per figure over several releases, oldest first in, e.g. added then corrected: added."""
    found: dict[tuple[object, ...], Correction] = {}
    for row in rows:
        key = (row.indicator, row.breakdown, row.area, row.year, row.origin, row.source)
        before = found.pop(key, None)
        whole = row if before is None else _joined(before, row)
        if whole is not None:
            found[key] = whole
    return tuple(found.values())


def _joined(first: Correction, last: Correction) -> Correction | None:
    was_there, is_there = first.kind != "added", last.kind != "withdrawn"
    if not was_there and not is_there:
        return None
    kind: CorrectionKind = "corrected" if was_there and is_there else "added" if is_there else "withdrawn"
    if kind == "corrected" and first.old == last.new and first.old is not None:
        return None
    return replace(last, kind=kind, old=first.old)


def _shown(since: Since, rows: Sequence[Correction]) -> list[Correction]:
    """The rows of the view, the focused area and the chosen category first, the latest year first."""
    indicators, area, view = since.indicators, since.area, since.view
    found = [row for row in rows if row.indicator in indicators and area in ("", row.area)]

    def order(row: Correction) -> tuple[object, ...]:
        of_focus = view.raum != CITY and row.area == view.raum
        return not of_focus, row.breakdown != view.merkmal, -row.year, row.indicator, row.area

    return sorted(found, key=order)


def _summary(rows: Sequence[Correction], redefined: bool, gone: bool) -> str:
    count = Counter(row.kind for row in rows)
    parts = [
        f"{number(count[kind])} {words[count[kind] > 1]}" for kind, words in _VERBS.items() if count[kind]
    ]
    parts += ["Beschreibung geändert"] if redefined else []
    parts += ["nicht mehr alles geführt"] if gone else []
    if not parts:
        return "An dem, was diese Ansicht zeigt, wurde seitdem nichts berichtigt."
    return f"Seitdem für diese Ansicht: {listed(parts)}."


def _lines(since: Since, rows: Sequence[Correction]) -> tuple[str, ...]:
    lines = [_line(since, row) for row in rows[:MOST_LINES]]
    rest = len(rows) - len(lines)
    return (*lines, f"… und {number(rest)} weitere.") if rest else tuple(lines)


def _line(since: Since, row: Correction) -> str:
    indicator = since.indicator(row.indicator)
    area = since.now.areas.get(row.area) or since.then.areas.get(row.area)
    titles = (
        {one.id: one.title for part in indicator.breakdowns for one in part.categories} if indicator else {}
    )
    place = (
        indicator.short_title if indicator and since.view.place not in _OF_ONE_INDICATOR else "",
        (area.short_name if area else row.area) if not since.area else "",
        period_label(indicator, row.year) if indicator else str(row.year),
        titles.get(row.breakdown, row.breakdown) if row.breakdown != TOTAL else "",
    )
    return f"{', '.join(part for part in place if part)}: {_change(row, indicator)}"


def _change(row: Correction, indicator: Indicator | None) -> str:
    old, new = (_value(value, indicator) for value in (row.old, row.new))
    if row.kind == "added":
        return f"neu, {new}"
    if row.kind == "withdrawn":
        return f"zurückgezogen, vorher {old}"
    return f"jetzt {new}" if row.old is None else f"{new}, vorher {old}"


def _value(value: float | None, indicator: Indicator | None) -> str:
    if value is None:
        return "ohne sichtbaren Wert"
    return figure(value, indicator) if indicator else number(value, 1)
