"""One measure against one indicator: which values are compared, and what came out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from dashboard.analysis import difference_in_differences as did
from dashboard.analysis.arrays import Kind, Vector
from dashboard.answers.line import Line
from dashboard.answers.question import Question
from dashboard.catalogue.models import Area, Indicator, Measure
from dashboard.store.facts import Fact
from dashboard.wording.effects import Compared
from dashboard.wording.effects_missing import Reason


@dataclass(frozen=True)
class Study:
    """The areas that have values, the periods in which all of them have one, and the comparison."""

    measure: Measure
    indicator: Indicator
    areas: tuple[Area, ...]
    line: Line
    window: did.Window

    @cached_property
    def treated(self) -> tuple[bool, ...]:
        """One flag per area: whether the measure ran there."""
        return tuple(area.id in self.measure.areas for area in self.areas)

    @cached_property
    def values(self) -> Vector:
        """Areas × periods, in the indicator's unit."""
        return np.array([[fact.value for fact in row] for row in self._facts], dtype=np.float64)

    @cached_property
    def sizes(self) -> Vector | None:
        """Denominators; None where there are none, or where no chance is in the values."""
        facts = [fact for row in self._facts for fact in row]
        counted = self.indicator.kind in ("share", "rate") and self.indicator.sampling
        if not counted or not all(fact.denominator for fact in facts):
            return None
        return np.array([[fact.denominator for fact in row] for row in self._facts], dtype=np.float64)

    @property
    def change(self) -> Compared:
        """Mean of the periods from the start on minus mean of those before."""
        return self._compared(did.mean_change(self.window))

    @property
    def drift(self) -> Compared:
        """Slope per year before the start."""
        return self._compared(did.slope_before(self.window))

    def since_zero(self, year: int) -> Compared:
        """A period against the last one before the start."""
        return self._compared(did.change_to(self.window, year))

    @cached_property
    def _facts(self) -> list[list[Fact]]:
        return [[self.line.by_area[area.id][year] for year in self.window.years] for area in self.areas]

    def _compared(self, contrast: Vector) -> Compared:
        kind: Kind = "rate" if self.indicator.kind == "rate" else "share"
        found = did.compare(
            self.values, self.treated, contrast, sizes=self.sizes, kind=kind, per=self.indicator.per
        )
        return Compared(*(float(getattr(found, name)) for name in Compared.__dataclass_fields__))


def study(question: Question, measure: Measure) -> Study | Reason:
    """The comparison, or why the data do not carry it."""
    line, indicator = question.line, question.indicator
    areas = tuple(area for area in line.areas if any(map(_known, line.by_area[area.id].values())))
    treated = sum(area.id in measure.areas for area in areas)
    if treated < did.MIN_AREAS:
        return "few_with"
    if len(areas) - treated < did.MIN_AREAS:
        return "few_without"
    complete = [year for year in line.years if all(_known(line.by_area[area.id].get(year)) for area in areas)]
    breaks = [entry.year for entry in indicator.breaks]
    found = did.window(complete, measure.start, measure.end, breaks)
    if found.enough:
        return Study(measure, indicator, areas, line, found)
    if not did.window(line.years, measure.start, measure.end).enough:
        return "few_years"
    return "hidden" if did.window(line.years, measure.start, measure.end, breaks).enough else "break"


def _known(fact: Fact | None) -> bool:
    return fact is not None and fact.value is not None
