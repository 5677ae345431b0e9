"""Which figures are small numbers by themselves: the rule of the indicator's source."""

from __future__ import annotations

from dashboard.catalogue.models import Indicator
from dashboard.model import Observation


def count(row: Observation, indicator: Indicator) -> float | None:
    """The people or cases behind a figure, also where only value and denominator are delivered.

    ``None`` where nobody is counted: euros, posts, means, indices.
    """
    if indicator.kind == "count":
        return row.value if row.numerator is None else row.numerator
    if indicator.kind not in ("share", "rate") or not indicator.sampling:
        return None
    if row.numerator is not None or row.value is None or row.denominator is None:
        return row.numerator
    return float(round(row.value * row.denominator / indicator.per))


def measured(row: Observation, indicator: Indicator) -> float | None:
    """The number behind a figure: cents, people, or days in cases (one that runs all the time is 1)."""
    if indicator.kind == "euro":
        return row.cents
    found = count(row, indicator)
    return found if found is None else found / (indicator.most_per_case or 1)


def is_amount(indicator: Indicator) -> bool:
    """Whether nobody is counted, but money or days that go with cases."""
    return indicator.kind == "euro" or indicator.cases is not None


def is_small(row: Observation, indicator: Indicator, cases: float | None = None) -> bool:
    """Whether the figure has to be hidden by itself: numerator, complement, denominator, or cases.

    ``cases``: how many cases are behind an amount of money or of days, where that is known. Days of
    nobody knows how many cases are small: 300 of them may be those of a single one.
    """
    rule, x, n = indicator.small_numbers, count(row, indicator), row.denominator
    if _between(cases, rule.k):
        return True
    if indicator.most_per_case is not None:
        return cases is None and x is not None
    if has_small_base(row, indicator):
        return True
    if x is None:
        return False
    whole = n if indicator.kind == "share" and n is not None else None
    rest = None if whole is None else whole - x
    return _between(x, rule.k) or _between(rest, rule.k) or rule.hide_zero and _extreme(x, rest)


def has_small_base(row: Observation, indicator: Indicator) -> bool:
    """Whether so few people are behind the figure that their number itself is hidden."""
    rule, n = indicator.small_numbers, row.denominator
    return n is not None and counts_people(indicator) and (n < rule.n_min or _between(n, rule.k))


def counts_people(indicator: Indicator) -> bool:
    """Whether numerator and denominator are people or cases: not of posts or sums of money."""
    return indicator.sampling or indicator.kind == "mean"


def _between(number: float | None, k: int) -> bool:
    """1 … k − 1, also of a number that is not whole."""
    return number is not None and 0.5 <= number < k - 0.5


def _extreme(x: float, rest: float | None) -> bool:
    return round(x) == 0 or rest is not None and round(rest) == 0
