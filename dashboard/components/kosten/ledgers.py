"""A ledger as a table: names that lead one level deeper, bars, figures in columns."""

from __future__ import annotations

from markupsafe import Markup as Safe

from dashboard.answers.kosten.parts import Ledger, Line
from dashboard.figures.stack import HATCHED
from dashboard.figures.svg import escaped


def ledger(shown: Ledger) -> Safe:
    """The table. The caption is the card's title; ``barred`` below zero: no bars at all."""
    rows = "".join([_row(line, shown) for line in shown.lines])
    return Safe(f'<table class="ledger"><thead><tr>{_head(shown)}</tr></thead><tbody>{rows}</tbody></table>')


def _head(shown: Ledger) -> str:
    cells = [f'<th scope="col">{escaped(name)}</th>' for name in shown.header]
    if shown.barred >= 0:
        cells.insert(shown.barred + 1, '<td class="money-bar"></td>')
    return "".join(cells)


def _row(line: Line, shown: Ledger) -> str:
    cells = [f"<td>{escaped(text)}</td>" for text in line.cells]
    if shown.barred >= 0:
        cells.insert(shown.barred, _bar(line, shown))
    wanted = line.colour and (line.role == "group" or shown.barred < 0)
    swatch = _swatch(line) if wanted else ""
    classes = " ".join(part for part in (line.role, "on" if line.chosen else "") if part)
    return f'<tr class="{classes}"><th scope="row">{swatch}{_name(line)}</th>{"".join(cells)}</tr>'


def _name(line: Line) -> str:
    if not line.href:
        return escaped(line.name)
    current = ' aria-current="true"' if line.chosen else ""
    href, key = escaped(line.href), escaped(line.key)
    return f'<a href="{href}" data-view="1" data-raum="{key}"{current}>{escaped(line.name)}</a>'


def _bar(line: Line, shown: Ledger) -> str:
    mark = ""
    if shown.mark is not None and line.role == "":
        mark = f'<i class="money-mark" style="left:{min(1.0, shown.mark) * 100:.2f}%"></i>'
    fill = "" if line.bar is None else _fill(line.bar, line.colour)
    return f'<td class="money-bar" aria-hidden="true"><div>{fill}{mark}</div></td>'


def _fill(share: float, colour: str) -> str:
    width = f"width:{share * 100:.2f}%"
    if colour == HATCHED:
        return f'<b style="{width}" class="hatched"></b>'
    return f'<b style="{width};background:{escaped(colour)}"></b>'


def _swatch(line: Line) -> str:
    if line.colour == HATCHED:
        return '<i class="swatch hatched"></i>'
    return f'<i class="swatch" style="background:{escaped(line.colour)}"></i>'
