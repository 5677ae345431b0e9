"""An indicator's line of facts as a row of the list."""

from __future__ import annotations

from collections import Counter

from dashboard.answers import areas
from dashboard.answers.kennzahlen.parts import Entry, Goal, Reach
from dashboard.answers.kennzahlen.search import terms
from dashboard.answers.line import Line
from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Indicator
from dashboard.display import AreaValue, Series
from dashboard.model import CITY, LINE_ORIGINS, Origin, TargetResult
from dashboard.store.facts import IndicatorOverview
from dashboard.wording import grammar, missing, numbers, periods, signs
from dashboard.wording.tiles.target import target_label

_SIZES = ("count", "euro")  # kinds whose areas differ because they are of different size


def entry(
    indicator: Indicator, line: Line, overview: IndicatorOverview | None, catalogue: Catalogue
) -> Entry:
    """The row of one indicator; without any value it says which delivery is missing."""
    year = line.years[-1] if line.years else None
    values = areas.area_values(line, indicator, year, "", str) if year is not None else ()
    sources = tuple(catalogue.sources[name] for name in indicator.sources)
    counts = Counter(value.sign for value in values)
    return Entry(
        indicator=indicator.id,
        title=indicator.title,
        question=indicator.question,
        life_phase=indicator.life_phase,
        perspective=indicator.perspective,
        reach=_reach(line, overview),
        period=_period(indicator, year, overview),
        category=_category(indicator, line.facts.breakdown),
        city_text=areas.value_text(line.city.get(year), indicator) if year is not None else areas.NOTHING,
        change_text=_change(line, indicator),
        city=_city(line, indicator, catalogue),
        breaks=tuple(found.year for found in indicator.breaks),
        signs=tuple((sign, counts[sign]) for sign, _word in signs.COMPARISON_LEGEND if counts[sign]),
        compared=_compared(line, overview),
        gap_text=_gap(values, indicator),
        goal=_goal(line, indicator, catalogue),
        origins=_origins(line, overview),
        missing="" if overview else grammar.capital(missing.delivery_needed(sources)),
        terms=terms(indicator, catalogue),
    )


def _reach(line: Line, overview: IndicatorOverview | None) -> Reach:
    if overview is None:
        return "ohne"
    return line.facts.partition if line.has_areas else "stadt"


def _period(indicator: Indicator, year: int | None, overview: IndicatorOverview | None) -> str:
    if year is None:
        return periods.period_label(indicator, overview.latest) if overview else ""
    return periods.period_label(indicator, year)


def _category(indicator: Indicator, breakdown: str) -> str:
    titles = {part.id: part.title for found in indicator.breakdowns for part in found.categories}
    return titles.get(breakdown, "")


def _compared(line: Line, overview: IndicatorOverview | None) -> str:
    """What stands in place of the signs where there are none."""
    if line.has_areas:
        return f"{grammar.places(line.facts.partition)}, nicht verglichen"
    if overview is None:
        return ""
    return "nur Stadt Hamm" if line.city else "nur andere Angaben"


def _change(line: Line, indicator: Indicator) -> str:
    """The city's change since the first year that can be compared with the latest."""
    earliest = max((found.year for found in indicator.breaks), default=0)
    years = [year for year in sorted(line.city) if year >= earliest and line.city[year].value is not None]
    if len(years) < 2 or years[-1] != line.years[-1]:
        return ""
    first, last = (line.city[year].value or 0.0 for year in (years[0], years[-1]))
    change = _difference(first, last, indicator)
    return f"{change} {periods.since_phrase(indicator, years[0])}" if change else ""


def _difference(first: float, last: float, indicator: Indicator) -> str:
    """As everywhere, but rates and means without their long unit: the row's title says it."""
    if indicator.kind in _SIZES or numbers.percent_points(indicator):
        return numbers.change_between(first, last, indicator)
    size = grammar.printed(last, indicator) - grammar.printed(first, indicator)
    return numbers.signed(size, indicator.decimals)


def _city(line: Line, indicator: Indicator, catalogue: Catalogue) -> Series | None:
    """The city over time; one value alone is no course."""
    with_value = [year for year, fact in line.city.items() if fact.value is not None]
    if len(with_value) < 2:
        return None
    return areas.series_of(catalogue.areas[CITY], line.city, indicator, max(with_value), False, "")


def _gap(values: tuple[AreaValue, ...], indicator: Indicator) -> str:
    """Highest minus lowest area as printed, at least that where areas are hidden; none for amounts."""
    found = [grammar.printed(value.value, indicator) for value in values if value.value is not None]
    if len(found) < 2 or indicator.kind in _SIZES:
        return ""
    size = max(found) - min(found)
    points = numbers.percent_points(indicator)
    text = numbers.with_unit(size, "Punkte" if points else "", indicator.decimals)
    if not any(value.sign == "hidden" for value in values):
        return text
    return f"mindestens {text}" if size else ""


def _goal(line: Line, indicator: Indicator, catalogue: Catalogue) -> Goal | None:
    """The city against the target that reaches furthest; without a result it is open."""
    targets = [target for target in catalogue.targets.values() if target.indicator == indicator.id]
    if not targets:
        return None
    target = max(targets, key=lambda found: found.target_year)
    results = [result for result in line.facts.target_results if result.target == target.id]
    city: TargetResult | None = next((result for result in results if result.area == CITY), None)
    status = city.status if city else "open"
    return Goal(status, signs.target_status_word(status), target_label(indicator, target, city))


def _origins(line: Line, overview: IndicatorOverview | None) -> tuple[Origin, ...]:
    if overview is None:
        return ()
    others = (origin for origin in LINE_ORIGINS if origin in overview.origins)
    return tuple(dict.fromkeys((line.origin, *others)))
