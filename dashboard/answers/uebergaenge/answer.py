"""The page's answer: where do paths part?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import figures_of
from dashboard.answers.foot import foot
from dashboard.answers.key_figure import key_figure
from dashboard.answers.parts import Crumb, Figures, KeyFigure
from dashboard.answers.uebergaenge.abstand import each, over_time
from dashboard.answers.uebergaenge.controls import controls
from dashboard.answers.uebergaenge.empfehlung import choices
from dashboard.answers.uebergaenge.kette import chain
from dashboard.answers.uebergaenge.kreuz import crossed
from dashboard.answers.uebergaenge.parts import Panel, Switch, UebergaengeAnswer
from dashboard.answers.uebergaenge.published import rates
from dashboard.answers.uebergaenge.quoten import shares
from dashboard.answers.uebergaenge.rows import rows
from dashboard.answers.uebergaenge.said import said
from dashboard.answers.uebergaenge.schulen import schools, uneven
from dashboard.answers.uebergaenge.stay import DOWN, STAY, of_those_who_began
from dashboard.model import CITY

_VIEWS = (
    ("", "Quoten", "Wer geht wohin?"),
    ("abstand", "Abstand", "Wie groß, seit wann?"),
    ("empfehlung", "Empfehlung", "Empfohlen, gewählt"),
    ("schulen", "Schulen", "Grundschulen, geschützt"),
    ("kette", "Kette", "Kita bis Ausbildung"),
)
_LOCKED = "schulen"
_OF_ONE_FORM = ("", "abstand")


def answer(asking: Asking) -> UebergaengeAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    view, question = asking.view, asking.question
    main, second, third = panels(asking)
    return UebergaengeAnswer(
        key=(asking.release, view, view.notices) if asking.facilities is None else None,
        view=view,
        address=view.address(asking.choices),
        demo=main.foot.origin == "demo",
        said=said(asking),
        crumbs=_crumbs(asking),
        switches=_switches(asking),
        controls=controls(asking),
        figure=_figure(asking),
        main=main,
        second=second,
        third=third,
        published=rates(asking) if view.ansicht == "" else None,
        foot=foot(question, view),
    )


def figures(asking: Asking) -> Figures:
    """The view's figures for files."""
    return figures_of(asking.question, said(asking), rows(asking))


def panels(asking: Asking) -> tuple[Panel, Panel | None, Panel | None]:
    """The one to three cards of the view."""
    view = asking.view.ansicht
    if view == "abstand":
        return each(asking), over_time(asking), None
    if view == "schulen":
        return uneven(asking), schools(asking), None
    if view == "empfehlung":
        return choices(asking), crossed(asking), None
    if view == "kette":
        return chain(asking), None, None
    return shares(asking), of_those_who_began(asking, STAY), of_those_who_began(asking, DOWN)


def _figure(asking: Asking) -> KeyFigure | None:
    """The one value of a view about one form; none where the whole city has none."""
    question, view = asking.question, asking.view
    if view.ansicht not in _OF_ONE_FORM or (view.raum == CITY and question.year not in question.line.city):
        return None
    return key_figure(question, question.story())


def _crumbs(asking: Asking) -> tuple[Crumb, ...]:
    """City, area and, in the view of the schools, their level; the last one is the page itself."""
    view, area = asking.view, asking.catalogue.areas[asking.view.raum]
    of_city = replace(view, raum=CITY)
    found = [Crumb(asking.catalogue.city.name, of_city.address(asking.choices))]
    if area.id != CITY:
        found.append(Crumb(area.name, view.address(asking.choices)))
    if view.ansicht == _LOCKED:
        found.append(Crumb("Grundschulen", ""))
    return (*found[:-1], replace(found[-1], href=""))


def _switches(asking: Asking) -> tuple[Switch, ...]:
    view = asking.view
    return tuple(
        Switch(
            name,
            title,
            what,
            replace(view, ansicht=name).address(asking.choices),
            name == view.ansicht,
            name == _LOCKED,
        )
        for name, title, what in _VIEWS
    )
