"""Which indicators have a template for suppliers, and where it is found."""

from __future__ import annotations

from typing import Final

from dashboard.answers.daten.parts import TemplateGroup, TemplateLink
from dashboard.catalogue.catalogue import LIFE_PHASES, Catalogue
from dashboard.catalogue.models import Indicator

PREFIX: Final = "/daten/vorlage/"
#: What every release computes itself, or counts in the directory of schools: nobody delivers it as a table.
COMPUTED: Final = frozenset(
    {"annaeherung-sozialraeume", "grundschulen", "schueler-je-schule", "segregation-gymnasium"}
)


def has_template(indicator: Indicator) -> bool:
    """Whether somebody can fill in figures of this indicator."""
    return indicator.id not in COMPUTED


def groups(catalogue: Catalogue) -> tuple[TemplateGroup, ...]:
    """All templates by life phase, in the catalogue's order."""
    found = [indicator for indicator in catalogue.indicators.values() if has_template(indicator)]
    phases = {
        title: tuple(_link(each) for each in found if each.life_phase == phase)
        for phase, title in LIFE_PHASES.items()
    }
    return tuple(TemplateGroup(title, links) for title, links in phases.items() if links)


def _link(indicator: Indicator) -> TemplateLink:
    address = f"{PREFIX}{indicator.id}"
    return TemplateLink(indicator.title, f"{address}.xlsx", f"{address}.toml")
