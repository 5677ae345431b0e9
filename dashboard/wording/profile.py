"""What opens an area's profile: the headline with its topics, and the paragraph that counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dashboard.catalogue.models import Area, Indicator
from dashboard.display import Sign
from dashboard.model import Origin, TrendLabel
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import capital, listed
from dashboard.wording.signs import DISTINCT, trend_judgement
from dashboard.wording.topics import named_topics, takes_plural, topics_of

__all__ = ["Finding", "Profile", "listed", "profile_headline", "profile_of", "profile_title"]

_THAN: Final = "als in der übrigen Stadt"


@dataclass(frozen=True, slots=True)
class Profile:
    """How many of an area's ``compared`` indicators are worse (of these ``worsening`` or
    ``improving`` by their own trend) or better; ``neutral`` differ without a good direction;
    ``hidden`` are not shown, ``uncompared`` had no test. The indicators keep the order they came in."""

    area: Area
    compared: int
    worse: int
    worsening: int
    better: int
    improving: int = 0
    neutral: int = 0
    hidden: int = 0
    uncompared: int = 0
    origins: tuple[Origin, ...] = ()
    worsening_indicators: tuple[Indicator, ...] = field(default=())
    worse_indicators: tuple[Indicator, ...] = field(default=())
    better_indicators: tuple[Indicator, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Finding:
    """One indicator in the area: its sign after Holm and its own trend."""

    indicator: Indicator
    sign: Sign
    trend: TrendLabel = "not_computable"
    origin: Origin = "delivered"

    def worsens(self) -> bool:
        """Whether an unfavourable trend is proven."""
        return trend_judgement(self.trend, self.indicator.polarity) == "ungünstig"

    def improves(self) -> bool:
        """Whether a favourable trend is proven."""
        return trend_judgement(self.trend, self.indicator.polarity) == "günstig"


def profile_of(area: Area, findings: Sequence[Finding]) -> Profile:
    """The counts behind headline and lead. Give the findings by strength of evidence, strongest first."""
    worse = [found for found in findings if found.sign == "worse"]
    better = [found for found in findings if found.sign == "better"]
    worsening = [found for found in worse if found.worsens()]
    return Profile(
        area=area,
        compared=sum(found.sign in DISTINCT or found.sign == "same" for found in findings),
        worse=len(worse),
        worsening=len(worsening),
        better=len(better),
        improving=sum(found.improves() for found in worse),
        neutral=sum(found.sign in ("higher", "lower") for found in findings),
        hidden=sum(found.sign == "hidden" for found in findings),
        uncompared=sum(found.sign == "none" for found in findings),
        origins=_origins(findings),
        worsening_indicators=tuple(found.indicator for found in worsening),
        worse_indicators=tuple(found.indicator for found in worse),
        better_indicators=tuple(found.indicator for found in better),
    )


def profile_title(profile: Profile) -> str:
    """ "Erziehungshilfen und Sprache sind in Hamm-Norden auffällig und verschlechtern sich", no full stop.

    Most pressing first: worse and getting worse, worse, better, nothing. At most four topics.
    """
    where = profile.area.locative
    if profile.worsening_indicators:
        topics = topics_of(profile.worsening_indicators)
        are, worsen = ("sind", "verschlechtern") if takes_plural(topics) else ("ist", "verschlechtert")
        return f"{capital(named_topics(topics))} {are} {where} auffällig und {worsen} sich"
    if profile.worse_indicators:
        topics = topics_of(profile.worse_indicators)
        return (
            f"{capital(named_topics(topics))} {'sind' if takes_plural(topics) else 'ist'} {where} auffällig"
        )
    if profile.better_indicators:
        named = named_topics(topics_of(profile.better_indicators))
        return f"{capital(where)} ist keine Kennzahl auffällig; besser {_THAN} steht es um {named}"
    return profile_headline(profile)


def profile_headline(profile: Profile) -> str:
    """The strongest true statement in numbers, most pressing first; every comparison after Holm."""
    here = capital(profile.area.locative)
    if not profile.compared:
        return _uncompared(profile)
    if profile.worsening:
        worsen = "verschlechtert sich" if profile.worsening == 1 else "verschlechtern sich"
        return f"{_of(profile.worsening, profile)} schlechter {_THAN} und {worsen}"
    if profile.worse:
        return f"{_of(profile.worse, profile)} schlechter {_THAN}"
    if profile.better:
        none = "" if profile.compared == 1 else ", keine schlechter"
        return f"{_of(profile.better, profile)} besser {_THAN}{none}"
    if profile.neutral:
        return f"{here} ist keine Kennzahl nachweisbar besser oder schlechter {_THAN}"
    return f"{here} unterscheidet sich keine Kennzahl nachweisbar von der übrigen Stadt"


def _uncompared(profile: Profile) -> str:
    here = capital(profile.area.locative)
    if profile.hidden and not profile.uncompared:
        return f"{here} ist keine Kennzahl verglichen, die Werte sind geschützt (Geheimhaltung)"
    return f"{here} ist noch keine Kennzahl mit der übrigen Stadt verglichen"


def _of(count: int, profile: Profile) -> str:
    where = profile.area.locative
    if profile.compared == 1:
        return f"Die einzige verglichene Kennzahl ist {where}"
    return f"{counted_of(count, profile.compared)} {where}"


def counted_of(count: int, among: int) -> str:
    """ "Vier von 19 Kennzahlen sind", "Eine von zwölf Kennzahlen ist", "Alle neun Kennzahlen sind"."""
    if count == among > 1:
        return "Beide Kennzahlen sind" if among == 2 else f"Alle {count_word(among)} Kennzahlen sind"
    first = "eine" if count == 1 else count_word(count)
    return f"{capital(first)} von {count_word(among)} Kennzahlen {'ist' if count == 1 else 'sind'}"


def _origins(findings: Sequence[Finding]) -> tuple[Origin, ...]:
    known: tuple[Origin, ...] = ("demo", "published", "delivered")
    found = {found.origin for found in findings if found.sign != "none"}
    return tuple(origin for origin in known if origin in found)
