"""Where a view is at home: the address of its page, the views inside it and parameters only it knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

_SLUG = "[a-z0-9-]{1,80}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of one page. Its default is never written into an address.

    ``choice``: one of ``allowed``, the first is the default. ``year``: a year the indicator has values
    for. ``number``: a decimal number within ``low`` and ``high`` (both inclusive), default ``default``.
    ``text``: whatever ``pattern`` matches in whole.
    """

    name: str
    kind: Literal["choice", "year", "number", "text"] = "choice"
    allowed: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    default: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place. ``pattern`` is its address; ``{kennzahl}`` or ``{raum}`` in it stand in the path.

    ``indicators``: ids the page can show, the first is its default; empty: all, with the release's own
    default. ``every_area``: an area of either partition, whatever the indicator has.
    """

    name: str
    pattern: str
    views: tuple[str, ...] = ()
    more: tuple[Parameter, ...] = ()
    indicators: tuple[str, ...] = ()
    every_area: bool = False

    def in_path(self, parameter: str) -> bool:
        """Whether the parameter stands in the path."""
        return f"{{{parameter}}}" in self.pattern

    def path(self, parameters: Mapping[str, str]) -> str:
        """The address without its query string."""
        return self.pattern.format(**parameters)

    def read(self, path: str) -> dict[str, str] | None:
        """The parameters in a path of this page; None for the path of another page."""
        expression = re.sub(r"\{(\w+)\}", rf"(?P<\1>{_SLUG})", self.pattern)
        found = re.fullmatch(expression, path)
        return found.groupdict() if found else None


KARTE = Place("karte", "/", views=("verlauf",))
KENNZAHL = Place(
    "kennzahl",
    "/kennzahl/{kennzahl}",
    views=("abstand", "vergleich"),
    more=(Parameter("werte", allowed=("einzeln", "dreijahr")), Parameter("seit", "year")),
)
SOZIALRAUM = Place("sozialraum", "/sozialraum/{raum}", every_area=True)
