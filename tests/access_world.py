"""Facilities, links and an application for the tests of who may see what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from dashboard.access.scope import StaffScope
from dashboard.access.settings import AccessSettings, OidcSettings
from dashboard.settings import Settings
from dashboard.store.protected_facts import FacilityFact, FacilityValue

KEY = "ein-fester-schluessel-mit-vielen-zeichen"
RELEASE = "2026-1"


def school(number: str, name: str, area: str | None, pupils: int = 200) -> FacilityFact:
    """A school with two figures."""
    values = (
        FacilityValue("schueler-je-schule", 2024, float(pupils), "schulen-2024"),
        FacilityValue("schulsozialindex", 2024, 5.0, "schulen-2024"),
    )
    return FacilityFact(number, name, "Grundschule", "59065", area, values)


TALSCHULE = school("120001", "Talschule", "hamm-norden")
BERGSCHULE = school("120002", "Bergschule", "hamm-norden", 140)
HAFENSCHULE = school("120003", "Hafenschule", "mitte")
#: Without coordinates, and without figures.
WALDSCHULE = FacilityFact("120004", "Waldschule", "Förderschule", "59071", None)
SCHOOLS = (TALSCHULE, BERGSCHULE, HAFENSCHULE, WALDSCHULE)


def staff(*areas: str, hours: float = 1) -> StaffScope:
    """The scope of somebody who may see these areas (none named: all) for some hours from now."""
    return StaffScope(frozenset(areas) or None, datetime.now(UTC) + timedelta(hours=hours), "test")


def settings_of(
    database_url: str, root: Path, protected_url: str = "", oidc: OidcSettings | None = None, key: str = KEY
) -> Settings:
    """Settings of an installation where access is set up."""
    access = AccessSettings(protected_url=protected_url, key=key, oidc=oidc)
    return Settings(database_url, root, access=access)
