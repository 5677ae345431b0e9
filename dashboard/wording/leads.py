"""The paragraph under an area's headline, and what of the profile is copied into minutes."""

from __future__ import annotations

from typing import Final

from dashboard.catalogue.models import Area
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital
from dashboard.wording.profile import Profile, counted_of, profile_title

_THAN: Final = "als in der übrigen Stadt"
_WARNING: Final = "Beispieldaten (erzeugt, kein Befund): "


def profile_lead(profile: Profile) -> str:
    """ "Vier von 19 Kennzahlen sind schlechter als in der übrigen Stadt und verschlechtern sich. …"

    Whole sentences; counts only what Holm confirms, and of trends only what is proven.
    """
    sentences: tuple[str, ...]
    if not profile.compared:
        sentences = (_nothing(profile),)
    elif profile.compared == 1:
        sentences = (_only_one(profile), _hidden(profile))
    else:
        sentences = (
            _worse(profile),
            _further(profile),
            _better(profile),
            _neutral(profile),
            _hidden(profile),
        )
    return " ".join(sentence for sentence in (*sentences, demo_sentence(profile)) if sentence)


def demo_sentence(profile: Profile) -> str:
    """Says where values are generated; empty where none is."""
    if "demo" not in profile.origins:
        return ""
    if len(profile.origins) == 1:
        return "Alle Werte sind Beispieldaten, kein Befund."
    return "Ein Teil der Werte sind Beispieldaten, kein Befund."


def profile_copy(profile: Profile, release: str = "") -> str:
    """Headline, paragraph and release for the minutes; with demo values it begins with "Beispieldaten"."""
    warning = _WARNING if "demo" in profile.origins else ""
    stand = f" Datenstand {release}." if release else ""
    return f"{warning}{profile_title(profile)}. {profile_lead(profile)}{stand}"


def area_name(area: Area) -> str:
    """The area as a subject: "Hamm-Norden", "der Stadtbezirk Mitte"."""
    return f"der {area.name}" if area.kind == "stadtbezirk" else area.name


def counted(count: int) -> str:
    """ "eine Kennzahl", "drei Kennzahlen"."""
    return "eine Kennzahl" if count == 1 else f"{count_word(count)} Kennzahlen"


def _dative(count: int) -> str:
    return "einer Kennzahl" if count == 1 else f"{count_word(count)} Kennzahlen"


def _worse(profile: Profile) -> str:
    count = profile.worsening or profile.worse
    if not count:
        among = f"Keine von {count_word(profile.compared)} Kennzahlen"
        if profile.better or profile.neutral:
            return f"{among} ist nachweisbar schlechter {_THAN}."
        return f"{among} unterscheidet sich nachweisbar von der übrigen Stadt."
    head = f"{counted_of(count, profile.compared)} schlechter {_THAN}"
    if profile.worsening:
        return f"{head} und {'verschlechtert' if count == 1 else 'verschlechtern'} sich."
    return f"{head}{_improving(profile.improving, profile.worse)}."


def _further(profile: Profile) -> str:
    """The others that are worse, where some are getting worse as well."""
    rest = profile.worse - profile.worsening
    if not profile.worsening or not rest:
        return ""
    first = "Eine weitere liegt" if rest == 1 else f"{capital(count_word(rest))} weitere liegen"
    return f"{first} zurück{_improving(profile.improving, rest)}."


def _improving(count: int, among: int) -> str:
    """Of those that are worse, how many have a proven favourable trend."""
    if not count:
        return ""
    if count == among:
        return {1: ", verbessert sich aber", 2: ", beide verbessern sich"}.get(
            among, ", alle verbessern sich"
        )
    return ", eine davon verbessert sich" if count == 1 else f", {count_word(count)} davon verbessern sich"


def _better(profile: Profile) -> str:
    if not profile.better:
        return ""
    name = area_name(profile.area)
    return f"Bei {_dative(profile.better)} steht {name} besser da als die übrige Stadt."


def _neutral(profile: Profile) -> str:
    if not profile.neutral:
        return ""
    name = area_name(profile.area)
    return f"Bei {_dative(profile.neutral)} ohne Wertung weicht {name} nachweisbar ab."


def _hidden(profile: Profile) -> str:
    if not profile.hidden:
        return ""
    are = "ist" if profile.hidden == 1 else "sind"
    return f"{capital(counted(profile.hidden))} {are} geschützt (Geheimhaltung)."


def _only_one(profile: Profile) -> str:
    one = "Die einzige verglichene Kennzahl"
    if profile.worse:
        tail = " und verschlechtert sich" if profile.worsening else _improving(profile.improving, 1)
        return f"{one} ist schlechter {_THAN}{tail}."
    if profile.better:
        return f"{one} ist besser {_THAN}."
    if profile.neutral:
        return f"{one} weicht nachweisbar von der übrigen Stadt ab, ohne Wertung."
    return f"{one} ist nicht von der übrigen Stadt zu unterscheiden."


def _nothing(profile: Profile) -> str:
    here, protected = capital(profile.area.locative), "geschützt (Geheimhaltung), keine ist verglichen"
    if profile.hidden:
        return f"{here} {'ist' if profile.hidden == 1 else 'sind'} {counted(profile.hidden)} {protected}."
    return f"{here} ist noch keine Kennzahl mit der übrigen Stadt verglichen."
