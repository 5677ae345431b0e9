"""A release whose catalogue knows no measure: the page says so instead of comparing anything."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dashboard.answers import file_names
from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import page_figures
from dashboard.answers.foot import files
from dashboard.answers.parts import Controls, Figures, Foot, Method, Said
from dashboard.answers.wirkung.chosen import MEASURE
from dashboard.answers.wirkung.parts import Block, WirkungAnswer
from dashboard.model import CITY
from dashboard.state import View
from dashboard.wording import signs

_SUBTITLE: Final = "Was aus den Räumen mit einer Maßnahme wurde"
_DETAIL: Final = (
    "Verglichen werden Räume mit und ohne eine Maßnahme vor und nach ihrem Beginn. Dafür braucht der Katalog "
    "mindestens eine Maßnahme mit Zeitraum und Räumen."
)
_SOURCE: Final = "keine"


def answer(asking: Asking) -> WirkungAnswer:
    """The page without a measure."""
    view = _view(asking)
    return WirkungAnswer(
        key=(asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        said=_said(asking, view),
        demo=False,
        controls=Controls((), (("stand", view.stand),), (), "", "Wirkung", "keine Maßnahme"),
        picture=None,
        blocks=(Block("Was es für einen Vergleich bräuchte", (_DETAIL,)),),
        areas=None,
        measures=(),
        method=Method((), (), ()),
        foot=_foot(asking, view),
    )


def figures(asking: Asking) -> Figures:
    """A file without rows that says why."""
    view = _view(asking)
    own = replace(asking, view=view)
    foot = _foot(asking, view)
    return page_figures(
        own, _said(asking, view), title="Wirkung", unit="", origin=foot.origin, source=foot.source,
        filters=(), notes=(_DETAIL,), rows=(),
    )  # fmt: skip


def _view(asking: Asking) -> View:
    """Nothing can be chosen: what an address names of measure, area and period is left out."""
    named = asking.view.get(MEASURE)
    view = replace(asking.view, raum=CITY, jahr=None, ebene="sozialraum").with_more(MEASURE, "")
    notice = f"Die Maßnahme „{named}“ gibt es hier nicht."
    return replace(view, notices=(*asking.view.notices, *((notice,) if named else ())))


def _said(asking: Asking, view: View) -> Said:
    headline = f"Im Datenstand {asking.release} sind keine Maßnahmen erfasst"
    period = str(asking.choices.latest)
    return Said(
        title=f"{headline} – Wirkung – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=_SUBTITLE,
        detail=_DETAIL,
        copy_text=f"{headline}. {_DETAIL} Datenstand {asking.release}.",
        period="",
        notices=view.notices,
        file=file_names.stem("Wirkung", asking.catalogue.city.name, period, asking.release),
    )


def _foot(asking: Asking, view: View) -> Foot:
    return Foot(
        source=_SOURCE,
        origin="published",
        origin_word=signs.origin_word("published"),
        release=asking.release,
        files=files(view, asking.choices),
    )
