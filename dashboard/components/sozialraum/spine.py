"""The spine: every indicator by life phase, the city in the middle of each row."""

from __future__ import annotations

from markupsafe import Markup

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
    caption = Markup('<caption class="visually-hidden">{}</caption>').format(answer.table.caption)
    bodies = Markup("").join(_body(section, answer.area.short_name) for section in answer.phases)
    return Markup('<table class="spine-table">{}<thead><tr>{}</tr></thead>{}</table>').format(
        caption, _head(answer.area.short_name), bodies
    )


def _head(area: str) -> Markup:
    cell = Markup('<th scope="col" class="{}">{}</th>')
    return Markup("").join(cell.format(name, title or area) for name, title in COLUMNS)


def _body(section: Section, area: str) -> Markup:
    head = Markup('<tr class="phase"><th scope="rowgroup" colspan="{}">{}</th></tr>')
    rows = Markup("").join(_row(entry, area) for entry in section.entries)
    return Markup("<tbody>{}{}</tbody>").format(head.format(len(COLUMNS), section.title), rows)


def _row(entry: Entry, area: str) -> Markup:
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
    who = f"{entry.who}, {entry.period}" if entry.who else entry.period
    first = Markup('<th scope="row" class="c-name">{}<small>{}</small></th>').format(words.name(entry), who)
    others = Markup("").join(_cell(*cell) for cell in cells.items())
    return Markup("<tr{}>{}{}</tr>").format(Markup(' class="locked"') if hidden else "", first, others)


def _cell(name: str, content: str) -> Markup:
    """A cell; "nil" where nothing is there, which a phone leaves out."""
    nil = " nil" if content in ("", words.NOTHING) else ""
    return Markup('<td class="{}{}">{}</td>').format(name, nil, content)


def _trend(entry: Entry) -> Markup:
    drawn = "" if words.is_hidden(entry) else row_spark(entry.history)
    return Markup('<div class="moved">{}{}</div>').format(drawn, words.trend(entry))


def _strip(entry: Entry) -> Markup:
    row = SpineRow(
        entry.value, entry.lower, entry.upper, entry.city, entry.others, entry.sign, entry.less_is_right
    )
    return spine_strip(row)
