"""Values published for some areas only: named or counted, never spanned as if all were known."""

from __future__ import annotations

from typing import Any

import pytest
from wording_world import AREAS, COUNT, GYMNASIUM, RATE, SLUGS, area_value, city_story, nine

from dashboard.catalogue.models import Indicator
from dashboard.wording.published_some import only_some
from dashboard.wording.statements import headline


def seven(kind: Indicator, *values: float | None, **more: Any) -> str:
    """The headline of seven published areas."""
    areas = tuple(
        area_value(kind, slug, value, status="valid" if value is not None else "unknown")
        for slug, value in zip(SLUGS, values, strict=False)
    )
    return headline(city_story(kind, areas, more.pop("city", None), origin="published", **more))


CASES = [
    (
        GYMNASIUM, (None, None, 25.0, None, None, None, None), {},
        "Die Übergangsquote zum Gymnasium liegt in Heessen bei 25,0 %"
        "; von den anderen Sozialräumen ist kein Wert veröffentlicht",
    ),
    (
        GYMNASIUM, (None, 27.1, 25.0, None, None, None, None), {},
        "Übergangsquote Gymnasium: veröffentlicht sind nur die Werte in Hamm-Norden (27,1 %) und in "
        "Heessen (25,0 %)",
    ),
    (
        GYMNASIUM, (None, 27.1, 25.0, None, None, None, None), {"city": 31.9, "category": "Jungen"},
        "Übergangsquote Gymnasium, Jungen: veröffentlicht sind nur die Werte in Hamm-Norden (27,1 %) und in "
        "Heessen (25,0 %)",
    ),
    (
        COUNT, (18, 19, 20, None, None, None, None), {},
        "Bevölkerung: veröffentlicht sind nur die Werte in Heessen (20), in Hamm-Norden (19) und in "
        "Bockum-Hövel (18)",
    ),
    (
        RATE, (None, 57.04, 25.0, None, None, None, None), {},
        "Hilfen zur Erziehung: veröffentlicht sind nur die Werte in Hamm-Norden (57,0) und in Heessen (25,0) "
        "(Hilfen je 1.000 unter 21)",
    ),
    (
        COUNT, (10, 20, 30, 40, None, None, None), {},
        "Die Einwohnerzahl reicht von 10 in Bockum-Hövel bis 40 in Hamm-Westen; veröffentlicht nur in vier "
        "von sieben Sozialräumen",
    ),
    (
        COUNT, (10, 20, 30, 40, 50, 60, None), {},
        "Die Einwohnerzahl reicht von 10 in Bockum-Hövel bis 60 in Uentrop; veröffentlicht nur in sechs von "
        "sieben Sozialräumen",
    ),
    (
        COUNT, (10, 20, 30, 40, 50, 60, 70), {},
        "Die Einwohnerzahl reicht von 10 in Bockum-Hövel bis 70 in Herringen",
    ),
]  # fmt: skip


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("kind", "values", "more", "said"), CASES)
def test_only_what_is_published_is_said(
    kind: Indicator, values: tuple[float | None, ...], more: dict[str, Any], said: str
) -> None:
    found = plain(seven(kind, *values, **more))
    assert found == plain(said)


@pytest.mark.parametrize(
    ("origin", "missing", "some"),
    [("published", "unknown", True), ("published", "hidden", False), ("demo", "unknown", False)],
)
def test_hidden_and_generated_values_are_no_matter_of_publishing(
    origin: str, missing: Any, some: bool
) -> None:
    areas = (
        area_value(COUNT, "mitte", 10.0),
        area_value(COUNT, "uentrop", 20.0),
        area_value(COUNT, "pelkum", None, status=missing),
    )
    story = city_story(COUNT, areas, None, origin=origin)
    assert only_some(story) == some
    assert ("veröffentlicht" in headline(story)) == some


@pytest.mark.parametrize("origin", ["demo", "delivered", "published"])
def test_nine_known_areas_are_spanned_as_ever(origin: str) -> None:
    story = city_story(COUNT, nine(COUNT, tuple(range(10, 19)), "---------"), None, origin=origin)
    assert not only_some(story)
    assert headline(story).startswith("Die Einwohnerzahl reicht von 10")
    assert set(story.locatives) == set(AREAS)
