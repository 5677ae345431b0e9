"""Reading an address: each parameter is settled, and what could not be used is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.model import CITY, TOTAL, Partition
from dashboard.state import weights
from dashboard.state.allowed import LONGEST, default_of, is_allowed
from dashboard.state.choices import Choices, IndicatorChoice
from dashboard.state.place import KARTE, Parameter, Place

#: Names that may stand in an address; ``lebensphase`` chooses an indicator and is never kept.
PARAMETERS = ("kennzahl", "raum", "jahr", "ebene", "merkmal", "ansicht", "stand", "lebensphase", "format")
#: What a form sends for the total: a select cannot carry an empty value.
WHOLE = "insgesamt"
_FOREIGN_PREFIXES = ("utm_", "fbclid", "gclid", "mtm_", "pk_")


class Reading:
    """One reading of an address: collects notices while it settles each parameter."""

    def __init__(self, query: Mapping[str, str], choices: Choices, place: Place = KARTE) -> None:
        sent = {name: str(value).strip() for name, value in query.items()}
        self.query = choices.moves.query(sent)
        self.choices = choices
        self.place = place
        self.notices: list[str] = []

    def parameters(self) -> dict[str, Any]:
        """The settled values of a view's fields."""
        self._name_unknown_parameters()
        choice = self.choices.indicators[self._indicator()]
        partition = self._partition_of_area() or self._partition(choice)
        return {
            "kennzahl": choice.id,
            "raum": self._area(partition),
            "jahr": self._year(choice, partition),
            "ebene": partition,
            "merkmal": self._category(choice),
            "ansicht": self._shown_as(),
            "stand": self._release(),
            "more": self._more(choice, partition),
        }

    def _name_unknown_parameters(self) -> None:
        known = {*PARAMETERS, *(parameter.name for parameter in self.place.more)}
        fields = tuple(parameter.prefix for parameter in self.place.more if parameter.prefix)
        for name in self.query:
            if name not in known and not name.startswith((*fields, *_FOREIGN_PREFIXES)):
                self.notices.append(f"Die Angabe „{name[:LONGEST]}“ in der Adresse ist unbekannt.")

    def _fall_back(self, what: str, value: str, instead: str) -> None:
        self.notices.append(f"{what} „{value[:LONGEST]}“ gibt es hier nicht. Gezeigt wird {instead}.")

    def _indicator(self) -> str:
        asked, phase = self.query.get("kennzahl", ""), self.query.get("lebensphase", "")
        offered = [name for name in self.place.indicators if name in self.choices.indicators]
        default = next(iter(offered), self.choices.default)
        known = self._known_indicator(asked, offered or list(self.choices.indicators))
        if asked and not known:
            self._fall_back("Die Kennzahl", asked, f"„{self.choices.indicators[default].title}“")
        chosen = known or default
        of_phase = () if offered else self.choices.in_phase(phase)
        if of_phase and self.choices.indicators[chosen].life_phase != phase:
            return _best_of(of_phase).id
        return chosen

    def _known_indicator(self, asked: str, offered: Sequence[str]) -> str:
        """The id under which it is offered today; of a retired one its successor, which is said."""
        moves = self.choices.moves
        found = moves.indicator(asked, offered)
        if found in offered:
            return found
        gone = moves.gone.get(found)
        successor = moves.indicator(gone.successor, offered) if gone else ""
        if gone and successor in offered:
            title = self.choices.indicators[successor].title
            self.notices.append(
                f"Die Kennzahl „{gone.title}“ wird nicht mehr geführt. Gezeigt wird „{title}“."
            )
            return successor
        return ""

    def _partition(self, choice: IndicatorChoice) -> Partition:
        asked = self.query.get("ebene", "")
        if not asked and self._asked_area().startswith("bezirk-"):
            asked = "stadtbezirk"
        for partition in choice.partitions:
            if partition == asked:
                return partition
        first = choice.first_partition
        if asked and asked != first:
            words = (
                "die Gliederung in Sozialräume" if first == "sozialraum" else "die Gliederung in Stadtbezirke"
            )
            self._fall_back("Die Ebene", asked, words)
        return first

    def _partition_of_area(self) -> Partition | None:
        """Where every area has its page, the area says which partition is meant."""
        if not self.place.every_area:
            return None
        asked = self._asked_area()
        return next((part for part, areas in self.choices.areas.items() if asked in areas), "sozialraum")

    def _asked_area(self) -> str:
        known = [area for areas in self.choices.areas.values() for area in areas]
        return self.choices.moves.area(self.query.get("raum", ""), known)

    def _area(self, partition: Partition) -> str:
        asked = self._asked_area() or CITY
        if asked == CITY or asked in self.choices.areas[partition]:
            return asked
        self._fall_back("Den Raum", asked, "die ganze Stadt")
        return CITY

    def _year(self, choice: IndicatorChoice, partition: Partition) -> int | None:
        asked, years = self.query.get("jahr", ""), choice.periods(partition)
        if not asked or not years:
            return None
        if asked.isascii() and asked.isdecimal() and len(asked) == 4:
            nearest = min(years, key=lambda year: (abs(year - int(asked)), -year))
            if nearest != int(asked):
                self._fall_back("Einen Wert für das Jahr", asked, f"{nearest}")
            return None if nearest == years[-1] else nearest
        self._fall_back("Das Jahr", asked, "der neueste Zeitraum")
        return None

    def _category(self, choice: IndicatorChoice) -> str:
        asked, first = self.query.get("merkmal", ""), choice.first_category
        if asked == WHOLE and choice.has_total:
            return TOTAL
        if not asked or any(asked == category for category, _title in choice.categories):
            return asked or first
        if "lebensphase" in self.query:
            return first  # the form still carries the category of the indicator before
        self._fall_back("Das Merkmal", asked, "der Wert insgesamt" if not first else "das erste Merkmal")
        return first

    def _shown_as(self) -> str:
        asked = self.query.get("ansicht", "")
        if asked == self.place.default_view:
            return ""
        if asked and asked not in self.place.views:
            self._fall_back("Die Ansicht", asked, "die Übersicht")
            return ""
        return asked

    def _more(self, choice: IndicatorChoice, partition: Partition) -> tuple[tuple[str, str], ...]:
        settled = {
            parameter.name: self._of_page(parameter, choice.periods(partition))
            for parameter in self.place.more
        }
        return tuple((name, value) for name, value in settled.items() if value)

    def _of_page(self, parameter: Parameter, years: tuple[int, ...]) -> str:
        if parameter.kind == "weights":
            return self._weights(parameter)
        asked = self.query.get(parameter.name, "")
        if not asked or asked == default_of(parameter):
            return ""
        if is_allowed(parameter, asked, years):
            return asked
        self._fall_back(f"Für „{parameter.name}“ den Wert", asked, "die Voreinstellung")
        return ""

    def _weights(self, parameter: Parameter) -> str:
        """The fields of a form, which sends no text, or the text of an address."""
        prefix = parameter.prefix
        fields = [name for name in self.query if name.startswith(prefix)]
        sent = ",".join(f"{name.removeprefix(prefix)}:{self.query[name]}" for name in fields)
        asked = sent or self.query.get(parameter.name, "")
        if not asked:
            return ""
        found = weights.read(asked)
        if found is None or any(weight > parameter.high for weight in found.values()):
            self._fall_back(f"Für „{parameter.name}“ den Wert", asked, "die Voreinstellung")
            return ""
        return weights.written(found)

    def _release(self) -> str:
        asked = self.query.get("stand", "")
        if asked and asked not in self.choices.releases:
            self._fall_back("Den Datenstand", asked, f"der Datenstand {self.choices.release}")
            return ""
        return asked


def _best_of(choices: tuple[IndicatorChoice, ...]) -> IndicatorChoice:
    """The first indicator with values per area: a phase never opens on an empty map."""
    shown = [choice for choice in choices if choice.has_data]
    return next((choice for choice in shown if choice.partitions), (shown or list(choices))[0])
