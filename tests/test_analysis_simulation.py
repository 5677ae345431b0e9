"""What the methods promise holds over thousands of cities, on the functions that judge a release."""

from __future__ import annotations

from bench.simulation import CITIES, equal_cities, unequal_cities


def test_equal_areas_are_called_alike_and_their_gap_is_chance() -> None:
    """Nine areas of 190 children at 35 %: false alarms stay at the five percent that are promised."""
    assert CITIES == 2_000
    found = equal_cities()
    assert found.all_alike >= 0.94
    assert 0.94 <= found.within_band <= 0.96


def test_a_spread_of_twenty_points_is_seen() -> None:
    assert 1 - unequal_cities().within_band >= 0.95
