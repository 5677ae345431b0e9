"""For what is the money spent: before a problem arises, or after? The share over time and by area."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from dashboard.answers.kennzahl.target import projection, target_line
from dashboard.answers.kosten import sides
from dashboard.answers.kosten.parts import Card, Ledger, Line, Shown, Words
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table, Tile
from dashboard.answers.question import Question
from dashboard.display import History, TargetLine
from dashboard.figures.theme import PETROL
from dashboard.model import CITY, TOTAL
from dashboard.wording import costs, costs_said
from dashboard.wording.numbers import number, rounded, signed

SHARE = "praeventionsanteil"


class _Asked(NamedTuple):
    """The scope with the question about the share."""

    scope: Scope
    question: Question

    @property
    def year(self) -> int:
        """The shown year: the share's own latest where the asked one has none."""
        years = self.question.line.years
        asked = self.scope.view.jahr
        return asked if asked in years else years[-1] if years else self.scope.year

    def value(self, year: int, area: str = "") -> float | None:
        """The share of an area in per cent."""
        area = area or self.scope.view.raum
        facts = self.question.line.city if area == CITY else self.question.line.by_area[area]
        return facts[year].value if year in facts else None


def praevention(scope: Scope) -> Shown:
    """The view of prevention against correction."""
    asked = _Asked(scope, question_of(scope))
    line = target_line(asked.question)
    value = asked.value(asked.year)
    then = asked.value(scope.since)
    earlier = (scope.since, then) if then is not None and scope.since < asked.year else None
    return Shown(
        headline=costs_said.prevention(scope.area.locative, asked.year, value, earlier, _goal(asked, line)),
        subtitle=f"Prävention ÷ (Prävention + Korrektur), {scope.area.name}, in jeweiligen Preisen",
        detail="Was Prävention ist, legt der Katalog je Kostenart fest. Beträge stammen aus Buchungen.",
        period=str(asked.year),
        cards=(_over_time(asked, line), _by_area(asked, line), *sides.cards(scope, asked.year)),
        tiles=(*_tiles(asked), *_goal_tile(asked, line)),
        notices=scope.view.notices,
    )


def question_of(scope: Scope) -> Question:
    """The question about the share, over the same area."""
    asking = scope.asking
    view = replace(asking.view, kennzahl=SHARE, merkmal=TOTAL, more=())
    line = asking.line(SHARE, TOTAL, "sozialraum")
    return Question(view, asking.choices, asking.catalogue, line, ())


def _goal(asked: _Asked, line: TargetLine | None) -> str:
    """What is missing until the goal, in printed points; empty without a goal."""
    value = asked.value(asked.year)
    if line is None or value is None:
        return ""
    missing = rounded(line.value, 1) - rounded(value, 1)
    example = "Beispielziel" if _is_example(asked.question, line) else "Ziel"
    places = 0 if line.value == int(line.value) else 1
    name = f"{example} {costs.percent(line.value / 100, places)} bis {line.year}"
    return f"bis zum {name} fehlen {number(missing, 1)} Punkte" if missing > 0 else f"{name} erreicht"


def _is_example(question: Question, line: TargetLine) -> bool:
    targets = question.catalogue.targets.values()
    own = [each for each in targets if each.indicator == SHARE and each.target_year == line.year]
    return any(each.example for each in own)


def _over_time(asked: _Asked, line: TargetLine | None) -> Card:
    scope, question = asked.scope, asked.question
    shown = History(
        series=tuple(replace(each, href=scope.address(raum=each.area)) for each in question.series()),
        city=question.city_series(),
        years=question.line.years,
        target=line,
        projection=projection(question),
    )
    value = asked.value(asked.year)
    title = (
        f"Anteil der Prävention {asked.year}: {costs.percent(value / 100)}"
        if value is not None
        else "Verlauf"
    )
    rows = [
        (str(year), *(_text(asked.value(year, area)) for area in (*scope.book.areas, CITY)))
        for year in question.line.years
    ]
    names = [scope.catalogue.areas[area].short_name for area in (*scope.book.areas, CITY)]
    return Card(
        title=title,
        subtitle="Anteil der Prävention in Prozent; Ziel und Trend gestrichelt",
        blocks=(shown,),
        table=Table("Anteil der Prävention in Prozent", ("Jahr", *names), tuple(rows)),
    )


def _text(value: float | None) -> str:
    return "–" if value is None else costs.percent(value / 100)


def _by_area(asked: _Asked, line: TargetLine | None) -> Card:
    scope = asked.scope
    values = {area: asked.value(asked.year, area) for area in scope.book.areas}
    most = max([value for value in values.values() if value is not None] + [line.value if line else 0.0, 0.1])
    order = sorted(values, key=lambda area: (values[area] is None, -(values[area] or 0)))
    lines = [_area_line(asked, area, values[area], most) for area in order]
    city = asked.value(asked.year, CITY)
    lines.append(Line("Stadt Hamm", (_text(city), _moved(asked, CITY)), role="sum"))
    header = ("Sozialraum", "Anteil", f"seit {scope.since}")
    named = [area for area in order if values[area] is not None]
    ends = [scope.catalogue.areas[area].locative for area in (named[0], named[-1])] if len(named) > 1 else []
    title = f"Am höchsten {ends[0]}, am niedrigsten {ends[1]}" if ends else "Die Sozialräume"
    table = Table(
        f"Anteil der Prävention {asked.year}", header, tuple((each.name, *each.cells) for each in lines)
    )
    goal = (Words(f"Gestrichelt: {line.label}."),) if line else ()
    return Card(
        title=title,
        subtitle=f"Anteil der Prävention je Sozialraum, {asked.year}",
        blocks=(Ledger(header, tuple(lines), mark=line.value / most if line else None), *goal),
        table=table,
        half=True,
    )


def _area_line(asked: _Asked, area: str, value: float | None, most: float) -> Line:
    scope = asked.scope
    chosen = scope.view.raum == area
    href = scope.address(raum=CITY if chosen else area)
    bar = None if value is None else value / most
    name = scope.catalogue.areas[area].name
    return Line(name, (_text(value), _moved(asked, area)), bar, PETROL, href, area, chosen=chosen)


def _moved(asked: _Asked, area: str) -> str:
    now, then = asked.value(asked.year, area), asked.value(asked.scope.since, area)
    if now is None or then is None:
        return "–"
    return f"{signed(float(rounded(now, 1) - rounded(then, 1)), 1)} Punkte"


def _goal_tile(asked: _Asked, line: TargetLine | None) -> tuple[Tile, ...]:
    value = asked.value(asked.year)
    if line is None or value is None:
        return ()
    missing = rounded(line.value, 1) - rounded(value, 1)
    name = "Beispielziel" if _is_example(asked.question, line) else "Ziel"
    detail = f"noch {number(missing, 1)} Punkte" if missing > 0 else "erreicht"
    return (Tile(f"{name} bis {line.year}", costs.percent(line.value / 100), detail),)


def _tiles(asked: _Asked) -> tuple[Tile, ...]:
    found = sides.of(asked.scope, asked.year)
    if found is None:
        return ()
    both = (("Prävention", found.prevention), ("Korrektur", found.correction))
    tiles = [Tile(f"{name} {asked.year}", costs.amount(cents), "") for name, cents in both]
    if found.prevention > 0:
        ratio = number(found.correction / found.prevention, 2)
        tiles.append(Tile("Auf 1 € Prävention kommen", f"{ratio} €", "Korrektur"))
    return tuple(tiles)
