"""The icicle of a view: settings, kinds of help, and the areas of the chosen node on a scale of their own."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.kosten import tree
from dashboard.answers.kosten.book import REST
from dashboard.answers.kosten.levels import ordered
from dashboard.answers.kosten.over_years import COLOURS
from dashboard.answers.kosten.path import ALL, Way
from dashboard.answers.kosten.printing import HIDDEN
from dashboard.answers.kosten.tree import Child, Node
from dashboard.figures.icicle import Cell, Column, Icicle
from dashboard.figures.stack import HATCHED
from dashboard.model import CITY

_AREA = "#1d7478"
_WIDTHS = (0.15, 0.22, 0.29, 0.34)
_SHORT = {"uebergreifend": "übergreifend"}


def icicle(way: Way) -> Icicle:
    """Four columns; the areas of the chosen node have their own labelled scale.

    In a year that cannot be said in these euros nothing is drawn below the total.
    """
    known = way.scope.money(0, way.scope.year, CITY) is not None
    settings = _settings(way) if known else []
    kinds, opened = _kinds(way, settings)
    titles = ("Insgesamt", "Bereich", "Hilfeart", f"Sozialräume: {way.short(way.node)}")
    columns = zip(
        titles, ([_total(way)], settings, kinds, _areas(way) if known else []), _WIDTHS, strict=True
    )
    return Icicle(
        name=f"Kosten nach Bereich, Hilfeart und Sozialraum, {way.scope.year}",
        columns=tuple(Column(title, tuple(cells), width) for title, cells, width in columns),
        opened=opened if opened is not None else _opened_setting(way, settings),
    )


def _opened_setting(way: Way, settings: Sequence[Cell]) -> tuple[int, int] | None:
    places = (index for index, cell in enumerate(settings) if cell.key == way.node.setting)
    return next(((1, index) for index in places), None)


def _total(way: Way) -> Cell:
    text = way.text(Node()) or HIDDEN
    return Cell(
        "alle",
        "HzE",
        (text,),
        0.0,
        1.0,
        "#6b7480",
        way.href(Node(), CITY),
        f"{ALL}: {text}",
        way.node.is_root,
    )


def _settings(way: Way) -> list[Cell]:
    found = tree.settings(way.scope.book, CITY, way.scope.year)
    cells = []
    for child, span in zip(found, _spans(found, 0.0, 1.0), strict=True):
        keys = (REST,) if child.key == REST else way.keys(Node(child.key))
        href = "" if child.key == REST else way.href(Node(child.key), CITY)
        lines = (way.whole.text(*keys), way.whole.share(*keys)) if keys else (HIDDEN,)
        cells.append(
            Cell(
                child.key,
                _SHORT.get(child.key, child.title),
                lines,
                *span,
                COLOURS[child.key],
                href,
                f"{child.title}: {', '.join(lines)}",
                way.node.setting == child.key,
            )
        )
    return cells


def _kinds(way: Way, settings: Sequence[Cell]) -> tuple[list[Cell], tuple[int, int] | None]:
    """The kinds beside their settings; hidden ones have no height and stand in the table alone."""
    cells: list[Cell] = []
    opened = None
    for setting in settings:
        if setting.key == REST:
            continue
        shown = _shown(ordered(tree.kinds(way.scope.book, setting.key, CITY, way.scope.year)))
        for child, span in zip(shown, _spans(shown, setting.start, setting.end), strict=True):
            node = Node(setting.key, child.key)
            opened = (2, len(cells)) if way.node == node else opened
            text = way.whole.text(child.key)
            cells.append(
                Cell(
                    child.key,
                    child.title,
                    (text,),
                    *span,
                    setting.colour,
                    way.href(node, CITY),
                    f"{child.title}: {text}",
                    way.node == node,
                )
            )
    return cells, opened


def _areas(way: Way) -> list[Cell]:
    shown = _shown(ordered(tree.areas(way.scope.book, way.node, way.scope.year)))
    cells = []
    for child, span in zip(shown, _spans(shown, 0.0, 1.0), strict=True):
        rest = child.key == REST
        name = child.title if rest else way.scope.catalogue.areas[child.key].name
        chosen = child.key == way.scope.view.raum
        href = "" if rest else way.href(way.node, CITY if chosen else child.key)
        text = way.areas.text(child.key)
        cells.append(
            Cell(child.key, name, (text,), *span, HATCHED if rest else _AREA, href, f"{name}: {text}", chosen)
        )
    return cells


def _shown(found: Sequence[Child]) -> list[Child]:
    return [child for child in found if child.amount.cents is not None]


def _spans(found: Sequence[Child], low: float, high: float) -> list[tuple[float, float]]:
    """Edges in proportion to the amounts; corrections below zero have no height."""
    sizes = [max(0, child.amount.cents or 0) for child in found]
    whole, spans, edge = sum(sizes), [], low
    for size in sizes:
        wide = (high - low) * size / whole if whole else 0.0
        spans.append((edge, edge + wide))
        edge += wide
    return spans
