"""The chain from Kita to Sek II: an area at each station against the rest of the city, in the same year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.answers import method
from dashboard.answers.areas import value_text
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.parts import Method, Table
from dashboard.answers.uebergaenge.against import apart_row, area_apart, in_full
from dashboard.answers.uebergaenge.contents import ApartRow, Chain, Station
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.year import Year, areas_of, foot_of, indicators, of_year
from dashboard.catalogue.models import Area, Indicator
from dashboard.figures.apart import Apart, apart_limits, paths
from dashboard.figures.ticks import finite
from dashboard.model import CITY
from dashboard.state import KENNZAHL
from dashboard.wording import periods
from dashboard.wording.transitions_chain import NOT_ONE_COHORT, Stop, gap_detail

#: Stations in the order of life: phase, indicator, number of the language check point (0: a transition).
STATIONS = (
    ("Kita", "u3-betreuung", 0),
    ("Kita", "sprachstand-kita-eintritt", 1),
    ("Kita", "sprachstand-kita-mitte", 2),
    ("Grundschule", "sprachstand-schuleingang", 3),
    ("Grundschule", "sprachstand-klasse-2", 4),
    ("Grundschule", "empfehlung-hoehere-schulform", 0),
    ("Sek I", "uebergang-gymnasium", 0),
    ("Sek I", "sprachstand-sek1-eintritt", 5),
    ("Sek I", "verbleibquote-sek1", 0),
    ("Sek II oder Ausbildung", "ausbildungsfaehigkeit", 0),
    ("Sek II oder Ausbildung", "uebergang-sek2", 0),
)
_NOTHING = Apart(None, None, None, "none")


def stations_of(asking: Asking) -> tuple[tuple[Indicator, Year | None], ...]:
    """The stations that the catalogue knows, each with what is known of the shown year."""
    found = of_year(asking, asking.question.year)
    return tuple((each, found.get(each.id)) for each in indicators(asking, (name for _, name, _ in STATIONS)))


def stops(asking: Asking) -> tuple[Stop, ...]:
    """The stations as the sentence needs them."""
    return tuple(_stop(indicator, year) for indicator, year in stations_of(asking))


def chain(asking: Asking) -> Panel:
    """The card with all stations."""
    known, question = stations_of(asking), asking.question
    rows = [_row(asking, indicator, year) for indicator, year in known]
    others = [_others(asking, indicator, year) for indicator, year in known]
    limits = apart_limits(
        [row.apart if row else _NOTHING for row in rows], [x for each in others for x in each]
    )
    lines = paths([row.apart if row else _NOTHING for row in rows], limits)
    drawn = tuple(
        replace(_station(asking, indicator, year, row), path=line if row else None, others=own)
        for (indicator, year), row, line, own in zip(known, rows, lines, others, strict=True)
    )
    area = asking.catalogue.areas[asking.view.raum]
    when = periods.axis_label(question.indicator, question.year)
    focus = "" if area.id == CITY else area.name
    return Panel(
        title=f"{focus} von der Kita bis zur Sek II" if focus else "Die Kette von der Kita bis zur Sek II",
        subtitle=f"Raum minus übrige Stadt in Prozentpunkten, {when}; überall ist ein höherer Wert günstig",
        content=Chain(drawn, limits, NOT_ONE_COHORT, focus),
        table=_table(asking, drawn, when),
        method=_method(asking, known),
        foot=foot_of(asking, foot(question, asking.view), [year for _, year in known if year]),
        notes=tuple(f"{note}." for note in (gap_detail(stops(asking)),) if note and focus),
    )


def _stop(indicator: Indicator, year: Year | None) -> Stop:
    facts = list(year.by_area.values()) if year else []
    values = finite([fact.value for fact in facts])
    labels = tuple(fact.comparison or "none" for fact in facts)
    return Stop(indicator, labels, max(values, default=None), min(values, default=None))


def _row(asking: Asking, indicator: Indicator, year: Year | None) -> ApartRow | None:
    """The focused area's row; none for the whole city."""
    area = _focus(asking)
    return apart_row(asking, area, indicator, year) if area and year else None


def _focus(asking: Asking) -> Area | None:
    area = asking.catalogue.areas[asking.view.raum]
    return None if area.id == CITY else area


def _others(asking: Asking, indicator: Indicator, year: Year | None) -> tuple[float, ...]:
    """The differences of all areas but the focused one."""
    if year is None:
        return ()
    sizes = [
        area_apart(area, year.by_area.get(area.id), year.city).size(indicator)
        for area in areas_of(asking)
        if area.id != asking.view.raum
    ]
    return tuple(finite(sizes))


def _station(asking: Asking, indicator: Indicator, year: Year | None, row: ApartRow | None) -> Station:
    phase, checkpoint = next((phase, point) for phase, name, point in STATIONS if name == indicator.id)
    kennzahl = asking.view.at(KENNZAHL, kennzahl=indicator.id)
    return Station(
        phase=phase,
        name=indicator.short_title,
        what=indicator.numerator,
        href=kennzahl.address(asking.choices),
        apart=row.apart if row else _NOTHING,
        path=None,
        others=(),
        value_text=row.value_text if row else "",
        city_text=value_text(year.city if year else None, indicator),
        text=row.text if row else "",
        range_text=row.range_text if row else "",
        sign_word=row.sign_word if row else "",
        checkpoint=checkpoint,
        value=row.value if row else None,
        city=year.city.value if year and year.city else None,
        own=in_full(year.by_area.get(asking.view.raum) if year else None, indicator),
        whole=in_full(year.city if year else None, indicator),
    )


def _table(asking: Asking, drawn: tuple[Station, ...], when: str) -> Table:
    focus = _focus(asking)
    if focus is None:
        return _every_area(asking, when)
    header = (
        "Station",
        focus.name,
        "Stadt Hamm",
        "Unterschied zur übrigen Stadt",
        "95-%-Bereich des Unterschieds",
        "Ergebnis",
    )
    rows = tuple(
        (
            one.name,
            one.own,
            one.whole,
            one.text or "–",
            one.range_text or "–",
            one.sign_word or "–",
        )
        for one in drawn
    )
    return Table(f"{focus.name} an den Stationen, {when}; Wert (95-%-Bereich), n", header, rows)


def _every_area(asking: Asking, when: str) -> Table:
    places: Mapping[str, Area] = {area.id: area for area in areas_of(asking)}
    header = ("Station", *(area.short_name for area in places.values()), "Stadt Hamm")
    rows = tuple(
        (indicator.short_title,
         *(in_full(year.by_area.get(area) if year else None, indicator) for area in places),
         in_full(year.city if year else None, indicator))
        for indicator, year in stations_of(asking)
    )  # fmt: skip
    return Table(f"Alle Räume an den Stationen, {when}; Wert (95-%-Bereich), n", header, rows)


def _method(asking: Asking, known: tuple[tuple[Indicator, Year | None], ...]) -> Method:
    """Each station by its counts; the statistics are those of any share."""
    terms = tuple((each.short_title, f"{each.numerator}, von: {each.denominator}") for each, _ in known)
    statistics = method.method(asking.question.indicator, asking.catalogue).statistics
    return Method(terms, (NOT_ONE_COHORT,), statistics)
