"""The answer of ``/sozialraum/<id>``: what about our area?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from dashboard.answers import file_names
from dashboard.answers.desk import Asking
from dashboard.answers.parts import Figures, Said
from dashboard.answers.rows import row_of
from dashboard.answers.sozialraum import lists, marks, method
from dashboard.answers.sozialraum.entry import entry
from dashboard.answers.sozialraum.facilities import facilities
from dashboard.answers.sozialraum.found import Found
from dashboard.answers.sozialraum.measures import measures
from dashboard.answers.sozialraum.parts import Entry, SozialraumAnswer
from dashboard.answers.sozialraum.place import place_sentence
from dashboard.answers.sozialraum.population import population
from dashboard.answers.sozialraum.reading import Reading, read
from dashboard.answers.sozialraum.table import table
from dashboard.model import TOTAL
from dashboard.state import KENNZAHL, View
from dashboard.store.facts import Fact
from dashboard.wording import leads, periods
from dashboard.wording.profile import profile_title
from dashboard.wording.profile_sections import all_caption, meaning_note


def answer(asking: Asking) -> SozialraumAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    reading, view = read(asking), asking.view
    make = maker(asking)
    shown, note = facilities(asking)
    sorted_out, phases = lists.lists(reading.counted, make), lists.phases(reading.found, make)
    return SozialraumAnswer(
        key=(asking.release, view, view.notices) if asking.facilities is None else None,
        view=view,
        address=view.address(asking.choices),
        pinned=replace(view, stand=asking.release).address(asking.choices),
        area=reading.area,
        demo=method.origin_of(reading.found) == "demo",
        said=_said(asking, reading),
        lead=leads.profile_lead(reading.profile()),
        place=place_sentence(reading.area, asking.catalogue),
        neighbours=tuple(_neighbours(asking)),
        shapes=asking.store.shapes(asking.release, view.ebene),
        facts=population(reading),
        worsening=sorted_out.worsening,
        worse=sorted_out.worse,
        catching_up=sorted_out.catching_up,
        strengths=sorted_out.strengths,
        same=sorted_out.same,
        hidden=sorted_out.hidden,
        neutral=sorted_out.neutral,
        released=_released(asking),
        phases=phases,
        table=table(all_caption(len(reading.found), reading.area, view.ebene), phases),
        measures=measures(reading.area, asking.catalogue),
        facilities=shown,
        facilities_note=note,
        footnotes=marks.footnotes(reading.found, asking.catalogue),
        methods=(meaning_note(reading.area), *method.STATISTICS),
        sources=method.sources(asking, reading.found),
        foot=method.foot(asking, reading.found, "pdf"),
    )


def figures(asking: Asking) -> Figures:
    """The area's figures and the city's beside them, for files."""
    reading = read(asking)
    said, foot = _said(asking, reading), method.foot(asking, reading.found)
    return Figures(
        name=said.file,
        title=f"Profil {reading.area.name}",
        statement=said.headline,
        detail=said.detail,
        period=said.period,
        unit="",
        origin=foot.origin,
        source=foot.source,
        release=asking.release,
        address=asking.view.address(asking.choices),
        filters=(("Raum", reading.area.name), ("Datenstand", asking.release), ("Herkunft", foot.origin_word)),
        notices=said.notices,
        notes=marks.footnotes(reading.found, asking.catalogue),
        rows=tuple(row_of(fact, asking.catalogue, asking.release) for fact in _facts(reading)),
    )


def maker(asking: Asking) -> Callable[[Found], Entry]:
    """How a finding becomes an entry; each is made once. No facility is in it."""
    href = partial(_href, asking)

    def make(found: Found) -> Entry:
        key = ("profile", asking.view.raum, asking.view.ebene, found.indicator.id)
        return asking.part(key, lambda: entry(found, asking.catalogue, href))

    return make


def _released(asking: Asking) -> date | None:
    releases = (entry for entry in asking.store.releases() if entry.id == asking.release)
    return next((entry.created.date() for entry in releases), None)


def _href(asking: Asking, indicator: str) -> str:
    view = asking.view.at(KENNZAHL, kennzahl=indicator, merkmal=TOTAL)
    return view.address(asking.choices)


def _neighbours(asking: Asking) -> Iterator[tuple[str, str, bool]]:
    view: View = asking.view
    for area in asking.catalogue.partition(view.ebene):
        href = replace(view, raum=area.id, notices=()).address(asking.choices)
        yield area.short_name, href, area.id == view.raum


def _said(asking: Asking, reading: Reading) -> Said:
    profile, area = reading.profile(), reading.area
    headline = profile_title(profile)
    return Said(
        title=f"{area.name}: {headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=f"Profil: {area.name} über alle Kennzahlen",
        detail=_detail(asking, reading, profile.compared),
        copy_text=leads.profile_copy(profile, asking.release),
        period=_span(reading),
        notices=asking.view.notices,
        file=file_names.stem("Profil", area.name, file_names.span(_years(reading)), asking.release),
    )


def _detail(asking: Asking, reading: Reading, compared: int) -> str:
    """Of which years, and against what."""
    span = _span(reading)
    area = f"den {reading.area.name}" if asking.view.ebene == "stadtbezirk" else reading.area.name
    parts = (f"Letzte Angaben {span}." if span else "",
             f"Verglichen wird mit der Stadt ohne {area}." if compared else "")  # fmt: skip
    return " ".join(part for part in parts if part)


def _years(reading: Reading) -> set[int]:
    """The years of what is counted; where nothing is, of what there is."""
    counted = {found.year for found in reading.counted if found.fact}
    return counted or {found.year for found in reading.found if found.fact}


def _span(reading: Reading) -> str:
    """ "2024 und 2024/25": the years of what is counted."""
    labels = {periods.axis_label(found.indicator, found.year) for found in reading.counted if found.fact}
    ordered = sorted(labels)
    return f"{ordered[0]} bis {ordered[-1]}" if len(ordered) > 2 else " und ".join(ordered)


def _facts(reading: Reading) -> Iterator[Fact]:
    for found in reading.found:
        yield from (fact for fact in (found.fact, found.city) if fact is not None)
