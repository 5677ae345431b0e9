"""Areas against the rest of the city, row by row: difference, its interval, children behind it."""

from __future__ import annotations

from collections.abc import Callable

from dashboard.analysis.behind import children_behind
from dashboard.analysis.difference import newcombe
from dashboard.answers.areas import value_text
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Table
from dashboard.answers.uebergaenge.contents import ApartRow, Differences
from dashboard.answers.uebergaenge.year import Year, areas_of, place_of
from dashboard.catalogue.models import Area, Indicator
from dashboard.display import Sign
from dashboard.figures.apart import Apart, apart_limits
from dashboard.store.facts import Fact
from dashboard.wording import periods, signs
from dashboard.wording.numbers import figure
from dashboard.wording.people import BEHIND_HEADING, NOTHING, behind_text
from dashboard.wording.transitions import (
    AreaApart,
    difference_range,
    difference_text,
    limits_text,
    people_count,
    with_limits,
    with_people,
)

REST_NOTE = (
    "„Übrige Stadt“: Hamm ohne den Sozialraum, sonst vergliche man ihn zum Teil mit sich selbst. "
    "Strich: 95-%-Bereich des Unterschieds (Newcombe). Die Zeichen folgen Holm über alle Räume."
)
STAR_NOTE = (
    "Stern: Für sich genommen wäre der Unterschied nachweisbar; bei neun Vergleichen zugleich (Holm, 5 %) "
    "reicht das nicht."
)


def differences(asking: Asking, indicator: Indicator, found: Year) -> Differences:
    """One row per area, highest value first."""
    rows = [apart_row(asking, area, indicator, found) for area in areas_of(asking)]
    limits = apart_limits([one.apart for one in rows])
    ordered = tuple(sorted(rows, key=_by_value(found)))
    counted = any(one.behind != NOTHING for one in rows)
    return Differences(ordered, limits, "Punkte gegen die übrige Stadt", BEHIND_HEADING if counted else "")


def apart_row(asking: Asking, area: Area, indicator: Indicator, found: Year) -> ApartRow:
    """One area against the rest of the city."""
    fact = found.by_area.get(area.id)
    compared = area_apart(area, fact, found.city)
    sign: Sign = signs.sign(compared.label, indicator.polarity, fact.status if fact else "unknown")
    size = compared.size(indicator)
    return ApartRow(
        place=place_of(asking, area),
        apart=Apart(size, compared.lower, compared.upper, sign, area.id == asking.view.raum),
        value_text=value_text(fact, indicator),
        rest_text=figure(compared.rest, indicator) if compared.rest is not None and size is not None else "–",
        text=difference_text(compared, indicator),
        range_text=difference_range(compared.lower, compared.upper, indicator),
        sign_word=signs.SIGN_SHORT[sign],
        noted=sign == "same" and fact is not None and fact.single_comparison in ("higher", "lower"),
        behind=behind_text(_behind(fact, found.city, sign), indicator),
        n_text=people_count(fact.denominator if fact else None),
        value=fact.value if fact else None,
        limits=shown_limits(fact),
    )


def shown_limits(fact: Fact | None) -> str:
    """The printed 95 % interval of a shown value."""
    return limits_text(fact.lower, fact.upper) if fact is not None and fact.value is not None else ""


def in_full(fact: Fact | None, indicator: Indicator) -> str:
    """ "42,3 % (34,8–50,2), n = 187", or the mark that says why there is no value."""
    text = with_limits(value_text(fact, indicator), shown_limits(fact))
    return with_people(text, people_count(fact.denominator if fact and fact.value is not None else None))


def area_apart(area: Area, fact: Fact | None, city: Fact | None) -> AreaApart:
    """An area's stored comparison with the interval of the difference, where all four counts are known."""
    if fact is None:
        return AreaApart(area, None, None, None, None, "none")
    limits = _limits(fact, city)
    return AreaApart(area, fact.value, fact.rest, *limits, fact.comparison or "none")


def _limits(fact: Fact, city: Fact | None) -> tuple[float | None, float | None]:
    """95 % limits of the difference in points; none where the rest of the city is not known in counts."""
    counts = (fact.numerator, fact.denominator, city and city.numerator, city and city.denominator)
    x, n, all_x, all_n = counts
    if x is None or n is None or all_x is None or all_n is None or fact.rest is None:
        return None, None
    found = newcombe(x, n, all_x - x, all_n - n)
    return (100 * found.lower, 100 * found.upper) if found else (None, None)


def _behind(fact: Fact | None, city: Fact | None, sign: Sign) -> int | None:
    """Children behind the gap to the city's value, only where Holm confirms a worse value."""
    if sign != "worse" or fact is None or fact.value is None or city is None or city.value is None:
        return None
    rise = fact.value < city.value
    return children_behind(fact.value / 100, city.value / 100, fact.denominator, "rise" if rise else "fall")


def apart_table(indicator: Indicator, year: int, content: Differences) -> Table:
    """The rows as text."""
    result = ("Unterschied in Punkten", "95-%-Bereich des Unterschieds", "Ergebnis", BEHIND_HEADING)
    header = ("Raum", "Wert (95-%-Bereich)", "n", "übrige Stadt", *result)
    body = tuple(_cells(one) for one in content.rows)
    caption = f"{indicator.title} gegen die übrige Stadt, {periods.period_title(indicator, year)}"
    return Table(caption, header, body)


def _cells(one: ApartRow) -> tuple[str, ...]:
    result = f"{one.sign_word} *" if one.noted else one.sign_word
    difference = (one.text or NOTHING, one.range_text or NOTHING)
    return (
        one.place.name,
        with_limits(one.value_text, one.limits),
        one.n_text,
        one.rest_text,
        *difference,
        result,
        one.behind,
    )


def _by_value(found: Year) -> Callable[[ApartRow], tuple[bool, float, str]]:
    def key(one: ApartRow) -> tuple[bool, float, str]:
        fact = found.by_area.get(one.place.area)
        value = fact.value if fact else None
        return value is None, -(value or 0.0), one.place.name

    return key
