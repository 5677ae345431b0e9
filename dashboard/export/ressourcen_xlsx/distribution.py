"""The first sheet: what can be set, and the way from need to whole steps in every area."""

from __future__ import annotations

from typing import Any

from dashboard.answers.ressourcen.result import Result
from dashboard.export.ressourcen_xlsx.paper import Paper, cell, span
from dashboard.export.ressourcen_xlsx.steps import Steps

SETTINGS = (
    "Menge", "kleinster Schritt", "Minimum je Raum", "Stärke je Indexpunkt",
    "Bezug (1: Personen, 0: jeder Raum gleich)", "Menge in Schritten", "Minimum in Schritten",
)  # fmt: skip
COLUMNS = (
    "Sozialraum", "Personen", "Index", "ein Kopf zählt", "Bedarf", "teilt den Rest (1)", "Anteil in "
    "Schritten",
    "ganze Schritte", "Rest", "Rang des Rests", "Schritte", "Menge", "Anteil", "heute", "Unterschied", "Nr.",
)  # fmt: skip
STEPS, FLOOR = "$B$8", "$B$9"


def distribution(book: Any, result: Result, steps: Steps, first: int, title: str) -> None:
    """``first``: row of the first area, counted from 0. The other sheets read rows 3 to 9 of column B."""
    paper = Paper(book, "Verteilung", (40, 14, *[12] * (len(COLUMNS) - 2)))
    last = first + len(result.areas) - 1
    paper.text(0, 0, title, paper.bold)
    _settings(paper, result, last - first + 1)
    paper.heads(first - 1, COLUMNS)
    for place in range(len(result.areas)):
        _row(paper, result, steps, place, first, last)
    _sums(paper, result, first, last)
    paper.sheet.freeze_panes(first, 1)


def _settings(paper: Paper, result: Result, areas: int) -> None:
    rule = result.rule
    unit = rule.unit
    given = (
        float(unit.size(rule.total)), 1 / unit.per_one, float(unit.size(rule.floor)), rule.spread / 100,
        0 if rule.equal or result.people is None else 1,
    )  # fmt: skip
    for at, words in enumerate(SETTINGS):
        paper.text(2 + at, 0, words)
    for at, value in enumerate(given):
        paper.set(2 + at, 1, value)
    paper.formula(7, 1, "ROUND($B$3/$B$4,0)", rule.total, 0)
    paper.formula(8, 1, f"MIN(ROUND($B$5/$B$4,0),INT($B$8/{areas}))", rule.floor, 0)


def _row(paper: Paper, result: Result, steps: Steps, place: int, first: int, last: int) -> None:
    row, area, unit = first + place, result.areas[place], result.rule.unit
    paper.text(row, 0, area.name)
    people = result.people[area.id] if result.people else 0.0
    paper.formula(row, 1, f"Werte!{cell(row, 1)}", people, 0)
    paper.formula(row, 2, f"Index!{cell(row, 1)}", float(steps.index[place]), 4)
    paper.formula(row, 3, f"MAX(0,1+$B$6*{cell(row, 2)})", float(steps.factor[place]), 4)
    own_heads = f"IF($B$7=1,{cell(row, 1)},1)"
    paper.formula(row, 4, f"{cell(row, 3)}*{own_heads}", float(steps.need[place]), 2)
    held = cell(row, 2 * len(steps.rounds))
    everybody = f"SUM(Minimum!{span(first, last, 2 * len(steps.rounds))})={last - first + 1}"
    paper.formula(row, 5, f"IF({everybody},1,1-Minimum!{held})", float(steps.free[place]), 0)
    base = f"IF({everybody},{FLOOR},0)"
    _rounded(paper, steps, place, first, last, base)
    units = int(steps.units[place])
    paper.formula(row, 11, f"{cell(row, 10)}*$B$4", float(unit.size(units)))
    total = float(unit.size(result.rule.total))
    share = float(unit.size(units)) / total if total else 0.0
    paper.formula(row, 12, f"IF($B$3=0,0,{cell(row, 11)}/$B$3)", share, 4)
    paper.number(row, 15, place + 1)
    if result.today is not None:
        today = float(result.today.unit.size(result.today.steps[area.id]))
        paper.number(row, 13, today, 2)
        paper.formula(row, 14, f"{cell(row, 11)}-{cell(row, 13)}", float(unit.size(units)) - today)


def _rounded(paper: Paper, steps: Steps, place: int, first: int, last: int, base: str) -> None:
    """Largest remainder: parts rounded down, what is missing to the largest remainders, first ones first."""
    row = first + place
    free, need, whole, rest, number = (span(first, last, column) for column in (5, 4, 7, 8, 15))
    count = last - first + 1
    left = f"({STEPS}-{FLOOR}*({count}-SUM({free}))-{base}*{count})"
    shared = f"SUMPRODUCT({free}*{need})"
    part = f"IF({shared}=0,0,{cell(row, 5)}*{left}*({cell(row, 4)}/{shared}))"
    paper.formula(row, 6, part, float(steps.quota[place]), 4)
    paper.formula(row, 7, f"INT(ROUND({cell(row, 6)},9))", float(steps.whole[place]), 0)
    paper.formula(row, 8, f"ROUND({cell(row, 6)}-{cell(row, 7)},9)", float(steps.remainder[place]), 4)
    own = cell(row, 8)
    ahead = f"SUMPRODUCT({free}*({rest}>{own}))+SUMPRODUCT({free}*({rest}={own})*({number}<{cell(row, 15)}))"
    paper.formula(row, 9, f"IF({cell(row, 5)}=1,1+{ahead},0)", float(steps.rank[place]), 0)
    missing = f"{left}-SUMPRODUCT({free}*{whole})"
    more = f"{base}+{cell(row, 7)}+IF({cell(row, 9)}<={missing},1,0)"
    paper.formula(row, 10, f"IF({cell(row, 5)}=1,{more},{FLOOR})", float(steps.units[place]), 0)


def _sums(paper: Paper, result: Result, first: int, last: int) -> None:
    row, unit = last + 1, result.rule.unit
    total = float(unit.size(result.rule.total))
    today = float(result.today.unit.size(result.today.total)) if result.today else 0.0
    people = sum(result.people.values()) if result.people else 0.0
    paper.text(row, 0, "Summe", paper.total)
    sums = {
        1: people,
        10: result.rule.total,
        11: total,
        12: 1.0 if total else 0.0,
        13: today,
        14: total - today,
    }
    for column, value in sums.items():
        if column < 13 or result.today is not None:
            inner = f"{cell(first, column)}:{cell(last, column)}"
            paper.formula(row, column, f"SUM({inner})", value, paper.total)
    check = f'IF({cell(row, 10)}=$B$8,"Summe stimmt genau","FEHLER: Summe weicht ab")'
    paper.formula(row + 1, 11, check, "Summe stimmt genau", paper.bold)
