"""Where pages, callbacks and exports ask: address in, answer out, kept per release and view."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TypeVar

from dashboard.answers.changed import pinned
from dashboard.answers.choices import choices
from dashboard.answers.line import Line, line_of
from dashboard.answers.moves import moves_of
from dashboard.answers.pinned import Pinned
from dashboard.answers.question import Question
from dashboard.catalogue.catalogue import Catalogue
from dashboard.model import Partition
from dashboard.publishing import Publishing
from dashboard.state import Choices, Place, View
from dashboard.store.cache import ReleaseCache
from dashboard.store.contents import ReleaseInfo
from dashboard.store.protected_facts import FacilityFact
from dashboard.store.read import Store

_KEPT = 512
_LINES = 64  # some 200 KB each, as many as the store keeps
_PARTS = 4096  # some hundred bytes each, a few with up to 10 KB
_RELEASE = re.compile(r"\d{4}-\d{1,4}", re.ASCII)
Answer = TypeVar("Answer")
#: Release and area → its facilities; None for a reader who may not see them.
FacilitySource = Callable[[str, str], tuple[FacilityFact, ...] | None]


@dataclass(frozen=True)
class Asking:
    """One view of one page, and the store to ask about it: what every answer is made from."""

    view: View
    choices: Choices
    store: Store
    facility_source: FacilitySource | None = None
    parts: ReleaseCache = field(default_factory=ReleaseCache, repr=False, compare=False)
    lines: ReleaseCache = field(default_factory=ReleaseCache, repr=False, compare=False)

    @cached_property
    def facilities(self) -> tuple[FacilityFact, ...] | None:
        """Of the area in focus; None for a reader or a page that is not to see them."""
        if self.facility_source is None or not self.view.place.facilities:
            return None
        return self.facility_source(self.release, self.view.raum)

    def part(self, key: tuple[Hashable, ...], make: Callable[[], Answer]) -> Answer:
        """A part of answers that is the same in many views of a release, made once.

        ``key`` names it and all of the view that it depends on, but for release and pinning: those are
        added here. Nothing with a facility in it may be asked for in this way.
        """
        return self.parts.get((*key, self.release, self.choices.releases, self.view.stand), make)

    @property
    def release(self) -> str:
        """The release the view shows."""
        return self.choices.release

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue as it was when the release was made."""
        return self.store.catalogue(self.release)

    @cached_property
    def question(self) -> Question:
        """The view's indicator with all that the store knows about it."""
        view = self.view
        line = self.line(view.kennzahl, view.merkmal, view.ebene)
        shapes = self.store.shapes(self.release, view.ebene)
        return Question(view, self.choices, self.catalogue, line, shapes)

    def line(self, indicator: str, category: str, partition: Partition) -> Line:
        """An indicator's facts, sorted out once for all areas that may be in focus."""

        def read() -> Line:
            facts = self.store.indicator_facts(self.release, indicator, category, partition)
            return line_of(facts, self.catalogue)

        return self.lines.get(("line", self.release, indicator, category, partition), read)


class Desk:
    """Answers for one database. Every key holds the release id, so nothing has to be thrown away."""

    def __init__(
        self,
        store: Store,
        facilities: FacilitySource | None = None,
        publishing: Publishing | None = None,
    ) -> None:
        self.publishing = publishing or Publishing()
        self._store = store
        self._facilities = facilities
        self._answers = ReleaseCache(_KEPT)
        self._choices = ReleaseCache()
        self._views = ReleaseCache(_KEPT)
        self._parts = ReleaseCache(_PARTS)
        self._lines = ReleaseCache(_LINES)

    def release(self) -> ReleaseInfo:
        """The release that readers see. Raises NoRelease if there is none."""
        return self._store.current()

    def ask(self, place: Place, query: Mapping[str, str], answer: Callable[[Asking], Answer]) -> Answer:
        """A page's answer for the parameters of an address, made once per view. Raises NoRelease.

        ``answer`` is a function of a module: its name is part of the key. What was made with
        facilities is for this reader alone and never kept.
        """
        asking = self.asking(place, query)
        if asking.facilities is not None:
            return answer(asking)
        view, known = asking.view, asking.choices.releases  # a page may list all releases
        key = (answer.__module__, answer.__qualname__, asking.release, known, view, view.notices)
        return self._answers.get(key, lambda: answer(asking))

    def pinned(self, place: Place, query: Mapping[str, str]) -> Pinned | None:
        """What is to be said of an old release that an address holds fast; None for the current one."""
        if "stand" not in query:
            return None
        releases, current = [release.id for release in self._store.releases()], self._store.current().id
        view = self.asking(place, query).view
        if view.stand not in releases or releases.index(view.stand) >= releases.index(current):
            return None
        since = releases[releases.index(view.stand) : releases.index(current) + 1]
        offered = partial(self._offered, releases=tuple(releases))
        key = ("pinned", *since, view)
        return self._answers.get(key, lambda: pinned(view, since, self._store, offered))

    def lost_release(self, query: Mapping[str, str]) -> str:
        """The release an address holds fast, if it looks like one and is not there (any more); else ""."""
        asked = query.get("stand", "").strip()
        known = {release.id for release in self._store.releases()} if asked else set()
        return asked if asked not in known and _RELEASE.fullmatch(asked) else ""

    def last_release_with(self, indicator: str) -> str:
        """The newest release whose catalogue has the indicator; "" where none has."""
        releases = [release.id for release in self._store.releases()]
        having = (one for one in reversed(releases) if indicator in self._store.catalogue(one).indicators)
        return next(having, "")

    def current_choices(self) -> Choices:
        """What can be chosen in the release that readers see. Raises NoRelease."""
        return self._offered(self._store.current().id, self._known())

    def asking(self, place: Place, query: Mapping[str, str]) -> Asking:
        """The view of an address, ready to be answered. Raises NoRelease."""
        releases, current = self._known(), self._store.current().id

        def read() -> tuple[View, Choices]:
            asked = query.get("stand", "")
            offered = self._offered(asked if asked in releases else current, releases)
            return View.from_query(query, offered, place), offered

        key = (place.name, tuple(query.items()), releases, current)
        return Asking(*self._views.get(key, read), self._store, self._facilities, self._parts, self._lines)

    def _known(self) -> tuple[str, ...]:
        return tuple(release.id for release in self._store.releases())

    def _offered(self, release: str, releases: tuple[str, ...]) -> Choices:
        def read() -> Choices:
            overview = self._store.indicator_overview(release)
            found = choices(release, releases, self._store.catalogue(release), overview)
            return replace(found, moves=moves_of(self._store.catalogue(current)))

        current = self._store.current().id
        return self._choices.get((release, releases, current), read)
