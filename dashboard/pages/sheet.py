"""A sheet of the book: everything about one kind of page, in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from dash.development.base_component import Component

from dashboard.answers.desk import Asking, Desk
from dashboard.answers.parts import Figures, Said
from dashboard.export.plate.parts import Plate
from dashboard.state import Place


class Answer(Protocol):
    """What every answer has, whatever its page shows besides."""

    @property
    def said(self) -> Said:
        """Headline, title and what is copied."""
        ...

    @property
    def address(self) -> str:
        """The canonical address of the view."""
        ...

    @property
    def key(self) -> Any:
        """Equal for equal answers; None for one that must not be kept."""
        ...


@dataclass(frozen=True)
class Sheet:
    """How a page is answered, drawn, changed and handed out as files.

    ``answer`` and ``figures`` are asked with an :class:`~dashboard.answers.desk.Asking`; ``keys`` and
    ``changes`` are the properties that a change of the view sets (none: every change loads the page).
    ``charts``: Plotly draws on it; a page with our own pictures alone needs no bundle of Plotly.
    """

    place: Place
    answer: Callable[[Asking], Any]
    layout: Callable[[Any], Component]
    keys: tuple[str, ...] = ()
    changes: Callable[[Any], dict[str, Any]] | None = None
    figures: Callable[[Asking], Figures] | None = None
    aliases: tuple[str, ...] = ()
    xlsx: Callable[[Asking, str], bytes] | None = None  # an own workbook; the text is the link to the view
    plate: Callable[[Any], Plate] | None = None  # of an answer: for pictures, slides and paper
    charts: bool = True

    def read(self, path: str) -> dict[str, str] | None:
        """The parameters in a path of this page; None for the path of another page."""
        return {} if path in self.aliases else self.place.read(path)

    def ask(self, desk: Desk, path: str, query: Mapping[str, str]) -> Answer:
        """The answer for an address; what the query names wins over the path. Raises NoRelease."""
        asked = {**(self.read(path) or {}), **query}
        found: Any = desk.ask(self.place, asked, self.answer)
        pinned = desk.pinned(self.place, asked)
        if pinned is None:
            return cast(Answer, found)
        key = None if found.key is None else (found.key, pinned)
        return cast(Answer, replace(found, key=key, said=replace(found.said, pinned=pinned)))
