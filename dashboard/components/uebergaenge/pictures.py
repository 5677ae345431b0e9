"""What is drawn in a card, by what it is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from markupsafe import Markup as Safe

from dashboard.answers.uebergaenge.contents import (
    Chain,
    Choices,
    Content,
    Differences,
    Gaps,
    Missing,
    Schools,
    Shares,
    Station,
    Uneven,
)
from dashboard.answers.uebergaenge.cross import Cross
from dashboard.components.uebergaenge.cross import cross
from dashboard.components.uebergaenge.rows import axis, choices, differences, shares
from dashboard.components.uebergaenge.text import cell, joined, listed, marks, row
from dashboard.display import BreakMark, GapPoint
from dashboard.figures.apart import apart_strip
from dashboard.figures.dissimilarity import dissimilarity_svg
from dashboard.figures.gap_chart import gap_chart_svg

_KEPT = 64  # pairs of pictures, some 30 KB each; equal input is the same picture


def drawn(content: Content, title: str) -> Safe:
    """The picture of a card as markup. ``title`` names pictures that are images."""
    draw: Callable[[Any, str], Safe] = _DRAW[type(content)]
    return draw(content, title)


def _gaps(content: Gaps, title: str) -> Safe:
    pictures = _over_time(
        content.points, content.breaks, title, content.description, content.unit_label, "abstand"
    )
    measures = [
        Safe("<div><dt>{}</dt><dd><strong>{}</strong><span>{}</span></dd></div>").format(*one)
        for one in content.measures
    ]
    beside = Safe('<div class="with-measures"><div>{}</div><dl class="measures">{}</dl></div>')
    return beside.format(pictures, joined(measures))


@lru_cache(_KEPT)  # the same for every area in focus
def _over_time(
    points: tuple[GapPoint, ...],
    breaks: tuple[BreakMark, ...],
    title: str,
    description: str,
    unit: str,
    ident: str,
) -> Safe:
    """The line against chance, once for a wide and once for a narrow screen."""
    both = [
        gap_chart_svg(
            points,
            title=title,
            description=description,
            breaks=breaks,
            unit_label=unit,
            ident=f"bild-{ident}{'-schmal' if narrow else ''}",
            narrow=narrow,
        )
        for narrow in (False, True)
    ]
    wide, phone = both
    picture = '<div class="wide-picture">{}</div><div class="narrow-picture">{}</div>'
    return Safe(picture).format(wide, phone)


def _uneven(content: Uneven, title: str) -> Safe:
    scale = dissimilarity_svg(
        content.d, content.chance_mean, content.chance_p95, content.text, title=content.description
    )
    words = "Grau: Zufall allein bis zum 95. Perzentil; gepunktet: Zufall im Mittel; 0 % = überall gleich."
    over_time = _over_time(content.points, content.breaks, title, content.description, "%", "segregation")
    return joined([
        Safe('<div class="uneven">{}</div><p class="small">{}</p>').format(scale, words),
        Safe("<h3>Über die Jahre</h3>"),
        over_time,
    ])  # fmt: skip


def _schools(content: Schools, _title: str) -> Safe:
    facts = [Safe("<div><dt>{}</dt><dd>{}</dd></div>").format(*one) for one in content.total]
    total = Safe('<dl class="total"><div><dt>Raum</dt><dd>{}</dd></div>{}</dl>').format(
        content.place, joined(facts)
    )
    named = [
        Safe("<li>{} {} {}</li>").format(
            cell("name", one.name), cell("n", one.n_text), cell("value", one.text)
        )
        for one in content.rows
    ]
    schools = Safe('<ul class="schools">{}</ul>').format(joined(named)) if named else Safe("")
    note = Safe('<p class="locked">{}</p>').format(content.note) if content.note else Safe("")
    areas = [
        row(one, "ue-area-row", cell("name", one.name), cell("lock", "Grundschulen geschützt"))
        for one in content.areas
    ]
    below = Safe("<h3>Eine Ebene tiefer</h3>{}").format(listed(areas, "ue-area-rows")) if areas else Safe("")
    return joined([total, schools, note, below])


def _chain(content: Chain, _title: str) -> Safe:
    heads = [cell("what", "Station"), cell("strip", axis(content.limits))]
    heads += [cell("size", "Punkte")] if content.focused else [cell("size", "Stadt Hamm")]
    rows, phase = [], ""
    for one in content.stations:
        rows.append(_station(one, content, "" if one.phase == phase else one.phase))
        phase = one.phase
    note = Safe('<p class="cohort">{}</p>').format(content.note)
    return joined([cell("ue-chain-head", *heads, hidden=True), listed(rows, "ue-chain-rows"), note])


def _station(one: Station, content: Chain, phase: str) -> Safe:
    link = Safe('<a href="{}" title="{}">{}</a>').format(one.href, one.what, one.name)
    point = cell("checkpoint", f"Messpunkt {one.checkpoint}") if one.checkpoint else Safe("")
    strip = apart_strip(one.apart, content.limits, others=one.others, path=one.path, height=46)
    named = [cell("phase", phase)] if phase else []
    cells = [cell("what", *named, link, point), cell("strip", strip, hidden=True), _result(one, content)]
    return Safe('<div class="ue-chain-row">{}</div>').format(joined(cells))


def _result(one: Station, content: Chain) -> Safe:
    """Value and difference of the focused area; without one the city's value."""
    if not content.focused:
        return cell(
            "size",
            cell("points", one.city_text),
            cell("limits", one.whole[len(one.city_text) :].lstrip(", ")),
        )
    if not one.text:
        return cell(
            "size", cell("points", one.value_text or "k. A."), cell("limits", f"Stadt {one.city_text}")
        )
    word = cell("word", marks(one.apart.sign), one.sign_word)
    limits = cell("limits", f"{one.own}; Stadt {one.city_text}")
    return cell(f"size {one.apart.sign}", cell("points", one.text), word, limits)


def _missing(content: Missing, _title: str) -> Safe:
    return Safe('<p class="nothing">{}</p>').format(content.text)


def _plain(draw: Callable[[Any], Safe]) -> Callable[[Any, str], Safe]:
    return lambda content, _title: draw(content)


_DRAW: dict[type, Callable[[Any, str], Safe]] = {
    Shares: _plain(shares),
    Differences: _plain(differences),
    Choices: _plain(choices),
    Cross: _plain(cross),
    Gaps: _gaps,
    Uneven: _uneven,
    Schools: _schools,
    Chain: _chain,
    Missing: _missing,
}
