"""What the page needs of all rows of a release: counted once and kept, for a release never changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from dashboard.answers.daten.catalogue_tables import sources_by_delivery
from dashboard.answers.daten.counts import Counts, counts_of
from dashboard.answers.daten.whole import info_of
from dashboard.store.contents import Correction
from dashboard.store.read import Store

_KEPT = 32  # releases, a few kilobytes each


@dataclass(frozen=True, slots=True)
class Held:
    """``by_source``: how many values name a source; ``feeding``: sources of each delivery."""

    counts: Counts
    by_source: Mapping[str, int]
    feeding: Mapping[str, tuple[str, ...]]


@lru_cache(_KEPT)
def held(store: Store, release: str, content_hash: str) -> Held:
    """Count one release; the hash tells a rebuilt one of the same name apart. Raises UnknownRelease."""
    rows = store.observations(release)
    info = info_of(store, release)
    return Held(
        counts=counts_of(rows, store.catalogue(release), info),
        by_source=Counter(row.source for row in rows),
        feeding=sources_by_delivery(rows),
    )


@lru_cache(_KEPT)
def corrections(store: Store, release: str, content_hash: str) -> tuple[Correction, ...]:
    """What differs from the release before."""
    return store.corrections(release)
