"""The tables beside the values: indicators, areas, sources, deliveries and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.answers.daten import columns
from dashboard.answers.daten.tables import Cell, DataTable
from dashboard.catalogue.catalogue import LIFE_PHASES, PERSPECTIVES, Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.model import Observation
from dashboard.store.contents import Correction, DeliveryInfo
from dashboard.store.facts import Fact
from dashboard.wording.periods import period_label

_BETWEEN = " | "  # parts of one cell


def indicators(catalogue: Catalogue) -> DataTable:
    """Every indicator of the catalogue with its definition, those without values too."""
    rows = tuple(_indicator(entry, catalogue) for entry in catalogue.indicators.values())
    return DataTable("kennzahlen", "Kennzahlen", columns.INDICATORS, rows, ("kennzahl",))


def _indicator(indicator: Indicator, catalogue: Catalogue) -> tuple[Cell, ...]:
    categories = (
        f"{dimension.title}: {category.title} ({category.id})"
        for dimension in indicator.breakdowns
        for category in dimension.categories
    )
    breaks = (f"ab {period_label(indicator, entry.year)}: {entry.reason}" for entry in indicator.breaks)
    sources = (catalogue.sources[name].title for name in indicator.sources)
    return (
        indicator.id, indicator.title, indicator.short_title, indicator.question, indicator.unit,
        indicator.decimals, indicator.polarity, LIFE_PHASES[indicator.life_phase],
        PERSPECTIVES[indicator.perspective], indicator.numerator, indicator.denominator, indicator.period,
        _BETWEEN.join(categories), max(indicator.small_numbers.k - 1, 0), _BETWEEN.join(indicator.notes),
        indicator.processing, _BETWEEN.join(breaks), _BETWEEN.join(sources),
    )  # fmt: skip


def areas(catalogue: Catalogue) -> DataTable:
    """Every area of the catalogue but facilities, which are not public."""
    public = (area for area in catalogue.areas.values() if area.kind != "einrichtung")
    rows = tuple((area.id, area.name, area.kind, area.key) for area in public)
    return DataTable("raeume", "Räume", columns.AREAS, rows, ("raum",))


def sources(catalogue: Catalogue) -> DataTable:
    """Every source with its publisher and licence."""
    rows = tuple(
        (source.id, source.title, source.publisher, source.date, source.licence, source.url)
        for source in catalogue.sources.values()
    )
    return DataTable("quellen", "Quellen", columns.SOURCES, rows, ("quelle_id",))


def deliveries(entries: Iterable[DeliveryInfo], feeding: Mapping[str, tuple[str, ...]]) -> DataTable:
    """The deliveries of a release. ``feeding``: ids of the sources of each one's values."""
    rows = tuple(_delivery(entry, feeding.get(entry.id, ())) for entry in entries)
    return DataTable("lieferungen", "Lieferungen", columns.DELIVERIES, rows, ("lieferung",))


def _delivery(entry: DeliveryInfo, sources: tuple[str, ...]) -> tuple[Cell, ...]:
    files = _BETWEEN.join(f"{name} {digest}" for name, digest in entry.files)
    remarks = _BETWEEN.join(entry.warnings)
    return (
        entry.id, entry.title, entry.supplier, entry.received, entry.origin, entry.rows,
        _BETWEEN.join(sources), remarks, files,
    )  # fmt: skip


def sources_by_delivery(facts: Iterable[Fact | Observation]) -> dict[str, tuple[str, ...]]:
    """Ids of the sources that each delivery's values name, sorted."""
    pairs = {(fact.delivery, fact.source) for fact in facts if fact.delivery}
    found: dict[str, tuple[str, ...]] = {}
    for delivery, source in sorted(pairs):
        found[delivery] = (*found.get(delivery, ()), source)
    return found


def corrections(entries: Iterable[Correction]) -> DataTable:
    """What differs from the release before."""
    rows = tuple(
        (entry.kind, entry.indicator, entry.area, entry.year, entry.breakdown, entry.origin, entry.source,
         entry.old, entry.new)
        for entry in entries
    )  # fmt: skip
    return DataTable("korrekturen", "Korrekturen", columns.CORRECTIONS, rows, ())
