"""Who stays at the form of the first two years ("Rückkehrverfahren"), area by area."""

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

STAY = "verbleibquote-sek1"
_DOWN = (
    "Wer nicht bleibt, wechselt nach unten oder nach oben; die Verbleibquote nennt die Richtung nicht. "
    "„2024/25“ heißt: 2022/23 gewechselt, 2024/25 noch dort."
)


def staying(asking: Asking) -> Panel | None:
    """The card on Verbleib in the Sek I; none without values per area."""
    found = of_year(asking, asking.question.year).get(STAY)
    indicator = asking.catalogue.indicators.get(STAY)
    if found is None or indicator is None or not found.by_area:
        return None
    content = differences(asking, indicator, found)
    when = periods.period_title(indicator, asking.question.year)
    return Panel(
        title=f"Verbleib in der Sek I: {_count(content)}",
        subtitle=f"{indicator.title}, {when}: zwei Jahre nach dem Wechsel noch an derselben Schulform",
        content=content,
        table=apart_table(indicator, asking.question.year, content),
        method=method.method(indicator, asking.catalogue),
        foot=foot_of(asking, foot(asking.question, asking.view), [found]),
        notes=(_DOWN,),
    )


def _count(content: Differences) -> str:
    """ "Zwei Sozialräume weichen nachweisbar von der übrigen Stadt ab"."""
    from_rest = [one for one in content.rows if one.apart.sign in signs.DISTINCT]
    if not from_rest:
        return "Kein Sozialraum weicht nachweisbar von der übrigen Stadt ab"
    many = f"{capital(count_word(len(from_rest)))} Sozialräume weichen"
    who = "Ein Sozialraum weicht" if len(from_rest) == 1 else many
    return f"{who} nachweisbar von der übrigen Stadt ab"
