"""Recommended against chosen form, and how unevenly changes are spread over schools, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.models import Area
from dashboard.model import CITY, ComparisonLabel
from dashboard.wording.grammar import capital
from dashboard.wording.numbers import number, rounded, with_unit
from dashboard.wording.transitions import people_count, with_limits, with_people
from dashboard.wording.units import NBSP

CROSS_DELIVERY: Final = "Empfehlung und gewählte Schulform je Kind (Kreuztabelle)"
SCHOOL_DELIVERY: Final = "Übergänge je Grundschule"
_LEVEL: Final = 5.0  # per cent
_REST: Final = "in der übrigen Stadt"


@dataclass(frozen=True, slots=True)
class Chosen:
    """Shares (per cent) of one area below and above the recommendation, with the rest of the city.

    ``labels`` by category ("niedriger", "hoeher"): the comparison after Holm. ``limits``: the printed
    95 % intervals of the two; ``n``: children.
    """

    area: Area
    lower: float | None
    higher: float | None
    rest_lower: float | None = None
    rest_higher: float | None = None
    labels: Mapping[str, ComparisonLabel] | None = None
    limits: tuple[str, str] = ("", "")
    n: float | None = None


@dataclass(frozen=True, slots=True)
class Uneven:
    """D of one year with its chance expectation, in per cent. ``schools``: how many, where known.

    ``p``: how often chance is at least as uneven, in per cent; None in releases that do not tell.
    """

    d: float
    chance_mean: float
    chance_p95: float
    schools: int | None = None
    p: float | None = None


def choice_headline(found: Chosen) -> str:
    """How many of a hundred change to a lower and to a higher form than recommended."""
    if found.lower is None or found.higher is None:
        return f"Empfehlung und Wahl lassen sich {found.area.locative} nicht vergleichen"
    shares = f"{_whole(found.lower)} von 100 Kindern auf eine niedrigere und {_whole(found.higher)} auf eine"
    text = f"{capital(found.area.locative)} wechseln {shares} höhere Schulform als empfohlen"
    return text if found.area.id == CITY else f"{text}{_against(found)}"


def choice_detail(found: Chosen) -> str:
    """ "niedriger 10,9 % (9,5–12,4), höher 6,1 % (5,1–7,4), n = 1.692; übrige Stadt: 10,2 % und 6,0 %"."""
    if found.lower is None or found.higher is None:
        return ""
    lower, higher = (
        with_limits(_share(share), limits)
        for share, limits in zip((found.lower, found.higher), found.limits, strict=True)
    )
    own = with_people(f"niedriger {lower}, höher {higher}", people_count(found.n))
    if found.rest_lower is None or found.rest_higher is None:
        return own
    return f"{own}; übrige Stadt: {_share(found.rest_lower)} und {_share(found.rest_higher)}"


def uneven_headline(found: Uneven | None) -> str:
    """Whether the changes to Gymnasium are spread over the primary schools more unevenly than by chance."""
    who = "Die Wechsel zum Gymnasium"
    if found is None:
        return f"{who} über die Grundschulen: Es fehlt die Lieferung „{SCHOOL_DELIVERY}“"
    if is_uneven(found):
        return f"{who} verteilen sich ungleicher über die Grundschulen, als Zufall erklärt"
    return f"{who} verteilen sich über die Grundschulen nicht ungleicher, als Zufall allein machen würde"


def uneven_years(found: Sequence[Uneven]) -> str:
    """In how many of the known school years chance does not explain D; no full stop."""
    count, total = sum(is_uneven(one) for one in found), len(found)
    years = f"{total} Schuljahren" if total > 1 else "einem Schuljahr"
    if total and count == total:
        return f"{'In allen' if total > 1 else 'In'} {years} ungleicher, als Zufall erklärt"
    return f"In {count or 'keinem'} von {years} ungleicher, als Zufall erklärt"


def uneven_detail(found: Uneven) -> str:
    """ "Dissimilaritätsindex 18,8 %; Zufall allein: im Mittel 10,6 %, bis 13,3 %; 27 Grundschulen"."""
    chance = f"im Mittel {_share(found.chance_mean)}, bis {_share(found.chance_p95)}"
    parts = [f"Dissimilaritätsindex {_share(found.d)}", f"Zufall allein: {chance}"]
    parts += [p_text(found.p)] if found.p is not None else []
    parts += [f"{number(found.schools)} Grundschulen"] if found.schools else []
    return "; ".join(parts)


def is_uneven(found: Uneven) -> bool:
    """Whether the printed D lies above the printed 95th percentile of chance, and p below 5 %."""
    above = rounded(found.d, 1) > rounded(found.chance_p95, 1)
    return above and (found.p is None or found.p < _LEVEL)


def p_text(percent: float) -> str:
    """ "p = 0,027", "p < 0,001" of a p value in per cent."""
    return f"p{NBSP}<{NBSP}0,001" if percent < 0.1 else f"p{NBSP}={NBSP}{number(percent / 100, 3)}"


def cross_title(followed: Sequence[tuple[str, float | None]]) -> str:
    """How many of a hundred children follow each recommendation, without full stop.

    ``followed``: form and share in per cent, None where it may not or cannot be shown.
    """
    known = [(name, share) for name, share in followed if share is not None]
    if not known:
        return "Empfohlene und gewählte Schulform, einzeln"
    (first, share), *others = known
    text = f"Von 100 Kindern mit Empfehlung {first} wechseln {_whole(share)} dorthin"
    return "; ".join([text, *(f"mit Empfehlung {name} {_whole(part)}" for name, part in others)])


def _against(found: Chosen) -> str:
    """What of it differs from the rest of the city; nothing is said where nothing was compared."""
    labels = found.labels or {}
    compared = [labels.get(name, "none") for name in ("niedriger", "hoeher")]
    if all(label == "none" for label in compared):
        return ""
    if not any(label in ("higher", "lower") for label in compared):
        return f" – {_REST} ist das nicht zu unterscheiden".replace(_REST, "von der übrigen Stadt")
    words = []
    for name, label in zip(("niedrigere", "höhere"), compared, strict=True):
        if label in ("higher", "lower"):
            words.append(f"auf eine {name} {'öfter' if label == 'higher' else 'seltener'}")
    return f" – {' und '.join(words)} als {_REST}"


def _whole(share: float) -> str:
    """ "11", or "weniger als 1"."""
    return number(share) if share == 0 or rounded(share, 0) >= 1 else "weniger als 1"


def _share(value: float) -> str:
    return with_unit(value, "%", 1)
