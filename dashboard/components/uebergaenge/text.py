"""Writing rows as markup: a page of nine rows with pictures is hundreds of elements."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup as Safe

from dashboard.answers.uebergaenge.contents import Place
from dashboard.display import Sign
from dashboard.figures.signs_svg import note_svg, sign_svg
from dashboard.figures.svg import escaped


def cell(classes: str, *content: str, hidden: bool = False, title: str = "") -> Safe:
    """A span; plain strings are escaped, markup is kept. ``hidden``: from screen readers."""
    aria = ' aria-hidden="true"' if hidden else ""
    aria += f' title="{escaped(title)}"' if title else ""
    return Safe(f'<span class="{escaped(classes)}"{aria}>{joined(content)}</span>')


def joined(parts: Iterable[str]) -> Safe:
    """Markup one after the other."""
    return Safe("".join([part if type(part) is Safe else escaped(part) for part in parts]))


def row(place: Place, classes: str, *cells: str) -> Safe:
    """A row that focuses its area, or gives the city back; the city's own is no link."""
    kind, inside = escaped(classes), joined(cells)
    if not place.href:
        return Safe(f'<div class="{kind} city">{inside}</div>')
    on, current = (" on", "true") if place.focused else ("", "false")
    link = f'href="{escaped(place.href)}" data-view="1" data-raum="{escaped(place.area)}"'
    return Safe(f'<a class="{kind}{on}" {link} aria-current="{current}">{inside}</a>')


def listed(rows: Iterable[str], classes: str) -> Safe:
    """Rows as an ordered list."""
    items = "".join([f"<li>{escaped(one)}</li>" for one in rows])
    return Safe(f'<ol class="{escaped(classes)}">{items}</ol>')


def marks(sign: Sign, noted: bool = False, size: int = 13) -> Safe:
    """Sign and star as drawings beside their words; nothing where nothing was compared."""
    drawn = sign_svg(sign, size) if sign != "none" else Safe("")
    return drawn + (note_svg(9) if noted else Safe(""))


def notes(lines: Iterable[str]) -> Safe:
    """Sentences below a picture."""
    items = "".join([f"<li>{escaped(line)}</li>" for line in lines])
    return Safe(f'<ul class="picture-notes">{items}</ul>' if items else "")
