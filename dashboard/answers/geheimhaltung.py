"""The report on protected small numbers: how many cells are hidden, by which rule; never what is in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.answers.parts import Table
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.store.contents import Audit, ReleaseInfo
from dashboard.wording import numbers, signs

_HEADER = (
    "Kennzahl", "Herkunft", "Tabellen", "Zellen", "selbst klein", "zum Schutz anderer", "verdeckt",
    "engstes Intervall",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GeheimhaltungAnswer:
    """What the report says about one release."""

    release: str
    headline: str
    detail: str
    table: Table
    rules: Table


def answer(release: ReleaseInfo, catalogue: Catalogue, audit: Sequence[Audit]) -> GeheimhaltungAnswer:
    """Sum the audit up by indicator and origin. ``audit`` has one row per table with a hidden cell."""
    cells, primary, secondary = (
        sum(getattr(row, name) for row in audit) for name in ("cells", "primary", "secondary")
    )
    return GeheimhaltungAnswer(
        release=release.id,
        headline=_headline(primary + secondary),
        detail=_detail(len(audit), cells, primary, secondary),
        table=Table("Tabellen mit verdeckten Werten, nach Kennzahl", _HEADER, _rows(catalogue, audit)),
        rules=Table(
            "Regeln nach Kennzahl",
            ("Kennzahl", "verdeckt sind Zahlen von 1 bis", "kleinster Nenner", "Null"),
            tuple(_rule(indicator) for indicator in catalogue.indicators.values() if indicator.sampling),
        ),
    )


def _headline(hidden: int) -> str:
    if not hidden:
        return "In diesem Datenstand ist kein Wert verdeckt"
    return f"{numbers.number(hidden)} Werte sind verdeckt, und keiner lässt sich aus den gezeigten errechnen"


def _detail(tables: int, cells: int, primary: int, secondary: int) -> str:
    if not tables:
        return "Keine Tabelle enthält eine Zahl, die nach den Regeln geheim zu halten ist."
    return (
        f"In {numbers.number(tables)} Tabellen mit {numbers.number(cells)} Zellen: "
        f"{numbers.number(primary)}, weil sie selbst klein sind oder so geliefert wurden, "
        f"{numbers.number(secondary)}, damit niemand jene zurückrechnen kann. "
        "Welche Zelle welchen Grund hat, wird nirgends gesagt."
    )


def _rows(catalogue: Catalogue, audit: Sequence[Audit]) -> tuple[tuple[str, ...], ...]:
    grouped: dict[tuple[str, str], list[Audit]] = defaultdict(list)
    for row in audit:
        grouped[row.indicator, row.origin].append(row)
    return tuple(_row(catalogue.indicators[indicator], rows) for (indicator, _), rows in grouped.items())


def _row(indicator: Indicator, rows: Sequence[Audit]) -> tuple[str, ...]:
    cells, primary, secondary = (
        sum(getattr(row, name) for row in rows) for name in ("cells", "primary", "secondary")
    )
    narrowest = min((row.narrowest for row in rows if row.narrowest is not None), default=None)
    return (
        indicator.title,
        signs.origin_word(rows[0].origin),
        numbers.number(len(rows)),
        numbers.number(cells),
        numbers.number(primary),
        numbers.number(secondary),
        numbers.with_unit(100 * (primary + secondary) / cells, "%", 1) if cells else "–",
        numbers.with_unit(100 * narrowest, "%", 0) if narrowest is not None else "–",
    )


def _rule(indicator: Indicator) -> tuple[str, ...]:
    rule = indicator.small_numbers
    return (
        indicator.title,
        numbers.number(rule.k - 1) if rule.k > 1 else "–",
        numbers.number(rule.n_min) if rule.n_min else "–",
        "verdeckt" if rule.hide_zero else "gezeigt",
    )
