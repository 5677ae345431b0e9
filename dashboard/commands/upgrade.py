"""Databases of an older program are brought to the present format before anything else is done with them."""

from __future__ import annotations

from dashboard.commands.failure import Failure
from dashboard.settings import Settings
from dashboard.store.errors import NewFormat, NoRelease, OldFormat, StoreError, Unreachable
from dashboard.store.read import Store


def bring_up_to_date(settings: Settings) -> bool:
    """Upgrade both databases where they need it; true if the one of releases did, and was not by another.

    Raises :class:`Failure` for a database of a newer program, and where an upgrade is not possible.
    """
    try:
        if settings.access.protected_url:
            _protected(settings.access.protected_url)
        return _is_old(settings.database_url) and _released(settings.database_url)
    except StoreError as error:
        raise Failure(str(error)) from error


def _is_old(url: str) -> bool:
    with Store(url) as store:
        try:
            store.current()
        except (Unreachable, NewFormat):
            raise
        except OldFormat:
            return True
        except NoRelease:  # whoever builds one says what is wrong
            return False
    return False


def _released(url: str) -> bool:
    from dashboard.store.upgrade import upgrade  # Alembic: only when needed

    done = upgrade(url)
    if done is None:
        return False
    where = f"; die alte Datei liegt unverändert in {done.kept}" if done.kept else ""
    print(
        f"Die Datenbank hatte das ältere Format {done.found}. Sie ist umgestellt, alle Datenstände sind "
        f"erhalten{where}. Ein neuer Datenstand bekommt auch, was es damals noch nicht gab."
    )
    return True


def _protected(url: str) -> None:
    from dashboard.store.protected_write import upgrade_protected

    try:
        found = upgrade_protected(url)
    except Unreachable as error:  # the public figures do not need it
        print(f"Hinweis: {error}")
        return
    if found is not None:
        print(f"Die geschützte Datenbank hatte das ältere Format {found}. Sie ist umgestellt.")
