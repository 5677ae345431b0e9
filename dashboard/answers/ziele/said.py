"""What each view says first, and how it was computed."""

from __future__ import annotations

from dashboard.answers import file_names
from dashboard.answers.desk import Asking
from dashboard.answers.foot import files
from dashboard.answers.parts import Foot, Method, Said
from dashboard.answers.ziele.chain import gaps
from dashboard.answers.ziele.chosen import focused
from dashboard.answers.ziele.matrix import matrix_row
from dashboard.answers.ziele.parts import Scorecard
from dashboard.answers.ziele.reading import Book
from dashboard.answers.ziele.scorecard import statuses
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Chain, Matrix, MatrixRow
from dashboard.model import LINE_ORIGINS, Origin
from dashboard.wording import goals, signs
from dashboard.wording.goals_convergence import approach_detail, approach_headline
from dashboard.wording.goals_matrix import chain_detail, chain_headline, matrix_headline
from dashboard.wording.goals_method import STATUS_DEFINITIONS, STATUS_METHODS, STATUS_NOTES

Shown = Scorecard | Matrix | Chain | Approach
_FILES = {"": "Scorecard", "matrix": "Matrix", "lebensphasen": "Lebensphasen", "annaeherung": "Annäherung"}
_SUBTITLE = "Balanced Scorecard „Kein Kind zurücklassen“: vier Perspektiven, sechs strategische Ziele"
_OWN_YEAR = "Jedes Ziel ist in seinem eigenen Zieljahr beurteilt, mit den Zahlen, die es dafür gibt."
_EXAMPLE = "Beispielziele sind vom Rat nicht beschlossen."


def said(book: Book, shown: Shown, asking: Asking) -> Said:
    """Headline and detail of the view; those of the scorecard speak of all targets."""
    headline, subtitle, detail = _words(book, shown, asking)
    return Said(
        title=f"{headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=subtitle,
        detail=detail,
        copy_text=f"{headline}. {detail} Datenstand {asking.release}.",
        period="Zieljahr oder letzter Zeitraum",
        notices=asking.view.notices,
        file=_file(book, shown, asking),
    )


def _file(book: Book, shown: Shown, asking: Asking) -> str:
    """Judged periods and target years, or the periods between which the areas were compared."""
    if isinstance(shown, Approach):
        found = {year for row in book.tested for year in (row.first_year, row.last_year)}
    else:
        found = {year for one in book.judged for year in (one.city.year, one.city.target_year)}
    years = {year for year in found if year is not None} or {asking.choices.latest}
    subject = f"Ziele {_FILES[asking.view.ansicht]}"
    return file_names.stem(subject, focused(asking).name, file_names.span(years), asking.release)


def _words(book: Book, shown: Shown, asking: Asking) -> tuple[str, str, str]:
    if isinstance(shown, Approach):
        subtitle = "Annäherung der neun Sozialräume: Streuung der wahren Werte über die Zeit"
        return approach_headline(book.tested), subtitle, approach_detail(book.tested)
    if isinstance(shown, Chain):
        no_reach, no_target = gaps(shown)
        links = sum(not phase.across for phase in shown.phases)
        subtitle = "Präventionskette von neun Monaten vor der Geburt bis zur Sekundarstufe II"
        return chain_headline(no_reach, no_target, links), subtitle, chain_detail(no_reach, no_target)
    if isinstance(shown, Matrix):
        return _matrix_words(book, shown, asking)
    programme, examples = (statuses(book.of(example)) for example in (False, True))
    more = f"{goals.counts_sentence(examples, goals.EXAMPLES)}. {_EXAMPLE}" if examples else ""
    return goals.counts_sentence(programme, goals.PROGRAMME), _SUBTITLE, f"{_OWN_YEAR} {more}".strip()


def _matrix_words(book: Book, shown: Matrix, asking: Asking) -> tuple[str, str, str]:
    """Of the targets that the filters leave, said so where they leave out any."""
    left = {row.id for row in shown.rows}
    rows = [
        matrix_row(one, book.areas, asking) for one in book.judged if one.of_areas and one.target.id in left
    ]
    everywhere = [row.title for row in rows if _met(row) == len(row.cells)]
    nowhere = [row.title for row in rows if not _met(row)]
    chosen = len(left) if len(left) < len(book.judged) else None
    headline = matrix_headline(everywhere, nowhere, len(book.areas), chosen)
    detail = (
        f"{len(rows)} von {len(left)} Zielen lassen sich je Sozialraum beurteilen. Die Räume stehen "
        "in der Folge ihrer Lage, es ist keine Rangliste."
    )
    return headline, "Die neun Sozialräume gegen jedes Ziel mit Kennzahl", detail


def _met(row: MatrixRow) -> int:
    return sum(entry.status in ("reached", "on_track") for entry in row.cells)


def method() -> Method:
    """What the words mean and how they are computed."""
    return Method(STATUS_DEFINITIONS, STATUS_NOTES, STATUS_METHODS)


def foot(book: Book, asking: Asking) -> Foot:
    """Sources of the judged values; the origin about which most has to be said."""
    facts = [fact for one in book.judged if (fact := one.fact()) is not None]
    names = dict.fromkeys(fact.source for fact in facts)
    present = {fact.origin for fact in facts}
    order: tuple[Origin, ...] = ("demo", *LINE_ORIGINS)
    origin: Origin = next((found for found in order if found in present), "published")
    goal_sources = dict.fromkeys(one.target.source for one in book.judged if not one.target.example)
    shown = [asking.catalogue.sources[name] for name in dict.fromkeys((*goal_sources, *names))]
    return Foot(
        source="; ".join(f"{source.title} ({source.publisher})" for source in shown),
        origin=origin,
        origin_word=signs.origin_word(origin),
        release=asking.release,
        files=files(asking.view, asking.choices),
    )
