"""From figures to an amount, by the kind of indicator: what is impossible is refused, nothing is bent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from dashboard.catalogue.models import Indicator, Kind
from dashboard.intake.figures import Figures, Scaled
from dashboard.intake.rules import (
    AmountError,
    check_agreement,
    check_counts,
    check_not_negative,
    check_possible,
    check_whole,
)
from dashboard.model import Status

#: Repayments and reversals are booked below zero: allowed, and said beside the figure.
CORRECTION = "Korrekturbuchung: der Betrag ist negativ"


@dataclass(frozen=True, slots=True)
class Amount:
    """The numeric part of an observation, exact; ``value`` in the indicator's unit, ``cents`` whole."""

    value: Decimal | None
    status: Status
    note: str = ""
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    cents: int | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None


def amount_of(figures: Figures, indicator: Indicator, *, lone_counts: bool = False) -> Amount:
    """The amount of one record. Raises AmountError.

    ``lone_counts``: a numerator without a denominator is kept as a count of an unknown share or rate,
    as the press prints it; a supplier, in contrast, has forgotten something.
    """
    if not figures:
        message = "Die Zeile hat keinen Wert; was ein leeres Feld bedeutet, erklärt die Lieferung nicht"
        raise AmountError(message, "wert", 'eine Zahl, oder "" in [datei.zeichen]')
    if indicator.kind != "euro" and "betrag" in figures:
        raise AmountError("Die Kennzahl ist kein Eurobetrag", "betrag", f"rolle wert in {indicator.unit}")
    if lone_counts and indicator.kind in ("share", "rate") and set(figures) == {"zaehler"}:
        return _lone_count(figures["zaehler"])
    amount = _BY_KIND[indicator.kind](figures, indicator)
    return _bounded(amount, figures)


def _lone_count(figure: Scaled) -> Amount:
    check_not_negative(figure.number, "zaehler")
    status = "unknown" if figure.number is not None else figure.status
    return Amount(None, status, figure.note, figure.number)


def _euro(figures: Figures, _: Indicator) -> Amount:
    printed, other = figures.get("betrag"), figures.get("wert")
    chosen = printed or other
    if chosen is None or "zaehler" in figures or "nenner" in figures:
        raise AmountError("Ein Eurobetrag hat weder Zähler noch Nenner", "betrag", "nur betrag oder wert")
    if printed and other and printed.number != other.number:
        raise AmountError("wert und betrag sind verschieden", "betrag", "derselbe Betrag, oder nur einer")
    if chosen.number is None:
        return Amount(None, chosen.status, chosen.note)
    cents = chosen.number * 100
    if cents != cents.to_integral_value():
        raise AmountError("Der Betrag hat mehr als zwei Nachkommastellen", "betrag", "Euro und ganze Cent")
    note = f"{CORRECTION}; {chosen.note}".rstrip("; ") if cents < 0 else chosen.note
    return Amount(chosen.number, chosen.status, note, cents=int(cents))


def _count(figures: Figures, _: Indicator) -> Amount:
    chosen = figures.get("wert") or figures.get("zaehler")
    if chosen is None:
        return Amount(None, "uncertain") if _has_bounds(figures) else _lacking("wert")
    if {"wert", "zaehler"} <= set(figures) and figures["wert"].number != figures["zaehler"].number:
        raise AmountError("wert und zaehler sind verschieden", "wert", "dieselbe Anzahl, oder nur eine")
    check_whole(chosen, "wert")
    return Amount(chosen.number, chosen.status, chosen.note, denominator=_number(figures, "nenner"))


def _plain(figures: Figures, indicator: Indicator) -> Amount:
    chosen = figures.get("wert")
    if chosen is None:
        return Amount(None, "uncertain") if _has_bounds(figures) else _lacking("wert")
    numerator, denominator = _number(figures, "zaehler"), _number(figures, "nenner")
    for role, number in (("zaehler", numerator), ("nenner", denominator)):
        check_not_negative(number, role)
    return Amount(chosen.number, chosen.status, chosen.note, numerator, denominator)


def _quotient(figures: Figures, indicator: Indicator) -> Amount:
    share, per = indicator.kind == "share", Decimal(indicator.per)
    numerator, denominator = figures.get("zaehler"), figures.get("nenner")
    check_counts(numerator, denominator, share)
    computed = _computed(numerator, denominator, per)
    printed = figures.get("wert")
    if printed is None:
        return _from_counts(figures, computed)
    if printed.number is None and numerator is not None and numerator.number is not None:
        message = "Der Wert ist durch ein Zeichen ersetzt, der Zähler aber angegeben"
        raise AmountError(message, "wert", "beide als Zahl oder beide als Zeichen")
    check_possible(printed, per if share else None)
    check_agreement(printed, numerator, denominator, computed)
    counts = (_number(figures, "zaehler"), _number(figures, "nenner"))
    return Amount(printed.number, printed.status, printed.note, *counts)


_BY_KIND: Mapping[Kind, Callable[[Figures, Indicator], Amount]] = {
    "euro": _euro, "count": _count, "share": _quotient, "rate": _quotient, "mean": _plain, "index": _plain,
}  # fmt: skip


def _computed(numerator: Scaled | None, denominator: Scaled | None, per: Decimal) -> Decimal | None:
    if numerator is None or denominator is None or numerator.number is None or not denominator.number:
        return None
    return numerator.number / denominator.number * per


def _from_counts(figures: Figures, computed: Decimal | None) -> Amount:
    numerator, denominator = figures.get("zaehler"), figures.get("nenner")
    if numerator is None or denominator is None:
        return Amount(None, "uncertain") if _has_bounds(figures) else _lacking("wert")
    sign = next((figure for figure in (numerator, denominator) if figure.number is None), None)
    if sign is not None:
        return Amount(None, sign.status, sign.note, None, denominator.number)
    if computed is None:  # nobody there to be counted: 0 of 0
        if numerator.number:
            raise AmountError("Der Nenner ist 0, der Zähler nicht", "nenner", "eine Zahl größer als 0")
        return Amount(None, "nothing", "", numerator.number, denominator.number)
    status = numerator.status if numerator.status != "valid" else denominator.status
    note = numerator.note or denominator.note
    return Amount(computed, status, note, numerator.number, denominator.number)


def _bounded(amount: Amount, figures: Figures) -> Amount:
    lower, upper = _number(figures, "untergrenze"), _number(figures, "obergrenze")
    inside = [number for number in (lower, amount.value, upper) if number is not None]
    if inside != sorted(inside):
        raise AmountError(
            "Wert und Grenzen sind nicht geordnet", "untergrenze", "untergrenze ≤ wert ≤ obergrenze"
        )
    return replace(amount, lower=lower, upper=upper)


def _has_bounds(figures: Figures) -> bool:
    return bool({"untergrenze", "obergrenze"} & set(figures))


def _number(figures: Figures, role: str) -> Decimal | None:
    return next((figure.number for name, figure in figures.items() if name == role), None)


def _lacking(role: str) -> Amount:
    raise AmountError("Der Wert fehlt und lässt sich nicht berechnen", role, "wert, oder zaehler und nenner")
