"""The tiny city in two releases: between them a value is corrected, one added, one indicator leaves."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from world import COUNT, EURO, SHARE, share_row, tiny_catalogue, tiny_contents

from dashboard.catalogue.catalogue import Catalogue
from dashboard.catalogue.models import Renamed, Retired
from dashboard.store.contents import Correction
from dashboard.store.write import write_release

OLD, NEW = "2026-1", "2026-2"
RENAMED = (
    Renamed(kind="kennzahl", old="gymnasialquote", new="uebergaenge-gymnasium", since=NEW),
    Renamed(kind="kennzahl", old="uebergaenge-gymnasium", new=SHARE, since=NEW),
    Renamed(kind="raum", old="uentrop-ost", new="uentrop", since=NEW),
    Renamed(kind="parameter", old="region", new="raum", since=NEW),
)
RETIRED = (
    Retired(
        old=COUNT, title="Bevölkerung", since=NEW, reason="Sie wird nicht mehr geliefert.", successor=SHARE
    ),
    Retired(old="ohne-nachfolge", title="Alte Zahl", since=NEW, reason="Niemand hat sie gebraucht."),
)


def old_catalogue() -> Catalogue:
    """What the first release knows."""
    return tiny_catalogue()


def new_catalogue() -> Catalogue:
    """Without one indicator, with another numerator, and with the moves."""
    before = tiny_catalogue()
    changed = before.indicators[SHARE].model_copy(update={"numerator": "gezählte Kinder ohne Rückläufer"})
    kept = {SHARE: changed, EURO: before.indicators[EURO]}
    return replace(before, indicators=MappingProxyType(kept), renamed=RENAMED, retired=RETIRED)


def correction(**changes: object) -> Correction:
    """The value of Uentrop in 2023 was corrected."""
    row = Correction(SHARE, "", "uentrop", 2023, "demo", "demo", "corrected", 49.0, 50.0)
    return replace(row, **changes)  # type: ignore[arg-type]  # names of its fields


def two_releases(url: str) -> None:
    """Write both into the database at ``url``; the second is the current one."""
    first = tiny_contents()
    write_release(url, first)
    rows = tuple(row for row in first.observations if row.indicator != COUNT)
    more = share_row("mitte", 2020, 50, 190)
    second = replace(
        first,
        catalogue=new_catalogue(),
        observations=(*rows, more),
        corrections=(
            correction(),
            correction(area="mitte", year=2020, kind="added", old=None, new=26.3),
            correction(
                indicator=COUNT, area="mitte", breakdown="u18", kind="withdrawn", old=5000.0, new=None
            ),
        ),
    )
    write_release(url, second)
