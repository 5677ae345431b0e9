"""Where pages, callbacks and exports ask: address in, answer out, kept per release and view."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.answers.choices import choices
from dashboard.answers.geheimhaltung import GeheimhaltungAnswer
from dashboard.answers.geheimhaltung import answer as geheimhaltung_answer
from dashboard.answers.karte import answer as karte_answer
from dashboard.answers.parts import KarteAnswer
from dashboard.answers.question import Question
from dashboard.answers.rows import Row, karte_rows
from dashboard.state import Choices, View
from dashboard.store.cache import ReleaseCache
from dashboard.store.contents import ReleaseInfo
from dashboard.store.read import Store

_KEPT = 512


class Desk:
    """Answers for one database. Every key holds the release id, so nothing has to be thrown away."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._answers = ReleaseCache(_KEPT)
        self._choices = ReleaseCache()

    def release(self) -> ReleaseInfo:
        """The release that readers see. Raises NoRelease if there is none."""
        return self._store.current()

    def karte(self, query: Mapping[str, str]) -> KarteAnswer:
        """The start page's answer for the parameters of an address. Raises NoRelease."""
        view, offered = self._view(query)
        key = ("karte", offered.release, view, view.notices)
        return self._answers.get(key, lambda: karte_answer(self._question(view, offered)))

    def geheimhaltung(self) -> GeheimhaltungAnswer:
        """The report on protected small numbers of the release that readers see. Raises NoRelease."""
        release = self._store.current()
        return geheimhaltung_answer(release, self._store.catalogue(release.id), self._store.audit(release.id))

    def karte_rows(self, query: Mapping[str, str]) -> tuple[Row, ...]:
        """The start page's figures as rows for a file. Raises NoRelease."""
        view, offered = self._view(query)
        return karte_rows(self._question(view, offered))

    def _view(self, query: Mapping[str, str]) -> tuple[View, Choices]:
        releases = tuple(release.id for release in self._store.releases())
        current = self._store.current().id
        asked = query.get("stand", "")
        offered = self._offered(asked if asked in releases else current, releases)
        return View.from_query(query, offered), offered

    def _offered(self, release: str, releases: tuple[str, ...]) -> Choices:
        def read() -> Choices:
            overview = self._store.indicator_overview(release)
            return choices(release, releases, self._store.catalogue(release), overview)

        return self._choices.get((release, releases), read)

    def _question(self, view: View, offered: Choices) -> Question:
        release = offered.release
        return Question(
            view=view,
            choices=offered,
            catalogue=self._store.catalogue(release),
            facts=self._store.indicator_facts(release, view.kennzahl, view.merkmal, view.ebene),
            shapes=self._store.shapes(release, view.ebene),
        )
