"""The view's figures for files: targets with their results, or the tests of convergence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.answers.desk import Asking
from dashboard.answers.figures_of import page_figures
from dashboard.answers.parts import Figures
from dashboard.answers.rows import STATUSES, Row, row_of
from dashboard.answers.ziele import chosen
from dashboard.answers.ziele.approach import approach
from dashboard.answers.ziele.chain import chain
from dashboard.answers.ziele.matrix import matrix
from dashboard.answers.ziele.parts import Scorecard
from dashboard.answers.ziele.reading import Book, Judged, book
from dashboard.answers.ziele.said import foot, method, said
from dashboard.answers.ziele.scorecard import scorecard
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Chain, Matrix
from dashboard.catalogue.models import Area
from dashboard.model import CITY, TOTAL, Convergence
from dashboard.wording import goals_convergence, signs

_NAMES = {"ziele": "Ziele", "phase": "Lebensphase", "perspektive": "Perspektive", "status": "Status",
          "sortierung": "Sortierung"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TargetFigure(Row):
    """A judged value with its target. Field names are the columns of the files."""

    ziel: str
    ziel_titel: str
    strategisches_ziel: float
    beispielziel: str
    zieljahr: float
    basis: float | None
    zielwert: float | None
    zielstatus: str
    projektion: float | None
    projektion_untergrenze: float | None
    projektion_obergrenze: float | None
    wahrscheinlichkeit: float | None


@dataclass(frozen=True, slots=True)
class SpreadFigure(Row):
    """A test of convergence: spreads are standard deviations of the true values."""

    ergebnis: str
    p: float | None
    streuung_zuerst: float | None
    streuung_zuletzt: float | None


def figures(asking: Asking) -> Figures:
    """What the view shows: targets of city and areas as filtered, or every indicator's convergence."""
    found = book(asking.store, asking.release)
    judged = chosen.filtered(found.judged, asking)
    rows = (
        _spreads(found, asking) if asking.view.ansicht == "annaeherung" else _targets(found, judged, asking)
    )
    line, words = foot(found, asking), said(found, _shown(found, judged, asking), asking)
    return page_figures(
        asking,
        words,
        title="Ziele des Programms",
        unit="je Kennzahl verschieden",
        origin=line.origin,
        source=line.source,
        filters=tuple((_NAMES[key], value) for key, value in asking.view.more),
        notes=(*method().notes, *method().statistics),
        rows=tuple(rows),
    )


def _shown(found: Book, judged: tuple[Judged, ...], asking: Asking) -> Scorecard | Matrix | Chain | Approach:
    match asking.view.ansicht:
        case "matrix":
            return matrix(found, judged, asking)
        case "lebensphasen":
            return chain(found, judged, asking)
        case "annaeherung":
            return approach(found, asking)
        case _:
            return scorecard(found, judged, asking)


def _targets(found: Book, judged: Iterable[Judged], asking: Asking) -> Iterator[TargetFigure]:
    for one in judged:
        for area in (asking.catalogue.city, *found.areas):
            if area.id in one.results:
                yield _target(one, area, asking)


def _target(one: Judged, area: Area, asking: Asking) -> TargetFigure:
    result, target, fact = one.results[area.id], one.target, one.fact(area.id)
    row = row_of(fact, asking.catalogue, asking.release) if fact is not None else _empty(one, area, asking)
    return TargetFigure(
        **{name: getattr(row, name) for name in Row.__dataclass_fields__},
        ziel=target.id,
        ziel_titel=target.title,
        strategisches_ziel=target.strategic_goal,
        beispielziel="ja" if target.example else "nein",
        zieljahr=target.target_year,
        basis=result.baseline,
        zielwert=result.goal,
        zielstatus=signs.target_status_word(result.status),
        projektion=result.projected,
        projektion_untergrenze=result.projected_lower,
        projektion_obergrenze=result.projected_upper,
        wahrscheinlichkeit=result.probability,
    )


def _empty(one: Judged, area: Area, asking: Asking) -> Row:
    """The row of a target without any value."""
    return _blank(one.indicator.id, area, STATUSES["unknown"], one.target.source, asking)


def _blank(indicator: str, area: Area, status: str, source: str, asking: Asking) -> Row:
    return Row(
        kennzahl=indicator, raum=area.id, raum_name=area.name, zeitraum="", merkmal=TOTAL, wert=None,
        zaehler=None, nenner=None, untergrenze=None, obergrenze=None, vergleich="", trend="", status=status,
        herkunft="", quelle=asking.catalogue.sources[source].title, stand=asking.release,
    )  # fmt: skip


def _spreads(found: Book, asking: Asking) -> Iterator[SpreadFigure]:
    for row in (*found.tested, *found.untested):
        yield _spread(row, asking)


def _spread(row: Convergence, asking: Asking) -> SpreadFigure:
    indicator = asking.catalogue.indicators[row.indicator]
    blank = _blank(
        row.indicator, asking.catalogue.areas[CITY], STATUSES["valid"], indicator.sources[0], asking
    )
    base = {name: getattr(blank, name) for name in Row.__dataclass_fields__}
    span = goals_convergence.tested_span(row, indicator)
    return SpreadFigure(
        **base | {"zeitraum": span, "herkunft": row.origin},
        ergebnis=signs.convergence_word(row.label),
        p=row.p,
        streuung_zuerst=row.first_spread,
        streuung_zuletzt=row.last_spread,
    )  # fmt: skip
