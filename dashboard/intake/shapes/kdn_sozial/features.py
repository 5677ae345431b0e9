"""What the features of the export feed, unless lieferung.toml says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.intake.description.fitting import KDN_ONLY_TOTAL, KDN_WITHOUT_ANSWER
from dashboard.intake.description.models import FileDescription

#: A value that is counted in the total and feeds nothing; one that is taken off the total.
ONLY_TOTAL, WITHOUT_ANSWER = KDN_ONLY_TOTAL, KDN_WITHOUT_ANSWER
_YES_NO = {"ja": "", "nein": ONLY_TOTAL, "keine Angabe": ONLY_TOTAL}


@dataclass(frozen=True, slots=True)
class Feature:
    """A Merkmal: the indicator it feeds, and the category (``""``: the total) of every Ausprägung."""

    indicator: str
    categories: Mapping[str, str]

    @property
    def parts(self) -> frozenset[str]:
        """What has to be there for the feature to be complete."""
        return frozenset(self.categories.values()) - {WITHOUT_ANSWER}


#: The documented form, see docs/lieferung.md.
FEATURES: Mapping[str, Feature] = MappingProxyType(
    {
        "Sprachniveau": Feature(
            "integration-sprachniveau",
            {
                "ohne Nachweis": "ohne", "A1": "a1", "A2": "a2", "B1": "b1", "B2": "b2-plus", "C1": "b2-plus",
                "C2": "b2-plus", "B2 und höher": "b2-plus", "keine Angabe": WITHOUT_ANSWER,
            },
        ),
        "Vereinsmitgliedschaft": Feature("integration-vereinsmitgliedschaft", _YES_NO),
        "Maßnahme": Feature("integration-massnahmen", _YES_NO),
        "Aufenthaltsstatusgruppe": Feature(
            "integration-begleitete",
            {
                "Aufenthaltserlaubnis": "aufenthaltserlaubnis",
                "Niederlassungserlaubnis": "niederlassungserlaubnis",
                "Aufenthaltsgestattung": "aufenthaltsgestattung",
                "Duldung": "duldung",
                "Freizügigkeit (EU)": "freizuegigkeit-eu",
                "sonstiger oder unbekannter Status": "sonstiger-status",
            },
        ),
        "Altersgruppe": Feature(
            "integration-begleitete",
            {
                "unter 18 Jahre": "unter-18", "18 bis 26 Jahre": "18-26", "27 bis 44 Jahre": "27-44",
                "45 bis 64 Jahre": "45-64", "65 Jahre und älter": "65-plus",
            },
        ),
        "Geschlecht": Feature(
            "integration-begleitete",
            {
                "weiblich": "weiblich", "männlich": "maennlich",
                "divers oder ohne Angabe": "divers-ohne-angabe",
            },
        ),
    }
)  # fmt: skip


def features(file: FileDescription) -> Mapping[str, Feature]:
    """The documented features with what the description changes or adds."""
    found = dict(FEATURES)
    for name in {**file.kennzahlen, **file.merkmale}:
        known = found.get(name)
        indicator = file.kennzahlen.get(name) or (known.indicator if known else "")
        categories = file.merkmale.get(name) or (known.categories if known else {"": ""})
        found[name] = Feature(indicator, categories)
    return found
