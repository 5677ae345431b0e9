"""One short word for what an indicator is about, for headlines that name several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dashboard.catalogue.models import Indicator
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import listed


class Topic(NamedTuple):
    """The word as subject of a sentence, and whether it takes a plural verb."""

    word: str
    plural: bool = False


#: By the indicator's id; indicators without an entry are named by their short title in quotes.
TOPICS: Final[dict[str, Topic]] = {
    "sgb2-unter-18": Topic("SGB-II-Bezug"),
    "kinder-mindestsicherung": Topic("Mindestsicherung"),
    "mindestsicherungsquote": Topic("Mindestsicherung"),
    "kinderarmutsquote": Topic("Kinderarmut"),
    "integration-vereinsmitgliedschaft": Topic("Vereinsmitgliedschaft"),
    "integration-massnahmen": Topic("Integrationsmaßnahmen", plural=True),
    "hze-faelle": Topic("Erziehungshilfen", plural=True),
    "elternschule-teilnahme": Topic("Elternschule"),
    "elternschule-risikoeltern": Topic("Elternschule"),
    "beratung-nicht-angenommen": Topic("Elternberatung"),
    "fremdunterbringung-kwg": Topic("Fremdunterbringung"),
    "unterbringung-ausserhalb": Topic("Fremdunterbringung"),
    "kitas-entwicklungsbeobachtung": Topic("Entwicklungsbeobachtung"),
    "risikokinder-entwicklungsbeobachtung": Topic("Entwicklungsrisiken", plural=True),
    "fachkraefte-weitergebildet": Topic("Weiterbildung"),
    "sprachfoerderbedarf-delfin4": Topic("Sprache"),
    "sprachstand-kita-eintritt": Topic("Sprache"),
    "sprachstand-kita-mitte": Topic("Sprache"),
    "sprachstand-schuleingang": Topic("Sprache"),
    "sprachstand-klasse-2": Topic("Sprache"),
    "sprachstand-sek1-eintritt": Topic("Sprache"),
    "schuleingang-sprachauffaellig": Topic("Sprache"),
    "schuleingang-frueherkennung": Topic("Früherkennung"),
    "stark-weiter-begleitung": Topic("Übergangsbegleitung"),
    "empfehlung-hoehere-schulform": Topic("Schulempfehlungen", plural=True),
    "vera-kompetenzniveau": Topic("Deutschleistungen", plural=True),
    "deutsch-mindestens-4": Topic("Deutschleistungen", plural=True),
    "ogs-quote": Topic("Ganztag"),
    "but-inanspruchnahme": Topic("Teilhabeleistungen", plural=True),
    "verbleibquote-sek1": Topic("Schulverbleib"),
    "abstieg-sek1": Topic("Abstiege", plural=True),
    "abgang-ohne-hauptschulabschluss": Topic("Schulabschlüsse", plural=True),
    "abgang-ohne-abschluss": Topic("Schulabschlüsse", plural=True),
    "schulabsentismus": Topic("Fehlzeiten", plural=True),
    "uebergang-sek2": Topic("Oberstufenzugang"),
    "uebergang-hauptschule": Topic("Schulübergänge", plural=True),
    "uebergang-gymnasium": Topic("Schulübergänge", plural=True),
    "guter-start-screening": Topic("Frühe Hilfen", plural=True),
    "guter-start-bedarf": Topic("Frühe Hilfen", plural=True),
    "guter-start-anschluss": Topic("Frühe Hilfen", plural=True),
    "u3-betreuung": Topic("U3-Betreuung"),
    "ausbildungsfaehigkeit": Topic("Ausbildungsfähigkeit"),
    "berufsorientierung-ab-8": Topic("Berufsorientierung"),
}
NAMED: Final = 4  #: at most so many topics are named


def topic(indicator: Indicator) -> Topic:
    """The indicator's word, else its short title in quotes, which is singular."""
    return TOPICS.get(indicator.id) or Topic(f"„{indicator.short_title}“")


def topics_of(indicators: Sequence[Indicator]) -> tuple[Topic, ...]:
    """The topics in the given order, each once."""
    return tuple(dict.fromkeys(topic(indicator) for indicator in indicators))


def named_topics(topics: Sequence[Topic]) -> str:
    """ "Erziehungshilfen, Fehlzeiten und Sprache", after four "und drei weitere Themen"."""
    words, more = [found.word for found in topics[:NAMED]], len(topics) - NAMED
    if more > 0:
        words.append("ein weiteres Thema" if more == 1 else f"{count_word(more)} weitere Themen")
    return listed(words)


def takes_plural(topics: Sequence[Topic]) -> bool:
    """Whether a list of these topics takes a plural verb."""
    return len(topics) > 1 or any(found.plural for found in topics)
