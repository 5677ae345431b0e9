"""The answer as plain data for the layout: texts stay texts, pictures are SVG beside their words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dashboard.answers.sozialraum.parts import MeasureEntry, Section, SozialraumAnswer
from dashboard.export.profile_pdf import names
from dashboard.export.profile_pdf.code import qr_code
from dashboard.export.profile_pdf.legend import legend
from dashboard.export.profile_pdf.locator import locator
from dashboard.export.profile_pdf.rows import Data, card, row, usual_periods
from dashboard.export.profile_pdf.symbols import symbols

_GENITIVE = {"Sozialraum": "Sozialraums", "Stadtbezirk": "Stadtbezirks", "Gebiet": "Gebiets"}


def content(answer: SozialraumAnswer, link: str) -> Data:
    """Everything ``profile.typ`` prints. ``link`` is absolute and pinned to the release."""
    return {
        **_document(answer),
        **_opening(answer),
        "link": link,
        "code": {"svg": qr_code(link), "alt": f"QR-Code des Links {link}"},
        "lists": _lists(answer),
        "hidden": [entry.title for entry in answer.hidden.entries],
        "hidden-title": answer.hidden.title,
        "same": {"title": answer.same.title, "entries": [entry.title for entry in answer.same.entries]},
        "measures": [_measure(entry) for entry in answer.measures],
        "phases": _phases(answer),
        "symbols": symbols(),
        "legend": legend(answer),
        "footnotes": _footnotes(answer),
        "methods": list(answer.methods),
        "sources": _sources(answer),
    }


def _document(answer: SozialraumAnswer) -> Data:
    day = answer.released
    dated = f" vom {german_date(day)}" if day else ""
    return {
        "title": names.title(answer),
        "product": names.PRODUCT,
        "author": f"Stadt Hamm, {names.PRODUCT}",
        "keywords": names.keywords(answer),
        "date": [day.year, day.month, day.day] if day else None,
        "demo": "Beispieldaten" if answer.demo else "",
        "origin": answer.foot.origin_word,
        "release": f"Datenstand {answer.foot.release}{dated}",
    }


def german_date(day: date) -> str:
    """ "21.11.2026"."""
    return f"{day:%d.%m.%Y}"


def _opening(answer: SozialraumAnswer) -> Data:
    facts = [{"label": fact.label, "value": fact.value, "lines": list(fact.lines)} for fact in answer.facts]
    return {
        "area": answer.area.name,
        "kicker": f"Profil des {_GENITIVE[names.kind(answer)]} {names.area(answer)}",
        "headline": answer.said.headline,
        "lead": answer.lead,
        "detail": answer.said.detail,
        "place": answer.place,
        "facts": facts,
        "locator": {
            "svg": locator(answer.shapes, answer.area.id),
            "alt": f"Lage in der Stadt. {answer.place}".strip(),
        },
    }


def _lists(answer: SozialraumAnswer) -> Data:
    """Left the most pressing there is, right the rest; a list without entries is not printed."""
    worse = _filled(answer.worsening, answer.worse)
    other = _filled(answer.catching_up, answer.strengths)
    left = worse or other or _filled(answer.neutral) or _filled(answer.same)
    right = [
        section
        for section in _filled(answer.strengths, answer.catching_up, answer.neutral)
        if section not in left
    ]
    return {"left": [_list(section) for section in left], "right": [_list(section) for section in right]}


def _filled(*sections: Section) -> list[Section]:
    return [section for section in sections if section.entries]


def _list(section: Section) -> Data:
    return {
        "title": section.title,
        "subtitle": section.subtitle,
        "entries": [card(entry) for entry in section.entries],
    }


def _measure(entry: MeasureEntry) -> Data:
    assumed = "angenommen" if entry.assumed else ""
    where = ", ".join(part for part in (entry.period, entry.place, assumed) if part)
    return {"title": entry.title, "where": f"({where})" if where else ""}


def _phases(answer: SozialraumAnswer) -> list[Data]:
    entries = [entry for section in answer.phases for entry in section.entries]
    usual = usual_periods(entries)
    return [
        {
            "title": section.title,
            "rows": [row(entry, answer, usual) for entry in section.entries],
        }
        for section in answer.phases
        if section.entries
    ]


def _footnotes(answer: SozialraumAnswer) -> list[tuple[str, str]]:
    """Each with the mark it explains ("a", "*", "x") in front, or with none."""
    marks = {"x"} | {mark for section in answer.phases for entry in section.entries for mark in entry.notes}
    parted = [(text.partition(" "), text) for text in answer.footnotes]
    return [(mark, words) if mark in marks else ("", text) for (mark, _, words), text in parted]


def _sources(answer: SozialraumAnswer) -> list[str]:
    entries = [entry for section in answer.phases for entry in section.entries]
    usual = usual_periods(entries)
    periods = [f"Angaben {_and(usual)}; andere Zeiträume stehen bei der Kennzahl"] if usual else []
    return [*answer.sources, *periods]


def _and(words: Iterable[str]) -> str:
    first, *rest = sorted(words)
    return " und ".join(part for part in (", ".join([first, *rest[:-1]]), *rest[-1:]) if part)
