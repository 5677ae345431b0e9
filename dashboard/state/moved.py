"""Names that have moved: an old link means what is called differently today.

Made from ``data/catalogue/umzug.toml`` of the current release, and understood in every address for good.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


def _none() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Gone:
    """An indicator that is no longer there; ``successor`` is empty where there is none."""

    title: str
    since: str
    reason: str
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Moves:
    """Old name → new name, by kind; ``gone``: retired indicators by their id."""

    indicators: Mapping[str, str] = field(default_factory=_none)
    areas: Mapping[str, str] = field(default_factory=_none)
    parameters: Mapping[str, str] = field(default_factory=_none)
    gone: Mapping[str, Gone] = field(default_factory=lambda: MappingProxyType({}))

    def query(self, sent: Mapping[str, str]) -> dict[str, str]:
        """The same parameters under their present names; a present name that is there as well wins."""
        renamed = {present(name, self.parameters): value for name, value in sent.items()}
        return renamed | {name: value for name, value in sent.items() if name not in self.parameters}

    def indicator(self, asked: str, known: Collection[str]) -> str:
        """The id under which a release knows an indicator: as asked, its new name, or its old one."""
        return _settled(asked, known, self.indicators)

    def area(self, asked: str, known: Collection[str]) -> str:
        """The id under which a release knows an area: as asked, its new name, or its old one."""
        return _settled(asked, known, self.areas)


def present(name: str, steps: Mapping[str, str]) -> str:
    """The last name of a chain of moves. A circle, which the catalogue refuses, ends where it closes."""
    passed: set[str] = set()
    while name in steps and name not in passed:
        passed.add(name)
        name = steps[name]
    return name


def _settled(asked: str, known: Collection[str], steps: Mapping[str, str]) -> str:
    if not asked or asked in known:
        return asked
    today = present(asked, steps)
    if today in known:
        return today
    # An old release, asked with a name that came later.
    same = (old for old in steps if present(old, steps) == today and old in known)
    return next(same, asked)
