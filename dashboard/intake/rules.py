"""What figures can never be, whoever delivers them: negative counts, shares above 100 %, broken agreement."""

from __future__ import annotations

from decimal import Decimal

from dashboard.intake.figures import Scaled
from dashboard.intake.number import format_number, trimmed

_DUST = Decimal("1e-9")  # workbooks keep fifteen digits; quotients are not exact beyond


class AmountError(ValueError):
    """The figures contradict each other or cannot be; ``role`` names the cell, ``expectation`` what could."""

    def __init__(self, message: str, role: str, expectation: str = "") -> None:
        super().__init__(message)
        self.role, self.expectation = role, expectation


def check_counts(numerator: Scaled | None, denominator: Scaled | None, share: bool) -> None:
    """Refuses counts that cannot be. Posts and the like of a rate may have decimals, children may not."""
    for role, figure in (("zaehler", numerator), ("nenner", denominator)):
        if figure is not None:
            check_whole(figure, role) if share else check_not_negative(figure.number, role)
    if not share or numerator is None or denominator is None:
        return
    if (
        numerator.number is not None
        and denominator.number is not None
        and numerator.number > denominator.number
    ):
        over = f"{format_number(numerator.number)} von {format_number(denominator.number)}"
        raise AmountError(f"Der Zähler ist größer als der Nenner: {over}", "zaehler", "höchstens der Nenner")


def check_agreement(
    printed: Scaled, numerator: Scaled | None, denominator: Scaled | None, computed: Decimal | None
) -> None:
    """Refuses a printed value that its own counts contradict beyond rounding."""
    if printed.number is None or numerator is None or denominator is None:
        return
    if denominator.number == 0:
        raise AmountError("Der Nenner ist 0, es gibt aber einen Wert", "nenner", "eine Zahl größer als 0")
    exact = numerator.step <= Decimal("0.5") and denominator.step <= Decimal("0.5")
    if exact and computed is not None and abs(printed.number - computed) > printed.step + _DUST:
        counts = " / ".join(format_number(each.number or Decimal(0)) for each in (numerator, denominator))
        shown = format_number(trimmed(round(computed, 4)))
        raise AmountError(f"Wert und Zähler/Nenner ({counts}) passen nicht zusammen", "wert", shown)


def check_possible(printed: Scaled, most: Decimal | None) -> None:
    """Refuses negative values, and shares above ``most``."""
    if printed.number is None:
        return
    if most is not None and not 0 <= printed.number <= most:
        raise AmountError("Der Anteil ist unmöglich", "wert", f"0 bis {most} %")
    check_not_negative(printed.number, "wert")


def check_whole(figure: Scaled, role: str) -> None:
    """Refuses negative counts and counts with a fraction."""
    check_not_negative(figure.number, role)
    if figure.number is not None and figure.number != figure.number.to_integral_value():
        raise AmountError("Eine Anzahl hat keine Nachkommastellen", role, "eine ganze Zahl")


def check_not_negative(number: Decimal | None, role: str) -> None:
    """Refuses negative numbers."""
    if number is not None and number < 0:
        raise AmountError("Die Zahl ist negativ", role, "0 oder mehr")
