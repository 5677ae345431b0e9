"""What a template for one indicator holds: columns, what may stand in them, rows of an example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area, Indicator, PeriodKind
from dashboard.model import Status
from dashboard.wording.numbers import MARKS
from dashboard.wording.periods import period_label
from dashboard.wording.signs import STATUS_WORDS

SHEET: Final = "Werte"
HEADER_ROW: Final = 3  # counted from 1, as workbooks do; above it what the table is and what the columns mean
TOTAL_WORD: Final = "insgesamt"
_YEARS: Final = 15  # periods to choose from, the latest first
_PERIOD_HEADS: Final[dict[PeriodKind, str]] = {
    "year": "Jahr", "school_year": "Schuljahr", "key_date": "Stichtag",
}  # fmt: skip
_DEMO: Final = "beispieldaten"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: our field of lieferung.toml, its heading, and what belongs into it."""

    field: str
    head: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Sign:
    """What may stand in place of a number; ``meaning`` is its word in lieferung.toml."""

    mark: str
    words: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Template:
    """Everything about the template of one indicator. ``areas``: the Sozialräume and the city, last."""

    indicator: Indicator
    areas: tuple[Area, ...]
    periods: tuple[str, ...]
    categories: tuple[str, ...]
    columns: tuple[Column, ...]
    source: str

    @property
    def file(self) -> str:
        """The name of the workbook, which its description repeats."""
        return f"{self.indicator.id}.xlsx"


_MEANINGS: Final[dict[Status, str]] = {
    "hidden": "geheim", "unknown": "unbekannt", "later": "spaeter", "uncertain": "unsicher",
    "nothing": "nichts", "senseless": "sinnlos",
}  # fmt: skip
SIGNS: Final = tuple(Sign(mark, STATUS_WORDS[status], _MEANINGS[status]) for status, mark in MARKS.items())
#: What keyboards and office programs make of these signs.
ALSO_WRITTEN: Final = {"...": "spaeter", "-": "nichts", "−": "nichts"}


def template(indicator: Indicator, catalogue: Catalogue, year: int) -> Template:
    """The template of an indicator; ``year`` is the latest that can be chosen."""
    categories = _categories(indicator)
    return Template(
        indicator=indicator,
        areas=(*catalogue.partition("sozialraum"), catalogue.city),
        periods=_periods(indicator, year),
        categories=categories,
        columns=tuple(_columns(indicator, bool(categories))),
        source=next((id_ for id_ in indicator.sources if id_ != _DEMO), indicator.sources[0]),
    )


def _periods(indicator: Indicator, year: int) -> tuple[str, ...]:
    last = min(year, indicator.valid_until or year)
    first = max(last - _YEARS + 1, indicator.valid_from or 0)
    return tuple(period_label(indicator, each) for each in range(last, min(first, last) - 1, -1))


def _categories(indicator: Indicator) -> tuple[str, ...]:
    """„insgesamt“ and all categories by their titles; by their ids where a title is not theirs alone."""
    found = [category for dimension in indicator.breakdowns for category in dimension.categories]
    titles = [category.title.casefold() for category in found]
    named = (
        category.title if titles.count(category.title.casefold()) == 1 else category.id for category in found
    )
    return (TOTAL_WORD, *named) if found else ()


def _columns(indicator: Indicator, broken_down: bool) -> list[Column]:
    found = [
        Column("raum", "Raum", "Sozialraum oder die Stadt insgesamt, aus der Liste"),
        Column("zeitraum", _PERIOD_HEADS[indicator.period], _period_meaning(indicator)),
    ]
    if broken_down:
        found.append(Column("merkmal", "Merkmal", f"Ausprägung aus der Liste; „{TOTAL_WORD}“ für alle"))
    found += _numbers(indicator)
    return [*found, Column("anmerkung", "Anmerkung", "wenn nötig; steht öffentlich an der Zahl")]


def _period_meaning(indicator: Indicator) -> str:
    if indicator.period == "school_year":
        return "Schuljahr wie 2024/25"
    if indicator.period == "key_date":
        return f"Stichtag {indicator.key_date} mit Jahr"
    return "Kalenderjahr wie 2024"


def _numbers(indicator: Indicator) -> list[Column]:
    if indicator.kind == "euro":
        return [Column("betrag", "Betrag in Euro", f"{indicator.numerator}; auf den Cent genau")]
    if indicator.kind in ("share", "rate"):
        return [
            Column("zaehler", "Zähler", indicator.numerator),
            Column("nenner", "Nenner", indicator.denominator or "alle, auf die sich der Zähler bezieht"),
            Column("wert", "Wert", f"{indicator.unit}; nur nötig, wenn Zähler und Nenner fehlen"),
        ]
    return [Column("wert", "Wert", f"{indicator.numerator} ({indicator.unit})")]
