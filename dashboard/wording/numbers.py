"""Numbers as German readers print them: "179.968", "21,9 %", "27,1 Mio. €", "−3,1 %".

A number and its unit are held together by a no-break space, a percent sign by a narrow one.
Everything is rounded half up, once, by :func:`rounded`; differences are taken of rounded values
wherever both are printed, so that a reader can check them.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from dashboard.catalogue.models import Indicator
from dashboard.model import Status
from dashboard.wording.units import MINUS, NARROW, NBSP, dative, joined

_GERMAN: Final = str.maketrans(",.-", f".,{MINUS}")

#: What is printed instead of a number (DIN 55301; ``senseless`` in words, to differ from ``hidden``).
MARKS: Final[dict[Status, str]] = {
    "hidden": "x",
    "unknown": ".",
    "later": "…",
    "uncertain": "/",
    "nothing": "–",
    "senseless": "entfällt",
}


def rounded(value: float, decimals: int) -> Decimal:
    """``value`` half up to ``decimals`` places; noise of binary fractions beyond 1e-9 is dropped first.

    Raises ValueError for a value that is not finite.
    """
    return _rounded(float(value), decimals)


@lru_cache(maxsize=8192)  # sentences take the differences of printed values, several of the same few
def _rounded(value: float, decimals: int) -> Decimal:
    exact = Decimal(str(round(value, 9)))
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value}")
    result = exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(result) if result == 0 else result


def number(value: float | Decimal, decimals: int = 0) -> str:
    """ "1.234,5": decimal comma, point every three digits, minus sign U+2212."""
    return _number(float(value), decimals)


@lru_cache(maxsize=8192)  # a page prints the same few hundred numbers again and again
def _number(value: float, decimals: int) -> str:
    text = f"{rounded(value, decimals):,.{decimals}f}"
    return text.translate(_GERMAN)


def signed(value: float | Decimal, decimals: int = 0) -> str:
    """Like :func:`number`, with "+" for more and "±" for nothing."""
    size = rounded(float(value), decimals)
    prefix = "+" if size > 0 else "±" if size == 0 else ""
    return prefix + number(value, decimals)


def with_unit(value: float | Decimal, unit: str, decimals: int = 0) -> str:
    """ "21,9 %", "10,9 km²", "5 Personen", "1 Person", "Stufe 2,4 (1–9)" for the unit "Stufe (1–9)"."""
    return joined(number(value, decimals), unit)


def euros(cents: int) -> str:
    """The exact amount: "27.140.000,00 €"."""
    whole, rest = divmod(abs(cents), 100)
    minus = MINUS if cents < 0 else ""
    return f"{minus}{whole:,}".replace(",", ".") + f",{rest:02d}{NBSP}€"


def euros_short(cents: int) -> str:
    """The amount to be spoken: "27,1 Mio. €", "912 Tsd. €", "26.100 €"."""
    amount = abs(cents) / 100
    for floor, size, name, decimals in (
        (999.95e6, 1e9, "Mrd.", 2),
        (999_500, 1e6, "Mio.", 1),
        (99_999.5, 1e3, "Tsd.", 0),
    ):
        if amount >= floor:
            return f"{number(cents / 100 / size, decimals)}{NBSP}{name}{NBSP}€"
    return f"{number(cents / 100)}{NBSP}€"


def figure(value: float, indicator: Indicator) -> str:
    """A value as tables and maps print it: "21,9 %", "27,1 Mio. €", "10,9 km²", bare for counts and rates."""
    if indicator.kind == "euro":
        return euros_short(int(rounded(value * 100, 0)))
    bare = indicator.kind in ("count", "rate") or (indicator.kind == "index" and indicator.unit != "%")
    return with_unit(value, "" if bare else indicator.unit, indicator.decimals)


def spoken(value: float, indicator: Indicator) -> str:
    """A value as a sentence says it, always with its unit: "57,0 Hilfen je 1.000 unter 21"."""
    if indicator.kind == "euro":
        return figure(value, indicator)
    return with_unit(value, indicator.unit, indicator.decimals)


def value_text(indicator: Indicator, value: float | None, status: Status) -> str:
    """The printed value of a cell: "21,9 %", "(21,9 %)" when limited, else the mark of its status."""
    if status in MARKS:
        return MARKS[status]
    if value is None:
        return MARKS["unknown"]
    text = figure(value, indicator)
    return f"({text})" if status == "limited" else text


def interval_text(lower: float | None, upper: float | None, indicator: Indicator) -> str:
    """ "16,6 bis 28,4 %"; empty without an interval."""
    if lower is None or upper is None:
        return ""
    first = figure(lower, indicator) if indicator.kind == "euro" else number(lower, indicator.decimals)
    return f"{first} bis {figure(upper, indicator)}"


def percent_points(indicator: Indicator) -> bool:
    """Whether differences of this indicator are points (its values are percentages)."""
    return indicator.unit == "%"


def amount_text(size: float, indicator: Indicator) -> str:
    """A difference without direction: "24,4 Punkte", "1,2 Mio. €", "18,3 Hilfen je 1.000 unter 21"."""
    if indicator.kind == "euro":
        return figure(size, indicator)
    unit = "Punkte" if percent_points(indicator) else "" if "(" in indicator.unit else indicator.unit
    return with_unit(size, unit, indicator.decimals)


def amount_dative(size: float, indicator: Indicator) -> str:
    """ "24,4 Punkten", "3,2 Fällen je 1.000 Schülerinnen und Schüler", "1,2 Mio. €": after "von" and "ab"."""
    if indicator.kind == "euro":
        return figure(size, indicator)
    unit = "Punkte" if percent_points(indicator) else "" if "(" in indicator.unit else indicator.unit
    digits = number(size, indicator.decimals)
    return joined(digits, unit if digits == "1" else dative(unit))


def change_text(delta: float, indicator: Indicator) -> str:
    """ "+4,2 Punkte"; for counts and euros ``delta`` is the relative change in per cent: "−3,1 %"."""
    if indicator.kind in ("count", "euro"):
        return joined(signed(delta, 1), "%")
    unit = "Punkte" if percent_points(indicator) else "" if "(" in indicator.unit else indicator.unit
    return joined(signed(delta, indicator.decimals), unit)


def change_between(first: float, last: float, indicator: Indicator) -> str:
    """The change from ``first`` to ``last`` as printed; empty for a relative change from nothing."""
    if indicator.kind in ("count", "euro"):
        return change_text((last / first - 1) * 100, indicator) if first > 0 else ""
    places = indicator.decimals
    return change_text(float(rounded(last, places) - rounded(first, places)), indicator)


def p_text(p: float) -> str:
    """ "p = 0,41"; three places below 0,1 (where decisions fall), "p < 0,001" below that."""
    if p < 0.001:
        return f"p{NBSP}<{NBSP}0,001"
    return f"p{NBSP}={NBSP}{number(p, 3 if p < 0.0995 else 2)}"


def n_text(denominator: float | None, numerator: float | None = None) -> str:
    """ "n = 1.712": the denominator, where there is none the numerator; empty without either."""
    count = denominator if denominator is not None else numerator
    return "" if count is None else f"n{NBSP}={NBSP}{number(count)}"


def n_of(indicator: Indicator, denominator: float | None, numerator: float | None = None) -> str:
    """ "n = 1.712"; where money is divided by money "von 8,3 Mio. €", for euros are no cases."""
    if indicator.people == "Euro" and denominator is not None:
        return f"von {euros_short(round(denominator * 100))}"
    return n_text(denominator, numerator)


def probability_text(probability: float) -> str:
    """A probability in whole per cent: "62 %", "unter 1 %", "über 99 %"."""
    if probability < 0.01:
        return f"unter 1{NARROW}%"
    if probability > 0.99:
        return f"über 99{NARROW}%"
    return with_unit(probability * 100, "%")
