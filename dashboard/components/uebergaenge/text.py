"""Writing rows as markup: a page of nine rows with pictures is hundreds of elements."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup as Safe
from markupsafe import escape

from dashboard.answers.uebergaenge.contents import Place
from dashboard.display import Sign
from dashboard.figures.signs_svg import note_svg, sign_svg


def cell(classes: str, *content: str, hidden: bool = False) -> Safe:
    """A span; plain strings are escaped, markup is kept. ``hidden``: from screen readers."""
    aria = Safe(' aria-hidden="true"') if hidden else Safe("")
    return Safe('<span class="{}"{}>{}</span>').format(classes, aria, joined(content))


def joined(parts: Iterable[str]) -> Safe:
    """Markup one after the other."""
    return Safe("").join(escape(part) for part in parts)


def row(place: Place, classes: str, *cells: str) -> Safe:
    """A row that focuses its area, or gives the city back; the city's own is no link."""
    if not place.href:
        return Safe('<div class="{} city">{}</div>').format(classes, joined(cells))
    link = '<a class="{}{}" href="{}" data-view="1" data-raum="{}" aria-current="{}">{}</a>'
    on, current = (" on", "true") if place.focused else ("", "false")
    return Safe(link).format(classes, on, place.href, place.area, current, joined(cells))


def listed(rows: Iterable[str], classes: str) -> Safe:
    """Rows as an ordered list."""
    items = Safe("").join(Safe("<li>{}</li>").format(one) for one in rows)
    return Safe('<ol class="{}">{}</ol>').format(classes, items)


def marks(sign: Sign, noted: bool = False, size: int = 13) -> Safe:
    """Sign and star as drawings beside their words; nothing where nothing was compared."""
    drawn = sign_svg(sign, size) if sign != "none" else Safe("")
    return drawn + (note_svg(9) if noted else Safe(""))


def notes(lines: Iterable[str]) -> Safe:
    """Sentences below a picture."""
    items = Safe("").join(Safe("<li>{}</li>").format(line) for line in lines)
    return Safe('<ul class="picture-notes">{}</ul>').format(items) if items else items
