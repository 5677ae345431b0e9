"""What is known of one year: each indicator by area, of the one origin that its line is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Foot
from dashboard.answers.uebergaenge.contents import Place
from dashboard.catalogue.models import Area, Indicator
from dashboard.model import CITY, LINE_ORIGINS, TOTAL, Origin
from dashboard.store.facts import Fact
from dashboard.wording import signs

#: Choice against recommendation: three levels, every pair of forms, and the totals of its rows.
COMPARED, CROSSED, ROW_TOTALS = "empfehlung-vergleich", "empfehlung-wahl", "empfehlung-stufe"
CROSS_TABULATED = (COMPARED, CROSSED, ROW_TOTALS)
_NAME = attrgetter("indicator")


@dataclass(frozen=True, slots=True)
class Year:
    """One indicator in one year, first readings only."""

    by_area: Mapping[str, Fact]
    city: Fact | None
    origin: Origin


def of_year(asking: Asking, year: int, category: str = TOTAL) -> dict[str, Year]:
    """All indicators of a year over the view's partition and the city, by indicator id."""
    partition = asking.view.ebene

    def read() -> dict[str, Year]:
        facts = asking.store.matrix_facts(asking.release, partition, category, year)
        return {name: _year(tuple(group)) for name, group in groupby(sorted(facts, key=_NAME), _NAME)}

    return asking.part(("of a year", partition, year, category), read)


def by_category(asking: Asking, year: int, name: str) -> dict[str, Year]:
    """A cross-tabulated indicator in a year over the view's partition and the city, by category."""
    partition, key = asking.view.ebene, attrgetter("indicator", "breakdown")

    def read() -> dict[str, dict[str, Year]]:
        facts = asking.store.year_by_category(asking.release, CROSS_TABULATED, partition, year)
        found: dict[str, dict[str, Year]] = {}
        for (indicator, category), group in groupby(sorted(facts, key=key), key):
            found.setdefault(indicator, {})[category] = _year(tuple(group))
        return found

    return asking.part(("categories of a year", partition, year), read).get(name, {})


def _year(facts: tuple[Fact, ...]) -> Year:
    of_areas = [fact for fact in facts if fact.area != CITY]
    present = {fact.origin for fact in of_areas or facts}
    origin: Origin = next(origin for origin in LINE_ORIGINS if origin in present)
    own = [fact for fact in facts if fact.origin == origin and fact.reading == 0]
    return Year(
        by_area={fact.area: fact for fact in own if fact.area != CITY},
        city=next((fact for fact in own if fact.area == CITY), None),
        origin=origin,
    )


def fact_of(year: Year, area: str) -> Fact | None:
    """The fact of an area or the city."""
    return year.city if area == CITY else year.by_area.get(area)


def areas_of(asking: Asking) -> tuple[Area, ...]:
    """The areas of the view's partition."""
    return asking.catalogue.partition(asking.view.ebene)


def place_of(asking: Asking, area: Area) -> Place:
    """A row's area with the link that focuses it; the city has none."""
    if area.id == CITY:
        return Place(CITY, area.name, "", False)
    href = asking.view.focused_on(area.id).address(asking.choices)
    name = area.short_name if area.kind == "sozialraum" else area.name
    return Place(area.id, name, href, area.id == asking.view.raum)


def foot_of(asking: Asking, foot: Foot, shown: Iterable[Year]) -> Foot:
    """The page's foot, with source and origin of what this card shows."""
    found = list(shown)
    facts = [fact for year in found for fact in (*year.by_area.values(), year.city) if fact is not None]
    if not facts:
        return foot
    sources = [asking.catalogue.sources[name] for name in dict.fromkeys(fact.source for fact in facts)]
    origin = next(origin for origin in ("demo", *LINE_ORIGINS) if origin in {year.origin for year in found})
    return Foot(
        source="; ".join(f"{source.title} ({source.publisher})" for source in sources),
        origin=origin,
        origin_word=signs.origin_word(origin),
        release=foot.release,
        files=foot.files,
    )


def indicators(asking: Asking, names: Iterable[str]) -> tuple[Indicator, ...]:
    """Those of these indicators that the release's catalogue has."""
    known = asking.catalogue.indicators
    return tuple(known[name] for name in names if name in known)
