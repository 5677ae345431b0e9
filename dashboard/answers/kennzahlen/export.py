"""The list's figures for files: the latest values of every indicator shown, and what each one is."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import page_figures
from dashboard.answers.foot import ENDINGS
from dashboard.answers.kennzahlen import words
from dashboard.answers.kennzahlen.found import hrefs, shown
from dashboard.answers.kennzahlen.inventory import Inventory, inventory
from dashboard.answers.kennzahlen.parts import Entry
from dashboard.answers.kennzahlen.search import PERSPECTIVE, REACH, SEARCH
from dashboard.answers.parts import Figures
from dashboard.answers.rows import Described, Row, row_of
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES, Catalogue
from dashboard.model import LINE_ORIGINS, Origin

_NAMES = {SEARCH: "Suche", PERSPECTIVE: "Perspektive", REACH: "Werte"}


def figures(asking: Asking) -> Figures:
    """City and areas at the latest period of each indicator that search and filters leave."""
    view, release, found = asking.view, asking.release, inventory(asking.store, asking.release)
    left = shown(found, view)
    rows = _rows(found, left, asking.catalogue, release)
    said = words.said(found, view, release)
    return page_figures(
        asking,
        said,
        title="Kennzahlen",
        unit="je Kennzahl verschieden",
        origin=origin(found, left),
        source=sources(found, left, asking.catalogue),
        filters=tuple((_NAMES[name], value) for name, value in view.more),
        notes=("Jede Zeile ist der neueste Wert ihrer Kennzahl in einem Raum.",),
        rows=rows,
        indicators=_described(found, left, asking),
    )


def sources(found: Inventory, left: frozenset[str], catalogue: Catalogue) -> str:
    """Titles of the sources of the values shown, each once."""
    facts = (fact for name, latest in found.latest.items() if name in left for fact in latest)
    return "; ".join(dict.fromkeys(catalogue.sources[fact.source].title for fact in facts))


def origin(found: Inventory, left: frozenset[str]) -> Origin:
    """Demo as soon as one value shown is."""
    present = {fact.origin for name, latest in found.latest.items() if name in left for fact in latest}
    order: tuple[Origin, ...] = ("demo", *LINE_ORIGINS)
    return next((one for one in order if one in present), "published")


def _rows(found: Inventory, left: frozenset[str], catalogue: Catalogue, release: str) -> tuple[Row, ...]:
    facts = (fact for name, latest in found.latest.items() if name in left for fact in latest)
    return tuple(row_of(fact, catalogue, release) for fact in facts)


def _described(found: Inventory, left: frozenset[str], asking: Asking) -> tuple[Described, ...]:
    addresses = hrefs(found, asking)
    kept = (entry for entry in found.entries if entry.indicator in left)
    return tuple(_one(entry, addresses[entry.indicator], asking.catalogue) for entry in kept)


def _one(entry: Entry, address: str, catalogue: Catalogue) -> Described:
    indicator = catalogue.indicators[entry.indicator]
    path, _, query = address.partition("?")
    return Described(
        kennzahl=indicator.id,
        titel=indicator.title,
        kurztitel=indicator.short_title,
        frage=indicator.question,
        einheit=indicator.unit,
        lebensphase=LIFE_PHASES[indicator.life_phase],
        perspektive=PERSPECTIVES[indicator.perspective],
        zaehler=indicator.numerator,
        nenner=indicator.denominator,
        quellen=tuple(catalogue.sources[name].title for name in indicator.sources),
        zeitraum=entry.period,
        werte=entry.reach,
        adresse=address,
        dateien=tuple(f"{path}.{ending}{f'?{query}' if query else ''}" for ending in ENDINGS),
    )
