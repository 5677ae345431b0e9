"""The licences of sources in words, and what is said where none is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dashboard.catalogue.models import Source
from dashboard.publishing import LICENCES, Licence

NOT_NAMED: Final = "nicht genannt"
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
