"""Who is still at the form of the beginning after two years, and who went lower ("Rückkehrverfahren")."""

from __future__ import annotations

from dashboard.answers import method
from dashboard.answers.desk import Asking
from dashboard.answers.foot import foot
from dashboard.answers.uebergaenge.against import apart_table, differences
from dashboard.answers.uebergaenge.contents import Differences
from dashboard.answers.uebergaenge.parts import Panel
from dashboard.answers.uebergaenge.year import foot_of, of_year
from dashboard.wording import periods, signs
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital

STAY, DOWN = "verbleibquote-sek1", "abstieg-sek1"
_YEARS = "„2024/25“ heißt: 2022/23 gewechselt, 2024/25 beobachtet."
#: Indicator → title of its card, what it counts, and what a reader should know.
_CARDS = {
    STAY: (
        "Verbleib in der Sek I",
        "zwei Jahre nach dem Wechsel noch an derselben Schulform",
        "Wer nicht bleibt, wechselt nach unten, nach oben oder an eine Gesamt- oder Sekundarschule. "
        f"{_YEARS}",
    ),
    DOWN: (
        "Abstieg in der Sek I",
        "zwei Jahre nach dem Wechsel an einer niedrigeren Schulform",
        f"Gesamt- und Sekundarschule stehen neben den anderen Formen: kein Abstieg. {_YEARS}",
    ),
}


def of_those_who_began(asking: Asking, name: str) -> Panel | None:
    """The card on one of the two; none without values per area."""
    title, counted, note = _CARDS[name]
    found = of_year(asking, asking.question.year).get(name)
    indicator = asking.catalogue.indicators.get(name)
    if found is None or indicator is None or not found.by_area:
        return None
    content = differences(asking, indicator, found)
    when = periods.period_title(indicator, asking.question.year)
    return Panel(
        title=f"{title}: {_count(content)}",
        subtitle=f"{indicator.title}, {when}: {counted}",
        content=content,
        table=apart_table(indicator, asking.question.year, content),
        method=method.method(indicator, asking.catalogue),
        foot=foot_of(asking, foot(asking.question, asking.view), [found]),
        notes=(note,),
    )


def _count(content: Differences) -> str:
    """ "Zwei Sozialräume weichen nachweisbar von der übrigen Stadt ab"."""
    from_rest = [one for one in content.rows if one.apart.sign in signs.DISTINCT]
    if not from_rest:
        return "Kein Sozialraum weicht nachweisbar von der übrigen Stadt ab"
    many = f"{capital(count_word(len(from_rest)))} Sozialräume weichen"
    who = "Ein Sozialraum weicht" if len(from_rest) == 1 else many
    return f"{who} nachweisbar von der übrigen Stadt ab"
