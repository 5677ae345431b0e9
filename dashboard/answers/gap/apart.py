"""The card on the gap: against chance, over time, by several measures, and along deprivation."""

from __future__ import annotations

from dataclasses import replace

from dashboard.answers.foot import foot
from dashboard.answers.gap.inequality import measures, notes
from dashboard.answers.gap.parts import Apart
from dashboard.answers.over_time import breaks, every_year
from dashboard.answers.parts import Foot, Table
from dashboard.answers.question import Question
from dashboard.display import GapPoint, SpreadPoint
from dashboard.model import Gap, Inequality
from dashboard.wording import gaps, periods, sentences
from dashboard.wording.numbers import amount_text, number, percent_points

NONE = "–"
_NO_FOOT = Foot("", "published", "", "", ())
_CHANCE = (
    "Grau: was allein durch kleine Fallzahlen entstünde, wenn überall der Stadtwert gälte. Hohle Punkte: "
    "vom Zufall nicht zu unterscheiden."
)


def apart(question: Question) -> Apart:
    """The card; not there for counts and amounts, and where fewer than two areas have a value."""
    same = question.line.part(("apart", question.year), lambda: _apart(question))
    return replace(same, foot=foot(question, question.view))


def _apart(question: Question) -> Apart:
    """All but the foot, which alone depends on the area in focus."""
    found = {gap.year: _printed(gap, question) for gap in question.facts.gaps if _drawn(gap, question)}
    rows = {row.year: row for row in question.facts.inequalities if row.origin == question.line.origin}
    title = gaps.gap_title(found.get(question.year), question.indicator, question.view.ebene)
    over_time = gaps.gap_over_time(tuple(found.values()), question.indicator)
    return Apart(
        there=bool(found) and question.line.has_areas,
        title=title,
        subtitle=_subtitle(question, found),
        description=_described(question, title, over_time),
        points=tuple(_point(year, found.get(year), question) for year in every_year(question.line.years)),
        spread=_spread(question, rows),
        spread_title="Streuung der wahren Werte, ohne den Anteil des Zufalls",
        breaks=breaks(question),
        unit_label="Punkte" if percent_points(question.indicator) else question.indicator.unit,
        measures=measures(question, found.get(question.year), rows.get(question.year)),
        notes=_notes(question, over_time, rows),
        table=_table(question, found, rows),
        foot=_NO_FOOT,
    )


def _drawn(gap: Gap, question: Question) -> bool:
    return gap.origin == question.line.origin


def _printed(gap: Gap, question: Question) -> Gap:
    """The gap as difference of the two printed values, as in tile and sentence."""
    ends = (question.line.by_area.get(area, {}).get(gap.year) for area in (gap.highest, gap.lowest))
    high, low = (fact.value if fact else None for fact in ends)
    return gaps.as_printed(gap, question.indicator, high, low)


def _described(question: Question, *said: str) -> str:
    sentences_said = (f"{question.indicator.title}: {said[0]}", *said[1:], "Alle Werte stehen in der Tabelle")
    return " ".join(f"{sentence}." for sentence in sentences_said if sentence)


def _subtitle(question: Question, found: dict[int, Gap]) -> str:
    gap = found.get(question.year)
    label = periods.period_title(question.indicator, question.year)
    chance = f" {_CHANCE}" if gap is not None and gap.chance_p95 is not None else ""
    partly = ""
    if gap is not None and gap.areas < len(question.line.areas):
        partly = f" Werte liegen nur für {gap.areas} von {len(question.line.areas)} Räumen vor."
    head = f"{question.indicator.title}: höchster minus niedrigster Wert, Einzeljahre bis {label}."
    return f"{head}{partly}{chance}"


def _point(year: int, gap: Gap | None, question: Question) -> GapPoint:
    label = periods.axis_label(question.indicator, year)
    if gap is None:
        return GapPoint(year, label, None, None, None, "nicht berechnet")
    size = sentences.gap_text(gap, question.indicator)
    return GapPoint(year, label, gap.gap, gap.chance_mean, gap.chance_p95, size)


def _spread(question: Question, rows: dict[int, Inequality]) -> tuple[SpreadPoint, ...]:
    """One point for every year of the line; none at all where no year has a true spread."""
    if not any(row.true_spread is not None for row in rows.values()):
        return ()
    return tuple(_true(year, rows.get(year), question) for year in every_year(question.line.years))


def _true(year: int, row: Inequality | None, question: Question) -> SpreadPoint:
    label = periods.axis_label(question.indicator, year)
    if row is None or row.true_spread is None:
        return SpreadPoint(year, label, None, None, None, "nicht berechnet")
    text = amount_text(row.true_spread, question.indicator)
    return SpreadPoint(year, label, row.true_spread, row.true_spread_lower, row.true_spread_upper, text)


def _notes(question: Question, over_time: str, rows: dict[int, Inequality]) -> tuple[str, ...]:
    found = question.facts.convergence
    converging = sentences.convergence_sentence(found, question.indicator) if found else ""
    first = (over_time, converging)
    return tuple(f"{note}." for note in first if note) + notes(question, rows.get(question.year))


def _table(question: Question, found: dict[int, Gap], rows: dict[int, Inequality]) -> Table:
    header = ("Zeitraum", "Abstand", "höchster", "niedrigster", "Zufall im Mittel", "Zufall bis (95 %)",
              "BGSD", "Wahre Streuung", "SII", "95-%-Bereich des SII")  # fmt: skip
    years = sorted(found, reverse=True)
    body = tuple(_cells(found[year], rows.get(year), question) for year in years)
    caption = f"Abstand und Streuung zwischen den Räumen: {question.indicator.title}; neueste zuerst"
    return Table(caption, header, body)


def _cells(gap: Gap, row: Inequality | None, question: Question) -> tuple[str, ...]:
    def amount(value: float | None) -> str:
        return NONE if value is None else amount_text(value, question.indicator)

    names = question.catalogue.areas
    limits = NONE
    if row is not None and row.sii_lower is not None and row.sii_upper is not None:
        limits = f"{number(row.sii_lower, question.indicator.decimals)} bis {amount(row.sii_upper)}"
    return (
        periods.period_label(question.indicator, gap.year),
        amount(gap.gap),
        names[gap.highest].short_name,
        names[gap.lowest].short_name,
        amount(gap.chance_mean),
        amount(gap.chance_p95),
        amount(row.bgsd if row else None),
        amount(row.true_spread if row else None),
        amount(row.sii if row else None),
        limits,
    )
