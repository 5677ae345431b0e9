"""German numbers, read exactly: what is not clearly one number is an error, never a guess."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from dashboard.intake.finding import quoted

MAX_DIGITS = 18  # more cannot be a count or an amount, and no longer fits a float exactly
_SPACES = " \u00a0\u2009\u202f"
_MARKS = {".": "Punkt", ",": "Komma", " ": "Leerzeichen", "'": "Apostroph", "": "kein Zeichen"}


class NumberError(ValueError):
    """The text is not a number in the described notation; the message says why, in German."""


def parse_number(text: str, decimal: str = ",", thousands: str = ".") -> Decimal:
    """The number that ``text`` writes with these marks (``thousands=""``: none), e.g. ``1.234,5``.

    Raises :class:`NumberError`: groups that are not of three digits, marks in the wrong order,
    letters, more than 18 digits, decimal and thousands mark alike.
    """
    if decimal == thousands:
        raise NumberError("Dezimal- und Tausenderzeichen sind gleich")
    stripped = text.strip()
    match = _pattern(decimal, thousands).fullmatch(stripped)
    if match is None:
        raise NumberError(_reason(stripped, decimal, thousands))
    sign, whole, fraction = match["sign"], re.sub(r"[^0-9]", "", match["whole"]), match["fraction"] or ""
    if len(whole) + len(fraction) > MAX_DIGITS:
        raise NumberError(f"{quoted(stripped)} hat mehr als {MAX_DIGITS} Ziffern")
    number = Decimal(f"{whole}.{fraction}" if fraction else whole)
    return -number if sign in ("-", "−") and number else number


def format_number(number: Decimal, thousands: str = ".") -> str:
    """A number in German notation with every digit it has, e.g. ``1.234,50``."""
    whole, _, fraction = f"{number:,f}".partition(".")
    grouped = whole.replace(",", thousands)
    return f"{grouped},{fraction}" if fraction else grouped


def trimmed(number: Decimal) -> Decimal:
    """The number without zeros at the end of its fraction: 30.0 is 30."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


@lru_cache(maxsize=32)
def _pattern(decimal: str, thousands: str) -> re.Pattern[str]:
    plain = r"[0-9]+"
    if thousands:
        mark = f"[{_SPACES}]" if thousands == " " else re.escape(thousands)
        # one mark throughout: the first group's mark must be repeated by all others
        plain = rf"(?:[0-9]{{1,3}}(?P<mark>{mark})[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*|[0-9]+)"
    return re.compile(rf"(?P<sign>[-+−]?)(?P<whole>{plain})(?:{re.escape(decimal)}(?P<fraction>[0-9]+))?")


def _reason(text: str, decimal: str, thousands: str) -> str:
    if not re.search(r"[0-9]", text) or re.search(r"[^0-9.,'+\-− \u00a0\u2009\u202f]", text):
        return f"{quoted(text)} ist keine Zahl"
    if thousands and thousands in text and text.rfind(thousands) > text.find(decimal) >= 0:
        return f"{quoted(text)}: Tausenderzeichen hinter dem Dezimalzeichen"
    if thousands and thousands in text:
        return f"{quoted(text)}: Hinter einem Tausenderzeichen stehen immer genau drei Ziffern"
    marks = [_MARKS.get(mark, mark) for mark in (decimal, thousands)]
    return (
        f"{quoted(text)} passt nicht zur beschriebenen Schreibweise "
        f"(Dezimalzeichen: {marks[0]}, Tausenderzeichen: {marks[1]})"
    )
