"""The sentence that opens an area's profile: how many indicators stand out, and which way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.catalogue.models import Area
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital


@dataclass(frozen=True, slots=True)
class Profile:
    """How many of an area's ``compared`` indicators are worse (of these ``worsening``) or better."""

    area: Area
    compared: int
    worse: int
    worsening: int
    better: int


def profile_headline(profile: Profile) -> str:
    """The strongest true statement, most pressing first; every comparison after Holm."""
    here = capital(profile.area.locative)
    if not profile.compared:
        return f"{here} ist noch keine Kennzahl mit der übrigen Stadt verglichen"
    if profile.worsening:
        return f"{_of(profile.worsening, profile)} schlechter als in der übrigen Stadt und {_worsen(profile)}"
    if profile.worse:
        return f"{_of(profile.worse, profile)} schlechter als in der übrigen Stadt"
    if profile.better:
        return f"{_of(profile.better, profile)} besser als in der übrigen Stadt, keine schlechter"
    return f"{here} unterscheidet sich keine Kennzahl nachweisbar von der übrigen Stadt"


def listed(words: Sequence[str]) -> str:
    """ "Lesen, Fehlzeiten und Sprache"."""
    return " und ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _of(count: int, profile: Profile) -> str:
    where = profile.area.locative
    if profile.compared == 1:
        return f"Die einzige verglichene Kennzahl ist {where}"
    first = "eine" if count == 1 else count_word(count)
    are = "ist" if count == 1 else "sind"
    return f"{capital(first)} von {count_word(profile.compared)} Kennzahlen {are} {where}"


def _worsen(profile: Profile) -> str:
    return "verschlechtert sich" if profile.worsening == 1 else "verschlechtern sich"
