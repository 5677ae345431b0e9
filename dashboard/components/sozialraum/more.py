"""The end of a profile: measures, facilities for those who may see them, and what is explained."""

from __future__ import annotations

from collections.abc import Sequence

from dash.development.base_component import Component
from markupsafe import Markup as Safe

from dashboard.answers.sozialraum.parts import FacilityEntry, MeasureEntry, SozialraumAnswer
from dashboard.components import html
from dashboard.components.markup import Markup

_ASSUMED = "Beginn oder Fläche ist angenommen"


def footnotes(answer: SozialraumAnswer) -> Safe:
    """The marks of the rows and what holds for columns."""
    notes = Safe("").join(Safe("<li>{}</li>").format(text) for text in answer.footnotes)
    return Safe('<ul class="footnotes">{}</ul>').format(notes)


def measures(answer: SozialraumAnswer) -> list[Component]:
    """Measures that ran here, those of the area first; nothing where none is known."""
    if not answer.measures:
        return []
    own = [entry for entry in answer.measures if entry.place == answer.area.name]
    city = [entry for entry in answer.measures if entry.place != answer.area.name]
    title = "Maßnahmen, die hier liefen oder laufen"
    parts = (
        Safe("<h2>{}</h2>").format(title),
        _group(f"Nur in einzelnen Räumen, auch {answer.area.name}", own),
        _group("In der ganzen Stadt", city),
    )
    return [html.Section(Markup(Safe("").join(parts)), className="card measures")]


def facilities(answer: SozialraumAnswer) -> list[Component]:
    """The area's facilities for planners; for everybody else a line that says who may see them."""
    if answer.facilities_note:
        return [html.P(answer.facilities_note, className="small facilities-note")]
    if not answer.facilities:
        return []
    title = Safe("<h2>Einrichtungen</h2><p>Geschützt: nur für die Planung, nicht zur Weitergabe.</p>")
    return [html.Section(Markup(title + _facilities(answer.facilities)), className="card facilities")]


def _group(title: str, entries: Sequence[MeasureEntry]) -> Safe:
    if not entries:
        return Safe("")
    rows = Safe("").join(
        Safe("<li><b>{}</b> <span>{}{}</span><small>{}</small></li>").format(
            entry.title, entry.period, f" · {_ASSUMED}" if entry.assumed else "", entry.description
        )
        for entry in entries
    )
    return Safe("<h3>{}</h3><ul>{}</ul>").format(title, rows)


def _facilities(entries: Sequence[FacilityEntry]) -> Safe:
    rows = Safe("").join(
        Safe("<li><b>{}</b> <span>{}</span><small>{}</small></li>").format(
            entry.name, entry.kind, "; ".join(f"{title}: {value}" for title, value in entry.figures)
        )
        for entry in entries
    )
    return Safe("<ul>{}</ul>").format(rows)
