"""How unevenly changes spread over the primary schools; the schools themselves only for who may see them."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from dashboard.answers.uebergaenge.contents import Schools, Uneven
from dashboard.answers.uebergaenge.parts import UebergaengeAnswer
from dashboard.export.plate.canvas import Box, canvas, zoomed
from dashboard.export.plate.courses import gaps
from dashboard.export.plate.parts import Block, Chart, Course, Key, Line, Listing, Picture
from dashboard.export.plate.uebergaenge.shown import Shown
from dashboard.figures.contrast import INK
from dashboard.figures.dissimilarity import dissimilarity_svg
from dashboard.figures.svg import text
from dashboard.model import CITY
from dashboard.wording.numbers import with_unit

_SCALE = 92.0  # px of the pages: height of the index on its scale
_LEAST = 300.0  # px: below this height the index stands without its years
_NOTE = "Grau: Zufall allein bis zum 95. Perzentil; gepunktet: Zufall im Mittel; 0\u202f% = überall gleich."


def schulen(answer: UebergaengeAnswer, content: Uneven) -> Shown:
    """The index before chance, now and over the years; schools where the answer holds them."""
    alt = f"{answer.main.title}. {content.description}"
    picture = Picture(partial(_drawn, content), alt, answer.main.subtitle, 1.5)
    points = content.points
    courses = (
        Course("Dissimilaritätsindex D", tuple(point.gap for point in points), focused=True),
        Course("Zufall im Mittel", tuple(point.chance_mean for point in points)),
        Course("Zufall bis (95 %)", tuple(point.chance_p95 for point in points)),
    )
    chart = Chart("lines", answer.main.subtitle, tuple(point.label for point in points), courses, "%")
    second = answer.second.content if answer.second else None
    below = _schools(answer, second) if isinstance(second, Schools) else ()
    hidden = (second.note,) if isinstance(second, Schools) and second.note else ()
    return Shown((picture, *below), chart, keys=(*_keys(content), *_total(second)), notes=(_NOTE, *hidden))


def _schools(answer: UebergaengeAnswer, content: Schools) -> tuple[Block, ...]:
    """The area's own value and, for who may see them, its schools; of the city its value is a key figure."""
    if not content.rows and answer.view.raum == CITY:
        return ()
    total = Line((content.place, *(value for _, value in content.total)), focused=True)
    lines = (Line((row.name, row.n_text, row.text)) for row in content.rows)
    title, weight = answer.second.title if answer.second else "", 1.0 if content.rows else 0.5
    return (Listing(("Raum", *(name for name, _ in content.total)), (total, *lines), title, weight),)


def _drawn(content: Uneven, width: float, height: float) -> Markup:
    """The index on its scale above the years."""
    zoom = 1.5 if width >= 620 else 1.3
    high = _SCALE * zoom
    scale = dissimilarity_svg(
        content.d, content.chance_mean, content.chance_p95, content.text, title=content.description
    )
    now = zoomed(scale, Box(0, 0, width, high), zoom)
    if height < _LEAST or len(content.points) < 2:
        return canvas(width, height, now)
    top = high + 34
    words = text("Über die Jahre, in Prozent", 0, high + 22, 18, font_weight=600, fill=INK)
    years = gaps(content.points, content.breaks)(width, height - top)
    return canvas(width, height, now, words, zoomed(years, Box(0, top, width, height - top)))


def _keys(content: Uneven) -> tuple[Key, ...]:
    chance = (("Zufall im Mittel", content.chance_mean), ("Zufall bis (95 %)", content.chance_p95))
    found = [Key(name, with_unit(value, "%", 1)) for name, value in chance]
    return (Key("Dissimilaritätsindex D", content.text), *found)


def _total(content: object) -> tuple[Key, ...]:
    """What of the area or the city is public."""
    if not isinstance(content, Schools) or not content.total:
        return ()
    (name, value), *others = reversed(content.total)
    return (Key(f"{name}, {content.place}", value, tuple(f"{label}: {each}" for label, each in others)),)
