"""Licences that sources name, and what is said where none is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dashboard.answers.daten.tables import Licence
from dashboard.catalogue.models import Source

_DE: Final = "https://www.govdata.de"
_PORTAL: Final = "http://dcat-ap.de/def/licenses"
#: By the id that the catalogue of sources uses; addresses are cited, never requested.
LICENCES: Final[dict[str, Licence]] = {
    licence.id: licence
    for licence in (
        Licence(
            "dl-de/by-2-0",
            "Datenlizenz Deutschland – Namensnennung – Version 2.0",
            f"{_DE}/dl-de/by-2-0",
            f"{_PORTAL}/dl-by-de/2.0",
        ),
        Licence(
            "dl-de/zero-2-0",
            "Datenlizenz Deutschland – Zero – Version 2.0",
            f"{_DE}/dl-de/zero-2-0",
            f"{_PORTAL}/dl-zero-de/2.0",
        ),
        Licence(
            "cc-by-4.0",
            "Creative Commons Namensnennung 4.0 International",
            "https://creativecommons.org/licenses/by/4.0/",
            f"{_PORTAL}/cc-by/4.0",
        ),
        Licence(
            "cc-zero",
            "Creative Commons Zero 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            f"{_PORTAL}/cc-zero",
        ),
    )
}
NOT_NAMED: Final = "in den Unterlagen nicht genannt"
MIXED: Final = (
    "Jede Quelle hat ihre eigene Lizenz (Tabelle „quellen“). Wo keine genannt ist, sind die Rechte bei der "
    "herausgebenden Stelle zu klären; einzelne Zahlen dürfen mit Quelle zitiert werden."
)


def licence_title(source: Source) -> str:
    """The licence of a source in words."""
    known = LICENCES.get(source.licence)
    return known.title if known else source.licence or NOT_NAMED


def named(sources: Iterable[Source]) -> tuple[Licence, ...]:
    """The known licences among those of the sources, each once."""
    found = dict.fromkeys(source.licence for source in sources)
    return tuple(LICENCES[name] for name in found if name in LICENCES)
