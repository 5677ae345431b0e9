"""What stands under every card: source, origin, release, and the view's figures as files."""

from __future__ import annotations

from dashboard.answers.parts import Foot
from dashboard.answers.question import Question
from dashboard.state import Choices, View
from dashboard.wording import signs

ENDINGS = ("csv", "xlsx", "json")


def foot(question: Question, view: View) -> Foot:
    """``view`` is the one whose figures the files hold."""
    return Foot(
        source="; ".join(f"{source.title} ({source.publisher})" for source in question.sources),
        origin=question.line.origin,
        origin_word=signs.origin_word(question.line.origin),
        release=question.choices.release,
        files=files(view, question.choices),
    )


def files(view: View, choices: Choices, endings: tuple[str, ...] = ENDINGS) -> tuple[tuple[str, str], ...]:
    """Label and address of each file of a view."""
    return tuple((ending.upper(), file_address(view, choices, ending)) for ending in endings)


def file_address(view: View, choices: Choices, ending: str) -> str:
    """A view's address with an ending before its query string; the start page is called ``/karte``."""
    path = view.place.path(view.to_query(choices))
    query = view.query_string(choices)
    return f"{'/karte' if path == '/' else path}.{ending}{f'?{query}' if query else ''}"
