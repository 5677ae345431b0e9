"""Recommended against chosen form: how many children change to a lower and how many to a higher one."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.answers import method
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.parts import Table
from dashboard.answers.uebergaenge.contents import ChoiceRow, Choices, Missing
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.rounding import around, limits_of
from dashboard.answers.uebergaenge.year import COMPARED, Year, areas_of, by_category, foot_of, place_of
from dashboard.catalogue.models import Area, Indicator
from dashboard.display import Sign
from dashboard.figures.ticks import finite
from dashboard.model import CITY
from dashboard.store.facts import Fact
from dashboard.wording import periods, signs
from dashboard.wording.numbers import MARKS, with_unit
from dashboard.wording.transitions import limits_text, people_count, with_limits
from dashboard.wording.transitions_choice import CROSS_DELIVERY, Chosen

CATEGORIES = ("niedriger", "wie-empfohlen", "hoeher")
_TITLES = ("niedriger", "wie empfohlen", "höher")
_NO_CROSS = (
    f"Für dieses Schuljahr fehlt die Lieferung „{CROSS_DELIVERY}“. Aus Empfehlungen und Wechseln, die je "
    "für sich vorliegen, lässt sich nicht errechnen, wie viele Kinder abweichen."
)
_IN_FULL = "95-%-Bereich jedes Anteils: in der Tabelle."
Found = Mapping[str, Year]  # by category


def compared(asking: Asking) -> Found:
    """The three categories in the shown year; empty where the cross table was not delivered."""
    found = by_category(asking, asking.question.year, COMPARED)
    return {name: found[name] for name in CATEGORIES if name in found}


def choices(asking: Asking) -> Panel:
    """The card: niedriger, wie empfohlen, höher per area, ordered by niedriger."""
    found, question = compared(asking), asking.question
    indicator = asking.catalogue.indicators.get(COMPARED, question.indicator)
    rows = [_row(asking, area, indicator, found) for area in areas_of(asking)] if found else []
    rows = [one for one in rows if any(one.texts)]
    whole = _row(asking, asking.catalogue.city, indicator, found) if found else None
    city = whole if whole is not None and any(whole.texts) else None
    shares = finite([part for one in (*rows, *([city] if city else [])) for part in (one.lower, one.higher)])
    ordered = tuple(sorted(rows, key=lambda one: (one.lower is None, -(one.lower or 0.0), one.place.name)))
    when = periods.period_title(question.indicator, question.year)
    return Panel(
        title=_title(rows),
        subtitle=f"Gewählte gegen empfohlene Schulform, {when}, in Prozent; geordnet nach „niedriger“",
        content=Choices(city, ordered, max(shares, default=0.0)) if ordered or city else Missing(_NO_CROSS),
        table=_table(when, rows, city),
        method=method.method(indicator, asking.catalogue),
        foot=foot_of(asking, foot(question, asking.view), found.values()),
        notes=(*indicator.notes[1:2], _IN_FULL) if ordered or city else (),
    )


def chosen(asking: Asking, area: Area) -> Chosen:
    """What is said of one area or the city."""
    found = compared(asking)
    facts = {name: _fact(found, name, area.id) for name in CATEGORIES}
    lower, higher = facts["niedriger"], facts["hoeher"]
    return Chosen(
        area=area,
        lower=lower.value if lower else None,
        higher=higher.value if higher else None,
        rest_lower=lower.rest if lower else None,
        rest_higher=higher.rest if higher else None,
        labels={name: fact.comparison or "none" for name, fact in facts.items() if fact is not None},
        limits=(_limits(lower), _limits(higher)),
        n=lower.denominator if lower else None,
    )


def _limits(fact: Fact | None) -> str:
    return limits_text(fact.lower, fact.upper) if fact else ""


def _fact(found: Found, category: str, area: str) -> Fact | None:
    year = found.get(category)
    if year is None:
        return None
    return year.city if area == CITY else year.by_area.get(area)


def _row(asking: Asking, area: Area, indicator: Indicator, found: Found) -> ChoiceRow:
    facts = [_fact(found, name, area.id) for name in CATEGORIES]
    cells = around(list(zip(CATEGORIES, facts, strict=True)))
    lower, middle, higher = cells
    low, level, high = (limits_of(cell, fact) for cell, fact in zip(cells, facts, strict=True))
    texts = tuple(
        with_unit(cell.printed, "%", 1)
        if cell.printed is not None
        else MARKS["hidden"]
        if cell.hidden
        else ""
        for cell in (lower, middle, higher)
    )
    n = next((fact.denominator for fact in facts if fact is not None and fact.denominator is not None), None)
    spoken = ", ".join(f"{title} {text}" for title, text in zip(_TITLES, texts, strict=True))
    return ChoiceRow(
        place=place_of(asking, area),
        lower=lower.share,
        higher=higher.share,
        texts=(texts[0], texts[1], texts[2]),
        signs=(_sign(facts[0], indicator), _sign(facts[2], indicator)),
        n_text=people_count(n),
        spoken=spoken,
        limits=(low, level, high),
    )


def _sign(fact: Fact | None, indicator: Indicator) -> Sign:
    if fact is None:
        return "none"
    found = signs.sign(fact.comparison or "none", indicator.polarity, fact.status)
    return found if found in signs.DISTINCT else "none"


def _title(rows: list[ChoiceRow]) -> str:
    differ = sum(any(sign in signs.DISTINCT for sign in one.signs) for one in rows)
    if not rows:
        return "Empfehlung und Wahl in der ganzen Stadt"
    if not differ:
        return "Kein Sozialraum weicht nachweisbar von der übrigen Stadt ab"
    who = "Ein Sozialraum weicht" if differ == 1 else f"{differ} Sozialräume weichen"
    return f"{who} nachweisbar von der übrigen Stadt ab"


def _with_limits(one: ChoiceRow) -> tuple[str, ...]:
    return tuple(with_limits(text, limits) for text, limits in zip(one.texts, one.limits, strict=True))


def _table(when: str, rows: list[ChoiceRow], city: ChoiceRow | None) -> Table:
    body = [(one.place.name, *_with_limits(one), one.n_text) for one in (*rows, *([city] if city else []))]
    header = (
        "Raum",
        *(f"{title} als empfohlen" if title != _TITLES[1] else title for title in _TITLES),
        "Kinder",
    )
    return Table(f"Gewählte gegen empfohlene Schulform, {when}; Anteil (95-%-Bereich)", header, tuple(body))
