"""What the page says first, by view: generated, and nothing is claimed that was not tested."""

from __future__ import annotations

from dashboard.answers import file_names, tiles
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.parts import Said
from dashboard.answers.uebergaenge import empfehlung, kette, schulen
from dashboard.answers.uebergaenge.abstand import year_of
from dashboard.answers.uebergaenge.against import area_apart
from dashboard.answers.uebergaenge.year import Year, foot_of
from dashboard.model import CITY
from dashboard.wording import periods, sentences, statements
from dashboard.wording.signs import origin_word
from dashboard.wording.stories import CityStory
from dashboard.wording.transitions import apart_detail, apart_headline
from dashboard.wording.transitions_chain import chain_headline, city_headline, gap_detail, widest_detail
from dashboard.wording.transitions_choice import (
    choice_detail,
    choice_headline,
    uneven_detail,
    uneven_headline,
)
from dashboard.wording.transitions_published import is_partial, partial_detail, partial_headline

_SUBTITLES = {
    "": "Übergang Grundschule → Sek I: wer geht wohin?",
    "abstand": "Übergang Grundschule → Sek I: wie weit liegen die Räume auseinander, mehr als Zufall?",
    "empfehlung": "Übergang Grundschule → Sek I: empfohlene und gewählte Schulform",
    "schulen": "Übergang Grundschule → Sek I: wie ungleich sind die Grundschulen?",
    "kette": "Kita → Grundschule → Sek I → Sek II oder Ausbildung: wo beginnt der Abstand?",
}
_OF_ONE_FORM, _OVER_YEARS = ("", "abstand"), ("abstand", "schulen")
Words = tuple[str, str]  # headline, detail


def said(asking: Asking) -> Said:
    """Headline, detail and what is copied."""
    view, question = asking.view, asking.question
    headline, detail = _WORDS[view.ansicht](asking)
    period = periods.period_title(question.indicator, question.year)
    detail = detail if period in detail else "; ".join(part for part in (detail, period) if part)
    return Said(
        title=f"{headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=_subtitle(asking),
        detail=detail,
        copy_text=_copied(asking, headline, detail),
        period=period,
        notices=view.notices,
        file=_file(asking),
    )


def _subtitle(asking: Asking) -> str:
    """What the view asks; inside an area it says of the schools that the answer is the city's."""
    view = asking.view
    whole = view.ansicht == "schulen" and view.raum != CITY
    return f"{_SUBTITLES[view.ansicht]}{' Aussage für die ganze Stadt Hamm' if whole else ''}"


def _file(asking: Asking) -> str:
    """All years, where the view is about them; the form, where it is about one."""
    view, question = asking.view.ansicht, asking.question
    form = question.indicator.short_title if view in _OF_ONE_FORM else ""
    years = question.line.years if view in _OVER_YEARS and question.line.years else (question.year,)
    subject = f"Übergänge {(view or asking.view.place.default_view).capitalize()} {form}"
    return file_names.of_question(question, file_names.period_of(question.indicator, years), subject)


def _shares(asking: Asking) -> Words:
    story = asking.question.story()
    if isinstance(story, CityStory) and is_partial(story):
        return partial_headline(story), f"{statements.detail(story)}; {partial_detail(story)}"
    return statements.headline(story), statements.detail(story)


def _apart(asking: Asking) -> Words:
    question = asking.question
    story = question.story()
    if isinstance(story, CityStory):
        gap = tiles.gap_of(question.line, question.year)
        detail = sentences.gap_sentence(gap, question.indicator, question.values) if gap else ""
        return f"{question.indicator.short_title}: {sentences.deviation_sentence(story)}", detail
    shown = year_of(asking)
    apart = area_apart(story.area, shown.by_area.get(story.area.id), shown.city)
    return apart_headline(apart, question.indicator), apart_detail(apart, question.indicator)


def _choice(asking: Asking) -> Words:
    found = empfehlung.chosen(asking, asking.catalogue.areas[asking.view.raum])
    return choice_headline(found), choice_detail(found)


def _uneven(asking: Asking) -> Words:
    found = schulen.segregated(asking).get(asking.question.year)
    area = asking.catalogue.areas[asking.view.raum]
    whole = "" if area.id == CITY else f"gilt für die ganze Stadt, nicht für {area.name}"
    return uneven_headline(found), "; ".join(
        part for part in (whole, uneven_detail(found) if found else "") if part
    )


def _chain(asking: Asking) -> Words:
    stops = kette.stops(asking)
    area = asking.catalogue.areas[asking.view.raum]
    if area.id == CITY:
        return city_headline(stops), gap_detail(stops)
    found = [
        (each, area_apart(area, year.by_area.get(area.id), year.city))
        for each, year in kette.stations_of(asking)
        if year
    ]
    sizes = [(each, size) for each, apart in found if (size := apart.size(each)) is not None]
    return chain_headline(area, [apart.label for _, apart in found]), widest_detail(sizes)


def _line(_asking: Asking) -> list[Year]:
    """Nothing of its own: the view is about the line of the question."""
    return []


def _choices(asking: Asking) -> list[Year]:
    return list(empfehlung.compared(asking).values())


#: What a view's sentence is about, where that is not the form under discussion.
_SHOWN = {"": _line, "abstand": _line, "empfehlung": _choices, "schulen": schulen.shown, "kette": _line}
_WORDS = {"": _shares, "abstand": _apart, "empfehlung": _choice, "schulen": _uneven, "kette": _chain}


def _copied(asking: Asking, headline: str, detail: str) -> str:
    """Sentence, detail, source, origin and release; with demo values it begins with "Beispieldaten"."""
    cited = foot_of(asking, foot(asking.question, asking.view), _SHOWN[asking.view.ansicht](asking))
    warning = f"{origin_word('demo')} (erzeugt, kein Befund): " if cited.origin == "demo" else ""
    parts = (
        f"{warning}{headline}",
        detail,
        f"Quelle: {cited.source}" if cited.source else "",
        statements.origin_note((cited.origin,)),
        f"Datenstand {asking.release}",
    )
    return " ".join(f"{part}." for part in parts if part)
