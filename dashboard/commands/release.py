"""``release``: build a release from everything there is, and publish it."""

from __future__ import annotations

import warnings
from functools import partial

from dashboard.commands.bars import Bars
from dashboard.commands.expected import failures
from dashboard.commands.upgrade import bring_up_to_date
from dashboard.geo.models import GeoWarning
from dashboard.model import Observation
from dashboard.prepare.build import Built, build_release
from dashboard.prepare.facilities import all_facilities
from dashboard.prepare.reading import Folders
from dashboard.settings import Settings
from dashboard.store.contents import ReleaseContents
from dashboard.store.errors import NoRelease, Unreachable
from dashboard.store.protected_write import write_facilities
from dashboard.store.read import Store
from dashboard.store.write import Beside, Written, alone, write_release


def release(settings: Settings, accept_warnings: bool) -> int:
    """Build a release from all inputs, switch readers to it, and say what is in it."""
    folders = Folders.below(settings.data, settings.geodata)
    bring_up_to_date(settings)
    with failures(), Bars() as bars, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", GeoWarning)
        previous, earlier = _published(settings.database_url)
        built = build_release(
            folders, previous, accept_warnings=accept_warnings, progress=bars, earlier=earlier
        )
        beside = _beside(settings, folders, built)
        written = write_release(settings.database_url, built.contents, bars, beside)
    for warning in caught:
        print(f"Hinweis: {warning.message}")
    print(summary(written, built.contents))
    return 0


def summary(written: Written, contents: ReleaseContents) -> str:
    """Id, counts and accepted warnings of a release, in words; ``check`` lists the warnings."""
    if not written.new:
        return f"Nichts Neues: Datenstand {written.release} enthält bereits genau diese Werte."
    indicators = {row.indicator for row in contents.observations}
    warned = [(info.id, len(info.warnings)) for info in contents.deliveries if info.warnings]
    head = (
        f"Datenstand {written.release} ist veröffentlicht: {len(contents.observations)} Werte zu "
        f"{len(indicators)} Kennzahlen aus {len(contents.deliveries)} Lieferungen, "
        f"{len(contents.corrections)} Änderungen, {sum(count for _, count in warned)} Hinweise."
    )
    return "\n".join(
        [head, *(f"  angenommene Hinweise zu {delivery}: {count}" for delivery, count in warned)]
    )


def _beside(settings: Settings, folders: Folders, built: Built) -> Beside:
    """Facilities go into the protected database, where there is one; nowhere else."""
    url = settings.access.protected_url
    return partial(write_facilities, url, facts=all_facilities(folders, built)) if url else alone


def _published(url: str) -> tuple[tuple[Observation, ...] | None, list[Observation]]:
    """Observations of the current release (``None`` without one), and of all that came before it.

    Old releases stay readable, so whoever attacks a new one knows them too.
    """
    with Store(url) as store:
        try:
            current = store.current().id
            older = [info.id for info in store.releases() if info.id != current]
            return store.observations(current), [row for id_ in older for row in store.observations(id_)]
        except Unreachable:
            raise
        except NoRelease:
            return None, []
