"""Which group of the login may see the facilities of which areas, as one line of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import normalize

_LEVELS = ("fachkräfte", "fachkraefte")  # the second for environments that know ASCII only
_AREA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class AccessSettingsError(ValueError):
    """A setting of this room cannot be used (German message)."""


@dataclass(frozen=True, slots=True)
class Grant:
    """The facilities of these areas; ``None`` = of all."""

    areas: frozenset[str] | None


def parse_groups(text: str) -> Mapping[str, Grant]:
    """``gruppe=fachkräfte;andere=fachkräfte:hamm-norden,mitte`` by group.

    The last ``=`` divides, so that names like ``cn=planung,ou=stadt`` are possible. Raises
    :class:`AccessSettingsError`, naming the entry.
    """
    entries = [entry.strip() for entry in normalize("NFC", text).split(";") if entry.strip()]
    found: dict[str, Grant] = {}
    for entry in entries:
        group, _, right = entry.rpartition("=")
        level, colon, areas = right.partition(":")
        if not group.strip() or level.strip() not in _LEVELS or group.strip() in found:
            raise AccessSettingsError(_refusal(entry))
        found[group.strip()] = Grant(_areas(areas, entry) if colon else None)
    return MappingProxyType(found)


def grant_of(groups: Iterable[str], mapping: Mapping[str, Grant]) -> Grant | None:
    """What somebody in these groups may see; several grants add up. ``None`` = the public figures only."""
    grants = [mapping[group] for group in groups if group in mapping]
    if not grants:
        return None
    limited = [grant.areas for grant in grants if grant.areas is not None]
    return Grant(frozenset().union(*limited) if len(limited) == len(grants) else None)


def _areas(text: str, entry: str) -> frozenset[str]:
    areas = [area.strip() for area in text.split(",")]
    if not all(_AREA.fullmatch(area) for area in areas):
        raise AccessSettingsError(_refusal(entry))
    return frozenset(areas)


def _refusal(entry: str) -> str:
    return (
        f"DASHBOARD_OIDC_GROUPS: „{entry}“ ist nicht zu verstehen. Erwartet wird „gruppe=fachkräfte“ oder "
        "„gruppe=fachkräfte:hamm-norden,mitte“, mehrere durch Semikolon getrennt, jede Gruppe einmal."
    )
