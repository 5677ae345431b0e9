"""Why does it rise? The change between two years, split by arithmetic into cases, cost per case and mix."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.analysis.additive import printed_table
from dashboard.answers.kosten.book import REST, SETTINGS
from dashboard.answers.kosten.over_years import COLOURS
from dashboard.answers.kosten.parts import Card, Ledger, Line, Shown, Words
from dashboard.answers.kosten.scope import Scope
from dashboard.answers.kosten.split import FOUR, Split, split, wants_days
from dashboard.answers.parts import Table
from dashboard.figures.waterfall import Bar, Waterfall
from dashboard.wording.costs import Money, unit_for
from dashboard.wording.costs_causes import EFFECTS, NO_DAYS, NOT_SPLIT, Factor, causes, largest, note
from dashboard.wording.units import MINUS, NBSP

_POOLED = "geschützt oder nicht aufgeteilt"


def ursachen(scope: Scope) -> Shown:
    """The view of the decomposition."""
    whole = scope.whole()
    found = split(scope)
    subtitle = f"Zerlegung der Veränderung {whole.since}–{whole.year}, {whole.area.name}, {whole.unit_words}"
    if found is None:
        detail = "Dafür müssen beide Jahre Beträge und Fälle haben, und kein Betrag darf negativ sein."
        return Shown(NOT_SPLIT, subtitle, detail, f"{whole.since}–{whole.year}", (), notices=scope.notices)
    printed = Printed.of(found)
    return Shown(
        headline=causes(
            found.first, found.last, printed.unit, printed.change, printed.by_factor, whole.area.locative
        ),
        subtitle=subtitle,
        detail="Rechnerische Zerlegung ohne Rest (LMDI); sie nennt keine Gründe und belegt keine Wirkung.",
        period=f"{found.first}–{found.last}",
        cards=(_waterfall(found, printed, subtitle, whole), _by_kind(found, printed, whole)),
        notices=(*scope.notices, *((NO_DAYS,) if wants_days(scope) and found.factors != FOUR else ())),
    )


@dataclass(frozen=True, slots=True)
class Printed:
    """Everything in printed steps: rows and columns add up, and start + effects = end."""

    unit: Money
    start: int
    end: int
    table: tuple[tuple[int, ...], ...]
    factors: tuple[Factor, ...]

    @classmethod
    def of(cls, found: Split) -> Printed:
        """Round once."""
        unit = unit_for(max(found.start, found.end), fine=True)
        start, end = unit.steps(found.start), unit.steps(found.end)
        table = printed_table(found.cells, unit.step, end - start)
        return cls(unit, start, end, tuple(tuple(row) for row in table), found.factors)

    @property
    def change(self) -> int:
        """End less start."""
        return self.end - self.start

    @property
    def effects(self) -> tuple[int, ...]:
        """The columns' sums."""
        return tuple(sum(column) for column in zip(*self.table, strict=True))

    @property
    def by_factor(self) -> dict[Factor, int]:
        """The sums by what they stand for."""
        return dict(zip(self.factors, self.effects, strict=True))

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(EFFECTS[factor] for factor in self.factors)


def _waterfall(found: Split, printed: Printed, subtitle: str, scope: Scope) -> Card:
    unit, effects = printed.unit, printed.effects
    level, bars = printed.start, []
    scale = 10**unit.decimals
    bars.append(Bar(str(found.first), "", 0, level / scale, unit.bare(level), True, found.start))
    for (factor, effect), cents in zip(printed.by_factor.items(), found.effects, strict=True):
        ends = (level / scale, (level + effect) / scale)
        bars.append(Bar(EFFECTS[factor], note(factor, effect), *ends, unit.signed(effect), cents=cents))
        level += effect
    bars.append(Bar(str(found.last), "", 0, level / scale, unit.bare(level), True, found.end))
    terms = "".join(f" {'+' if effect >= 0 else MINUS} {unit.bare(abs(effect))}" for effect in effects)
    line = f"{unit.bare(printed.start)}{terms} = {unit.bare(printed.end)}{NBSP}{unit.name}"
    both = f"gesamt {unit.bare(printed.start)} → {unit.bare(printed.end)}{NBSP}{unit.name}"
    name = f"Wasserfall {found.first} bis {found.last}, {scope.area.name}: {line}"
    return Card(
        title=f"{largest(printed.by_factor)}: {both}",
        subtitle=subtitle,
        blocks=(Waterfall(name, unit.name, tuple(bars)), Words(line, strong=True)),
        table=_table(found, printed, scope, _kind_rows(found, printed, scope)),
        beside=(_ledger(printed, _setting_rows(found, printed, scope)),),
    )


def _by_kind(found: Split, printed: Printed, scope: Scope) -> Card:
    rows = _kind_rows(found, printed, scope)
    return Card(
        title="Dieselbe Zerlegung nach Hilfearten",
        subtitle=f"{printed.unit.name}, {scope.unit_words}; Zeilen und Spalten ergeben die Summen",
        blocks=(_ledger(printed, rows),),
        table=_table(found, printed, scope, rows),
    )


Row = tuple[str, tuple[int, ...], str]  # name, printed steps, colour


def _kind_rows(found: Split, printed: Printed, scope: Scope) -> list[Row]:
    kinds = {kind.id: kind for kind in scope.book.kinds}
    rows = []
    for key, cells in zip(found.kinds, printed.table, strict=True):
        if key == REST and not any(cells):
            continue
        name = kinds[key].short_title if key in kinds else _POOLED
        rows.append((name, cells, COLOURS[kinds[key].setting if key in kinds else REST]))
    return rows


def _setting_rows(found: Split, printed: Printed, scope: Scope) -> list[Row]:
    """The kinds summed up by setting, so that both tables agree."""
    settings = {kind.id: kind.setting for kind in scope.book.kinds} | {REST: REST}
    rows = []
    for name in (*scope.book.settings, REST):
        own = [row for key, row in zip(found.kinds, printed.table, strict=True) if settings[key] == name]
        cells = tuple(sum(column) for column in zip(*own, strict=True))
        if any(cells):
            rows.append((SETTINGS.get(name, _POOLED), cells, COLOURS[name]))
    return rows


def _ledger(printed: Printed, rows: list[Row]) -> Ledger:
    lines = [Line(name, _cells(printed.unit, cells), None, colour) for name, cells, colour in rows]
    lines.append(Line("Summe", _cells(printed.unit, printed.effects), role="sum"))
    return Ledger((printed.unit.name, *printed.names, "gesamt"), tuple(lines), barred=-1)


def _cells(unit: Money, steps: tuple[int, ...]) -> tuple[str, ...]:
    return (*(unit.signed(step) for step in steps), unit.signed(sum(steps)))


def _table(found: Split, printed: Printed, scope: Scope, rows: list[Row]) -> Table:
    caption = f"{found.first}–{found.last}, {scope.area.name}, {printed.unit.name} {scope.unit_words}"
    every = [*rows, ("Summe", printed.effects, "")]
    return Table(
        caption,
        ("Hilfeart", *printed.names, "gesamt"),
        tuple((name, *_cells(printed.unit, cells)) for name, cells, _colour in every),
    )
