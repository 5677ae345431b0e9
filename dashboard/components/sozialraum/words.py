"""Signs beside their words, written once for lists, spine and legend."""

from __future__ import annotations

from markupsafe import Markup, escape

from dashboard.answers.sozialraum.parts import Entry
from dashboard.display import Sign
from dashboard.figures.signs_svg import note_svg, sign_svg, target_svg, trend_svg

NOTHING = "–"
HIDDEN = "x"


def is_hidden(entry: Entry) -> bool:
    """Whether everything that follows from the value is locked as well."""
    return entry.sign == "hidden"


def compared(entry: Entry) -> Markup:
    """Sign, word and the star of a note."""
    noted = ""
    if entry.noted:
        star = note_svg(10)
        noted = f' <span class="star">{star}<span class="visually-hidden">mit Anmerkung</span></span>'
    return _said(sign_svg(entry.sign, 14), entry.sign_word, noted)


def trend(entry: Entry, *, note: bool = False) -> Markup:
    """Arrow, word and whether that is good; ``note``: with what the test could have found."""
    if is_hidden(entry):
        return Markup(HIDDEN)
    small = entry.trend_judgement or (entry.trend_note if note else "")
    return _said(trend_svg(entry.trend, 14), entry.trend_word, _small(small))


def target(entry: Entry) -> Markup:
    """Box, word and goal."""
    if is_hidden(entry):
        return Markup(HIDDEN)
    if entry.target is None:
        return Markup(NOTHING)
    return _said(target_svg(entry.target, 14), entry.target_word, _small(entry.target_detail))


def behind(entry: Entry) -> Markup:
    """ "25 Kinder"."""
    if is_hidden(entry):
        return Markup(HIDDEN)
    if entry.behind is None:
        return Markup(NOTHING)
    return Markup(f"<b>{escape(entry.behind)}</b>{_small(entry.behind_unit)}")


def name(entry: Entry) -> Markup:
    """The link to the indicator's own page, with the marks explained below the spine."""
    marks = f"<sup>{escape(' '.join(entry.notes))}</sup>" if entry.notes else ""
    return Markup(f'<a href="{escape(entry.href)}">{escape(entry.title)}</a>{marks}')


def line(sign: Sign, words: str) -> Markup:
    """A sign of the legend with its word."""
    return Markup("<li>{}<span>{}</span></li>").format(sign_svg(sign, 14), words)


def _said(sign: Markup, word: str, after: str) -> Markup:
    """A sign and its word; ``after`` is markup."""
    return Markup(f'<span class="st">{sign}<span>{escape(word)}{after}</span></span>')


def _small(words: str) -> str:
    return f" <small>{escape(words)}</small>" if words else ""
