"""What the three cards draw, written as markup: tables whose cells hold pictures beside the figures."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup as Safe

from dashboard.answers.ressourcen.pictures import Compared, Difference, Made, Main, Row, Stack
from dashboard.figures.index_bars import (
    COLOURS,
    amount_bar,
    contribution_bar,
    difference_bar,
    index_strip,
    index_ticks,
)
from dashboard.figures.svg import escaped

_TABLE = Safe(
    '<table class="shares {}" role="table"><thead role="rowgroup"><tr role="row">{}</tr></thead>'
    '<tbody role="rowgroup">{}</tbody><tfoot role="rowgroup"><tr role="row">{}</tr></tfoot></table>'
)
# A phone stacks the rows of the first one: the roles stay.
# Classes are words of this module; whatever else stands in the markup is escaped or markup already.


def main(shown: Main) -> Safe:
    """Index, people and distribution of every area; the sum in the foot."""
    if not shown.rows:
        return Safe("")
    with_index = any(row.index for row in shown.rows)
    axis = _axis(shown.limits) if with_index else Safe("")
    head = Safe("").join(
        (
            _heads(("name", "Sozialraum")),
            Safe('<th scope="col" role="columnheader" class="drawn c-index">Index<br>{}</th>').format(axis),
            _heads(
                ("c-score", "Index (Spanne)"),
                ("c-factor", "ein Kopf zählt"),
                ("c-people", shown.people or "Personen"),
            ),
            Safe('<td role="cell" class="drawn c-bar"></td>'),
            _heads(
                ("c-amount", shown.unit),
                ("c-range", "bei anderen Gewichten"),
                ("c-share", "Anteil"),
                ("c-head", shown.per_head),
            ),
        )
    )
    rows = Safe("").join(_row(row, shown) for row in shown.rows)
    kind = "with-index" if with_index else "without-index"
    return _TABLE.format(f"{kind} {_kind(shown.unit)}", head, rows, _sums(shown))


def _sums(shown: Main) -> Safe:
    people, amount, share, per_head = shown.sums
    return Safe("").join(
        (
            Safe('<th scope="row" role="rowheader">Summe, genau</th>'),
            _picture("c-index", Safe("")),
            _cells(("c-score", ""), ("c-factor", ""), ("c-people", people, shown.people)),
            Safe('<td role="cell" class="drawn c-bar"></td>'),
            _cells(
                ("c-amount", amount),
                ("c-range", ""),
                ("c-share", share),
                ("c-head", per_head, shown.per_head),
            ),
        )
    )


def made(shown: Made) -> Safe:
    """The indices by criteria, with a legend."""
    if not shown.stacks:
        return Safe("")
    rows = Safe("").join(_stack(stack, shown) for stack in shown.stacks)
    head = Safe("{}<th scope='col' class='drawn c-index'>Beiträge<br>{}</th>{}").format(
        _heads(("name", "Sozialraum")), _axis(shown.limits), _heads(("c-score", "Index"))
    )
    table = Safe('<table class="shares made"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')
    entries = Safe("").join(
        Safe('<li><i class="swatch" style="background:{}"></i>{}</li>').format(COLOURS[at], text)
        for at, text in enumerate(shown.legend)
    )
    dot = Safe('<li><i class="swatch dot"></i>Summe: der Index</li>')
    return Safe("{}<ul class='shares-legend'>{}{}</ul>").format(table.format(head, rows), entries, dot)


def compared(shown: Compared) -> Safe:
    """Today, the rule, and the difference; the sums in the foot."""
    if not shown.rows:
        return Safe('<p class="small">{}</p>').format(shown.note) if shown.note else Safe("")
    head = Safe("{}<td class='drawn c-bar'></td>{}").format(
        _heads(("name", "Sozialraum"), ("c-today", "heute"), ("c-then", "Regel")),
        _heads(("c-change", "Unterschied")),
    )
    rows = Safe("").join(_difference(row) for row in shown.rows)
    today, then, change = shown.sums
    foot = Safe('<th scope="row">Summe</th>{}<td class="drawn c-bar"></td>{}').format(
        _cells(("c-today", today), ("c-then", then)), _cells(("c-change", change))
    )
    label, href = shown.same
    link = Safe('<p class="small"><a href="{}" data-view="1">{}</a></p>').format(href, label) if href else ""
    note = Safe('<p class="small">{}</p>').format(shown.note)
    return Safe("{}{}{}").format(_TABLE.format(f"compared {_kind(shown.unit)}", head, rows, foot), link, note)


def _row(row: Row, shown: Main) -> Safe:
    index = row.index
    strip = index_strip(index.score, index.low, index.high, shown.limits, row.focused) if index else Safe("")
    text, spread = (index.text, index.range_text) if index else ("–", "")
    score = f'<b>{escaped(text)}</b> <span class="span">{escaped(spread)}</span>'
    bar = amount_bar(row.bar, row.bar_low, row.bar_high, row.focused)
    cells = Safe("").join(
        (
            _picture("c-index", strip),
            Safe(f'<td role="cell" class="c-score">{score}</td>'),
            _cells(
                ("c-factor", index.factor if index else "1,00-fach"),
                ("c-people", row.people, shown.people),
            ),
            _picture("c-bar", bar),
            _cells(
                ("c-amount", row.amount),
                ("c-range", row.range_text),
                ("c-share", row.share),
                ("c-head", row.per_head, shown.per_head),
            ),
        )
    )
    return _line(row.area, row.name, row.href, row.focused, cells, "verteilt")


def _stack(stack: Stack, shown: Made) -> Safe:
    pieces = [(piece.colour, piece.value) for piece in stack.pieces]
    picture = _picture("c-index", contribution_bar(pieces, stack.score, shown.limits))
    cells = picture + _cells(("c-score", stack.text))
    return _line(stack.area, stack.name, stack.href, stack.focused, cells, "beitrag")


def _difference(row: Difference) -> Safe:
    both = _cells(("c-today", row.today), ("c-then", row.then))
    change = f"{escaped(row.change)} <span class='span'>{escaped(row.word)}</span>"
    picture = _picture("c-bar", difference_bar(row.bar))
    cells = both + picture + Safe(f"<td class='c-change'>{change}</td>")
    return _line(row.area, row.name, row.href, row.focused, cells, "heute")


def _line(area: str, name: str, href: str, focused: bool, cells: Safe, kind: str) -> Safe:
    on, current = ("on", ' aria-current="true"') if focused else ("", "")
    to = f'href="{escaped(href)}" data-view="1" data-raum="{kind}-{escaped(area)}"'
    link = f"<a {to}{current}>{escaped(name)}</a>"
    return Safe(
        f'<tr role="row" class="{on}"><th scope="row" role="rowheader" class="name">{link}</th>{cells}</tr>'
    )


def _picture(kind: str, drawn: Safe) -> Safe:
    return Safe(f'<td role="cell" class="drawn {kind}">{drawn}</td>')


def _kind(unit: str) -> str:
    return "posts" if unit == "Stellen" else "euros"


def _axis(limits: tuple[float, float]) -> Safe:
    marks = Safe("").join(
        Safe('<i style="left:{:.1f}%">{}</i>').format(tick.share * 100, tick.text)
        for tick in index_ticks(limits)
    )
    return Safe('<span class="axis" aria-hidden="true">{}</span>').format(marks)


def _heads(*columns: tuple[str, str]) -> Safe:
    cells = [
        f'<th scope="col" role="columnheader" class="{kind}">{escaped(text)}</th>' for kind, text in columns
    ]
    return Safe("".join(cells))


def _cells(*columns: Sequence[str]) -> Safe:
    """Class, text and, where a phone shows no heading, the word that stands before the text there."""
    cells = [
        f'<td role="cell" class="{kind}"{_named(*word)}>{escaped(text)}</td>' for kind, text, *word in columns
    ]
    return Safe("".join(cells))


def _named(word: str | None = None) -> str:
    return "" if word is None else f' data-kind="{escaped(word)}"'
