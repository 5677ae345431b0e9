"""The sentence that opens an area's profile."""

from __future__ import annotations

import pytest
from wording_world import AREAS

from dashboard.wording.profile import Profile, listed, profile_headline


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        (
            (19, 7, 4, 3),
            "Vier von 19 Kennzahlen sind in Hamm-Norden schlechter als in der übrigen Stadt "
            "und verschlechtern sich",
        ),
        (
            (12, 7, 1, 3),
            "Eine von zwölf Kennzahlen ist in Hamm-Norden schlechter als in der übrigen Stadt "
            "und verschlechtert sich",
        ),
        ((19, 7, 0, 3), "Sieben von 19 Kennzahlen sind in Hamm-Norden schlechter als in der übrigen Stadt"),
        (
            (19, 0, 0, 3),
            "Drei von 19 Kennzahlen sind in Hamm-Norden besser als in der übrigen Stadt, keine schlechter",
        ),
        (
            (1, 1, 0, 0),
            "Die einzige verglichene Kennzahl ist in Hamm-Norden schlechter als in der übrigen Stadt",
        ),
        ((19, 0, 0, 0), "In Hamm-Norden unterscheidet sich keine Kennzahl nachweisbar von der übrigen Stadt"),
        ((0, 0, 0, 0), "In Hamm-Norden ist noch keine Kennzahl mit der übrigen Stadt verglichen"),
    ],
)
def test_profile_headline(counts: tuple[int, int, int, int], sentence: str) -> None:
    assert profile_headline(Profile(AREAS["hamm-norden"], *counts)) == sentence


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ((), ""),
        (("Lesen",), "Lesen"),
        (("Lesen", "Sprache"), "Lesen und Sprache"),
        (("A", "B", "C"), "A, B und C"),
    ],
)
def test_listed(words: tuple[str, ...], text: str) -> None:
    assert listed(words) == text
