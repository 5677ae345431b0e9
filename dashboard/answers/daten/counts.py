"""What there is in a release, counted once, and the sentence that says it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Observation
from dashboard.store.contents import ReleaseInfo
from dashboard.store.facts import Fact
from dashboard.wording import numbers


@dataclass(frozen=True, slots=True)
class Counts:
    """``cells`` are all rows of a release; ``shown`` of them have a number, ``hidden`` are protected."""

    cells: int
    shown: int
    hidden: int
    indicators: int
    deliveries: int
    demo: int
    of_areas: int  # cells of Sozialräume
    demo_of_areas: int
    first_year: int
    last_year: int
    published: int = 0
    delivered: int = 0


def counts_of(
    rows: tuple[Fact, ...] | tuple[Observation, ...], catalogue: Catalogue, release: ReleaseInfo
) -> Counts:
    """Count the rows of a release; years are 0 where it is empty."""
    places = {area.id for area in catalogue.of_kind("sozialraum")}
    of_areas = [row for row in rows if row.area in places]
    states = Counter(row.status for row in rows)
    years = [row.year for row in rows]
    return Counts(
        cells=len(rows),
        shown=sum(row.value is not None for row in rows),
        hidden=states["hidden"],
        indicators=len({row.indicator for row in rows}),
        deliveries=len(release.deliveries),
        demo=sum(row.origin == "demo" for row in rows),
        of_areas=len(of_areas),
        demo_of_areas=sum(row.origin == "demo" for row in of_areas),
        first_year=min(years, default=0),
        last_year=max(years, default=0),
        published=sum(row.origin == "published" for row in rows),
        delivered=sum(row.origin == "delivered" for row in rows),
    )


def headline(release: str, counts: Counts) -> str:
    """ "Datenstand 2026-1: 20.137 Werte zu 92 Kennzahlen aus 12 Lieferungen; …"."""
    values = _counted(counts.cells, "Wert", "Werte")
    indicators = _counted(counts.indicators, "Kennzahl", "Kennzahlen")
    deliveries = _counted(counts.deliveries, "Lieferung", "Lieferungen")
    said = f"Datenstand {release}: {values} zu {indicators} aus {deliveries}"
    return "; ".join(part for part in (said, examples(counts)) if part)


def examples(counts: Counts) -> str:
    """How many of the values per Sozialraum are examples; empty where none is."""
    if not counts.demo_of_areas:
        return ""
    if counts.demo_of_areas == counts.of_areas:
        return "alle Werte je Sozialraum sind Beispieldaten"
    real = counts.of_areas - counts.demo_of_areas
    if real <= counts.of_areas / 100:
        return f"die Werte je Sozialraum sind bis auf {numbers.number(real)} Beispieldaten"
    part, whole = numbers.number(counts.demo_of_areas), numbers.number(counts.of_areas)
    return f"{part} der {whole} Werte je Sozialraum sind Beispieldaten"


def detail(counts: Counts) -> str:
    """How many have a number, how many are protected, how many nobody knows, and the years."""
    other = counts.cells - counts.shown - counts.hidden
    parts = [
        f"{numbers.number(counts.shown)} mit Zahl",
        *([f"{numbers.number(counts.hidden)} zum Schutz kleiner Zahlen verdeckt"] if counts.hidden else []),
        *([f"{numbers.number(other)} ohne bekannte Zahl"] if other else []),
    ]
    years = f"; Zeiträume {counts.first_year} bis {counts.last_year}" if counts.first_year else ""
    return f"{', '.join(parts)}{years}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{numbers.number(count)} {one if count == 1 else many}"
