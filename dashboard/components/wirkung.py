"""The parts of the page on measures: drawn whole for the page, and as changes for the round trip."""

from __future__ import annotations

from typing import Any

from dash.development.base_component import Component
from markupsafe import Markup as Safe
from markupsafe import escape

from dashboard import ids
from dashboard.answers.parts import Table
from dashboard.answers.wirkung.answer import HIDDEN, SELECTS
from dashboard.answers.wirkung.parts import Block, MeasureRow, Picture, WirkungAnswer
from dashboard.components import card as cards
from dashboard.components import filters, html
from dashboard.components.card import Texts
from dashboard.components.data_table import Row, data_table
from dashboard.components.markup import Markup
from dashboard.components.statement import notices, statement
from dashboard.figures.event_study import event_study_svg
from dashboard.figures.svg import element

CARD, STILL, BLOCKS, AREAS, LIST = "ereignis", "ereignisbild", "deutung", "beruht", "massnahmen"
CAPTION = "Alle Maßnahmen und Programme. Zeitliche Nähe belegt keine Wirkung."
COLUMNS = ("Maßnahme", "Zeitraum", "Räume", "Lebensphase", "Budget", "Vergleich mit Räumen ohne sie")
_REGIONS = (ids.NOTICES, ids.STATEMENT, ids.BAR)
_WRITTEN = (STILL, BLOCKS, AREAS, LIST)
_NONE = Table("", (), ())
#: Every property that a change of the view sets.
KEYS = (
    *[ids.prop(region) for region in _REGIONS],
    *[ids.prop(name, "html") for name in _WRITTEN],
    *filters.keys(SELECTS, HIDDEN, years=False),
    *cards.keys(CARD),
    *[ids.prop(name, "hidden") for name in (CARD, f"rahmen-{AREAS}")],
)


def content(answer: WirkungAnswer) -> list[Component]:
    """Everything between header and footer, for one answer."""
    regions, written = _regions(answer), _written(answer)
    drawn: list[Component] = [Markup(written[STILL], id=STILL)]
    nothing = answer.picture is None
    areas = html.Section(
        Markup(written[AREAS], id=AREAS), id=f"rahmen-{AREAS}", className="card", hidden=nothing
    )
    return [
        html.Div(regions[ids.NOTICES], id=ids.NOTICES),
        html.Div(regions[ids.STATEMENT], id=ids.STATEMENT, className="statement"),
        filters.form(answer.controls, answer.view.place.name),
        html.Div(
            [
                cards.card(CARD, _texts(answer), drawn, hidden=nothing),
                Markup(written[BLOCKS], id=BLOCKS, className="card readings"),
            ],
            className="effect",
        ),
        areas,
        html.Section(Markup(written[LIST], id=LIST), className="card measures-list"),
        html.Div(regions[ids.BAR], id=ids.BAR),
    ]


def changes(answer: WirkungAnswer) -> dict[str, Any]:
    """New values for all of :data:`KEYS`."""
    nothing = answer.picture is None
    return {
        **{ids.prop(name): children for name, children in _regions(answer).items()},
        **{ids.prop(name, "html"): str(written) for name, written in _written(answer).items()},
        **filters.changes(answer.controls),
        **cards.changes(CARD, _texts(answer)),
        ids.prop(CARD, "hidden"): nothing,
        ids.prop(f"rahmen-{AREAS}", "hidden"): nothing,
    }


def _regions(answer: WirkungAnswer) -> dict[str, Any]:
    return {
        ids.NOTICES: notices(answer.said, answer.demo, answer.foot.release),
        ids.STATEMENT: statement(answer.said, answer.demo),
        ids.BAR: filters.bar(answer.controls),
    }


def _written(answer: WirkungAnswer) -> dict[str, Safe]:
    return {
        STILL: _pictures(answer.picture),
        BLOCKS: Safe("").join(_block(block) for block in answer.blocks),
        AREAS: _areas(answer.areas),
        LIST: _list(answer.measures),
    }


def _texts(answer: WirkungAnswer) -> Texts:
    shown = answer.picture
    if shown is None:
        return Texts("", "", _NONE, answer.method, answer.foot)
    return Texts(shown.title, shown.subtitle, shown.table, answer.method, answer.foot)


def _pictures(shown: Picture | None) -> Safe:
    """Laid out for a wide and for a narrow screen; the style sheet shows one of them."""
    if shown is None:
        return Safe("")
    drawn = [
        event_study_svg(
            shown.points,
            start=shown.start,
            start_label=shown.start_label,
            title=shown.title,
            description=shown.description,
            unit_label=shown.unit_label,
            ident=f"ereignis-{kind}",
            narrow=kind == "schmal",
        )
        for kind in ("breit", "schmal")
    ]
    classes = ("wide-only", "narrow-only")
    return Safe("").join(
        element("div", picture, class_=name) for picture, name in zip(drawn, classes, strict=True)
    )


def _block(block: Block) -> Safe:
    heading = element("h2", block.title)
    if len(block.lines) == 1:
        return heading + element("p", block.lines[0])
    return heading + element("ul", *[element("li", line) for line in block.lines])


def _areas(table: Table | None) -> Safe:
    if table is None:
        return Safe("")
    return data_table(table.caption, table.header, table.rows, "effect-table")


def _list(measures: tuple[MeasureRow, ...]) -> Safe:
    return data_table(CAPTION, COLUMNS, [_row(measure) for measure in measures], "effect-table")


def _row(measure: MeasureRow) -> Row:
    here = "true" if measure.chosen else None
    link = element("a", measure.title, href=measure.href, data_view="1", aria_current=here)
    cells = (
        link + element("small", measure.description),
        _with_note(measure.period, measure.assumed),
        measure.places,
        measure.phase,
        _with_note(measure.budget, measure.budget_note),
        measure.verdict,
    )
    return Row(cells, "chosen" if measure.chosen else "", "possible" if measure.possible else "impossible")


def _with_note(text: str, note: str) -> str:
    return escape(text) + element("small", note) if note else text
