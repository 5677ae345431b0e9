"""The city is tiled twice, by nine Sozialräume and by seven Stadtbezirke, and names are unambiguous."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dashboard.catalogue.models import Area
from dashboard.catalogue.names import normalised, plain_names
from dashboard.catalogue.problem import Problem, quoted
from dashboard.catalogue.tables import Located, Tables
from dashboard.model import CITY

_EXPECTED_NUMBER = {"sozialraum": 9, "stadtbezirk": 7, "stadt": 1}
_PLACES = {(row, column) for row in (1, 2, 3) for column in (1, 2, 3)}


def area_faults(tables: Tables) -> Iterator[Problem]:
    """Wrong numbers of areas, wrong places in the 3×3, names that several areas of a kind share."""
    areas = tables.of("flaechen", Area)
    if tables.complete("flaechen"):
        yield from _numbers(areas)
    yield from _places(areas)
    yield from _shared_names(areas)


def _numbers(areas: Sequence[Located[Area]]) -> Iterator[Problem]:
    counted = Counter(located.entry.kind for located in areas)
    file = areas[0].file if areas else "flaechen.toml"
    for kind, number in _EXPECTED_NUMBER.items():
        if counted[kind] != number:  # type: ignore[index]
            found = quoted(counted[kind])  # type: ignore[index]
            yield Problem(
                file,
                "flaechen",
                "kind",
                found,
                f"genau {number} Flächen der Art „{kind}“",
            )
    for located in areas:
        if located.entry.kind == "stadt" and located.entry.id != CITY:
            yield located.problem("id", located.entry.id, f"„{CITY}“ als Kennung der Stadt")


def _places(areas: Sequence[Located[Area]]) -> Iterator[Problem]:
    taken: dict[tuple[int | None, int | None], str] = {}
    for located in areas:
        area, place = located.entry, (located.entry.row, located.entry.column)
        if area.kind == "stadtbezirk" and place in _PLACES:
            continue  # drawn where the Sozialraum of the same name lies; the other partition may be free
        if area.kind != "sozialraum":
            if place != (None, None):
                yield located.problem("row", area.row, "keinen Platz im 3×3 (nur Sozialräume haben einen)")
        elif place not in _PLACES:
            expected = "einen Platz im 3×3 (row und column je 1 bis 3)"
            yield located.problem("row", f"{area.row}/{area.column}", expected)
        elif place in taken:
            expected = f"einen freien Platz im 3×3 (dort liegt schon {taken[place]})"
            yield located.problem("row", f"{area.row}/{area.column}", expected)
        else:
            taken[place] = area.id


def _shared_names(areas: Sequence[Located[Area]]) -> Iterator[Problem]:
    owners: dict[tuple[str, str], str] = {}
    for located in areas:
        area = located.entry
        for name in sorted({*plain_names(area), normalised(area.key)} - {""}):
            owner = owners.setdefault((area.kind, name), area.id)
            if owner != area.id:
                yield located.problem("aliases", name, f"einen Namen, den nicht auch „{owner}“ trägt")
