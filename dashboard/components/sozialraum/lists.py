"""The lists: what is worse and gets worse, with its last five years; strengths and the rest beside."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from dashboard.answers.sozialraum.parts import Entry, Section, SozialraumAnswer
from dashboard.components.sozialraum import words
from dashboard.figures.signs_svg import sign_svg
from dashboard.figures.spine.spark import profile_spark
from dashboard.wording.people import BEHIND_HEADING
from dashboard.wording.profile_sections import empty_note

OPEN = 6  # entries of a list that are shown at once; the others unfold


def needs(answer: SozialraumAnswer) -> Markup:
    """The main list: worse and getting worse, below it worse without a proven trend."""
    note = Markup('<p class="none">{}</p>').format(empty_note("worsening"))
    parts = [
        _heading(answer.worsening, "h2"),
        _columns() + _long(answer.worsening.entries) if answer.worsening.entries else note,
        *([_heading(answer.worse, "h3"), _long(answer.worse.entries)] if answer.worse.entries else []),
        Markup('<p class="meaning">{}</p>').format(answer.methods[0]),
    ]
    return Markup("").join(parts)


def full(section: Section) -> Markup:
    """Another list in the same width, with the last five years."""
    return _heading(section, "h2") + _columns() + _long(section.entries)


def side(section: Section) -> Markup:
    """A list of the right column: name, value, the city's, trend."""
    rows = [_side_row(entry) for entry in section.entries]
    return _heading(section, "h2") + _folded(rows, Markup('<ul class="side-list">{}</ul>'))


def names(section: Section) -> Markup:
    """Only sign and name: indicators about which nothing more is known."""
    rows = [
        f'<li><span class="st">{sign_svg(entry.sign, 13)}<span>{words.name(entry)}</span></span></li>'
        for entry in section.entries
    ]
    return _heading(section, "h2") + Markup(f'<ul class="name-list">{"".join(rows)}</ul>')


def _heading(section: Section, level: str) -> Markup:
    return Markup("<{0}>{1}</{0}><p>{2}</p>").format(Markup(level), section.title, section.subtitle)


def _columns() -> Markup:
    words = Markup(
        '<p class="list-columns" aria-hidden="true"><span>Kennzahl</span><span>Letzte fünf Zeiträume, '
        "gestrichelt: Stadt</span><span>Trend</span><span>{}</span></p>"
    )
    return words.format(BEHIND_HEADING)


def _long(entries: Iterable[Entry]) -> Markup:
    return _folded([_row(entry) for entry in entries], Markup('<ol class="needs-list">{}</ol>'))


def _folded(rows: list[Markup], around: Markup) -> Markup:
    """The first rows, and the others behind a button that says how many they are."""
    cut = OPEN if len(rows) > OPEN + 1 else len(rows)
    shown, rest = around.format(Markup("").join(rows[:cut])), rows[cut:]
    if not rest:
        return shown
    more = Markup("<details><summary>{} weitere anzeigen</summary>{}</details>")
    return shown + more.format(len(rest), around.format(Markup("").join(rest)))


def _row(entry: Entry) -> Markup:
    return Markup(
        '<li><div class="what"><p class="st">{sign}{name}</p>'
        '<p class="figures"><b>{value}</b> Stadt {city}</p><p class="figures">{counts}</p></div>'
        '<div class="past">{spark}</div><div class="trend">{trend}</div>'
        '<div class="behind">{behind}</div></li>'
    ).format(
        sign=sign_svg(entry.sign, 15, entry.sign_word),
        name=words.name(entry),
        value=entry.text,
        city=entry.city_text,
        counts=counts(entry),
        spark=profile_spark(entry.history, entry.city_history, entry.sign),
        trend=words.trend(entry, note=True),
        behind=words.behind(entry),
    )


def counts(entry: Entry) -> Markup:
    """ "80 von 193, 95-%-Bereich 34,7 bis 48,5 %"; each part stays on its line."""
    interval = f"95-%-Bereich {entry.interval_text}" if entry.interval_text else ""
    parts = [part for part in (entry.counts_text, interval) if part]
    ended = [*(f"{part}," for part in parts[:-1]), *parts[-1:]]
    return Markup(" ").join(Markup('<span class="nb">{}</span>').format(part) for part in ended)


def _side_row(entry: Entry) -> Markup:
    return Markup(
        '<li><p class="st">{sign}{name}</p><p class="figures"><b>{value}</b> Stadt {city}</p>'
        '<p class="trend">{trend}</p></li>'
    ).format(
        sign=sign_svg(entry.sign, 14, entry.sign_word),
        name=words.name(entry),
        value=entry.text,
        city=entry.city_text,
        trend=words.trend(entry),
    )
