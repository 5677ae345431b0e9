"""A whole release for files: its tables, and what a reader of them has to know."""

from __future__ import annotations

from typing import Final

from dashboard.answers.daten import catalogue_tables as tables
from dashboard.answers.daten.counts import Counts, counts_of, detail, headline
from dashboard.answers.daten.licences import MIXED
from dashboard.answers.daten.tables import Whole
from dashboard.answers.daten.values import values
from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Status
from dashboard.store.contents import ReleaseInfo
from dashboard.store.errors import UnknownRelease
from dashboard.store.read import Store
from dashboard.wording.signs import CERTAINTY_WORDS, STATUS_WORDS

TITLE: Final = "Sozialraum-Monitor Hamm"
_STATUSES: Final[tuple[tuple[str, Status], ...]] = (
    ("gültig", "valid"),
    ("eingeschränkt", "limited"),
    ("vorläufig", "provisional"),
    ("geheim", "hidden"),
    ("unbekannt", "unknown"),
    ("fällt später an", "later"),
    ("zu unsicher", "uncertain"),
    ("nichts vorhanden", "nothing"),
    ("entfällt", "senseless"),
)


def whole(store: Store, release: str) -> Whole:
    """Everything public of one release. Raises :class:`UnknownRelease`."""
    info, catalogue = info_of(store, release), store.catalogue(release)
    facts = store.every_fact(release)
    counts = counts_of(facts, catalogue, info)
    return Whole(
        release=release,
        created=info.created,
        content_hash=info.content_hash,
        title=TITLE,
        statement=headline(release, counts),
        detail=detail(counts),
        tables=(
            values(facts, catalogue, release),
            tables.indicators(catalogue),
            tables.areas(catalogue),
            tables.sources(catalogue),
            tables.deliveries(info.deliveries, tables.sources_by_delivery(facts)),
            tables.corrections(store.corrections(release)),
        ),
        about=_about(info, catalogue, counts),
        signs=_signs(),
    )


def info_of(store: Store, release: str) -> ReleaseInfo:
    """What is known of a release. Raises :class:`UnknownRelease`."""
    for info in store.releases():
        if info.id == release:
            return info
    raise UnknownRelease(f"Den Datenstand „{release}“ gibt es in dieser Datenbank nicht.")


def _about(info: ReleaseInfo, catalogue: Catalogue, counts: Counts) -> tuple[tuple[str, str], ...]:
    lines = (
        ("Titel", f"{TITLE}: alle Werte des Datenstands {info.id}"),
        ("Aussage", headline(info.id, counts)),
        ("Einzelheiten", detail(counts)),
        ("Datenstand", info.id),
        ("Erstellt", info.created.strftime("%d.%m.%Y")),
        ("Prüfsumme des Inhalts", f"SHA-256 {info.content_hash}"),
        ("Räume", "; ".join(area.name for area in catalogue.partition("sozialraum"))),
        ("Lizenz", MIXED),
        ("Geheimhaltung", "Kleine Zahlen und solche, aus denen sie folgen, sind leer (Status geheim)."),
        ("Grenzen", "Die Grenzen der Sozialräume sind generalisiert und nicht amtlich."),
    )
    return lines


def _signs() -> tuple[tuple[str, str], ...]:
    return (
        ("Herkunft demo", "erzeugter Beispielwert, sagt nichts über Hamm"),
        ("Herkunft published", "anderswo veröffentlichter Wert mit seiner Quelle"),
        ("Herkunft delivered", "gelieferter Wert"),
        *((f"Status {word}", STATUS_WORDS[status]) for word, status in _STATUSES),
        *((f"Sicherheit {name}", word) for name, word in CERTAINTY_WORDS.items()),
        ("Lesart ab 1", "widersprechende Angabe derselben Quelle; gezeigt wird Lesart 0"),
        ("Merkmal insgesamt", "nicht untergliedert"),
        ("leere Zelle", "keine Angabe; nie null"),
    )
