"""Round limits and tick marks of an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.wording.numbers import number

EMPTY_DOMAIN = (0.0, 1.0)  # of a picture without any number
LARGEST = 1e15  # far above any figure of a city; doubles lose their units beyond it
SMALLEST = 1e-9  # a span below this share of its numbers is a single value


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of an axis: ``value`` in the unit, ``share`` of the way (0…1), ``text`` as printed."""

    value: float
    share: float
    text: str


def finite(values: Iterable[float | None]) -> list[float]:
    """Only what can be drawn: not missing, not NaN, not infinite or beyond :data:`LARGEST`."""
    return [value for value in values if value is not None and abs(value) <= LARGEST]


def is_finite(value: float | None) -> bool:
    """The same of a single value."""
    return value is not None and abs(value) <= LARGEST


def step(span: float, count: int) -> float:
    """The smallest of 1, 2, 5 × 10ⁿ that divides ``span`` into at most ``count`` parts."""
    raw = span / max(count, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(factor * power for factor in (1, 2, 5, 10, 20) if factor * power >= raw * (1 - 1e-9))


def nice(low: float, high: float, count: int = 6) -> tuple[float, float]:
    """Limits on round numbers around ``low`` … ``high``; a single value gets room on both sides."""
    if high - low <= SMALLEST * max(1.0, abs(low), abs(high)):
        room = abs(low) * 0.1 or 1.0
        low, high = low - room, high + room
    size = step(high - low, count)
    return math.floor(low / size + 1e-9) * size, math.ceil(high / size - 1e-9) * size


def ticks(domain: tuple[float, float], count: int = 6) -> tuple[Tick, ...]:
    """Tick marks on round numbers inside the domain, ascending; none for an empty domain."""
    low, high = domain
    if not high > low:
        return ()
    size = step(high - low, count)
    divisor, word = _spoken_unit(low, high, size)
    decimals = max(0, -math.floor(math.log10(size / divisor) + 1e-9))
    indices = range(math.ceil(low / size - 1e-9), math.floor(high / size + 1e-9) + 1)
    return tuple(
        Tick(
            index * size,
            (index * size - low) / (high - low),
            number(index * size / divisor, decimals) + word if index else "0",
        )
        for index in indices
    )


def share_of(value: float, domain: tuple[float, float]) -> float:
    """Where a value lies in the domain, 0 … 1, held inside it; the middle of an empty domain."""
    low, high = domain
    if not high > low:
        return 0.5
    return min(1.0, max(0.0, (value - low) / (high - low)))


def scale_width(domain: tuple[float, float], count: int = 4) -> int:
    """Width in px that the printed ticks of a vertical scale need, at least 34."""
    longest = max((len(tick.text) for tick in ticks(domain, count)), default=0)
    return max(34, 7 * longest + 6)


def _spoken_unit(low: float, high: float, size: float) -> tuple[float, str]:
    """Large round numbers are said in millions, or from ten thousand on in thousands."""
    largest = max(abs(low), abs(high))
    if largest >= 1e6 and size >= 1e5:
        return 1e6, "\u00a0Mio."
    return (1e3, "\u00a0Tsd.") if largest >= 1e4 and size >= 100 else (1.0, "")
