"""The page on transitions in words: which form most children change to, and how far an area is apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.models import Area, Indicator
from dashboard.model import ComparisonLabel
from dashboard.wording.grammar import capital, printed
from dashboard.wording.numbers import amount_text, figure, number, rounded, signed
from dashboard.wording.periods import axis_label
from dashboard.wording.units import joined

_CHILDREN: Final = "Kindern "
_REST: Final = "der übrigen Stadt"


@dataclass(frozen=True, slots=True)
class FormShare:
    """A school form with its share in per cent; ``None`` where none may or can be shown."""

    indicator: Indicator
    share: float | None


@dataclass(frozen=True, slots=True)
class AreaApart:
    """An area against the rest of the city. ``lower``/``upper``: of the difference, in points."""

    area: Area
    value: float | None
    rest: float | None
    lower: float | None
    upper: float | None
    label: ComparisonLabel

    def size(self, indicator: Indicator) -> float | None:
        """The difference of the printed values, in points."""
        if self.value is None or self.rest is None:
            return None
        return float(printed(self.value, indicator) - printed(self.rest, indicator))


def form_name(indicator: Indicator) -> str:
    """ "Gymnasium", "sonstige": the form alone."""
    return indicator.short_title.removeprefix("Übergang ")


def form_span(indicator: Indicator) -> str:
    """ "Sekundarschule (seit 2012)": with the years in which the form exists, where they are limited."""
    first, last = indicator.valid_from, indicator.valid_until
    years = f"seit {first}" if first else ""
    if last:
        years = f"{first}–{last}" if first else f"bis {last}"
    return f"{form_name(indicator)} ({years})" if years else form_name(indicator)


def destination(indicator: Indicator) -> str:
    """ "aufs Gymnasium", "an sonstige Schulen", from the catalogue's phrase; empty without one."""
    clause = indicator.phrase.per_hundred if indicator.phrase else ""
    return clause.rpartition(_CHILDREN)[2] if _CHILDREN in clause else ""


def largest_form(area: Area, forms: Sequence[FormShare]) -> str:
    """ "In Hamm-Norden wechseln die meisten Kinder auf die Realschule (34,9 %)", without full stop.

    Says only what is known: the largest share must be larger than all that is not shown together, and
    than the second as printed.
    """
    known = sorted(
        ((form.share, form) for form in forms if form.share is not None), key=lambda pair: -pair[0]
    )
    rest = 100 - sum(share for share, _ in known)
    second = max(known[1][0] if len(known) > 1 else 0.0, rest)
    if not known or rounded(known[0][0], 1) <= rounded(second, 1) or not destination(known[0][1].indicator):
        return f"So verteilen sich die Wechsel {area.locative} auf die Schulformen"
    share, form = known[0]
    where, text = destination(form.indicator), figure(share, form.indicator)
    return f"{capital(area.locative)} wechseln Kinder am häufigsten {where} ({text})"


def apart_headline(apart: AreaApart, indicator: Indicator) -> str:
    """One area against the rest of the city; a difference is claimed only where Holm confirms it."""
    size = apart.size(indicator)
    name = indicator.short_title
    if size is None or apart.label == "none":
        return f"{name}: {apart.area.name} ist nicht mit {_REST} verglichen"
    if apart.label == "same":
        by = f" ({joined(signed(size, indicator.decimals), 'Punkte')})"
        return f"{name}: {apart.area.name} ist von {_REST}{by} mit diesen Fallzahlen nicht zu unterscheiden"
    side = "über" if apart.label == "higher" else "unter"
    return f"{name}: {apart.area.name} liegt {amount_text(abs(size), indicator)} {side} {_REST}"


def apart_detail(apart: AreaApart, indicator: Indicator) -> str:
    """ "21,9 % gegen 33,0 %; Unterschied −11,1 Punkte (−17,0 bis −4,3)"; empty without values."""
    size = apart.size(indicator)
    if size is None or apart.value is None or apart.rest is None:
        return ""
    values = f"{figure(apart.value, indicator)} gegen {figure(apart.rest, indicator)} in {_REST}"
    limits = difference_range(apart.lower, apart.upper, indicator)
    inside = f" (95-%-Bereich {limits})" if limits else ""
    return f"{values}; Unterschied {joined(signed(size, indicator.decimals), 'Punkte')}{inside}"


def difference_text(apart: AreaApart, indicator: Indicator) -> str:
    """ "−11,1", "" without values."""
    size = apart.size(indicator)
    return "" if size is None else signed(size, indicator.decimals)


def difference_range(lower: float | None, upper: float | None, indicator: Indicator) -> str:
    """ "−17,0 bis −4,3", "" without limits."""
    if lower is None or upper is None:
        return ""
    return f"{signed(lower, indicator.decimals)} bis {signed(upper, indicator.decimals)}"


def limits_text(lower: float | None, upper: float | None) -> str:
    """ "34,8–50,2": the 95 % interval of a share in per cent, "" without limits."""
    if lower is None or upper is None:
        return ""
    return f"{number(lower, 1)}–{number(upper, 1)}"


def with_limits(text: str, limits: str) -> str:
    """ "42,3 % (34,8–50,2)": a printed share with its interval, or the share alone."""
    return f"{text} ({limits})" if limits else text


def with_people(text: str, count: str) -> str:
    """ "42,3 % (34,8–50,2), n = 187"; ``count`` as printed, left out where it is not known."""
    return f"{text}, n\u00a0=\u00a0{count}" if count and count != "–" else text


def break_note(indicator: Indicator) -> str:
    """ "Bruch 2012/13: Start der Sekundarschule …; darüber hinweg wird nichts gerechnet."; empty without."""
    notes = [f"Bruch {axis_label(indicator, entry.year)}: {entry.reason}" for entry in indicator.breaks]
    return f"{'; '.join(notes)}. Darüber hinweg wird nichts gerechnet." if notes else ""


def people_count(count: float | None) -> str:
    """ "1.650" or "–"."""
    return "–" if count is None else number(count)
