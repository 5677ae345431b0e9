"""The page's answer: how has the indicator developed, and is it real?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dashboard.answers import method, published
from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import figures_of
from dashboard.answers.foot import foot
from dashboard.answers.gap import apart
from dashboard.answers.kennzahl import slope, split
from dashboard.answers.kennzahl.controls import controls
from dashboard.answers.kennzahl.known import known
from dashboard.answers.kennzahl.marks import marks
from dashboard.answers.kennzahl.parts import KennzahlAnswer, ViewLink
from dashboard.answers.kennzahl.past import developing
from dashboard.answers.kennzahl.pooled import is_pooled, pooled
from dashboard.answers.kennzahl.rows import rows
from dashboard.answers.kennzahl.said import said
from dashboard.answers.key_figure import key_figure
from dashboard.answers.parts import Crumb, Figures
from dashboard.answers.question import Question
from dashboard.catalogue.catalogue import LIFE_PHASES
from dashboard.model import CITY
from dashboard.state import KARTE

_VIEWS = (("", "Entwicklung"), ("abstand", "Abstand"), ("vergleich", "Vergleich"))


def answer(asking: Asking) -> KennzahlAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    annual, shown = questions(asking)
    view, story = annual.view, shown.story()
    two = slope.compared(shown)
    beside = published.published_values(annual.line, annual.indicator, annual.catalogue)
    gap, change = apart(annual), slope.between(shown, two)
    return KennzahlAnswer(
        key=(asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        indicator=annual.indicator,
        demo=annual.line.origin == "demo",
        said=said(annual, shown, story, two),
        crumbs=_crumbs(annual),
        views=_views(annual, {"": True, "abstand": gap.there, "vergleich": change.there}),
        shapes=annual.shapes if annual.line.has_areas else (),
        areas=shown.values,
        controls=controls(annual, shown),
        figure=key_figure(shown, story),
        tiles=marks(annual, shown, story),
        developing=developing(annual, shown),
        between=change,
        apart=gap,
        split=split.split(asking, annual),
        known=known(asking, annual, beside),
        method=method.method(annual.indicator, annual.catalogue),
        published=beside,
        foot=foot(shown, view),
        map_link=("Auf der Karte zeigen", _on_the_map(annual)),
    )


def figures(asking: Asking) -> Figures:
    """The page's figures for files: every period of areas and city, or every three years of them."""
    annual, shown = questions(asking)
    found = said(annual, shown, shown.story(), slope.compared(shown))
    return figures_of(shown, found, rows(annual, shown))


def questions(asking: Asking) -> tuple[Question, Question]:
    """The question over single years, and the one over the values that are shown."""
    split.read(asking)
    annual = asking.question
    shown = pooled(annual) if is_pooled(annual) else annual
    asked = annual.view.get("seit")
    if asked and slope.first_year(shown, asked) == slope.first_year(shown, ""):
        plain = annual.view.with_more("seit", "")  # what is meant anyway is never written
        return replace(annual, view=plain), replace(shown, view=plain)
    return annual, shown


def _crumbs(question: Question) -> tuple[Crumb, ...]:
    view, phase = question.view, question.indicator.life_phase
    found = [
        Crumb("Kennzahlen", "/kennzahl"),
        Crumb(LIFE_PHASES[phase], f"/kennzahl?lebensphase={phase}"),
        Crumb(question.indicator.short_title, replace(view, raum=CITY).address(question.choices)),
    ]
    if view.raum != CITY:
        found.append(Crumb(question.catalogue.areas[view.raum].name, ""))
    return (*found[:-1], replace(found[-1], href=""))


def _views(question: Question, there: Mapping[str, bool]) -> tuple[ViewLink, ...]:
    view = question.view
    shown = view.ansicht if there[view.ansicht] else ""
    several = sum(there.values()) > 1
    return tuple(
        ViewLink(
            name or "entwicklung",
            title,
            replace(view, ansicht=name).address(question.choices),
            name == shown,
            several and there[name],
        )
        for name, title in _VIEWS
    )


def _on_the_map(question: Question) -> str:
    view = question.view
    there = replace(view.at(KARTE), jahr=view.jahr)
    return there.address(question.choices)
