"""The first card: index, people and distribution of every area, and the exact sum."""

from __future__ import annotations

from dashboard.answers.parts import Table
from dashboard.answers.ressourcen.parts import Card
from dashboard.answers.ressourcen.pictures import Index, Main, Row
from dashboard.answers.ressourcen.result import Result
from dashboard.answers.ressourcen.said import need, part
from dashboard.figures.index_bars import index_limits
from dashboard.wording import resources
from dashboard.wording.numbers import number, with_unit


def main(result: Result) -> Main:
    """The rows in drawn order. Without an allocation there are none."""
    unit, people = result.rule.unit, result.people
    index = result.index
    ends = [] if index is None else [float(end) for end in (*index.low, *index.high)]
    heads = sum(people.values()) if people else 0.0
    return Main(
        rows=tuple(_row(result, place) for place in result.order) if result.allocation else (),
        people=result.rule.population.people if result.rule.population and people else "",
        unit=unit.name,
        per_head=unit.per_head_word if people else "",
        sums=(
            number(heads) if people else "",
            unit.fixed(int(result.allocation.units.sum())) if result.allocation else "",
            with_unit(100, "%", 1),
            unit.per_head(result.rule.total, heads) if people else "",
        ),
        limits=index_limits(ends),
    )


def main_card(result: Result, shown: Main) -> Card:
    """Title, subtitle and the table that says the same."""
    if result.allocation is None:
        return Card("", "", Table("", (), ()))
    subtitle = (
        "Punkt: Index, 0 = Mittel der Räume, +1 = im Schnitt eine Standardabweichung mehr Bedarf; "
        "blasser Balken: Spanne bei anderen Gewichten"
        if result.index is not None
        else "Ohne Gewichte gibt es keinen Index; geordnet nach der Menge"
    )
    return Card(_title(result), subtitle, table(result, shown))


def table(result: Result, shown: Main) -> Table:
    """Everything the card draws, as text."""
    header = (
        "Sozialraum", "Index", "Index bei anderen Gewichten", "zählt", shown.people or "Personen",
        shown.unit, "Anteil", "bei anderen Gewichten", shown.per_head or "je Kopf",
    )  # fmt: skip
    rows = tuple(
        (
            row.name,
            row.index.text if row.index else "–",
            row.index.range_text if row.index else "–",
            row.index.factor if row.index else "1,00-fach",
            row.people,
            row.amount,
            row.share,
            row.range_text,
            row.per_head,
        )
        for row in shown.rows
    )
    heads, amount, share, per_head = shown.sums
    last = ("Summe", "", "", "", heads, amount, share, "", per_head)
    return Table(f"Verteilung: {_title(result)}", header, (*rows, last))


def _title(result: Result) -> str:
    if result.index is None:
        return "Wer wie viel erhält"
    over = sum(low > 0 for low in result.index.low)
    weights = " bei allen geprüften Gewichten" if len(result.used) > 1 else ""
    if not over:
        return f"In keinem Raum liegt der Bedarf{weights} über dem Mittel"
    return f"In {over} von {len(result.areas)} Räumen liegt der Bedarf{weights} über dem Mittel"


def _row(result: Result, place: int) -> Row:
    area, rule = result.areas[place], result.rule
    allocation = result.allocation
    assert allocation is not None
    most = max(1, int(allocation.high.max()))
    found, steps = part(result, place), result.amount(place)
    people = result.people[area.id] if result.people else None
    return Row(
        area=area.id,
        name=area.name,
        href=rule.view.focused_on(area.id).address(result.asking.choices),
        focused=area.id == rule.view.raum,
        index=_index(result, place),
        people=number(people) if people is not None else "–",
        amount=rule.unit.fixed(steps),
        share=with_unit(100 * steps / rule.total if rule.total else 0.0, "%", 1),
        bar=steps / most,
        bar_low=found.low / most,
        bar_high=found.high / most,
        range_text=resources.amount_range(found, rule.unit) if len(result.used) > 1 else "–",
        per_head=rule.unit.per_head(steps, people) if people is not None else "–",
        size=float(rule.unit.size(steps)),
    )


def _index(result: Result, place: int) -> Index | None:
    found = need(result, place)
    if found is None:
        return None
    return Index(
        found.score,
        found.low,
        found.high,
        resources.index_text(found.score),
        resources.index_range(found.low, found.high),
        resources.factor_text(found.factor),
    )
