"""The third card: today's distribution and the difference."""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers.parts import Table
from dashboard.answers.ressourcen.ground import Today
from dashboard.answers.ressourcen.parts import Card
from dashboard.answers.ressourcen.pictures import Compared, Difference
from dashboard.answers.ressourcen.result import Result

UNKNOWN = "Heutige Verteilung: nicht bekannt. Es fehlt eine Lieferung der {} je Sozialraum."
_NONE = Compared((), ("", "", ""), "", "", ("", ""))


def compared(result: Result) -> Compared:
    """Every area in drawn order; nothing but a note where today is not known."""
    today = result.today
    if result.allocation is None:
        return _NONE
    if today is None:
        return replace(_NONE, note=UNKNOWN.format(result.rule.unit.name))
    changes = [
        today.change(area.id, result.amount(at), result.rule.unit) for at, area in enumerate(result.areas)
    ]
    most = max(1, *(abs(change) for change in changes))
    rows = tuple(_row(result, today, place, changes[place], most) for place in result.order)
    total = today.unit.per_one // result.rule.unit.per_one * result.rule.total
    sums = (
        today.unit.fixed(today.total),
        today.unit.fixed(total),
        today.unit.change(total - today.total),
    )
    return Compared(rows, sums, today.unit.name, today.distribution.note, _same(result, today, total))


def compared_card(result: Result, shown: Compared) -> Card:
    """Title, subtitle and the same as a table."""
    today = result.today
    if result.allocation is None:
        return Card("", "", Table("", (), ()))
    if today is None:
        return Card("Heute und nach dieser Regel", shown.note, Table(shown.note, ("Sozialraum",), ()))
    example = " (Beispiel)" if today.demo else ""
    header = ("Sozialraum", f"heute{example}", "nach dieser Regel", "Unterschied")
    rows = tuple((row.name, row.today, row.then, row.change) for row in shown.rows)
    title = f"Gegenüber heute{example}: {_moved(shown)}"
    subtitle = f"{today.distribution.title}, {today.unit.name} je Sozialraum"
    return Card(
        title,
        subtitle,
        Table(f"{subtitle}: heute und nach dieser Regel", header, (*rows, ("Summe", *shown.sums))),
    )


def _moved(shown: Compared) -> str:
    more = sum(row.bar > 0 for row in shown.rows)
    less = sum(row.bar < 0 for row in shown.rows)
    if not more and not less:
        return "kein Raum ändert sich"
    words = [
        f"{count} {'Raum' if count == 1 else 'Räume'} {word}"
        for count, word in ((more, "mehr"), (less, "weniger"))
        if count
    ]
    return ", ".join(words)


def _row(result: Result, today: Today, place: int, change: int, most: int) -> Difference:
    area, view = result.areas[place], result.rule.view
    word = "mehr" if change > 0 else "weniger" if change < 0 else "gleich"
    return Difference(
        area.id, area.name, view.focused_on(area.id).address(result.asking.choices), area.id == view.raum,
        today.unit.fixed(today.steps[area.id]), today.unit.fixed(today.steps[area.id] + change),
        today.unit.change(change), word, change / most,
        float(today.unit.size(today.steps[area.id])),
    )  # fmt: skip


def _same(result: Result, today: Today, total: int) -> tuple[str, str]:
    """A link that shares out what there is today: then the differences are a shift and nothing else."""
    steps, unit = today.total, result.rule.unit
    ratio = today.unit.per_one // unit.per_one
    if total == steps or steps % ratio:
        return "", ""
    amount = format(today.unit.size(steps).normalize(), "f")
    view = result.rule.view.with_more("stellen" if unit.posts else "euro", amount)
    return (
        f"Mit der heutigen Menge rechnen: {today.unit.spoken(steps)}",
        view.address(result.asking.choices),
    )
