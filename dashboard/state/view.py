"""The view: what a link carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from dashboard.model import CITY, TOTAL, Partition
from dashboard.state.choices import Choices
from dashboard.state.place import KARTE, Place
from dashboard.state.reading import Reading


@dataclass(frozen=True, slots=True)
class View:
    """One view of a page. ``jahr=None`` is the latest period, ``stand=""`` the current release.

    ``more`` holds those parameters that only this page knows, as written in the address; one that
    is not there has its default.
    """

    kennzahl: str
    raum: str = CITY
    jahr: int | None = None
    ebene: Partition = "sozialraum"
    merkmal: str = TOTAL
    ansicht: str = ""
    stand: str = ""
    more: tuple[tuple[str, str], ...] = ()
    place: Place = KARTE
    notices: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def from_query(cls, query: Mapping[str, str], choices: Choices, place: Place = KARTE) -> View:
        """Read an address. Never raises; the second-best choice is explained in ``notices``.

        ``query`` holds the parameters of the path as well.
        """
        reading = Reading(query, choices, place)
        return cls(**reading.parameters(), place=place, notices=tuple(reading.notices))

    def get(self, name: str) -> str:
        """A parameter of this page alone; "" for its default."""
        return dict(self.more).get(name, "")

    def to_query(self, choices: Choices) -> dict[str, str]:
        """The parameters of path and query string that differ from the default."""
        choice = choices.indicators[self.kennzahl]
        default = next(iter(self.place.indicators), choices.default)
        in_path = self.place.in_path
        written = {
            "kennzahl": self.kennzahl if in_path("kennzahl") or self.kennzahl != default else "",
            "raum": self.raum if in_path("raum") or self.raum != CITY else "",
            "jahr": str(self.jahr) if self.jahr is not None else "",
            "ebene": "" if self.place.every_area or self.ebene == choice.first_partition else self.ebene,
            "merkmal": self.merkmal if self.merkmal != choice.first_category else "",
            "ansicht": self.ansicht,
            "stand": self.stand,
            **dict(self.more),
        }
        return {name: value for name, value in written.items() if value}

    def address(self, choices: Choices) -> str:
        """Path and query string of this view."""
        parameters = self.to_query(choices)
        path, query = self.place.path(parameters), self._query_string(parameters)
        return f"{path}?{query}" if query else path

    def query_string(self, choices: Choices) -> str:
        """The query string alone, without "?": what an export's address carries too."""
        return self._query_string(self.to_query(choices))

    def _query_string(self, parameters: Mapping[str, str]) -> str:
        shown = [(name, value) for name, value in parameters.items() if not self.place.in_path(name)]
        return urlencode(shown, safe=":,")  # both may stand in a query string as they are

    def focused_on(self, area: str) -> View:
        """The same view with this area in focus; the focused area again gives the city back."""
        return replace(self, raum=CITY if area == self.raum else area)

    def at(self, place: Place, **changes: str) -> View:
        """What of this view another page understands: indicator, area, category and release."""
        kept = replace(self, place=place, jahr=None, ansicht="", more=(), notices=())
        return replace(kept, **changes)  # type: ignore[arg-type]  # names of text fields

    def with_more(self, name: str, value: str) -> View:
        """The same view with one of the page's own parameters set; "" takes it away."""
        others = dict(self.more) | {name: value}
        names = [parameter.name for parameter in self.place.more]
        return replace(self, more=tuple((name, others[name]) for name in names if others.get(name)))
