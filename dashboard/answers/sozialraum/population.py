"""The figures under the headline: who lives in the area, and how that changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.answers.areas import value_text
from dashboard.answers.sozialraum.found import Found
from dashboard.answers.sozialraum.parts import Fact as Shown
from dashboard.answers.sozialraum.reading import Reading
from dashboard.store.facts import Fact
from dashboard.wording import numbers
from dashboard.wording.profile_sections import Change, population_lines
from dashboard.wording.units import joined

PEOPLE, YOUNG, POOR, MIGRATION = "bevoelkerung", "anteil-unter-18", "sgb2-unter-18", "migrationsanteil"
Part = Callable[[Fact], float | None]


def population(reading: Reading) -> tuple[Shown, ...]:
    """Inhabitants, under 18, their share, those of them in SGB II; what is not known is left out."""
    by_id = {entry.indicator.id: entry for entry in reading.found if entry.fact is not None}
    people, young, poor = (by_id.get(name) for name in (PEOPLE, YOUNG, POOR))
    migration = by_id.get(MIGRATION)
    shown = (
        _size("Einwohnerinnen und Einwohner", people, lambda fact: fact.value),
        _size("Unter 18 Jahren", young, lambda fact: fact.numerator),
        _share("Anteil unter 18", young),
        _share("Unter 18 im SGB II", poor, counted=True),
        _share("Mit Migrationshintergrund", migration),
    )
    return tuple(fact for fact in shown if fact is not None)


def inhabitants(found: Sequence[Found]) -> str:
    """ "16.240 Menschen"; empty where the number is not known."""
    value = next((entry.fact.value for entry in found if entry.indicator.id == PEOPLE and entry.fact), None)
    return f"{numbers.number(value)} Menschen" if value is not None else ""


def _size(label: str, found: Found | None, part: Part) -> Shown | None:
    """A number of people, with its change in per cent and the city's over the same years."""
    if found is None or found.fact is None or part(found.fact) is None:
        return None
    own, city = _change(found.history, part, found), _change(found.city_history, part, found)
    lines = [f"{_percent(own)} seit {own.first_year}"] if own else []
    if own and city and (own.first_year, own.year) == (city.first_year, city.year):
        lines.append(f"Stadt {_percent(city)}")
    value = numbers.number(part(found.fact) or 0.0)
    return Shown(label, value, tuple(lines), found.fact.origin)


def _share(label: str, found: Found | None, *, counted: bool = False) -> Shown | None:
    """A share, with its change in points and the city's value."""
    if found is None or found.fact is None:
        return None
    fact, indicator = found.fact, found.indicator
    own = _change(found.history, lambda row: row.value, found)
    change = population_lines(indicator, own, None)
    size = _counts(fact) if counted else ""
    city = f"Stadt {value_text(found.city, indicator)}" if found.city else ""
    lines = tuple(line for line in (size, next(iter(change), ""), city) if line)
    return Shown(label, value_text(fact, indicator), lines, fact.origin)


def _change(history: Sequence[Fact], part: Part, found: Found) -> Change | None:
    """From the first year that can be compared to the shown one; None without both."""
    since = max([entry.year for entry in found.indicator.breaks if entry.year <= found.year], default=0)
    known = [(fact.year, part(fact)) for fact in history if since <= fact.year <= found.year]
    rows = [(year, value) for year, value in known if value is not None]
    if len(rows) < 2 or rows[-1][0] != found.year or rows[0][1] <= 0:
        return None
    return Change(rows[0][0], rows[0][1], rows[-1][0], rows[-1][1])


def _percent(change: Change) -> str:
    return joined(numbers.signed((change.last / change.first - 1) * 100, 1), "%")


def _counts(fact: Fact) -> str:
    if fact.numerator is None or fact.denominator is None:
        return ""
    return f"{numbers.number(fact.numerator)} von {numbers.number(fact.denominator)}"
