"""The matrix: a table whose heads sort, whose cells lead on, and which a phone shows one area at a time."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from markupsafe import Markup

from dashboard.answers.ziele.table_parts import Cell, Column, Matrix, MatrixRow
from dashboard.figures.signs_svg import sign_svg, target_svg
from dashboard.figures.svg import element

_EMPTY = "Zu dieser Auswahl gibt es kein Ziel."


def matrix(found: Matrix) -> Markup:
    """Choice of the area (for a narrow screen) and the table."""
    return _choice(found) + _table(found)


def _choice(found: Matrix) -> Markup:
    """Links that bring an area into focus: the table of a phone shows its column."""
    links = [
        element("li", element("a", column.name, href=column.choose,
                              aria_current="true" if column.focused else None))
        for column in found.columns
    ]  # fmt: skip
    return element("nav", element("ul", *links), class_="goal-areas", aria_label="Raum im Mittelpunkt")


def _table(found: Matrix) -> Markup:
    caption = element("caption", found.left)
    first = element("th", element("a", "Ziel", href=found.target_href), scope="col",
                    aria_sort=found.target_sorted or None)  # fmt: skip
    head = element("thead", element("tr", first, *[_head(column) for column in found.columns]))
    focused = [column.focused for column in found.columns]
    bodies = _bodies(found, focused) if found.rows else [element("tbody", _nothing(len(focused) + 1))]
    totals = [_total(text, on) for text, on in zip(found.totals, focused, strict=True)]
    label = element("th", "erreicht oder auf Kurs, von den bewerteten", scope="row")
    foot = element("tfoot", element("tr", label, *totals))
    table = element("table", caption, head, *bodies, foot, class_="goal-matrix")
    return element("div", table, class_="table-scroll goal-scroll", tabindex=0, role="region",
                   aria_label="Matrix der Ziele")  # fmt: skip


def _nothing(columns: int) -> Markup:
    return element("tr", element("td", _EMPTY, colspan=columns, class_="nothing"))


def _head(column: Column) -> Markup:
    words = f"nach {column.name} sortieren"
    link = element("a", column.name, href=column.href, title=words)
    return element("th", link, scope="col", aria_sort=column.sorted or None, class_=_on(column.focused))


def _total(text: str, on: bool) -> Markup:
    return element("td", text, class_=_on(on))


def _on(focused: bool) -> str | None:
    return "on" if focused else None


def _bodies(found: Matrix, focused: list[bool]) -> list[Markup]:
    if not found.grouped:
        return [element("tbody", *[_row(row, focused) for row in found.rows])]
    bodies = []
    for title, group in groupby(found.rows, attrgetter("group")):
        head = element("tr", element("th", title, scope="rowgroup", colspan=len(focused) + 1), class_="group")
        bodies.append(element("tbody", head, *[_row(row, focused) for row in group]))
    return bodies


def _row(row: MatrixRow, focused: list[bool]) -> Markup:
    example = element("span", "Beispielziel", class_="origin demo") if row.example else Markup("")
    about = element("small", f"{row.goal} ", example)
    head = element("th", element("a", row.title, href=row.href), about, scope="row")
    cells = [_cell(cell, on) for cell, on in zip(row.cells, focused, strict=True)]
    return element("tr", head, *cells)


def _cell(cell: Cell, on: bool) -> Markup:
    classes = " ".join(part for part in (cell.status or "none", "on" if on else "") if part).replace("_", "-")
    sign = target_svg(cell.status, 15) if cell.status else sign_svg("hidden", 12) if cell.text == "x" else ""
    value = (element("b", cell.text),) if cell.text and cell.status else ()
    content = (element("span", sign, " ", cell.word), *value)
    inner = element("a", *content, href=cell.href) if cell.href else element("span", *content)
    return element("td", inner, class_=classes)
