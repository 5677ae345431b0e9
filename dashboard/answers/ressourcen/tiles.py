"""The four tiles: the exact sum, what comes to the people, the difference to today, and the range."""

from __future__ import annotations

from dashboard.answers.parts import Tile
from dashboard.answers.ressourcen.result import Result
from dashboard.answers.ressourcen.said import areas, widest
from dashboard.wording.numbers import number
from dashboard.wording.units import NBSP


def tiles(result: Result) -> tuple[Tile, ...]:
    """Those that can be said; none where nothing can be shared out."""
    if result.allocation is None:
        return ()
    exact = Tile(
        "Verteilt",
        result.rule.unit.spoken(result.rule.total),
        f"Summe der {areas(result)} Räume genau, ohne Rest",
    )
    found = (exact, _per_head(result), _against_today(result), _steady(result))
    return tuple(tile for tile in found if tile is not None)


def _per_head(result: Result) -> Tile | None:
    if result.people is None or result.rule.population is None:
        return None
    unit, people = result.rule.unit, result.rule.population.people
    heads = [result.people[area.id] for area in result.areas]
    known = [(result.amount(place) / count, place) for place, count in enumerate(heads) if count > 0]
    if not known:
        return None
    low, high = min(known)[1], max(known)[1]
    texts = [unit.per_head(result.amount(place), heads[place]) for place in (low, high)]
    value = texts[0] if texts[0] == texts[1] else f"{texts[0]} bis {texts[1]}"
    label = f"Je 1.000 {people}" if unit.posts else f"Je Kopf, {people}"
    return Tile(label, value, f"Mittel {unit.per_head(result.rule.total, sum(heads))}")


def _against_today(result: Result) -> Tile | None:
    if result.today is None:
        return None
    changes = [change for place in range(len(result.areas)) if (change := result.change(place)) is not None]
    more, less = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
    example = " (Beispiel)" if result.today.demo else ""
    value = f"{result.today.unit.change(sum(changes))}{NBSP}{result.today.unit.name}"
    return Tile(
        f"Gegenüber heute{example}",
        value,
        f"{number(more)} {'Raum' if more == 1 else 'Räume'} mehr, {number(less)} weniger",
    )


def _steady(result: Result) -> Tile:
    label = "Bei anderen Gewichten"
    if len(result.used) < 2:
        return Tile(
            label, "–", "eine Kennzahl: keine Spanne" if result.used else "ohne Gewichte keine Spanne"
        )
    size = widest(result)
    value = f"±{NBSP}{result.rule.unit.spoken(size)}" if size else "unverändert"
    return Tile(label, value, "größte Änderung in einem Raum")
