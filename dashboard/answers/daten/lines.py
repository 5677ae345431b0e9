"""Releases, corrections, deliveries and sources as the page lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dashboard.answers.daten.held import Held, corrections
from dashboard.answers.daten.licences import licence_title
from dashboard.answers.daten.parts import DeliveryLine, ReleaseLine, SourceLine
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.catalogue.catalogue import Catalogue
from dashboard.publishing import LICENCES
from dashboard.state import DATEN
from dashboard.store.contents import Correction, CorrectionKind, DeliveryInfo, ReleaseInfo
from dashboard.wording import numbers, signs
from dashboard.wording.periods import period_label

LISTED: Final = 200  # corrections; the data package holds all
_KINDS: Final[Mapping[CorrectionKind, str]] = {
    "corrected": "berichtigt",
    "added": "ergänzt",
    "withdrawn": "zurückgezogen",
}


def releases(asking: Asking, known: Sequence[ReleaseInfo]) -> Iterator[ReleaseLine]:
    """``known``: oldest first; the lines come newest first."""
    before: dict[str, str] = {info.id: last.id for last, info in zip(known, known[1:], strict=False)}
    for info in reversed(known):
        found = corrections(asking.store, info.id, info.content_hash)
        yield ReleaseLine(
            id=info.id,
            created=info.created.strftime("%d.%m.%Y"),
            content_hash=info.content_hash,
            deliveries=numbers.number(len(info.deliveries)),
            changes=_changes(found, before.get(info.id, "")),
            href=f"{DATEN.pattern}?stand={info.id}",
            shown=info.id == asking.release,
        )


def _changes(found: Sequence[Correction], before: str) -> str:
    if not before:
        return "erster Datenstand"
    counted = Counter(entry.kind for entry in found)
    words = [f"{numbers.number(counted[kind])} {word}" for kind, word in _KINDS.items() if counted[kind]]
    return f"gegenüber {before}: {', '.join(words) or 'kein Wert anders'}"


def correction_table(found: Sequence[Correction], catalogue: Catalogue) -> Table | None:
    """The first corrections of a release; those of values that were there before come first."""
    if not found:
        return None
    order = tuple(_KINDS)
    first = sorted(found, key=lambda entry: order.index(entry.kind))[:LISTED]
    return Table(
        "Was sich gegenüber dem Datenstand davor geändert hat",
        ("Kennzahl", "Raum", "Zeitraum", "Art", "vorher", "jetzt"),
        tuple(_correction(entry, catalogue) for entry in first),
    )


def _correction(entry: Correction, catalogue: Catalogue) -> tuple[str, ...]:
    indicator, area = catalogue.indicators.get(entry.indicator), catalogue.areas.get(entry.area)

    def text(value: float | None) -> str:
        if value is None:
            return "–"
        return numbers.figure(value, indicator) if indicator else numbers.number(value, 1)

    return (
        indicator.short_title if indicator else entry.indicator,
        area.short_name if area else entry.area,
        period_label(indicator, entry.year) if indicator else str(entry.year),
        _KINDS[entry.kind],
        text(entry.old),
        text(entry.new),
    )


def delivery(entry: DeliveryInfo, held: Held, catalogue: Catalogue) -> DeliveryLine:
    """One delivery with the sources that its values name."""
    return DeliveryLine(
        title=entry.title,
        supplier=entry.supplier,
        received=german_day(entry.received),
        origin=entry.origin,
        origin_word=signs.origin_word(entry.origin),
        values=numbers.number(entry.rows),
        sources=tuple(catalogue.sources[name].title for name in held.feeding.get(entry.id, ())),
        remarks=entry.warnings,
        files=entry.files,
        rows=entry.rows,
    )


def sources(held: Held, catalogue: Catalogue) -> Iterator[SourceLine]:
    """The sources that values name, in the order of the catalogue."""
    for source in catalogue.sources.values():
        if held.by_source.get(source.id):
            known = LICENCES.get(source.licence)
            yield SourceLine(
                title=source.title,
                publisher=source.publisher,
                date=source.date,
                url=source.url,
                licence=licence_title(source),
                licence_url=known.address if known else "",
                values=numbers.number(held.by_source[source.id]),
            )


def german_day(text: str) -> str:
    """ "2026-09-30" as "30.09.2026"; anything else as it is."""
    parts = text.split("-")
    return ".".join(reversed(parts)) if len(parts) == 3 and all(part.isdigit() for part in parts) else text
