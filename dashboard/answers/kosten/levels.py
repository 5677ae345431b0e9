"""The table beside the icicle: the parts of the level one deeper, with their sum."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.kosten import tree
from dashboard.answers.kosten.amount import Amount
from dashboard.answers.kosten.book import REST
from dashboard.answers.kosten.over_years import COLOURS
from dashboard.answers.kosten.parts import Ledger, Line
from dashboard.answers.kosten.path import Way, child_node
from dashboard.answers.kosten.planned import planned
from dashboard.answers.kosten.printing import NOTHING, Printed, counted, missing, moved
from dashboard.answers.kosten.tree import Child, Node
from dashboard.model import CITY
from dashboard.wording import costs
from dashboard.wording.costs import FINE_THOUSANDS, unit_for

NAMES = ("Bereich", "Hilfeart", "Sozialraum", "Jahr")


def depth(way: Way) -> int:
    """Which level the table shows: 0 Bereiche, 1 Hilfearten, 2 Sozialräume, 3 Jahre."""
    if not way.scope.is_city:
        return 3
    return 2 if way.node.kind else 1 if way.node.setting else 0


def children(way: Way) -> list[Child]:
    """The parts of the node in the area in focus, largest first, a remainder last."""
    book, year, node = way.scope.book, way.scope.year, way.node
    level = depth(way)
    if level == 3:
        return list(reversed(tree.years(book, node, way.scope.view.raum)))
    if level == 2:
        return ordered(tree.areas(book, node, year))
    return tree.kinds(book, node.setting, CITY, year) if level else tree.settings(book, CITY, year)


def ordered(found: Sequence[Child]) -> list[Child]:
    """Largest first, without amount and remainder last."""
    return sorted(
        found, key=lambda each: (each.key == REST, each.amount.cents is None, -(each.amount.cents or 0))
    )


def title(way: Way) -> str:
    """What the largest part is, or a plain title."""
    found = [each for each in children(way) if each.key != REST and each.amount.cents is not None]
    if depth(way) == 3:
        return f"{way.label()} {way.scope.area.locative}: {_years_title(found)}"
    if not found or not way.amount(CITY).cents:
        return f"{way.label()} nach Ebenen"
    most = max(found, key=lambda each: each.amount.cents or 0)
    share = _printed(way).share(*_keys(way, most))
    return f"Größter Teil: „{_name(way, most)}“ mit {share} von {way.text(way.node)}"


def _years_title(found: Sequence[Child]) -> str:
    years = [int(each.key) for each in found]
    return f"{min(years)} bis {max(years)}" if years else "keine Beträge"


def ledger(way: Way) -> Ledger:
    """The parts as rows that lead one level deeper."""
    return _of_years(way) if depth(way) == 3 else _of_parts(way)


def _printed(way: Way) -> Printed:
    """The table's parts as printed: of a setting its kinds alone, so that shares are of the setting."""
    if depth(way) == 2:
        return way.areas
    if depth(way) == 0:
        return way.whole
    kinds = tree.kinds(way.scope.book, way.node.setting, CITY, way.scope.year)
    cents = {child.key: way.child(child).cents for child in kinds}
    unit = way.unit_of(way.node)
    parts = {key: amount for key, amount in cents.items() if amount is not None}
    return Printed(parts, unit, way.steps(way.node, unit))


def _keys(way: Way, child: Child) -> tuple[str, ...]:
    """The printed parts of a row."""
    if depth(way) == 0 and child.key != REST:
        return way.keys(Node(child.key))
    return (child.key,) if child.key in _printed(way).keys else ()


def _of_parts(way: Way) -> Ledger:
    own, printed = way.amount(CITY), _printed(way)
    found = children(way)
    most = max((abs(child.amount.cents or 0) for child in found), default=0)
    lines = [_line(way, child, printed, most) for child in found]
    total = (printed.amount(*printed.keys), printed.share(*printed.keys), *_counted(way, own))
    lines.append(Line("Summe", total, role="sum"))
    lines += [*_above(way), *planned(way, len(_columns(way)))]
    return Ledger((NAMES[depth(way)], printed.unit.name, "Anteil", *_columns(way)), tuple(lines))


def _columns(way: Way) -> tuple[str, ...]:
    """What is counted beside the amounts: cases, days where the books have any, cost per case."""
    days = ("Tage",) if way.scope.book.has_days else ()
    return ("Fälle", *days, f"{FINE_THOUSANDS.name} je Fall")


def _counted(way: Way, amount: Amount) -> tuple[str, ...]:
    return counted(amount, way.scope.book.has_days)


def _line(way: Way, child: Child, printed: Printed, most: int) -> Line:
    amount, keys = way.child(child, _place(way, child)), _keys(way, child)
    others = _counted(way, amount)
    cells = (
        (printed.amount(*keys), printed.share(*keys), *others) if keys else missing(amount, 2 + len(others))
    )
    bar = max(0.0, (child.amount.cents or 0) / most) if keys and most else None
    return Line(_name(way, child), cells, bar, _colour(way, child), _href(way, child), child.key)


def _place(way: Way, child: Child) -> str:
    return child.key if depth(way) == 2 and child.key != REST else CITY


def _name(way: Way, child: Child) -> str:
    return child.title or way.scope.catalogue.areas[child.key].name


def _href(way: Way, child: Child) -> str:
    """One level deeper; nowhere from a remainder."""
    if child.key == REST:
        return ""
    if depth(way) == 2:
        return way.href(way.node, child.key)
    deeper = child_node(way.node, child.key)
    return way.href(deeper) if deeper else ""


def _colour(way: Way, child: Child) -> str:
    if child.key == REST:
        return COLOURS[REST]
    return COLOURS[way.node.setting or child.key]


def _above(way: Way) -> list[Line]:
    """What the sum is a part of: every level above with the node's share in it."""
    own = way.amount(CITY)
    levels = ([Node(way.node.setting)] if way.node.kind else []) + ([] if way.node.is_root else [Node()])
    unit, found = way.unit_of(way.node), []
    for node in levels:
        whole = way.of_node(node, CITY)
        if whole.cents and own.cents is not None:
            amount = unit.bare(way.steps(node, unit) or 0)
            share = way.share(CITY) if node.is_root else costs.percent(own.cents / whole.cents)
            found.append(Line(f"von {way.short(node)}", (amount, share, *_counted(way, whole)), role="more"))
    return found


def _change(way: Way, year: int, now: Amount, before: Amount | None) -> str:
    """To the year before; of kinds only what is counted in both years."""
    if before is None:
        return NOTHING
    if way.node.is_root:
        return moved(now.cents, before.cents)
    return way.scope.moved(tree.kinds_of(way.scope.book, way.node), year - 1, year)


def _of_years(way: Way) -> Ledger:
    """The last level: the node in the area, year by year."""
    scope, area = way.scope, way.scope.view.raum
    found = [(int(child.key), scope.in_euros(child.amount, int(child.key), area)) for child in children(way)]
    known = [amount.cents for _year, amount in found if amount.cents is not None]
    unit = unit_for(max(known, default=0), fine=True)
    by_year = dict(found)
    lines = []
    for year, amount in found:
        if amount.cents is None:
            lines.append(
                Line(
                    str(year), missing(amount, 2 + len(_columns(way))), href=way.in_year(year), key=f"j{year}"
                )
            )
            continue
        before = by_year.get(year - 1)
        cells = (unit.bare(unit.steps(amount.cents)), _change(way, year, amount, before))
        bar = max(0.0, amount.cents / max(known)) if max(known) > 0 else None
        colour = COLOURS[way.node.setting] if way.node.setting else "#6b7480"
        lines.append(
            Line(
                str(year),
                (*cells, *_counted(way, amount)),
                bar,
                colour,
                way.in_year(year),
                f"j{year}",
                chosen=year == scope.year,
            )
        )
    return Ledger((NAMES[3], unit.name, "zum Vorjahr", *_columns(way)), tuple(lines))
