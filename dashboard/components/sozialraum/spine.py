"""The spine: every indicator by life phase, the city in the middle of each row."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from dashboard.answers.sozialraum.parts import Entry, Section, SozialraumAnswer
from dashboard.components.sozialraum import words
from dashboard.figures.spine import SpineRow, spine_strip
from dashboard.figures.spine.spark import row_spark

#: Class and heading of each column, in order; on a phone the class places the cell.
COLUMNS = (
    ("c-name", "Kennzahl"),
    ("c-value", ""),
    ("c-n", "n"),
    ("c-city", "Stadt"),
    ("c-worst", "schlech\u00adtester"),
    ("c-strip", "Stadt"),
    ("c-best", "bester"),
    ("c-vs", "Vergleich"),
    ("c-trend", "Trend über fünf Jahre"),
    ("c-target", "Ziel"),
    ("c-behind", "Hinter dem Abstand"),
)


def spine(answer: SozialraumAnswer) -> Markup:
    """The table; hundreds of cells, therefore markup and no components."""
    area = answer.area.short_name
    head = "".join(
        [
            f'<th scope="col" role="columnheader" class="{name}">{escape(title or area)}</th>'
            for name, title in COLUMNS
        ]
    )
    bodies = "".join([_body(section) for section in answer.phases])
    return Markup(
        '<table class="spine-table" role="table">'  # a phone stacks its rows: the roles stay
        f'<caption class="visually-hidden">{escape(answer.table.caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>{bodies}</table>'
    )


def _body(section: Section) -> str:
    rows = "".join([_row(entry) for entry in section.entries])
    return (
        f'<tbody role="rowgroup"><tr role="row" class="phase"><th scope="rowgroup" role="rowheader" '
        f'colspan="{len(COLUMNS)}">{escape(section.title)}</th></tr>{rows}</tbody>'
    )


@lru_cache(1024)  # rows, some 3 KB each: those of all areas
def _row(entry: Entry) -> str:
    hidden = words.is_hidden(entry)
    cells = {
        "c-value": entry.text,
        "c-n": words.HIDDEN if hidden else entry.n_text,
        "c-city": entry.city_text,
        "c-worst": entry.worst_text,
        "c-strip": _strip(entry),
        "c-best": entry.best_text,
        "c-vs": words.compared(entry),
        "c-trend": _trend(entry),
        "c-target": words.target(entry),
        "c-behind": words.behind(entry),
    }
    who = escape(f"{entry.who}, {entry.period}" if entry.who else entry.period)
    first = f'<th scope="row" role="rowheader" class="c-name">{words.name(entry)}<small>{who}</small></th>'
    others = "".join([_cell(*cell) for cell in cells.items()])
    locked = ' class="locked"' if hidden else ""
    return f'<tr role="row"{locked}>{first}{others}</tr>'


def _cell(name: str, content: str) -> str:
    """A cell; "nil" where nothing is there, which a phone leaves out."""
    nil = " nil" if content in ("", words.NOTHING) else ""
    return f'<td role="cell" class="{name}{nil}">{escape(content)}</td>'


def _trend(entry: Entry) -> Markup:
    drawn = "" if words.is_hidden(entry) else row_spark(entry.history)
    return Markup(f'<div class="moved">{drawn}{words.trend(entry)}</div>')


def _strip(entry: Entry) -> Markup:
    row = SpineRow(
        entry.value, entry.lower, entry.upper, entry.city, entry.others, entry.sign, entry.less_is_right
    )
    return spine_strip(row)
