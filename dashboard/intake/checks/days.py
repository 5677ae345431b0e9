"""Days of help against their cases: no case has more days than the longest year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dashboard.catalogue.models import Indicator
from dashboard.intake.checks.duplicates import shown
from dashboard.intake.finding import Findings
from dashboard.intake.observe import Placed
from dashboard.intake.vocabulary import Vocabulary
from dashboard.model import Observation

#: Indicator, area, year and category of the figure that counts the cases.
Counted = tuple[str, str, int, str]


def check_days(placed: Iterable[Placed], catalogue: Vocabulary, findings: Findings) -> None:
    """Days beyond what the cases of the same delivery can have are errors, in whichever file they stand."""
    found = list(placed)
    cases = {cell_of(each.observation): each for each in found if each.observation.reading == 0}
    for each in found:
        indicator = catalogue.indicators[each.observation.indicator]
        behind = cases.get(counted_by(each.observation, indicator))
        if behind is not None and exceeds(each.observation, behind.observation, catalogue.indicators):
            _note(each, behind, indicator, findings, catalogue)


def cell_of(row: Observation) -> Counted:
    """The cell of a figure."""
    return row.indicator, row.area, row.year, row.breakdown


def counted_by(row: Observation, indicator: Indicator) -> Counted:
    """The cell that counts the cases behind a figure; one that nothing stands in where there is none."""
    return indicator.cases or "", row.area, row.year, row.breakdown


def exceeds(days: Observation, cases: Observation, indicators: Mapping[str, Indicator]) -> bool:
    """Whether there are more days than these cases can have; never where one of both is no number."""
    most, counted = indicators[days.indicator].most_per_case, number_of(cases, indicators[cases.indicator])
    return most is not None and days.value is not None and counted is not None and days.value > counted * most


def number_of(cases: Observation, indicator: Indicator) -> float | None:
    """How many cases a figure counts; of a rate or share by its numerator."""
    if cases.numerator is not None or indicator.kind != "count":
        return cases.numerator
    return cases.value


def at_most(cases: Observation, days: Indicator, indicator: Indicator) -> str:
    """What would have been possible: "höchstens 1.098 Tage (3 Fälle mit je 366)"."""
    counted, most = number_of(cases, indicator) or 0.0, days.most_per_case or 0
    return f"höchstens {_whole(counted * most)} {days.unit} ({_whole(counted)} Fälle mit je {most})"


def _whole(number: float) -> str:
    return f"{number:,.0f}".replace(",", ".")


def _note(
    each: Placed, behind: Placed, indicator: Indicator, findings: Findings, catalogue: Vocabulary
) -> None:
    row, cases = each.observation, behind.observation
    cell = ", ".join(str(part) for part in cell_of(row) if part != "")
    findings.error(
        each.place,
        f"{cell}: mehr Tage, als die Fälle haben können ({behind.where})",
        column=each.column,
        value=shown(row),
        expectation=at_most(cases, indicator, catalogue.indicators[cases.indicator]),
    )
