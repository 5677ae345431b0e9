"""Targets: are we getting there, area by area, phase by phase, and together?"""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.ziele import chosen
from dashboard.answers.ziele.approach import approach
from dashboard.answers.ziele.chain import chain
from dashboard.answers.ziele.export import figures
from dashboard.answers.ziele.matrix import matrix
from dashboard.answers.ziele.parts import Scorecard, ZieleAnswer
from dashboard.answers.ziele.reading import Book, book
from dashboard.answers.ziele.said import foot, method, said
from dashboard.answers.ziele.scorecard import scorecard
from dashboard.answers.ziele.spread_parts import Approach
from dashboard.answers.ziele.table_parts import Chain, Matrix

__all__ = ["answer", "figures"]


def answer(asking: Asking) -> ZieleAnswer:
    """Put the page's answer together: same view of the same release, same answer."""
    view, found = asking.view, book(asking.store, asking.release)
    shown, line = _shown(found, asking), foot(found, asking)
    return ZieleAnswer(
        key=(asking.release, view, view.notices),
        view=view,
        address=view.address(asking.choices),
        said=said(found, shown, asking),
        demo=line.origin == "demo",
        tabs=chosen.tabs(asking),
        selects=chosen.selects(found, asking),
        hidden=chosen.carried(asking),
        all_href=chosen.all_href(asking),
        shown=shown,
        method=method(),
        foot=line,
    )


def _shown(found: Book, asking: Asking) -> Scorecard | Matrix | Chain | Approach:
    judged = chosen.filtered(found.judged, asking)
    match asking.view.ansicht:
        case "matrix":
            return matrix(found, judged, asking)
        case "lebensphasen":
            return chain(found, judged, asking)
        case "annaeherung":
            return approach(found, asking)
        case _:
            return scorecard(found, judged, asking)
