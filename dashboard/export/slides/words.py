"""Texts of slides: no character that XML forbids, in German, and the few sentences that slides add."""

from __future__ import annotations

import re
from typing import Any, Final

from pptx.oxml.ns import qn

from dashboard.display import Sign
from dashboard.export.plate.parts import Chart, Course

LANGUAGE: Final = "de-DE"
GLYPHS: Final[dict[Sign, str]] = {
    "better": "●", "worse": "◆", "same": "○", "higher": "▲", "lower": "▼", "hidden": "x", "none": "",
}  # fmt: skip
NO_VALUES: Final = "Für diese Ansicht liegen keine Werte vor, die ein Diagramm zeigen könnte."
#: https://www.w3.org/TR/xml/#charsets, besides tab and line feed; without surrogates.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_KINDS: Final[dict[str, str]] = {
    "bars": "Balkendiagramm", "columns": "Säulendiagramm", "lines": "Liniendiagramm",
    "stacked": "Gestapeltes Säulendiagramm", "shares": "Gestapeltes Balkendiagramm",
    "waterfall": "Wasserfalldiagramm",
}  # fmt: skip
_TOLD = 24  # so many values are read out; more stand in the notes
_BREAKS: Final = re.compile("[^\\S\u00a0\u202f]+")  # white space that lines may break at
_RUNS = tuple(qn(name) for name in ("a:r", "a:fld"))
_MARKED = tuple(qn(name) for name in ("a:rPr", "a:endParaRPr", "a:defRPr"))


def clean(text: str) -> str:
    """The text without what an XML file cannot hold."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The same on one line; a number and its unit stay together."""
    return _BREAKS.sub(" ", clean(text)).strip(" ")


def speak_german(tree: Any) -> None:
    """Mark every text below an element as German: for spelling and for screen readers."""
    for run in tree.iter(*_RUNS):
        if run.find(qn("a:rPr")) is None:
            run.insert(0, run.makeelement(qn("a:rPr"), {}))
    for properties in tree.iter(*_MARKED):
        properties.set("lang", LANGUAGE)


def kind_of(chart: Chart) -> str:
    """ "Liniendiagramm"."""
    return _KINDS[chart.kind]


def description(chart: Chart, printed: Any) -> str:
    """What the chart shows, read out; ``printed``: a value as text."""
    head = f"{kind_of(chart)}: {one_line(chart.title)}. Einheit: {one_line(chart.unit) or 'ohne'}."
    several = len(chart.courses) > 1
    told = [
        f"{one_line(course.name)}, {one_line(name)}: {printed(value)}" if several
        else f"{one_line(name)}: {printed(value)}"
        for course in chart.courses
        for name, value in zip(chart.categories, course.values, strict=True)
        if value is not None
    ]  # fmt: skip
    if len(told) > _TOLD:
        names = ", ".join(one_line(course.name) for course in chart.courses[:_TOLD])
        return f"{head} {len(told)} Werte für {names}; alle stehen in den Notizen und im Datenblatt."
    return f"{head} {'; '.join(told)}."


def caption(chart: Chart, greys: tuple[Course, ...]) -> str:
    """What is to be said below the chart: which lines are grey, and where there is no value."""
    found = []
    if greys and chart.kind == "lines":
        found.append(f"Grau: {', '.join(one_line(course.name) for course in greys)}.")
    empty = [
        one_line(name)
        for number, name in enumerate(chart.categories)
        if all(course.values[number] is None for course in chart.courses)
    ]
    if empty:
        found.append(f"Ohne Wert: {', '.join(empty)} (Gründe in den Notizen).")
    elif chart.kind == "lines" and any(_is_broken(course) for course in chart.courses):
        found.append("Lücken: kein Wert vorhanden oder nicht gezeigt.")
    elif chart.kind == "shares" and any(None in course.values for course in chart.courses):
        found.append("Fehlende Abschnitte: kein Wert vorhanden oder nicht gezeigt.")
    return " ".join(found)


def _is_broken(course: Course) -> bool:
    """Whether there is a gap between its values; before and behind them there is none."""
    there = [place for place, value in enumerate(course.values) if value is not None]
    return bool(there) and len(there) <= there[-1] - there[0]
