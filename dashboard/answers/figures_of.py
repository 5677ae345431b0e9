"""A view's figures for files, with what has to be said about them."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.parts import Figures, Said
from dashboard.answers.question import Question
from dashboard.answers.rows import Described, Row
from dashboard.model import Origin
from dashboard.wording import periods, signs

_PARTITIONS = {"sozialraum": "Sozialräume", "stadtbezirk": "Stadtbezirke"}


def figures_of(question: Question, said: Said, rows: tuple[Row, ...]) -> Figures:
    """The file of a view of one indicator."""
    indicator, view = question.indicator, question.view
    return Figures(
        name=said.file,
        title=indicator.title,
        statement=said.headline,
        detail=said.detail,
        period=said.period,
        unit=indicator.unit,
        origin=question.line.origin,
        source="; ".join(f"{source.title} ({source.publisher})" for source in question.sources),
        release=question.choices.release,
        address=view.address(question.choices),
        filters=filters(question),
        notices=said.notices,
        notes=indicator.notes,
        rows=rows,
    )


def page_figures(
    asking: Asking,
    said: Said,
    *,
    title: str,
    unit: str,
    origin: Origin,
    source: str,
    filters: tuple[tuple[str, str], ...],
    notes: tuple[str, ...],
    rows: tuple[Row, ...],
    indicators: tuple[Described, ...] = (),
) -> Figures:
    """The file of a view over several indicators: what every page of that kind says of itself.

    ``filters``: what was chosen, the release comes last.
    """
    return Figures(
        name=said.file,
        title=title,
        statement=said.headline,
        detail=said.detail,
        period=said.period,
        unit=unit,
        origin=origin,
        source=source,
        release=asking.release,
        address=asking.view.address(asking.choices),
        filters=(*filters, ("Datenstand", asking.release)),
        notices=said.notices,
        notes=notes,
        rows=rows,
        indicators=indicators,
    )


def filters(question: Question) -> tuple[tuple[str, str], ...]:
    """What was chosen, in words."""
    view, area = question.view, question.catalogue.areas[question.view.raum]
    found = (
        ("Kennzahl", question.indicator.title),
        ("Merkmal", question.category or "insgesamt"),
        ("Gliederung", _PARTITIONS[view.ebene]),
        ("Raum im Mittelpunkt", area.name),
        ("Zeitraum", periods.period_title(question.indicator, question.year)),
        ("Datenstand", question.choices.release),
        ("Herkunft", signs.origin_word(question.line.origin)),
    )
    return found
