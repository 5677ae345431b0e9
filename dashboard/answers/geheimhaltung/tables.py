"""The report's tables: values by life phase, hidden ones by indicator, and the rules."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.geheimhaltung.counted import ALL
from dashboard.answers.geheimhaltung.parts import Family, Protected, Tally
from dashboard.answers.geheimhaltung.words import PICTURE, percent
from dashboard.answers.parts import Table
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.wording import numbers, signs
from dashboard.wording.grammar import capital

_FAMILIES = (
    "Lebensphase", "Werte", "gezeigt", "selbst klein", "zum Schutz anderer", "ohne bekannte Zahl", "verdeckt",
)  # fmt: skip
_INDICATORS = (
    "Kennzahl", "Herkunft", "Werte", "selbst klein", "zum Schutz anderer", "verdeckt",
    "Tabellen mit Verdecktem", "engster Bereich",
)  # fmt: skip


def by_family(families: Sequence[Family], total: Tally) -> Table:
    """A row per life phase; all together in the last one."""
    rows = tuple(_family(family.title, family.tally) for family in families)
    return Table(PICTURE, _FAMILIES, (*rows, _family(capital(ALL), total)))


def _family(title: str, tally: Tally) -> tuple[str, ...]:
    counts = (tally.cells, tally.shown, tally.primary, tally.secondary, tally.unknown)
    return (title, *(numbers.number(count) for count in counts), percent(tally.share(tally.hidden)))


def by_indicator(found: Sequence[Protected]) -> Table:
    """The indicators that have hidden values, most first."""
    concerned = sorted(
        (entry for entry in found if entry.tally.hidden), key=lambda entry: -entry.tally.hidden
    )
    return Table(
        "Kennzahlen mit verdeckten Werten", _INDICATORS, tuple(_indicator(entry) for entry in concerned)
    )


def _indicator(entry: Protected) -> tuple[str, ...]:
    tally = entry.tally
    counts = (tally.cells, tally.primary, tally.secondary)
    return (
        entry.indicator.title,
        signs.origin_word(entry.origin),
        *(numbers.number(count) for count in counts),
        percent(tally.share(tally.hidden)),
        numbers.number(entry.tables),
        numbers.with_unit(100 * entry.narrowest, "%", 0) if entry.narrowest is not None else "–",
    )


def rules(catalogue: Catalogue) -> Table:
    """What is small, for each indicator that counts people or cases."""
    return Table(
        "Regeln nach Kennzahl",
        ("Kennzahl", "verdeckt sind Zahlen von 1 bis", "kleinster Nenner", "Null"),
        tuple(_rule(indicator) for indicator in catalogue.indicators.values() if indicator.sampling),
    )


def _rule(indicator: Indicator) -> tuple[str, ...]:
    rule = indicator.small_numbers
    return (
        indicator.title,
        numbers.number(rule.k - 1) if rule.k > 1 else "–",
        numbers.number(rule.n_min) if rule.n_min else "–",
        "verdeckt" if rule.hide_zero else "gezeigt",
    )
