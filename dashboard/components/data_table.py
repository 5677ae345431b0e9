"""The one way a table of figures is written: in columns, and on a narrow screen as stacked rows.

A table too wide for a phone says so in its class ``stacked`` (see assets/tables.css): there every row
becomes a block, its first cell the title, and every other cell stands below the name of its column. The
names are written once, as style properties of the table. What is stacked keeps its roles: a change of
``display`` takes from some browsers that it is a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.figures.svg import element, escaped

PHONE = 34  # characters that fit side by side at 320 px, the room between columns included
BETWEEN = 2  # room between two columns, in characters
LONG = 26  # cells with more characters are sentences: they wrap
WIDE = 19  # cells with more characters do not stand beside another one when stacked
SHORT = 9  # to so many characters three cells stand side by side when stacked
TOTALS = ("Stadt Hamm", "Summe")  # rows that stand out
LABELLED = 24  # columns that assets/tables.css can name

Cells = Sequence[str]  # plain texts are escaped, markup is kept; the first is the row's header


@dataclass(frozen=True, slots=True)
class Row:
    """A row with classes of its own; ``cell`` is the class of its last cell."""

    cells: Cells
    classes: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """How the columns share the room. ``kinds``: classes of the table, "" for one that fits a phone.

    ``tight``: all its cells are short. ``pair``: two cells name a row. ``columns``: class by column, ``long``
    for sentences, ``wide`` for what takes a line of its own when stacked.
    """

    kinds: str
    columns: tuple[str, ...]

    @property
    def stacked(self) -> bool:
        """Whether a phone shows its rows as blocks."""
        return bool(self.kinds)


def data_table(caption: str, header: Sequence[str], rows: Iterable[Row | Cells], classes: str = "") -> Markup:
    """A table in a frame that scrolls where it must; ``classes`` are those of the frame."""
    lines = [row if isinstance(row, Row) else Row(row) for row in rows]
    shape = shape_of(header, [row.cells for row in lines])
    table = written(caption, header, lines, shape)
    return element(
        "div", table, class_=classes or "table-scroll", tabindex=0, role="region", aria_label=caption
    )


def written(caption: str, header: Sequence[str], rows: Sequence[Row], shape: Shape) -> Markup:
    """The bare table. Joined as text: it may have thousands of cells."""
    role = roles(shape.stacked)
    head = "".join(
        [
            f'<th scope="col"{role["columnheader"]}{_class(column, "")}>{escaped(name)}</th>'
            for name, column in zip(header, ("", *shape.columns[1:]), strict=False)
        ]
    )
    row, group = role["row"], role["rowgroup"]
    body = "".join([_line(each, shape, role) for each in rows])
    return Markup(
        f"<table{opening(header, shape)}><caption>{escaped(caption)}</caption>"
        f"<thead{group}><tr{row}>{head}</tr></thead><tbody{group}>{body}</tbody></table>"
    )


def opening(header: Sequence[str], shape: Shape) -> str:
    """Attributes of a table that is stacked on a phone; nothing for one that fits."""
    if not shape.stacked:
        return ""
    names = ";".join(f"--c{at}:{_quoted(name)}" for at, name in enumerate(header[1:LABELLED], 2))
    return f' class="{shape.kinds}" role="table" style="{escaped(names)}"'


def roles(stacked: bool) -> dict[str, str]:
    """The attribute that says what a part is, by part; empty where ``display`` stays as it is."""
    parts = ("rowgroup", "row", "columnheader", "rowheader", "cell")
    return {part: f' role="{part}"' if stacked else "" for part in parts}


def shape_of(header: Sequence[str], rows: Sequence[Cells]) -> Shape:
    """From the number of characters: there is no font at hand."""
    widest = [
        max([_length(cells[at]) for cells in rows if at < len(cells)], default=0) for at in range(len(header))
    ]
    words = [max(map(len, name.replace("-", "- ").split()), default=0) for name in header]
    room = sum(max(min(width, LONG), word) + BETWEEN for width, word in zip(widest, words, strict=True))
    columns = tuple("long" if width > LONG else "wide" if width > WIDE else "" for width in widest)
    if room <= PHONE:
        return Shape("", columns)
    tight = " tight" if max([0, *widest[1:], *map(len, header[1:])]) <= SHORT else ""
    named_twice = len({cells[0] for cells in rows}) < len(rows)
    return Shape(f"stacked{tight}{' pair' if named_twice else ''}", columns)


def _line(row: Row, shape: Shape, role: dict[str, str]) -> str:
    first, *others = row.cells
    last = len(others)
    cells = "".join(
        [
            f"<td{role['cell']}{_class(column, row.cell if at == last else '')}>{_printed(text)}</td>"
            for at, (text, column) in enumerate(zip(others, shape.columns[1:], strict=False), 1)
        ]
    )
    classes = row.classes or ("whole" if first in TOTALS else "")
    kind = f' class="{classes}"' if classes else ""
    return f'<tr{role["row"]}{kind}><th scope="row"{role["rowheader"]}>{escaped(first)}</th>{cells}</tr>'


def _class(column: str, own: str) -> str:
    words = f"{column} {own}".strip()
    return f' class="{words}"' if words else ""


def _printed(text: str) -> str:
    """The cell's text; the star of a note hangs outside, so that the figures stay below each other."""
    if text[-1:] != "*":
        return escaped(text)
    return f'{escaped(text[:-1])}<i class="star">*</i>'


def _length(text: str) -> int:
    return len(text.striptags()) if isinstance(text, Markup) else len(text)


def _quoted(text: str) -> str:
    """A text as a string of a style sheet."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
