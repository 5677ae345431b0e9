"""How far areas lie apart: each against the rest of the city, and the gap over the years against chance."""

from __future__ import annotations

from dashboard.answers import method
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.gap import apart
from dashboard.answers.uebergaenge.against import REST_NOTE, STAR_NOTE, apart_table, differences
from dashboard.answers.uebergaenge.contents import Gaps, Missing
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.year import Year, foot_of
from dashboard.wording import periods, sentences
from dashboard.wording.people import BEHIND_NOTE
from dashboard.wording.stories import CityStory

_MEASURES = 6  # gap, chance, true spread, SII, RII, BGSD; the page of the indicator has the others


def each(asking: Asking) -> Panel:
    """The card on the areas, one row each."""
    question = asking.question
    shown = year_of(asking)
    content = differences(asking, question.indicator, shown)
    story = question.story()
    when = periods.period_title(question.indicator, question.year)
    notes = [REST_NOTE, STAR_NOTE if any(one.noted for one in content.rows) else ""]
    notes.append(f"{BEHIND_NOTE}" if content.behind_title else "")
    return Panel(
        title=sentences.deviation_title(story) if isinstance(story, CityStory) else "Alle Räume im Vergleich",
        subtitle=f"{question.indicator.title}, {when}: Raum minus übrige Stadt, in Prozentpunkten",
        content=content if shown.by_area else Missing("Für diese Auswahl gibt es keine Werte je Raum."),
        table=apart_table(question.indicator, question.year, content),
        method=method.method(question.indicator, asking.catalogue),
        foot=foot_of(asking, foot(question, asking.view), [shown]),
        notes=tuple(note for note in notes if note),
    )


def over_time(asking: Asking) -> Panel | None:
    """The card on highest minus lowest area, with what chance alone would give; none without areas."""
    found = apart(asking.question)
    if not found.there:
        return None
    return Panel(
        title=found.title,
        subtitle=found.subtitle,
        content=Gaps(
            found.points, found.breaks, found.unit_label, found.description, found.measures[:_MEASURES]
        ),
        table=found.table,
        method=method.method(asking.question.indicator, asking.catalogue),
        foot=found.foot,
        notes=found.notes,
    )


def year_of(asking: Asking) -> Year:
    """The shown year of the form under discussion."""
    line, year = asking.question.line, asking.question.year
    facts = {area: by_year[year] for area, by_year in line.by_area.items() if year in by_year}
    return Year(facts, line.city.get(year), line.origin)
