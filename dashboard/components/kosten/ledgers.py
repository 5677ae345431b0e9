"""A ledger as a table: names that lead one level deeper, bars, figures in columns."""

from __future__ import annotations

from markupsafe import Markup as Safe

from dashboard.answers.kosten.parts import Ledger, Line
from dashboard.figures.stack import HATCHED

_TABLE = Safe('<table class="ledger"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>')


def ledger(shown: Ledger) -> Safe:
    """The table. The caption is the card's title; ``barred`` below zero: no bars at all."""
    return _TABLE.format(_head(shown), Safe("").join(_row(line, shown) for line in shown.lines))


def _head(shown: Ledger) -> Safe:
    cells = [Safe('<th scope="col">{}</th>').format(name) for name in shown.header]
    if shown.barred >= 0:
        cells.insert(shown.barred + 1, Safe('<td class="money-bar"></td>'))
    return Safe("").join(cells)


def _row(line: Line, shown: Ledger) -> Safe:
    cells = [Safe("<td>{}</td>").format(text) for text in line.cells]
    if shown.barred >= 0:
        cells.insert(shown.barred, _bar(line, shown))
    wanted = line.colour and (line.role == "group" or shown.barred < 0)
    swatch = _swatch(line) if wanted else Safe("")
    name = Safe('<th scope="row">{}{}</th>').format(swatch, _name(line))
    classes = " ".join(part for part in (line.role, "on" if line.chosen else "") if part)
    return Safe('<tr class="{}">{}{}</tr>').format(classes, name, Safe("").join(cells))


def _name(line: Line) -> Safe:
    if not line.href:
        return Safe("{}").format(line.name)
    current = Safe(' aria-current="true"') if line.chosen else ""
    return Safe('<a href="{}" data-view="1" data-raum="{}"{}>{}</a>').format(
        line.href, line.key, current, line.name
    )


def _bar(line: Line, shown: Ledger) -> Safe:
    mark = (
        Safe('<i class="money-mark" style="left:{:.2f}%"></i>').format(min(1.0, shown.mark) * 100)
        if shown.mark is not None and line.role == ""
        else Safe("")
    )
    if line.bar is None:
        return Safe('<td class="money-bar" aria-hidden="true"><div>{}</div></td>').format(mark)
    fill = Safe('<b style="width:{:.2f}%{}"{}></b>').format(
        line.bar * 100,
        "" if line.colour == HATCHED else f";background:{line.colour}",
        Safe(' class="hatched"') if line.colour == HATCHED else "",
    )
    return Safe('<td class="money-bar" aria-hidden="true"><div>{}{}</div></td>').format(fill, mark)


def _swatch(line: Line) -> Safe:
    if line.colour == HATCHED:
        return Safe('<i class="swatch hatched"></i>')
    return Safe('<i class="swatch" style="background:{}"></i>').format(line.colour)
