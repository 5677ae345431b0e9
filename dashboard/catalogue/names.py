"""Which area a supplier means: names, aliases and official keys, never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dashboard.catalogue.models import Area, AreaKind

PARTITIONS: tuple[AreaKind, ...] = ("sozialraum", "stadtbezirk")

#: Words that say outright which partition a name belongs to.
_PREFIXES: Mapping[str, tuple[str, ...]] = {
    "sozialraum": ("sozialraum",),
    "stadtbezirk": ("stadtbezirk", "bezirk"),
}
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def normalised(text: str) -> str:
    """``text`` without differences of case, spacing, hyphens and umlaut spelling.

    A key loses its leading zeros, as it does in a spreadsheet: "05915000" and "5915000" are one.
    """
    folded = unicodedata.normalize("NFKC", text).lower().translate(_UMLAUTS)
    words = re.sub(r"[^0-9a-z]+", " ", folded).strip()
    return words.lstrip("0") if words.isdigit() else words


def plain_names(area: Area) -> Iterator[str]:
    """What an area is called without saying which partition is meant, normalised."""
    yield normalised(area.short_name)
    yield from (normalised(alias) for alias in area.aliases)
    if area.kind != "stadtbezirk":
        yield normalised(area.id)
        yield normalised(area.name)


def explicit_names(area: Area) -> Iterator[str]:
    """What only this area can be called: "Stadtbezirk Heessen", its id, its official key; normalised."""
    if area.key:
        yield normalised(area.key)
    if area.kind == "stadtbezirk":
        yield normalised(area.id)
        yield normalised(area.name)
    for prefix in _PREFIXES.get(area.kind, ()):
        yield from (f"{prefix} {name}" for name in plain_names(area))


@dataclass(frozen=True, slots=True)
class AreaNames:
    """The areas by their normalised names; a name may belong to several areas."""

    explicit: Mapping[str, frozenset[str]]
    plain: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, areas: Iterable[Area]) -> AreaNames:
        """The index over ``areas``."""
        explicit: dict[str, set[str]] = defaultdict(set)
        plain: dict[str, set[str]] = defaultdict(set)
        for area in areas:
            for name in explicit_names(area):
                explicit[name].add(area.id)
            for name in plain_names(area):
                plain[name].add(area.id)
        return cls(_frozen(explicit), _frozen(plain))

    def candidates(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Ids that ``text`` names outright, and ids that it names if the partition is right."""
        name = normalised(text)
        return self.explicit.get(name, frozenset()), self.plain.get(name, frozenset())


def _frozen(index: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(ids) for name, ids in index.items()}


def resolve(names: AreaNames, areas: Mapping[str, Area], text: str, kind: AreaKind | None) -> Area | None:
    """The one area that ``text`` names, or ``None`` when it is unknown or could be several.

    A plain name means the partition ``kind`` (a Sozialraum unless said otherwise) or an area that
    belongs to no partition, such as the city; it never means an area of the other partition.
    """
    meant = kind or "sozialraum"
    explicit, plain = names.candidates(text)
    fitting = {id_ for id_ in plain if areas[id_].kind == meant or areas[id_].kind not in PARTITIONS}
    found = explicit | fitting
    return areas[next(iter(found))] if len(found) == 1 else None
