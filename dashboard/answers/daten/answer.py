"""The answer of ``/daten``: can I trust it, and have it?"""

from __future__ import annotations

from typing import Final

from dashboard.answers import file_names
from dashboard.answers.daten import lines
from dashboard.answers.daten.counts import detail, headline
from dashboard.answers.daten.held import Held, corrections, held
from dashboard.answers.daten.licences import MIXED
from dashboard.answers.daten.offers import BOUNDARIES, CATALOGUE, DESCRIPTION, RELEASE, Offer
from dashboard.answers.daten.parts import DatenAnswer, File
from dashboard.answers.daten.templates import groups
from dashboard.answers.daten.whole import info_of
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Option, Said
from dashboard.answers.sozialraum.method import STATISTICS
from dashboard.state import GEHEIMHALTUNG, KENNZAHLEN
from dashboard.store.contents import ReleaseInfo
from dashboard.wording import numbers

#: Address of the accessibility declaration.
ACCESSIBILITY: Final = "/daten/barrierefreiheit"
_METHODS: Final = (
    *STATISTICS[:3],
    "Abstand und Annäherung: gegen das Band, das der Zufall allein bei gleichen Quoten ergäbe.",
    "Ziele: Status nach festgelegter Regel aus Ausgangswert, Zielwert und Verlauf.",
)


def answer(asking: Asking) -> DatenAnswer:
    """Put the page together: same releases, same answer."""
    view, release, catalogue = asking.view, asking.release, asking.catalogue
    info = info_of(asking.store, release)
    found = held(asking.store, release, info.content_hash)
    changed = corrections(asking.store, release, info.content_hash)
    known = asking.store.releases()
    listed = tuple(lines.sources(found, catalogue))
    return DatenAnswer(
        key=(release, view, view.notices, tuple(entry.id for entry in known)),
        view=view,
        address=view.address(asking.choices),
        said=_said(asking, info, found),
        demo=bool(found.counts.demo),
        release=release,
        files=tuple(_file(offer, view.stand) for offer in RELEASE),
        boundaries=tuple(_file(offer, view.stand) for offer in BOUNDARIES),
        services=_services(view.stand),
        trust=_trust(asking),
        releases=tuple(lines.releases(asking, known)),
        corrections=lines.correction_table(changed, catalogue),
        more_corrections=_more(len(changed)),
        deliveries=tuple(lines.delivery(entry, found, catalogue) for entry in info.deliveries),
        sources=listed,
        unused=len(catalogue.sources) - len(listed),
        methods=_METHODS,
        licence=MIXED,
        counts=found.counts,
        templates=groups(catalogue),
    )


def _said(asking: Asking, info: ReleaseInfo, found: Held) -> Said:
    words = headline(asking.release, found.counts)
    years = (found.counts.first_year, found.counts.last_year)
    return Said(
        title=f"Daten und Downloads – Datenstand {asking.release} – Sozialraum-Monitor Hamm",
        headline=words,
        subtitle=f"Alles zum Herunterladen, erstellt am {info.created:%d.%m.%Y}",
        detail=detail(found.counts),
        copy_text=f"{words}.",
        period=asking.release,
        notices=asking.view.notices,
        file=file_names.stem("Daten", asking.catalogue.city.name, file_names.span(years), asking.release),
    )


def _file(offer: Offer, stand: str) -> File:
    return File(offer.title, offer.note, offer.ending.upper(), offer.address(stand))


def _services(stand: str) -> tuple[tuple[Option, str], ...]:
    pinned = f"?stand={stand}" if stand else ""
    return (
        (("Beschreibung der JSON-Adressen (OpenAPI)", f"{DESCRIPTION}{pinned}"),
         "Jede Seite gibt ihre Werte unter ihrer Adresse mit der Endung .json heraus."),
        (("Metadaten nach DCAT-AP.de", f"{CATALOGUE}{pinned}"),
         "Für Open-Data-Portale, die diese Daten aufnehmen."),
    )  # fmt: skip


def _trust(asking: Asking) -> tuple[tuple[Option, str], ...]:
    indicators, protection = (
        asking.view.at(place).address(asking.choices) for place in (KENNZAHLEN, GEHEIMHALTUNG)
    )
    return (
        (("Definitionen aller Kennzahlen", indicators),
         "Frage, Zähler, Nenner, Quelle und was man wissen sollte."),
        (("Bericht zur Geheimhaltung", protection),
         "Wie kleine Zahlen geschützt werden und wie der Schutz geprüft ist."),
        (("Erklärung zur Barrierefreiheit", ACCESSIBILITY),
         "Was geht, was noch nicht, und wohin Sie Barrieren melden."),
    )  # fmt: skip


def _more(count: int) -> str:
    if count <= lines.LISTED:
        return ""
    return (
        f"Gezeigt sind {numbers.number(lines.LISTED)} von {numbers.number(count)}; alle stehen in der "
        "Tabelle „korrekturen“ des Datenpakets."
    )
