"""The legend of signs and marks: all signs, and of the marks and shortened words those that occur."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.answers.sozialraum.parts import Entry, SozialraumAnswer
from dashboard.export.profile_pdf.rows import SHORTER, Data
from dashboard.wording.signs import (
    COMPARISON_LEGEND,
    COMPARISON_LEGEND_TITLE,
    MARK_LEGEND,
    SIGN_SHORT,
    TARGET_LEGEND,
    TARGET_LEGEND_TITLE,
    TREND_LEGEND,
    TREND_LEGEND_TITLE,
)


def legend(answer: SozialraumAnswer) -> Data:
    """Three groups of signs with their words, and lines of text."""
    entries = [entry for section in answer.phases for entry in section.entries]
    comparison = [(f"sign-{sign}", _comparison(sign, word)) for sign, word in COMPARISON_LEGEND]
    published = [("published", "veröffentlichter Wert")] if _mixed(answer, entries) else []
    return {
        "groups": [
            {"title": COMPARISON_LEGEND_TITLE, "signs": [*comparison, *published]},
            {"title": TREND_LEGEND_TITLE, "signs": [(f"trend-{key}", word) for key, word in TREND_LEGEND]},
            {"title": TARGET_LEGEND_TITLE, "signs": [(f"target-{key}", word) for key, word in TARGET_LEGEND]},
        ],
        "marks": _marks(entries, answer.footnotes),
    }


def _comparison(sign: str, word: str) -> str:
    return f"{word} ({SHORTER['same']})" if sign == "same" else word


def _mixed(answer: SozialraumAnswer, entries: Sequence[Entry]) -> bool:
    return answer.foot.origin != "published" and any(entry.origin == "published" for entry in entries)


def _marks(entries: Sequence[Entry], footnotes: Sequence[str]) -> list[tuple[str, str]]:
    """Marks that stand in place of a value and are not in the footnotes, and "n. v."."""
    texts = {text for entry in entries for text in (entry.text, entry.city_text)}
    limited = any(text.startswith("(") for text in texts)
    explained = {note.split(" ", 1)[0] for note in footnotes}
    found = [
        (mark, word)
        for mark, word in MARK_LEGEND
        if mark not in explained and (mark in texts or (mark == "( )" and limited))
    ]
    none = [(SHORTER["none"], SIGN_SHORT["none"])] if any(entry.sign == "none" for entry in entries) else []
    return [*found, *none]
