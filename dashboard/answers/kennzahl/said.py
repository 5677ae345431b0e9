"""What the page says first: about the area, the gap or the two periods, as the view asks."""

from __future__ import annotations

from dashboard.answers import file_names, tiles
from dashboard.answers.kennzahl import slope
from dashboard.answers.kennzahl.pooled import WIDTH, is_pooled, span
from dashboard.answers.parts import Said
from dashboard.answers.question import Question
from dashboard.display import AreaValue
from dashboard.wording import gaps, grammar, periods, sentences, slopes, statements
from dashboard.wording.numbers import amount_text, figure
from dashboard.wording.signs import origin_word
from dashboard.wording.slopes import SlopeLine, Slopes
from dashboard.wording.stories import Story

_VIEWS = {"abstand": "Abstand", "vergleich": "Vergleich"}


def said(annual: Question, shown: Question, story: Story, two: Slopes | None) -> Said:
    """Headline, detail and what is copied; of the shown values unless the view is about something else."""
    view = annual.view.ansicht
    if view == "abstand" and tiles.gap_of(annual.line, annual.year) is not None:
        return _said(annual, annual, _about_gap(annual), story)
    if view == "vergleich" and two is not None and two.comparable():
        return _said(annual, shown, _about_two(shown, two), story)
    detail = statements.detail(story)
    plain = (statements.headline(story), _with_span(detail, shown) if is_pooled(annual) else detail)
    return _said(annual, shown, plain, story)


def _said(annual: Question, shown: Question, words: tuple[str, str], story: Story) -> Said:
    headline, detail = words
    period = _period(shown)
    return Said(
        title=f"{headline} – Sozialraum-Monitor Hamm",
        headline=headline,
        subtitle=_subtitle(annual, period),
        detail=detail,
        copy_text=_copied(annual, words, story),
        period=period,
        notices=annual.view.notices,
        file=_file(annual, shown),
    )


def _file(annual: Question, shown: Question) -> str:
    """Of two periods the compared ones, else all."""
    indicator, years, view = shown.indicator, shown.line.years or (shown.year,), annual.view.ansicht
    first = slope.first_year(shown, shown.view.get("seit")) if view == "vergleich" else None
    if first is not None:
        years = (first, shown.year)
    if is_pooled(annual):
        years = (years[0] - WIDTH + 1, *years)
    words = (shown.indicator.short_title, shown.category, "3-Jahres-Werte" if is_pooled(annual) else "")
    subject = " ".join(word for word in (*words, _VIEWS.get(view, "")) if word)
    return file_names.of_question(annual, file_names.period_of(indicator, years), subject)


def _period(question: Question) -> str:
    if is_pooled(question):
        return span(question.year, question.indicator)
    return periods.period_title(question.indicator, question.year)


def _subtitle(question: Question, period: str) -> str:
    indicator = question.indicator
    category = f", {question.category}" if question.category else ""
    three = "3-Jahres-Wert" if is_pooled(question) else ""
    parts = (f"{indicator.title}{category}", period, three, grammar.measured(indicator))
    return ", ".join(part for part in parts if part)


def _copied(question: Question, words: tuple[str, str], story: Story) -> str:
    """Sentence, detail, source, origin and release; with demo values it begins with "Beispieldaten"."""
    origins = story.origins()
    warning = f"{origin_word('demo')} (erzeugt, kein Befund): " if "demo" in origins else ""
    headline, detail = words
    sources = "; ".join(f"{source.title} ({source.publisher})" for source in question.sources)
    parts = (
        f"{warning}{headline}",
        detail,
        f"Quelle: {sources}" if sources else "",
        statements.origin_note(origins),
        f"Datenstand {question.choices.release}",
    )
    return " ".join(f"{part}." for part in parts if part)


def _about_gap(question: Question) -> tuple[str, str]:
    indicator = question.indicator
    gap = tiles.gap_of(question.line, question.year)
    title = gaps.gap_title(gap, indicator, question.view.ebene)
    chance = ""
    if gap is not None and gap.chance_p95 is not None:
        chance = f"; Zufall allein: bis {amount_text(gap.chance_p95, indicator)}"
    parts = [f"{_ends(question)}{chance}"]
    if question.facts.convergence is not None:
        parts.append(sentences.convergence_sentence(question.facts.convergence, indicator))
    return f"{_name(question)}: {title}", ". ".join(part for part in parts if part)


def _ends(question: Question) -> str:
    """ "18,9 Punkte zwischen Rhynern (43,2 %) und Hamm-Westen (24,3 %), Schuljahr 2024/25"."""
    gap = tiles.gap_of(question.line, question.year)
    by_area = {value.area: value for value in question.values}
    if gap is None:
        return ""
    when = periods.period_title(question.indicator, question.year)
    if gap.highest == gap.lowest:
        return f"{grammar.capital(gaps.ALL_EQUAL)} ({by_area[gap.highest].text}), {when}"
    size = sentences.gap_text(gap, question.indicator, question.values)
    ends = " und ".join(_end(by_area[area]) for area in (gap.highest, gap.lowest))
    return f"{size} zwischen {ends}, {when}"


def _end(value: AreaValue) -> str:
    return f"{value.name} ({value.text})"


def _about_two(question: Question, two: Slopes) -> tuple[str, str]:
    focus = question.catalogue.areas[question.view.raum]
    lines = [line for line in two.areas if line.locative == focus.locative]
    lines += [two.city] if two.city else []
    details = [_moved(line, two, question) for line in lines]
    return f"{_name(question)}: {slopes.slope_title(two)}", "; ".join(part for part in details if part)


def _moved(line: SlopeLine, two: Slopes, question: Question) -> str:
    """ "Hamm-Norden 27,9 % (2015/16), 30,0 % (2025/26): +2,1 Punkte, nicht nachweisbar"."""
    change = slopes.slope_change(line, two.indicator)
    if line.first is None or line.last is None or not change:
        return ""
    ends = ", ".join(
        f"{figure(value, question.indicator)} ({_label(year, question)})"
        for value, year in ((line.first, two.first_year), (line.last, two.last_year))
    )
    proof = {"same": ", nicht nachweisbar", "higher": ", nachweisbar", "lower": ", nachweisbar"}
    return f"{line.name} {ends}: {change}{proof.get(line.label, '')}"


def _label(year: int, question: Question) -> str:
    if is_pooled(question):
        return span(year, question.indicator)
    return periods.axis_label(question.indicator, year)


def _name(question: Question) -> str:
    title = question.indicator.short_title
    return f"{title}, {question.category}" if question.category else title


def _with_span(detail: str, question: Question) -> str:
    """The line names three years instead of the last one."""
    single = periods.period_title(question.indicator, question.year)
    before, found, after = detail.rpartition(f"; {single}")
    return f"{before}; {span(question.year, question.indicator)}{after}" if found else detail
