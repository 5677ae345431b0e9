"""Convergence: all tested indicators from first to last, one large, and the proven ones over time."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from dashboard.answers.ziele.spread_parts import Approach, Focus, Small, SpreadGroup, SpreadRow
from dashboard.display import BreakMark
from dashboard.figures.convergence_overview import dumbbell, dumbbell_axis, small_spread
from dashboard.figures.spread_chart import spread_chart_svg
from dashboard.figures.svg import element

_HOW = (
    "Ring: erster Zeitraum, Punkt: letzter Zeitraum. Das Ergebnis folgt aus allen Zeiträumen, nicht aus "
    "diesen zwei."
)


def overview(found: Approach) -> Markup:
    """A row per indicator, by result; one scale per unit."""
    groups = [_group(group) for group in found.groups]
    rest = (element("p", found.untested, class_="small"),) if found.untested else ()
    return element("div", element("p", _HOW, class_="small"), *groups, *rest, class_="spreads")


def _group(group: SpreadGroup) -> Markup:
    axis = element("div", element("span", ""), element("span", dumbbell_axis(group.top, group.unit)),
                   class_="spread-axis", aria_hidden="true")  # fmt: skip
    rows = element("ul", *[_row(row, group.top) for row in group.rows])
    return element("section", element("h3", group.title), axis, rows)


@lru_cache(256)  # rows, some 2 KB each, the same whichever is in focus
def _row(row: SpreadRow, top: float) -> Markup:
    link = element("a", row.title, href=row.href, aria_current="true" if row.focused else None)
    numbers = element("span", f"{row.first_text} → {row.last_text}", class_="ends", title=row.period)
    result = element("span", row.word, " ", element("small", row.p), class_="result")
    return element("li", link, dumbbell(row.first, row.last, top, row.label), numbers, result,
                   class_=row.label.replace("_", "-"))  # fmt: skip


@lru_cache(64)  # the same whichever area is in focus
def large(focus: Focus) -> Markup:
    """The chosen indicator: sentence and picture, at two widths."""
    breaks = tuple(BreakMark(year, reason) for year, reason in focus.breaks)
    wide, narrow = (
        spread_chart_svg(
            focus.points, title=focus.title, description=focus.description, breaks=breaks,
            unit_label=focus.unit, ident=f"gross-{'schmal' if small else 'breit'}", narrow=small,
        )
        for small in (False, True)
    )  # fmt: skip
    sentence = element("p", focus.sentence, class_="focus-sentence")
    more = element("a", "Zur Kennzahl", href=focus.href, class_="more")
    both = element("div", wide, class_="goal-wide") + element("div", narrow, class_="goal-narrow")
    return element("div", sentence, both, more)


def smalls(found: Approach) -> Markup:
    """The proven results over time, each on its own scale from 0."""
    entries = [_small(small) for small in found.smalls]
    return element("ul", *entries, class_="small-spreads")


@lru_cache(64)
def _small(small: Small) -> Markup:
    title = element("h3", element("a", small.title, href=small.href))
    word = element("p", small.word, class_=small.label)
    drawn = small_spread(small.points, small.label, small.breaks)
    return element("li", title, word, drawn)
