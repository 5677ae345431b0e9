"""What stands under every card: source, origin, release, the view as a picture and its figures as files."""

from __future__ import annotations

from dashboard.answers.parts import Foot
from dashboard.answers.question import Question
from dashboard.state import Choices, View
from dashboard.wording import signs

PICTURES = ("png", "svg", "pptx", "pdf")
ENDINGS = ("csv", "xlsx", "json")
SQUARE = "Bild, quadratisch"
_WORDS = {"png": "Bild (PNG)", "pptx": "Folie (PPTX)"}


def foot(question: Question, view: View) -> Foot:
    """``view`` is the one that the files show."""
    return Foot(
        source="; ".join(f"{source.title} ({source.publisher})" for source in question.sources),
        origin=question.line.origin,
        origin_word=signs.origin_word(question.line.origin),
        release=question.choices.release,
        files=files(view, question.choices),
    )


def files(view: View, choices: Choices, endings: tuple[str, ...] = ENDINGS) -> tuple[tuple[str, str], ...]:
    """Label and address of each file of a view: as a picture, then with ``endings`` its figures."""
    path, query = _address(view, choices)
    every = [(_WORDS.get(each, each.upper()), f"{path}.{each}{query}")
             for each in dict.fromkeys((*PICTURES, *endings))]  # fmt: skip
    return (every[0], (SQUARE, _square(every[0][1])), *every[1:])


def file_address(view: View, choices: Choices, ending: str) -> str:
    """A view's address with an ending before its query string; the start page is called ``/karte``."""
    path, query = _address(view, choices)
    return f"{path}.{ending}{query}"


def _address(view: View, choices: Choices) -> tuple[str, str]:
    """What stands before the ending, and what stands behind it."""
    path = view.place.path(view.to_query(choices))
    query = view.query_string(choices)
    return "/karte" if path == "/" else path, f"?{query}" if query else ""


def _square(picture: str) -> str:
    return f"{picture}{'&' if '?' in picture else '?'}format=quadrat"
