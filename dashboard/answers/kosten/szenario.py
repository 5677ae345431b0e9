"""When would the rise end? Two growth rates of the reader against today's trend."""

from __future__ import annotations

from dashboard.analysis.scenario import Path
from dashboard.answers.kosten.outlook import YEARS_AHEAD, Outlook, outlook
from dashboard.answers.kosten.parts import Card, Ledger, Line, Shown, Words
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.parts import Table, Tile
from dashboard.figures.scenario_chart import Ahead, ScenarioChart
from dashboard.model import TOTAL
from dashboard.wording import costs, costs_causes, costs_said
from dashboard.wording.costs import Money, change_percent, unit_for

_DETAIL = (
    "Rechenbeispiel, keine Prognose: Das Wachstum nähert sich bis {} den eingestellten Raten und bleibt dann "
    "so; gerechnet in jeweiligen Preisen."
)


def szenario(scope: Scope) -> Shown:
    """The view of the scenario."""
    found = outlook(scope)
    subtitle = f"Rechenbeispiel bis {scope.year + YEARS_AHEAD}, {scope.area.name}, in jeweiligen Preisen"
    if found is None:
        return Shown(costs_said.NO_AMOUNT, subtitle, "", str(scope.year), (), notices=scope.view.notices)
    last, stops = found.scenario.last, found.scenario.stops
    amount = found.scenario.cents[stops if stops is not None else last]
    return Shown(
        headline=costs_causes.scenario(stops, amount, last, found.year, found.trend.cents[last]),
        subtitle=subtitle,
        detail=_DETAIL.format(found.goal),
        period=f"{found.year}–{last}",
        cards=(_card(scope, found), _assumptions(scope, found)),
        tiles=_tiles(found),
        notices=scope.view.notices,
    )


def _card(scope: Scope, found: Outlook) -> Card:
    last = found.trend.last
    unit = unit_for(max(found.trend.cents[last], found.scenario.cents[last]))
    over = found.scenario.cents[last] - found.trend.cents[last]
    word = "mehr" if over > 0 else "weniger"
    apart = f"{last}: {unit.text(abs(over))} {word} als im Trend" if over else f"{last}: wie im Trend"
    return Card(
        title=apart,
        subtitle=f"{unit.name}, gebucht bis {found.year}, danach gerechnet; Zieljahr der Raten {found.goal}",
        blocks=(_chart(scope, found, unit),),
        table=_table(found, unit),
    )


def _chart(scope: Scope, found: Outlook, unit: Money) -> ScenarioChart:
    def ahead(way: Path, title: str) -> Ahead:
        values = {year: cents / unit.cents for year, cents in way.cents.items()}
        return Ahead(values, f"{title} {way.last}", unit.text(way.cents[way.last]))

    book = scope.book
    observed = {
        year: cents / unit.cents
        for year in book.years
        if year <= found.year and (cents := book.amount(scope.view.raum, year, TOTAL).cents) is not None
    }
    stops = found.scenario.stops
    stop = None
    if stops is not None:
        cents = found.scenario.cents[stops]
        stop = (stops, cents / unit.cents, (f"Anstieg endet {stops}", f"bei {unit.text(cents)}"))
    return ScenarioChart(
        name=f"Kosten bis {found.trend.last} im Trend und im Szenario, {scope.area.name}",
        unit=unit.name,
        observed=observed,
        last_text=unit.bare(unit.steps(found.scenario.cents[found.year])),
        trend=ahead(found.trend, "Trend"),
        scenario=ahead(found.scenario, "Szenario"),
        stop=stop,
        goal=found.goal,
    )


def _table(found: Outlook, unit: Money) -> Table:
    rows = tuple(
        (
            str(year),
            unit.bare(unit.steps(found.trend.cents[year])),
            unit.bare(unit.steps(found.scenario.cents[year])),
        )
        for year in found.scenario.cents
    )
    return Table(f"{unit.name}, {found.year} gebucht", ("Jahr", "im Trend", "im Szenario"), rows)


def _assumptions(scope: Scope, found: Outlook) -> Card:
    rows = (
        ("Fallzahl", found.today.cases, found.assumed.cases),
        ("Kosten je Fall", found.today.cost, found.assumed.cost),
        ("Kosten zusammen", found.today.spending, found.assumed.spending),
    )
    lines = tuple(Line(name, (change_percent(today), change_percent(then))) for name, today, then in rows)
    header = ("pro Jahr", f"Trend {found.since}–{found.year}", f"ab {found.goal} im Szenario")
    words = (
        f"Heutiger Trend: mittleres Wachstum {found.since} bis {found.year}. Der Anstieg endet, wenn "
        "Fallzahl und Kosten je Fall zusammen nicht mehr wachsen."
    )
    caption = f"Wachstumsraten, {scope.area.name}"
    return Card(
        title=f"Angenommen: {change_percent(found.assumed.spending)} Kosten pro Jahr ab {found.goal}",
        subtitle=caption,
        blocks=(Ledger(header, lines, barred=-1), Words(words)),
        table=Table(caption, header, tuple((line.name, *line.cells) for line in lines)),
    )


def _tiles(found: Outlook) -> tuple[Tile, ...]:
    last, year = found.trend.last, found.year
    ways = (("Trend", found.trend), ("Szenario", found.scenario))
    now = Tile(f"Kosten {year}", costs.amount(found.trend.cents[year]), "gebucht")
    ahead = [
        Tile(
            f"{title} {last}",
            costs.amount(way.cents[last]),
            f"{change_percent(way.cents[last] / way.cents[year] - 1, 0)} gegenüber {year}",
        )  # fmt: skip
        for title, way in ways
    ]
    total = sum(found.trend.cents[each] - found.scenario.cents[each] for each in found.trend.cents)
    word = "weniger" if total >= 0 else "mehr"
    saved = Tile(f"Szenario gegen Trend bis {last}", costs.amount(abs(total)), f"{word}, alle Jahre zusammen")
    return (now, *ahead, saved)
