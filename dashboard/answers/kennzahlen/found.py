"""What of the inventory a view shows, and where each indicator's own page is."""

from __future__ import annotations

from dashboard.answers.desk import Asking
from dashboard.answers.kennzahlen.inventory import Inventory
from dashboard.answers.kennzahlen.search import PERSPECTIVE, REACH, SEARCH, matches
from dashboard.model import CITY
from dashboard.state import KENNZAHL, View


def shown(found: Inventory, view: View) -> frozenset[str]:
    """Ids of the indicators that search and filters leave."""
    search, perspective, reach = (view.get(name) for name in (SEARCH, PERSPECTIVE, REACH))
    kept = (entry for entry in found.entries if matches(entry, search, perspective, reach))
    return frozenset(entry.indicator for entry in kept)


def hrefs(found: Inventory, asking: Asking) -> dict[str, str]:
    """The page of every indicator, with the release and the area in focus where it is one of its areas."""
    return {entry.indicator: _href(entry.indicator, asking) for entry in found.entries}


def _href(indicator: str, asking: Asking) -> str:
    choice, view = asking.choices.indicators[indicator], asking.view
    partition = choice.first_partition
    among = view.raum in asking.choices.areas[partition] and partition in choice.partitions
    page = view.at(
        KENNZAHL,
        kennzahl=indicator,
        merkmal=choice.first_category,
        ebene=partition,
        raum=view.raum if among else CITY,
    )
    return page.address(asking.choices)
