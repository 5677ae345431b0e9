"""``prepare``: a release if there is none yet, scripts packed; quick where both are there.

A database of an older program is brought to the present schema, and gets a new release: the old ones
lack what is computed now.
"""

from __future__ import annotations

from dashboard.catalogue.problem import CatalogueError
from dashboard.commands.bars import Bars
from dashboard.commands.failure import Failure
from dashboard.commands.upgrade import bring_up_to_date
from dashboard.settings import Settings
from dashboard.store.errors import NoRelease, StoreError, Unreachable
from dashboard.store.read import Store


def prepare(settings: Settings) -> int:
    """Build a release only if none can be read, pack scripts and styles that are not packed yet."""
    return ensure_release(settings) or _pack(settings)


def ensure_release(settings: Settings) -> int:
    """Build a release if none can be read, say which one there is otherwise; 0 when there is one."""
    current = None if bring_up_to_date(settings) else _current(settings.database_url)
    if current is not None:
        print(f"Datenstand {current} ist vorhanden.")
        return 0
    from dashboard.commands.release import release  # reads geography and statistics: only when needed

    return release(settings, accept_warnings=False)


def _pack(settings: Settings) -> int:
    from dashboard.factory import create_app
    from dashboard.share.bundles import prepare as pack

    app = create_app(settings)
    with Bars() as bars:
        pack(app.server, settings.build / "brotli", bars)
    app.close()
    return 0


def _current(url: str) -> str | None:
    """Id of the release that readers see, ``None`` if there is none that can be read."""
    try:
        with Store(url) as store:
            found = store.current().id
            store.catalogue(found)
            return found
    except Unreachable as error:
        raise Failure(str(error)) from error
    except (NoRelease, CatalogueError):
        return None
    except StoreError as error:
        raise Failure(str(error)) from error
