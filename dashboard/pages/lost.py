"""What is behind an address of ours no more: a release, or an indicator that was retired."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from dash.development.base_component import Component

from dashboard.answers.desk import Desk
from dashboard.pages import gone
from dashboard.pages.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Lost:
    """Title and content of the page that says so."""

    title: str
    layout: Callable[[], Component]


def lost_release(path: str, query: Mapping[str, str], desk: Desk) -> Lost | None:
    """Where the address holds a release fast that is not there."""
    asked = desk.lost_release(query)
    if not asked:
        return None
    others = urlencode({name: value for name, value in query.items() if name != "stand"})
    href = f"{path}?{others}" if others else path
    return Lost(gone.LOST_TITLE, partial(gone.lost_release, asked, href, desk.release().id))


def lost_indicator(sheet: Sheet, in_path: Mapping[str, str], desk: Desk) -> Lost | None:
    """Where the path names an indicator of the table ``eingestellt``."""
    name = in_path.get("kennzahl", "")
    offered = desk.current_choices()
    found = offered.moves.gone.get(name)
    if found is None or name in offered.indicators:
        return None
    next_id = offered.moves.indicator(found.successor, offered.indicators)
    next_one = offered.indicators.get(next_id)
    last = desk.last_release_with(name)
    path = sheet.place.path({**in_path, "kennzahl": name})
    after = (next_one.title, sheet.place.path({**in_path, "kennzahl": next_id})) if next_one else None
    before = (last, f"{path}?{urlencode({'stand': last})}") if last else None
    return Lost(gone.retired_title(found), partial(gone.retired, found, after, before))
