"""The view: what a link carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from dashboard.model import CITY, TOTAL, Partition
from dashboard.state.choices import Choices
from dashboard.state.reading import Reading


@dataclass(frozen=True, slots=True)
class View:
    """One view of a page. ``jahr=None`` is the latest period, ``stand=""`` the current release."""

    kennzahl: str
    raum: str = CITY
    jahr: int | None = None
    ebene: Partition = "sozialraum"
    merkmal: str = TOTAL
    ansicht: str = ""
    stand: str = ""
    notices: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def from_query(cls, query: Mapping[str, str], choices: Choices) -> View:
        """Read an address. Never raises; the second-best choice is explained in ``notices``."""
        reading = Reading(query, choices)
        return cls(**reading.parameters(), notices=tuple(reading.notices))

    def to_query(self, choices: Choices) -> dict[str, str]:
        """The parameters that differ from the default, in the order of ``PARAMETERS``."""
        choice = choices.indicators[self.kennzahl]
        written = {
            "kennzahl": self.kennzahl if self.kennzahl != choices.default else "",
            "raum": self.raum if self.raum != CITY else "",
            "jahr": str(self.jahr) if self.jahr is not None else "",
            "ebene": self.ebene if self.ebene != choice.first_partition else "",
            "merkmal": self.merkmal if self.merkmal != choice.first_category else "",
            "ansicht": self.ansicht,
            "stand": self.stand,
        }
        return {name: value for name, value in written.items() if value}

    def address(self, path: str, choices: Choices) -> str:
        """Path and query string of this view."""
        query = urlencode(self.to_query(choices))
        return f"{path}?{query}" if query else path

    def focused_on(self, area: str) -> View:
        """The same view with this area in focus; the focused area again gives the city back."""
        return replace(self, raum=CITY if area == self.raum else area)
