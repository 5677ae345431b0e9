"""How an area lies to those of the other partition, from the catalogue's memberships."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Area
from dashboard.wording.profile import listed

_ONE = "Der Stadtbezirk"
_APART = "Die Werte beider werden nie vermischt."
_DRAWN = "Grenzen vereinfacht, nicht amtlich."


def place_sentence(area: Area, catalogue: Catalogue) -> str:
    """ "Hamm-Norden liegt in den Stadtbezirken … und ist kein eigener Stadtbezirk." and whose borders."""
    if area.kind == "stadtbezirk":
        return f"{_of_district(area, _parts(area, catalogue))} {_DRAWN}"
    districts = [catalogue.areas[name] for name in _wholes(area.id, catalogue)]
    return f"{_of_area(area, districts, catalogue)} {_DRAWN}".strip()


def _wholes(part: str, catalogue: Catalogue) -> list[str]:
    """The Stadtbezirke an area lies in."""
    wholes = (entry.whole for entry in catalogue.memberships if entry.part == part)
    return [name for name in wholes if catalogue.areas[name].kind == "stadtbezirk"]


def _parts(district: Area, catalogue: Catalogue) -> list[Area]:
    parts = (entry.part for entry in catalogue.memberships if entry.whole == district.id)
    return [catalogue.areas[name] for name in parts if catalogue.areas[name].kind == "sozialraum"]


def _of_area(area: Area, districts: Sequence[Area], catalogue: Catalogue) -> str:
    if not districts:
        return f"{area.name} ist ein Sozialraum, kein Stadtbezirk."
    if len(districts) > 1:
        names = listed([district.short_name for district in districts])
        return f"{area.name} liegt in den Stadtbezirken {names} und ist kein eigener Stadtbezirk."
    others = [part for part in _parts(districts[0], catalogue) if part.id != area.id]
    if not others:
        return f"{area.name} deckt sich mit dem Stadtbezirk {districts[0].short_name}. {_APART}"
    names = listed([other.name for other in others])
    which = "des Sozialraums" if len(others) == 1 else "der Sozialräume"
    return f"{area.name} ist der Stadtbezirk {districts[0].short_name} ohne seinen Teil {which} {names}."


def _of_district(district: Area, parts: Sequence[Area]) -> str:
    same = any(part.short_name == district.short_name for part in parts)
    if same and len(parts) == 1:
        return f"{_ONE} {district.short_name} deckt sich mit dem Sozialraum {parts[0].name}. {_APART}"
    if not parts:
        return f"{district.name} ist ein Stadtbezirk, kein Sozialraum."
    names = listed([part.name for part in parts])
    which = "reicht der Sozialraum" if len(parts) == 1 else "reichen die Sozialräume"
    unlike = " Er ist nicht der Sozialraum gleichen Namens." if same else ""
    return f"In den Stadtbezirk {district.short_name} {which} {names}.{unlike}"
