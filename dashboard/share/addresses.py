"""Other addresses of the same view: without or with its release, in a frame, under a present name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from dashboard.answers.desk import Desk
from dashboard.pages.book import SHEETS, find
from dashboard.state import Choices

EMBEDDED = "/einbetten"


def parts_of(address: str) -> tuple[str, dict[str, str]]:
    """Path and parameters; of a repeated one the first counts."""
    path, _, query = address.partition("?")
    return path, dict(reversed(parse_qsl(query, keep_blank_values=True)))


def other_states(address: str, desk: Desk) -> tuple[str, dict[str, str]]:
    """The release a view shows, and its addresses ``aktuell`` and ``fest``. Raises NoRelease."""
    path, query = parts_of(address)
    found = find(path, desk, query)
    if found is None:  # no view of a sheet: the address as it is, with its release exchanged
        release = query.get("stand") or desk.release().id
        return release, {"aktuell": _with_state(path, query, ""), "fest": _with_state(path, query, release)}
    sheet, in_path = found
    asking = desk.asking(sheet.place, {**in_path, **query})
    states = {"aktuell": "", "fest": asking.release}
    views = {name: replace(asking.view, stand=stand) for name, stand in states.items()}
    return asking.release, {name: view.address(asking.choices) for name, view in views.items()}


def moved(path: str, query: Mapping[str, str], desk: Desk) -> str | None:
    """The path under the present names of what stands in it; None where nothing in it has moved."""
    prefix = EMBEDDED if path.startswith(f"{EMBEDDED}/") else ""
    for sheet in SHEETS:
        in_path = sheet.read(path.removeprefix(prefix))
        if in_path:
            today = _names(in_path, desk.asking(sheet.place, {"stand": query.get("stand", "")}).choices)
            return None if today == in_path else prefix + sheet.place.path(today)
    return None


def _names(in_path: Mapping[str, str], offered: Choices) -> dict[str, str]:
    areas = [area for ids in offered.areas.values() for area in ids]
    settle = {
        "kennzahl": lambda name: offered.moves.indicator(name, offered.indicators),
        "raum": lambda name: offered.moves.area(name, areas),
    }
    return {key: settle[key](name) if key in settle else name for key, name in in_path.items()}


def _with_state(path: str, query: Mapping[str, str], release: str) -> str:
    others = {name: value for name, value in query.items() if name != "stand"}
    written = urlencode(others | ({"stand": release} if release else {}))
    return f"{path}?{written}" if written else path
