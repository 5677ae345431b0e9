"""Areas with a measure against areas without it, in words: what differed, never why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dashboard.catalogue.models import Indicator, Measure
from dashboard.wording.factors import count_word
from dashboard.wording.grammar import listed, printed, subject
from dashboard.wording.numbers import amount_dative, change_text, p_text, signed
from dashboard.wording.periods import axis_label, range_label

LEVEL: Final = 0.05  #: below it a difference counts as one
ASSUMED: Final = "Beginn angenommen"
NO_PROOF: Final = "Das ist ein Vergleich, kein Beleg einer Wirkung."


@dataclass(frozen=True, slots=True)
class Compared:
    """A change in the areas with the measure and in the others, in the indicator's unit; 95 % limits."""

    treated: float
    others: float
    difference: float
    lower: float
    upper: float
    p: float
    detectable: float

    @property
    def differs(self) -> bool:
        """Whether chance alone would rarely give as much."""
        return self.p < LEVEL


@dataclass(frozen=True, slots=True)
class Effect:
    """One measure and one indicator: ``change`` from the periods before to those from the start on,
    ``drift`` per year before the start. ``treated``/``others`` are names of areas."""

    measure: Measure
    indicator: Indicator
    category: str
    treated: tuple[str, ...]
    others: tuple[str, ...]
    before: tuple[int, ...]
    after: tuple[int, ...]
    change: Compared
    drift: Compared
    alongside: tuple[str, ...] = ()  # other measures of some areas only, in the same years

    @property
    def parallel(self) -> bool:
        """Whether both groups went the same way before the start, as far as can be told."""
        return not self.drift.differs


def effect_title(effect: Effect) -> str:
    """The headline: whether the change differed, or that the condition for saying so is not met."""
    verb, name = _verb(effect), subject(effect.indicator, effect.category)
    where = f"in Räumen mit „{effect.measure.title}“"
    if not effect.parallel:
        return f"{name} {verb} sich {where} schon vor {_start(effect)} anders: Der Vergleich trägt nicht"
    if not effect.change.differs:
        return f"{name} {verb} sich {where} nicht erkennbar anders als in Räumen ohne"
    return f"{name} {verb} sich {where} anders als in Räumen ohne: Unterschied {difference_text(effect)}"


def effect_detail(effect: Effect) -> str:
    """Both changes, their difference with interval and p, how many areas and periods, what is assumed."""
    change, indicator = effect.change, effect.indicator
    parts = [
        f"Mittel der {count_word(len(effect.after))} Zeiträume ab {_start(effect)} gegen die "
        f"{count_word(len(effect.before))} davor: {change_text(change.treated, indicator)} in den "
        f"{count_word(len(effect.treated))} Sozialräumen mit, {change_text(change.others, indicator)} in den "
        f"{count_word(len(effect.others))} ohne die Maßnahme",
        f"Unterschied {difference_text(effect)} (95 %: {limits_text(change, indicator)}; {p_text(change.p)})",
        *([ASSUMED] if effect.measure.demo else []),
    ]
    return "; ".join(parts)


def effect_copy(effect: Effect, release: str) -> str:
    """Headline, numbers, and the warning that has to go with them."""
    return f"{effect_title(effect)}. {effect_detail(effect)}. {NO_PROOF} Datenstand {release}."


def difference_text(effect: Effect) -> str:
    """The difference of both printed changes, so that a reader can check it: "+3,2 Punkte"."""
    change, indicator = effect.change, effect.indicator
    size = printed(change.treated, indicator) - printed(change.others, indicator)
    return change_text(float(size), indicator)


def limits_text(found: Compared, indicator: Indicator) -> str:
    """ "−1,3 bis +7,7 Punkte"."""
    return f"{signed(found.lower, indicator.decimals)} bis {change_text(found.upper, indicator)}"


def change_block(effect: Effect) -> str:
    """What the interval says, and how large a difference would have been noticed."""
    change, indicator = effect.change, effect.indicator
    noticed = amount_dative(change.detectable, indicator)
    least = f"Ab einem wahren Unterschied von {noticed} wäre er in vier von fünf Fällen erkannt worden."
    if change.differs:
        return f"Null liegt nicht im 95-%-Bereich ({limits_text(change, indicator)}). {least}"
    return (
        f"Der 95-%-Bereich ({limits_text(change, indicator)}) schließt null ein: Mit diesen Zahlen lässt "
        f"sich kein Unterschied zeigen. Das heißt nicht, dass es keinen gibt. {least}"
    )


def drift_block(effect: Effect) -> str:
    """The condition of the comparison: whether both groups went the same way before the start."""
    drift, indicator = effect.drift, effect.indicator
    span = range_label(indicator, effect.before[0], effect.before[-1])
    numbers = (
        f"{span}: {change_text(drift.treated, indicator)} je Jahr mit, "
        f"{change_text(drift.others, indicator)} je Jahr ohne die spätere Maßnahme ({p_text(drift.p)})"
    )
    if not effect.parallel:
        return (
            f"{numbers}. Die Gruppen entwickelten sich schon vor dem Beginn verschieden. Die Voraussetzung "
            "des Vergleichs ist verletzt; der Unterschied danach lässt sich nicht deuten."
        )
    return (
        f"{numbers}: kein erkennbarer Unterschied. Erst ab {amount_dative(drift.detectable, indicator)} je "
        "Jahr wäre er in vier von fünf Fällen erkannt worden; „nicht erkennbar“ heißt nicht „gleich“."
    )


def cautions(effect: Effect) -> tuple[str, ...]:
    """What the comparison cannot prove, whatever it says."""
    return (
        "Der Vergleich belegt keine Ursache: Die Räume mit der Maßnahme wurden nicht ausgelost.",
        _alongside(effect),
        "Räume, die vor dem Beginn zufällig besonders hohe oder niedrige Werte hatten, rücken auch ohne "
        "Maßnahme wieder zur Mitte.",
        "Wer zwanzig Kennzahlen ansieht, findet im Mittel eine mit einem „Unterschied“, den allein der "
        "Zufall gemacht hat. Entscheidend ist, was vorher als Ziel der Maßnahme genannt war.",
        *([f"{ASSUMED}: Die Quelle nennt Jahr oder Räume nicht; mit anderen Angaben fällt der Vergleich "
           "anders aus."] if effect.measure.demo else []),
    )  # fmt: skip


def _alongside(effect: Effect) -> str:
    general = (
        "Was im selben Zeitraum sonst nur in einer der Gruppen geschah (Zuzug, neue Schulen, andere "
        "Angebote), steckt im Unterschied mit drin."
    )
    if not effect.alongside:
        return general
    named = listed([f"„{title}“" for title in effect.alongside])
    return f"{general} Nur in einem Teil der Räume liefen in diesen Jahren auch: {named}."


def _verb(effect: Effect) -> str:
    part = bool(effect.category) and effect.indicator.kind == "share"
    return "veränderten" if effect.indicator.plural and not part else "veränderte"


def _start(effect: Effect) -> str:
    return axis_label(effect.indicator, effect.after[0])
