"""The line below the sentence: value, interval, n, comparison value and period."""

from __future__ import annotations

from dashboard.display import AreaValue
from dashboard.model import Observation
from dashboard.wording.missing import count_only, delivery_needed, figures_needed, hidden_note
from dashboard.wording.numbers import (
    MARKS,
    euros,
    figure,
    interval_text,
    n_of,
    p_text,
    value_text,
    with_unit,
)
from dashboard.wording.periods import period_title
from dashboard.wording.signs import NOTE_LEGEND, certainty_word
from dashboard.wording.stories import CityStory, FocusStory


def city_detail(story: CityStory) -> str:
    """Highest and lowest area with interval and n, the city, the period, what is not shown."""
    shown = story.shown()
    ends = (shown[0], shown[-1]) if len(shown) > 1 else shown
    parts = [_area_part(area, story) for area in ends]
    parts += [_city_part(story), period_title(story.indicator, story.year)]
    parts += [hidden_note(story), "" if story.areas and shown else _no_areas(story)]
    return "; ".join(part for part in parts if part)


def focus_detail(story: FocusStory) -> str:
    """ "21,9 % (16,6 bis 28,4 %), n = 187; übrige Stadt 33,0 %; Schuljahr 2024/25"."""
    parts = [
        _observation_part(story),
        _rest_part(story),
        period_title(story.indicator, story.year),
    ]
    parts += [_holm_part(story), _quality_part(story)]
    if story.value() is None and not _is_hidden(story.observation):
        regular = story.origin == "delivered"  # else the source is an article, or the example values
        parts.append(delivery_needed(story.sources) if regular else figures_needed(story.indicator))
    return "; ".join(part for part in parts if part)


def comparison_sentence(story: FocusStory) -> str:
    """The test in words, with its p-value; empty where nothing was compared."""
    comparison = story.comparison
    if comparison is None or comparison.label == "none":
        return ""
    p = comparison.p_holm if comparison.p_holm is not None else comparison.p
    bracket = f" ({p_text(p)}, Holm)" if p is not None else ""
    if comparison.label == "same":
        return f"Der Unterschied zur übrigen Stadt ist nicht von Zufall zu unterscheiden{bracket}."
    return f"Der Unterschied zur übrigen Stadt lässt sich nicht mit Zufall erklären{bracket}."


def _no_areas(story: CityStory) -> str:
    if story.hidden():
        return ""
    if story.city is None or story.city.value is None:
        return delivery_needed(story.sources)
    return "Werte je Sozialraum liegen nicht vor" if story.partition == "sozialraum" else ""


def _area_part(area: AreaValue, story: CityStory) -> str:
    n = n_of(story.indicator, area.denominator) if area.interval_text else ""
    inside = ", ".join(part for part in (area.interval_text, n) if part)
    return f"{area.name} {area.text} ({inside})" if inside else f"{area.name} {area.text}"


def _city_part(story: CityStory) -> str:
    city = story.city
    if city is None or not (city.value is not None or city.text[:1].isdigit()):
        return ""
    interval = interval_text(city.lower, city.upper, story.indicator)
    return (
        f"Stadt Hamm {city.text} ({interval})"
        if interval and not story.shown()
        else f"Stadt Hamm {city.text}"
    )


def _observation_part(story: FocusStory) -> str:
    found = story.observation
    if found is None or found.value is None:
        return _mark(found)
    if found.cents is not None:
        return euros(found.cents)
    text = value_text(story.indicator, found.value, found.status)
    if story.indicator.kind in ("rate", "count", "index") and found.status != "limited":
        text = with_unit(found.value, story.indicator.unit, story.indicator.decimals)
    interval = interval_text(found.lower, found.upper, story.indicator)
    n = n_of(story.indicator, found.denominator)
    return ", ".join(part for part in (f"{text} ({interval})" if interval else text, n) if part)


def _mark(found: Observation | None) -> str:
    if count := count_only(found):
        return f"Anzahl {count}"
    return MARKS.get(found.status, MARKS["unknown"]) if found else ""


def _rest_part(story: FocusStory) -> str:
    rest = story.rest()
    if rest is not None and story.value() is not None:
        return f"übrige Stadt {figure(rest, story.indicator)}"
    city = story.city
    if city is None or city.value is None or story.area.kind == "stadt":
        return ""
    return f"Stadt Hamm {city.text}"


def _holm_part(story: FocusStory) -> str:
    comparison = story.comparison
    if comparison is None or comparison.label != "same":
        return ""
    return NOTE_LEGEND[1] if comparison.single_label in ("higher", "lower") else ""


def _quality_part(story: FocusStory) -> str:
    found = story.observation
    if found is None or found.value is None:
        return ""
    words = ["vorläufig"] if found.status == "provisional" else []
    words += [f"Angabe {certainty_word(found.certainty)}"] if found.certainty != "hoch" else []
    return ", ".join(words)


def _is_hidden(found: Observation | None) -> bool:
    return found is not None and found.status == "hidden"
