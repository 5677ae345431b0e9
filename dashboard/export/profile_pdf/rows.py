"""One indicator as the layout needs it: a card of the lists, or a row of the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dashboard.answers.sozialraum.parts import Entry, SozialraumAnswer
from dashboard.display import Sign
from dashboard.export.profile_pdf.history import described, first_text, history
from dashboard.export.profile_pdf.spine import spine
from dashboard.wording.grammar import capital
from dashboard.wording.signs import SIGN_SHORT

Data = dict[str, object]
#: Width and height in pt of the drawn strip: in the table of one column, in that of two.
WIDE, NARROW = (74.0, 13.0), (50.0, 17.0)
USUAL = 0.25  # share of the indicators from which a period is named once for all
#: Words the table has no room for; the legend explains them.
SHORTER: dict[Sign, str] = {"same": "n.\u202fu.", "none": "n.\u202fv."}


def card(entry: Entry) -> Data:
    """An entry of the lists on the first page."""
    drawn = history(entry)
    higher = entry.value is not None and entry.city is not None and entry.value >= entry.city
    return {
        "title": entry.title,
        "sign": entry.sign,
        "text": entry.text,
        "city": entry.city_text,
        "higher": higher,
        "facts": ", ".join(part for part in (entry.counts_text, _interval(entry)) if part),
        "first": first_text(entry) if drawn else "",
        "history": {"svg": drawn, "alt": described(entry) if drawn else ""},
        "trend": entry.trend,
        "trend-word": entry.trend_word,
        "judgement": entry.trend_judgement,
        "note": capital(entry.trend_note),
        "behind": "" if entry.behind is None else str(entry.behind),
        "unit": entry.behind_unit,
        "marks": list(entry.notes),
    }


def row(entry: Entry, answer: SozialraumAnswer, usual: Sequence[str]) -> Data:
    """A row of the table; ``usual`` periods are not repeated in it."""
    hidden = entry.sign == "hidden"
    return {
        "title": entry.title,
        "period": "" if entry.period in usual else entry.period,
        "marks": list(entry.notes),
        "published": entry.origin == "published" and answer.foot.origin != "published",
        "text": entry.text,
        "n": "x" if hidden else entry.n_text,
        "interval": entry.interval_text,
        "city": entry.city_text,
        "worst": entry.worst_text,
        "best": entry.best_text,
        "wide": spine(entry, WIDE),
        "narrow": spine(entry, NARROW),
        "alt": _strip_words(entry, answer.area.name),
        "hidden": hidden,
        "sign": entry.sign,
        "sign-word": SHORTER.get(entry.sign, SIGN_SHORT[entry.sign]),
        "noted": entry.noted and "*" not in entry.notes,
        "trend": "" if hidden else entry.trend,
        "trend-word": entry.trend_word,
        "target": entry.target or "",
        "target-word": entry.target_word,
        "behind": "x" if hidden else "–" if entry.behind is None else str(entry.behind),
    }


def usual_periods(entries: Sequence[Entry]) -> list[str]:
    """Periods of at least a quarter of the indicators, the most frequent first."""
    counted = Counter(entry.period for entry in entries if entry.period)
    return [period for period, count in counted.most_common() if count >= USUAL * len(entries)]


def _interval(entry: Entry) -> str:
    return f"95-%-Bereich {entry.interval_text}" if entry.interval_text else ""


def _strip_words(entry: Entry, area: str) -> str:
    """The strip in words, for those who hear it."""
    if entry.sign == "hidden":
        return f"{entry.title}: Geheimhaltung, nichts gezeichnet"
    limits = f" ({_interval(entry)})" if entry.interval_text else ""
    ends = f"; alle Gebiete {entry.worst_text} bis {entry.best_text}" if entry.worst_text else ""
    return f"{entry.title}: {area} {entry.text}{limits}, Stadt {entry.city_text}{ends}"
