"""One cell of the books: cents with their cases and days, how cells add up, and what is left of a total."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Amount:
    """Cents with their cases and days; None where not shown. ``hidden``: Geheimhaltung is the reason.

    ``days_hidden``: the same of the days alone, which may be hidden where cents and cases are not.
    """

    cents: int | None
    cases: int | None = None
    hidden: bool = False
    days: int | None = None
    days_hidden: bool = False

    @property
    def per_case(self) -> int | None:
        """Cents per case, rounded half up."""
        if self.cents is None or not self.cases:
            return None
        return (2 * self.cents + self.cases) // (2 * self.cases)

    @property
    def days_per_case(self) -> float | None:
        """Days of one year per case."""
        return None if self.days is None or not self.cases else self.days / self.cases

    @property
    def per_day(self) -> int | None:
        """Cents per day, rounded half up."""
        if self.cents is None or not self.days:
            return None
        return (2 * self.cents + self.days) // (2 * self.days)

    @property
    def is_counted(self) -> bool:
        """Whether the amount takes part in sums: shown, and nothing behind it hidden."""
        return self.cents is not None and not self.hidden


def added(cells: list[Amount]) -> Amount:
    """The sum of what is shown. Nothing where nothing is; hidden says that a part is missing."""
    shown = [cell for cell in cells if cell.cents is not None]
    hidden = any(cell.hidden for cell in cells)
    if not shown:
        return Amount(None, None, hidden)
    return Amount(
        sum(cell.cents or 0 for cell in shown),
        _all_of([cell.cases for cell in shown]),
        hidden,
        _all_of([cell.days for cell in shown]),
        any(cell.days_hidden for cell in shown),
    )


def remainder(total: Amount, cells: list[Amount]) -> Amount | None:
    """What the total holds beyond the shown cells: only where at least two are not shown, or none is missing
    and something is left over. None where there is nothing, or it may not be said."""
    missing = [cell for cell in cells if cell.cents is None]
    if total.cents is None or len(missing) == 1:
        return None
    shown = added(cells)
    cents = total.cents - (shown.cents or 0)
    is_alone = shown.cents is None
    cases = _left(total.cases, 0 if is_alone else shown.cases)
    days = _left(total.days, 0 if is_alone else shown.days)
    hidden = any(cell.hidden for cell in missing)
    unsaid = days is None and (total.days_hidden or shown.days_hidden)
    return Amount(cents, cases, hidden, days, unsaid) if missing or cents else None


def _all_of(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None


def _left(total: int | None, shown: int | None) -> int | None:
    return None if total is None or shown is None else total - shown
