"""Segregation over the primary schools against chance, and the level of the schools, which is protected."""

from __future__ import annotations

from dashboard.answers import method
from dashboard.answers.areas import value_text
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.parts import Table
from dashboard.answers.uebergaenge.abstand import year_of
from dashboard.answers.uebergaenge.against import shown_limits
from dashboard.answers.uebergaenge.contents import Missing, SchoolRow, Schools, Uneven
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.year import Year, areas_of, foot_of, place_of
from dashboard.catalogue.models import Indicator
from dashboard.display import BreakMark, GapPoint
from dashboard.model import CITY, LINE_ORIGINS, TOTAL, Origin
from dashboard.store.facts import Fact
from dashboard.store.protected_facts import FacilityFact, FacilityValue
from dashboard.wording import periods
from dashboard.wording.numbers import number, with_unit
from dashboard.wording.numbers import value_text as value_text_of
from dashboard.wording.transitions import form_name, people_count, with_limits
from dashboard.wording.transitions_choice import SCHOOL_DELIVERY, p_text, uneven_detail, uneven_headline
from dashboard.wording.transitions_choice import Uneven as Found
from dashboard.wording.transitions_choice import uneven_years as over_years
from dashboard.wording.units import NBSP

SEGREGATION, SCHOOLS = "segregation-gymnasium", "grundschulen"
MEAN, P95, P = "zufall-mittel", "zufall-95", "zufall-p"
_MISSING = (
    f"Es fehlt die Lieferung „{SCHOOL_DELIVERY}“. Aus ihr wird beim Erstellen des Datenstands der "
    "Dissimilaritätsindex der Stadt berechnet; die Zahlen der Schulen selbst bleiben geschützt."
)
_PROTECTED = (
    "Geschützte Ebene: Die Werte einzelner Schulen sehen nur angemeldete Fachkräfte (Schulverwaltung, "
    "Schulaufsicht, Planergruppe). Der Wert des Sozialraums bleibt öffentlich."
)
Segregated = dict[int, Found]


def segregated(asking: Asking) -> Segregated:
    """D with its chance expectation, in years in which all three are known; of one origin."""
    if SEGREGATION not in asking.catalogue.indicators:
        return {}
    lines = {name: _city_line(asking, SEGREGATION, name) for name in (TOTAL, MEAN, P95)}
    schools, chances = number_of_schools(asking), _city_line(asking, SEGREGATION, P)
    years = set.intersection(*(set(line) for line in lines.values()))
    found: Segregated = {}
    for year in sorted(years):
        d, mean, p95 = (lines[name][year].value for name in (TOTAL, MEAN, P95))
        if d is not None and mean is not None and p95 is not None:
            p = chances[year].value if year in chances else None
            found[year] = Found(d, mean, p95, schools, p)
    return found


def number_of_schools(asking: Asking) -> int | None:
    """How many primary schools there are in the city, by the latest count; None where nobody counted."""
    if SCHOOLS not in asking.catalogue.indicators:
        return None
    line = _city_line(asking, SCHOOLS, TOTAL)
    value = line[max(line)].value if line else None
    return None if value is None else round(value)


def uneven(asking: Asking) -> Panel:
    """The card on D, in the shown year and over time."""
    found, year, question = segregated(asking), asking.question.year, asking.question
    indicator = asking.catalogue.indicators.get(SEGREGATION, question.indicator)
    here = found.get(year)
    when = periods.period_title(question.indicator, year)
    return Panel(
        title=over_years(list(found.values())) if here else uneven_headline(here),
        subtitle=f"Dissimilaritätsindex D, Gymnasium gegen alle anderen Schulformen, ganze Stadt, {when}",
        content=_drawn(indicator, found, here) if here else Missing(_missing(indicator, found)),
        table=_table(indicator, found),
        method=method.method(indicator, asking.catalogue),
        foot=foot_of(asking, foot(question, asking.view), shown(asking)),
        notes=indicator.notes[1:3] if here else (),
    )


def _missing(indicator: Indicator, found: Segregated) -> str:
    """What is missing; where other years are there, which."""
    if not found:
        return _MISSING
    years = ", ".join(periods.period_label(indicator, year) for year in sorted(found))
    return f"Für dieses Schuljahr fehlt die Lieferung „{SCHOOL_DELIVERY}“. Vorhanden: {years}."


def shown(asking: Asking) -> list[Year]:
    """The city's D of the shown year, as far as it is known."""
    if not segregated(asking):
        return []
    line, year = _city_line(asking, SEGREGATION, TOTAL), asking.question.year
    return [Year({}, line[year], line[year].origin)] if year in line else []


def schools(asking: Asking) -> Panel:
    """The card on the level of the primary schools: what is public, and who sees more."""
    question, area = asking.question, asking.catalogue.areas[asking.view.raum]
    known = year_of(asking)
    fact = known.city if area.id == CITY else known.by_area.get(area.id)
    rows = school_rows(asking)
    total = (
        ("Kinder", people_count(fact.denominator if fact else None)),
        (
            form_name(question.indicator),
            with_limits(value_text(fact, question.indicator), shown_limits(fact)),
        ),
    )
    listed = tuple(place_of(asking, each) for each in areas_of(asking)) if area.id == CITY else ()
    title = f"Grundschulen {area.locative}"
    return Panel(
        title=f"{title}: {'je Schule' if rows else 'geschützt'}",
        subtitle=_how_many(asking),
        content=Schools(area.name, total, rows, "" if rows else _PROTECTED, listed),
        table=_school_table(title, area.name, total, rows),
        method=method.method(question.indicator, asking.catalogue),
        foot=foot_of(asking, foot(question, asking.view), [known]),
    )


def _school_table(
    title: str, place: str, total: tuple[tuple[str, str], ...], rows: tuple[SchoolRow, ...]
) -> Table:
    """The area and, for those who may see them, its schools."""
    caption = title if rows else f"{title}: öffentlich ist der Wert des ganzen Raums"
    schools = tuple((row.name, row.n_text, row.text) for row in rows)
    return Table(
        caption, ("Raum", *(name for name, _ in total)), ((place, *(value for _, value in total)), *schools)
    )


def school_rows(asking: Asking) -> tuple[SchoolRow, ...]:
    """The primary schools of the area in focus, for a reader who may see facilities; else none."""
    question = asking.question
    rows = [
        _school_row(school, school.years(question.indicator.id).get(question.year), question.indicator)
        for school in asking.facilities or ()
    ]
    return tuple(row for row in rows if row is not None)


def _school_row(school: FacilityFact, value: FacilityValue | None, indicator: Indicator) -> SchoolRow | None:
    """None where the school has no figure of the year; a hidden one has its mark and no number."""
    if value is None:
        return None
    name = f"{school.name} (Beispiel)" if "demo" in (school.origin, value.origin) else school.name
    return SchoolRow(
        name, people_count(value.denominator), value_text_of(indicator, value.value, value.status)
    )


def _how_many(asking: Asking) -> str:
    count = number_of_schools(asking)
    begin = f"In Hamm gibt es {number(count)} Grundschulen. " if count else ""
    return f"{begin}Kinder besuchen auch Grundschulen außerhalb ihres Sozialraums."


def _city_line(asking: Asking, indicator: str, category: str) -> dict[int, Fact]:
    facts = asking.store.indicator_facts(asking.release, indicator, category).facts
    of_city = [fact for fact in facts if fact.area == CITY and fact.reading == 0]
    origins: list[Origin] = [origin for origin in LINE_ORIGINS if origin in {fact.origin for fact in of_city}]
    return {fact.year: fact for fact in of_city if fact.origin in origins[:1]}


def _drawn(indicator: Indicator, found: Segregated, here: Found) -> Uneven:
    points = tuple(
        GapPoint(
            year, periods.axis_label(indicator, year), one.d, one.chance_mean, one.chance_p95, _percent(one.d)
        )
        for year, one in found.items()
    )
    breaks = tuple(BreakMark(entry.year, entry.reason) for entry in indicator.breaks)
    return Uneven(
        _percent(here.d), here.d, here.chance_mean, here.chance_p95, uneven_detail(here), points, breaks
    )


def _table(indicator: Indicator, found: Segregated) -> Table:
    header = ("Schuljahr", "D", "Zufall im Mittel", "Zufall bis (95 %)", "p")
    rows = tuple(
        (
            periods.period_label(indicator, year),
            *(_percent(value) for value in (one.d, one.chance_mean, one.chance_p95)),
            "–" if one.p is None else p_text(one.p).removeprefix(f"p{NBSP}").removeprefix(f"={NBSP}"),
        )
        for year, one in sorted(found.items(), reverse=True)
    )
    return Table("Dissimilaritätsindex über die Grundschulen; neueste zuerst", header, rows)


def _percent(value: float) -> str:
    return with_unit(value, "%", 1)
