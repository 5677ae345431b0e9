"""The catalogue's typed form: what an indicator, an area, a source, a target is.

Every table of ``data/catalogue/*.toml`` is checked against these classes when it is read;
an unknown key is an error, so that a slip of the pen never becomes a silent default.
"""

from __future__ import annotations

from dashboard.catalogue.models.base import (
    AreaKind,
    Entry,
    Kind,
    LifePhase,
    PeriodKind,
    Perspective,
    Polarity,
    Slug,
    Text,
)
from dashboard.catalogue.models.indicator import Break, Breakdown, Category, Indicator, Phrase, SmallNumbers
from dashboard.catalogue.models.moves import MovedKind, Renamed, Retired
from dashboard.catalogue.models.place import Area, Membership, Source
from dashboard.catalogue.models.resources import (
    Criterion,
    Distribution,
    Part,
    Population,
    Preset,
    Share,
    Weight,
)
from dashboard.catalogue.models.steering import (
    Budget,
    CostKind,
    Measure,
    PriceIndex,
    Prices,
    StrategicGoal,
    Target,
)

__all__ = [
    "Area",
    "AreaKind",
    "Break",
    "Breakdown",
    "Budget",
    "Category",
    "CostKind",
    "Criterion",
    "Distribution",
    "Entry",
    "Indicator",
    "Kind",
    "LifePhase",
    "Measure",
    "Membership",
    "MovedKind",
    "Part",
    "PeriodKind",
    "Perspective",
    "Phrase",
    "Polarity",
    "Population",
    "Preset",
    "PriceIndex",
    "Prices",
    "Renamed",
    "Retired",
    "Share",
    "Slug",
    "SmallNumbers",
    "Source",
    "StrategicGoal",
    "Target",
    "Text",
    "Weight",
]
