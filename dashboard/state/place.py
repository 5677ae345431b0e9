"""Where a view is at home: the address of its page, the views inside it and parameters only it knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

_SLUG = "[a-z0-9-]{1,80}"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of one page. Its default is never written into an address.

    ``choice``: one of ``allowed``, the first is the default. ``year``: a year the indicator has values
    for. ``number``: a decimal number within ``low`` and ``high`` (both inclusive), default ``default``;
    ``whole``: one without decimals.
    ``text``: whatever ``pattern`` matches in whole. ``weights``: whole numbers ``low`` … ``high`` by key, as
    :mod:`dashboard.state.weights` writes them; a form may send each as a field ``prefix`` + key.
    """

    name: str
    kind: Literal["choice", "year", "number", "text", "weights"] = "choice"
    allowed: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    default: str = ""
    pattern: str = ""
    prefix: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A page's place. ``pattern`` is its address; ``{kennzahl}`` or ``{raum}`` in it stand in the path.

    ``indicators``: ids the page can show, the first is its default; empty: all, with the release's own
    default. ``every_area``: an area of either partition, whatever the indicator has. ``default_view``:
    the name under which the first view is known; an address may say it, but it is never written.
    ``facilities``: planners see those of the area.
    """

    name: str
    pattern: str
    views: tuple[str, ...] = ()
    more: tuple[Parameter, ...] = ()
    indicators: tuple[str, ...] = ()
    every_area: bool = False
    facilities: bool = False
    default_view: str = ""

    def in_path(self, parameter: str) -> bool:
        """Whether the parameter stands in the path."""
        return f"{{{parameter}}}" in self.pattern

    def path(self, parameters: Mapping[str, str]) -> str:
        """The address without its query string."""
        return self.pattern.format(**parameters)

    def read(self, path: str) -> dict[str, str] | None:
        """The parameters in a path of this page; None for the path of another page."""
        found = _expression(self.pattern).fullmatch(path)
        return found.groupdict() if found else None


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """What an address must look like; one for each of our places."""
    return re.compile(re.sub(r"\{(\w+)\}", rf"(?P<\1>{_SLUG})", pattern))


KARTE = Place("karte", "/", views=("verlauf",))
KENNZAHL = Place(
    "kennzahl",
    "/kennzahl/{kennzahl}",
    views=("abstand", "vergleich"),
    more=(Parameter("werte", allowed=("einzeln", "dreijahr")), Parameter("seit", "year")),
)
KENNZAHLEN = Place(
    "kennzahlen",
    "/kennzahl",
    more=(
        Parameter("suche", "text", pattern=r"[^\x00-\x1f]{1,80}"),
        Parameter("perspektive", allowed=("alle", "adressaten", "prozesse", "kosten", "fachkraefte")),
        Parameter("werte", allowed=("alle", "sozialraum", "stadtbezirk", "stadt", "ohne")),
    ),
)
SOZIALRAUM = Place("sozialraum", "/sozialraum/{raum}", every_area=True, facilities=True)
SOZIALRAEUME = Place("sozialraeume", "/sozialraum")
DATEN = Place("daten", "/daten")
#: How small numbers are protected: counts and rules, never what is hidden.
GEHEIMHALTUNG = Place("geheimhaltung", "/daten/geheimhaltung")
#: The school forms a child may change to, the one under discussion first.
SCHOOL_FORMS = (
    "uebergang-gymnasium",
    "uebergang-gesamtschule",
    "uebergang-sekundarschule",
    "uebergang-realschule",
    "uebergang-hauptschule",
    "uebergang-foerderschule",
    "uebergang-sonstige",
)
UEBERGAENGE = Place(
    "uebergaenge",
    "/uebergaenge",
    views=("abstand", "empfehlung", "schulen", "kette"),
    indicators=SCHOOL_FORMS,
    default_view="quoten",
    facilities=True,
)
KOSTEN = Place(
    "kosten",
    "/kosten",
    views=("ursachen", "praevention", "raeume", "szenario", "projekt"),
    more=(
        Parameter("euro", allowed=("nominal", "real")),
        Parameter("bezug", allowed=("summe", "je-1000")),
        Parameter("von", "year", default="2010"),
        Parameter("faktoren", allowed=("drei", "tage")),
        Parameter("bereich", allowed=("alle", "stationaer", "teilstationaer", "ambulant", "uebergreifend")),
        Parameter("faelle", "number", low=-6, high=6, default="-2"),
        Parameter("preis", "number", low=-6, high=8, default="1.5"),
        Parameter("zieljahr", "number", low=2020, high=2060, default="2030", whole=True),
    ),
    indicators=("hze-aufwendungen",),
)
_PHASES = (
    "start", "kita", "grundschule", "uebergang-sek1", "sek1", "uebergang-beruf", "sek2", "eltern",
    "fachkraefte", "alle",
)  # fmt: skip
#: Targets by perspective, as matrix, along the life phases, and whether the areas approach each other.
ZIELE = Place(
    "ziele",
    "/ziele",
    views=("matrix", "lebensphasen", "annaeherung"),
    more=(
        Parameter("ziele", allowed=("alle", "programm", "fortgeschrieben")),
        Parameter("phase", allowed=("jede", *_PHASES)),
        Parameter("perspektive", allowed=("alle", "adressaten", "prozesse", "kosten", "fachkraefte")),
        Parameter("status", allowed=("alle", "erreicht", "auf-kurs", "nicht-auf-kurs", "verfehlt", "offen")),
        Parameter("sortierung", "text", pattern=f"-?{_SLUG}"),
    ),
    default_view="scorecard",
)
#: What became of the areas with a measure; the indicator is one of the measure's life phase.
WIRKUNG = Place(
    "wirkung",
    "/ziele/wirkung",
    more=(Parameter("massnahme", "text", pattern=_SLUG),),
)
#: By which rule posts or euros are shared out. ``gezeigt`` is only sent by the form: the preset whose
#: weights its fields held. Amounts of posts and euros are apart, so that neither is read as the other.
RESSOURCEN = Place(
    "ressourcen",
    "/ressourcen",
    more=(
        Parameter("vorlage", "text", pattern=_SLUG),
        Parameter("gewichte", "weights", low=0, high=5, prefix="gewicht-"),
        Parameter("art", allowed=("viertelstellen", "ganze-stellen", "euro")),
        Parameter("stellen", "number", low=0, high=10_000, default="20"),
        Parameter("mindest-stellen", "number", low=0, high=1_000, default="0"),
        Parameter("euro", "number", low=0, high=999_999_999, default="500000"),
        Parameter("mindest-euro", "number", low=0, high=99_999_999, default="0"),
        Parameter("bezug", "text", pattern=_SLUG),
        Parameter("staerke", "number", low=0, high=50, default="20"),
        Parameter("gezeigt", "text", pattern=_SLUG),
    ),
    facilities=True,
)
